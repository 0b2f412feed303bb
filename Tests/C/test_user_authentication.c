/* Logging in by password, and what is told of keys that do not work. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "fixture.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static swiftssh_status try_password(swiftssh_session *session, const char *password) {
    return swiftssh_session_userauth_password(
        session, fact("USER"), (const uint8_t *)password, strlen(password), &failure);
}

static swiftssh_status try_key(swiftssh_session *session, const char *path, const char *passphrase) {
    return swiftssh_session_userauth_publickey_fromfile(
        session, fact("USER"), NULL, path, (const uint8_t *)passphrase, strlen(passphrase), &failure);
}

TEST(a_login_stands_behind_one_that_was_given_up) {
    BEHAVIOUR("session.abandoned-login");
    const char *password = fact("PASSWORD");
    for (int other = 0; other < 2; other++) {
        struct server *server = sshd(NULL);
        swiftssh_session *session = session_over(server->socket);
        REQUIRE(session != NULL);
        server_hold(server);
        OK(swiftssh_session_set_timeout(session, 20, &failure));
        FAILS(SWIFTSSH_ERROR_TIMEOUT,
              swiftssh_session_userauth_password(session, fact("USER"), (const uint8_t *)password, strlen(password), &failure));
        server_go_on(server);
        OK(swiftssh_session_set_timeout(session, 60000, &failure));
        if (other) {
            FAILS(SWIFTSSH_ERROR_BAD_USE,
                  swiftssh_session_userauth_password(session, "somebody", (const uint8_t *)"x", 1, &failure));
            CHECK_CONTAINS(fact("USER"), swiftssh_error_message(failure));
        } else {
            CHECK_NUMBER(0, log_in(session));
            CHECK_TEXT("in\n", output_of(session, "echo in"));
        }
        CHECK_NUMBER(1, swiftssh_session_userauth_authenticated(session));
    }
}

TEST(the_methods_of_the_server_are_listed) {
    BEHAVIOUR("session.userauth-list");
    char names[128];
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    OK(swiftssh_session_userauth_list(session, fact("USER"), names, sizeof names, &failure));
    CHECK_CONTAINS("publickey", names);
    CHECK_CONTAINS("password", names);
    CHECK_NUMBER(0, swiftssh_session_userauth_authenticated(session));
}

TEST(what_the_server_says_before_the_login_is_kept) {
    BEHAVIOUR("session.userauth-banner");
    static const char said[] = "Only for those who may.\n\033[2J\xff\n";
    char option[256], names[128];
    uint8_t banner[256] = {0};
    snprintf(option, sizeof option, "Banner %s", scratch_file("banner", said, sizeof said - 1, 0644));
    swiftssh_session *session = session_over(sshd("-o", option, NULL)->socket);
    REQUIRE(session != NULL);
    CHECK_NUMBER(0, swiftssh_session_userauth_banner(session, banner, sizeof banner, &failure));
    OK(swiftssh_session_userauth_list(session, fact("USER"), names, sizeof names, &failure));
    int64_t length = OK(swiftssh_session_userauth_banner(session, banner, sizeof banner, &failure));
    if (!(swiftssh_capabilities() & SWIFTSSH_CAPABILITY_AUTHENTICATION_BANNER)) {
        CHECK_NUMBER(0, length);
        return;
    }
    CHECK_CONTAINS("Only for those who may.\n", (const char *)banner);
    CHECK(length > 24);
}

TEST(the_right_password_logs_in) {
    BEHAVIOUR("session.password-login");
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    REQUIRE_OK(try_password(session, fact("PASSWORD")));
    CHECK_NUMBER(1, swiftssh_session_userauth_authenticated(session));
    CHECK_TEXT("in\n", output_of(session, "echo in"));
}

TEST(a_wrong_password_is_refused) {
    BEHAVIOUR("session.wrong-password-is-refused");
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, try_password(session, "wrong"));
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, try_password(session, ""));
    CHECK_NUMBER(0, swiftssh_session_userauth_authenticated(session));
    OK(try_password(session, fact("PASSWORD")));
}

TEST(an_unknown_user_is_refused) {
    BEHAVIOUR("session.wrong-password-is-refused");
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED,
          swiftssh_session_userauth_password(session, "nobody-at-all", NULL, 0, &failure));
}

TEST(a_key_that_the_server_does_not_know_is_refused) {
    BEHAVIOUR("session.unknown-key-is-refused");
    size_t length = 0;
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    swiftssh_status outcome = try_key(session, fact("STRANGER_KEY"), "");
    CHECK(outcome == SWIFTSSH_ERROR_AUTHENTICATION_FAILED || outcome == SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED);
    char *key = file_content(fact("STRANGER_KEY"), &length);
    outcome = swiftssh_session_userauth_publickey_frommemory(
        session, fact("USER"), NULL, 0, (uint8_t *)key, length, NULL, 0, NULL);
    CHECK(outcome == SWIFTSSH_ERROR_AUTHENTICATION_FAILED || outcome == SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED);
    CHECK(log_in(session) == 0);
}

TEST(passphrases_that_are_wrong_or_missing_are_told) {
    BEHAVIOUR("session.wrong-passphrase-is-told");
    static const char *const names[] = {"client_ed25519_encrypted", "client_ecdsa_256_encrypted.pem",
                                        "client_rsa_encrypted", "client_rsa_encrypted.pkcs8"};
    for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
        swiftssh_session *session = session_over(sshd(NULL)->socket);
        REQUIRE(session != NULL);
        FAILS(SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED, try_key(session, key_path(names[index]), "wrong"));
        CHECK_TEXT(key_path(names[index]), swiftssh_error_path(failure));
        FAILS(SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED, try_key(session, key_path(names[index]), ""));
        OK(try_key(session, key_path(names[index]), fact("PASSPHRASE")));
    }
}

TEST(a_passphrase_that_is_not_needed_is_not_looked_at) {
    BEHAVIOUR("session.key-file-login");
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    OK(try_key(session, fact("CLIENT_KEY"), "not needed"));
}

TEST(a_missing_key_file_is_told) {
    BEHAVIOUR("session.missing-key-file-is-told");
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_FILE, try_key(session, key_path("missing"), ""));
    CHECK_NUMBER(ENOENT, swiftssh_error_errno(failure));
    CHECK_TEXT(key_path("missing"), swiftssh_error_path(failure));
    FAILS(SWIFTSSH_ERROR_FILE, swiftssh_session_userauth_publickey_fromfile(
        session, fact("USER"), key_path("missing.pub"), fact("CLIENT_KEY"), NULL, 0, &failure));
    CHECK_TEXT(key_path("missing.pub"), swiftssh_error_path(failure));
    CHECK(log_in(session) == 0);
}

TEST(a_file_that_is_no_key_is_told) {
    BEHAVIOUR("session.unusable-key-file-is-told");
    char path[] = "/tmp/swiftssh-test-XXXXXX";
    int descriptor = mkstemp(path);
    REQUIRE(descriptor >= 0);
    const char *wrong[] = {fact("KEYS"), "/dev/null", "/dev/zero", path, fact("KNOWN_HOSTS")};
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    for (size_t index = 0; session != NULL && index < sizeof wrong / sizeof wrong[0]; index++) {
        FAILS(SWIFTSSH_ERROR_FILE, try_key(session, wrong[index], ""));
        CHECK_TEXT(wrong[index], swiftssh_error_path(failure));
    }
    close(descriptor);
    unlink(path);
    static const uint8_t junk[] = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n";
    CHECK(swiftssh_session_userauth_publickey_frommemory(
        session, fact("USER"), NULL, 0, junk, sizeof junk - 1, NULL, 0, NULL) < 0);
    CHECK(log_in(session) == 0);
}

TEST(two_methods_that_are_both_needed_log_in) {
    BEHAVIOUR("session.partial-success");
    char names[128];
    swiftssh_session *session = session_over(sshd("-o", "AuthenticationMethods publickey,password", NULL)->socket);
    REQUIRE(session != NULL);
    OK(swiftssh_session_userauth_list(session, fact("USER"), names, sizeof names, &failure));
    CHECK_TEXT("publickey", names);
    CHECK(try_key(session, fact("CLIENT_KEY"), "") < 0);
    CHECK_NUMBER(0, swiftssh_session_userauth_authenticated(session));
    OK(swiftssh_session_userauth_list(session, fact("USER"), names, sizeof names, &failure));
    CHECK_TEXT("password", names);
    OK(try_password(session, fact("PASSWORD")));
    CHECK_NUMBER(1, swiftssh_session_userauth_authenticated(session));
}

TEST(a_password_that_has_expired_is_changed) {
    BEHAVIOUR("session.expired-password-is-changed");
    const char *old = fact("PASSWORD");
    struct peer *server = peer_start(fact("ASYNCSSH_SERVER"), "--expired", fact("DIRECTORY"), NULL);
    swiftssh_session *session = session_over(connected(server->port));
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_PASSWORD_EXPIRED, try_password(session, old));
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, try_password(session, "wrong"));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_userauth_password_change(
        session, fact("USER"), (const uint8_t *)old, strlen(old), NULL, 3, &failure));
    OK(swiftssh_session_userauth_password_change(
        session, fact("USER"), (const uint8_t *)old, strlen(old), (const uint8_t *)"new", 3, &failure));
    CHECK_NUMBER(1, swiftssh_session_userauth_authenticated(session));
}
