/* Error objects, and the last error of a session. */

#include "check.h"
#include "client.h"
#include "fixture.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

TEST(an_error_tells_what_went_wrong) {
    BEHAVIOUR("errors.text-is-the-message");
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_FILE, swiftssh_session_userauth_publickey_fromfile(
        session, fact("USER"), NULL, "/nowhere/key", NULL, 0, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_FILE, swiftssh_error_code(failure));
    CHECK_NUMBER(ENOENT, swiftssh_error_errno(failure));
    CHECK_NUMBER(-1, swiftssh_error_sftp_status(failure));
    CHECK_TEXT("/nowhere/key", swiftssh_error_path(failure));
    CHECK_TEXT("key file", swiftssh_error_phase(failure));
    CHECK_TEXT("", swiftssh_error_server_text(failure));
    CHECK_CONTAINS("/nowhere/key", swiftssh_error_description(failure));
    CHECK_CONTAINS(swiftssh_error_message(failure), swiftssh_error_description(failure));
    CHECK_CONTAINS("FILE", swiftssh_error_description(failure));
    CHECK_CONTAINS("-16", swiftssh_error_description(failure));
}

TEST(an_error_names_its_host) {
    BEHAVIOUR("errors.text-is-the-message");
    swiftssh_session *session = new_session();
    FAILS(SWIFTSSH_ERROR_CONNECT, swiftssh_session_connect(session, "127.0.0.1", closed_port(), &failure));
    CHECK_CONTAINS("127.0.0.1", swiftssh_error_host(failure));
    CHECK_CONTAINS("127.0.0.1", swiftssh_error_description(failure));
}

TEST(an_error_names_its_port) {
    BEHAVIOUR("errors.port");
    char place[32];
    uint16_t port = closed_port();
    FAILS(SWIFTSSH_ERROR_CONNECT, swiftssh_session_connect(new_session(), "127.0.0.1", port, &failure));
    CHECK_NUMBER(port, swiftssh_error_port(failure));
    snprintf(place, sizeof place, "127.0.0.1:%d: ", port);
    CHECK_CONTAINS(place, swiftssh_error_description(failure));
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    FAILS(SWIFTSSH_ERROR_FILE, swiftssh_session_userauth_publickey_fromfile(
        session, fact("USER"), NULL, "/nowhere/key", NULL, 0, &failure));
    CHECK_TEXT("", swiftssh_error_host(failure));
    CHECK_NUMBER(0, swiftssh_error_port(failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_error_port(NULL));
}

TEST(texts_last_until_the_error_is_freed) {
    BEHAVIOUR("abi.error-texts-last");
    swiftssh_session *session = new_session();
    swiftssh_error *error = NULL;
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED,
          swiftssh_session_method_pref(session, SWIFTSSH_METHOD_CRYPT_CS, "no-such-cipher", &failure));
    swiftssh_session_method_pref(session, SWIFTSSH_METHOD_CRYPT_CS, "no-such-cipher", &error);
    const char *message = swiftssh_error_message(error);
    const char *description = swiftssh_error_description(error);
    char kept[1024];
    strncpy(kept, description, sizeof kept - 1);
    kept[sizeof kept - 1] = '\0';
    for (int round = 0; round < 1000; round++) {
        swiftssh_error *other = NULL;
        swiftssh_session_method_pref(session, SWIFTSSH_METHOD_MAC_CS, "another", &other);
        swiftssh_error_description(other);
        swiftssh_error_free(other);
    }
    swiftssh_session_free(session);
    CHECK(message == swiftssh_error_message(error));
    CHECK(description == swiftssh_error_description(error));
    CHECK_TEXT(kept, description);
    swiftssh_error_free(error);
    swiftssh_error_free(error);
    CHECK_TEXT("", swiftssh_error_message(error));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_error_code(error));
}

TEST(success_leaves_no_error) {
    BEHAVIOUR("abi.error-texts-last");
    swiftssh_session *session = new_session();
    swiftssh_error *error = (swiftssh_error *)&session;
    CHECK_NUMBER(0, swiftssh_session_set_timeout(session, 1, &error));
    CHECK(error == NULL);
}

TEST(no_secret_is_told) {
    BEHAVIOUR("errors.hold-no-secret");
    static const char password[] = "my-very-secret";
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, swiftssh_session_userauth_password(
        session, fact("USER"), (const uint8_t *)password, strlen(password), &failure));
    CHECK(strstr(swiftssh_error_description(failure), password) == NULL);
    FAILS(SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED, swiftssh_session_userauth_publickey_fromfile(session, fact("USER"), NULL,
        key_path("client_rsa_encrypted"), (const uint8_t *)password, strlen(password), &failure));
    CHECK(strstr(swiftssh_error_description(failure), password) == NULL);
}

TEST(the_last_error_can_be_set) {
    BEHAVIOUR("session.last-error-can-be-set");
    char text[64];
    swiftssh_session *session = new_session();
    CHECK_NUMBER(0, swiftssh_session_last_errno(session));
    CHECK_NUMBER(0, swiftssh_session_last_error(session, text, sizeof text));
    OK(swiftssh_session_set_last_error(session, 255, "mine", &failure));
    CHECK_NUMBER(255, swiftssh_session_last_errno(session));
    CHECK_NUMBER(4, swiftssh_session_last_error(session, text, sizeof text));
    CHECK_TEXT("mine", text);
    OK(swiftssh_session_set_last_error(session, -7, NULL, &failure));
    CHECK_NUMBER(-7, swiftssh_session_last_errno(session));
    CHECK_NUMBER(0, swiftssh_session_last_error(session, text, sizeof text));
    FAILS(SWIFTSSH_ERROR_INVALID_TEXT, swiftssh_session_set_last_error(session, -7, "\xff\xfe", &failure));
    OK(swiftssh_session_set_last_error(session, 0, "ignored", &failure));
    CHECK_NUMBER(0, swiftssh_session_last_errno(session));
}

TEST(the_last_error_is_that_of_the_last_failure) {
    BEHAVIOUR("session.last-error-is-never-stale");
    char text[1024];
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    CHECK_NUMBER(0, swiftssh_session_last_errno(session));
    FAILS(SWIFTSSH_ERROR_FILE, swiftssh_session_userauth_publickey_fromfile(
        session, fact("USER"), NULL, "/nowhere/key", NULL, 0, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_FILE, swiftssh_session_last_errno(session));
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED,
          swiftssh_session_userauth_password(session, fact("USER"), NULL, 0, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, swiftssh_session_last_errno(session));
    CHECK((size_t)swiftssh_session_last_error(session, text, sizeof text) == strlen(text));
    CHECK_TEXT(swiftssh_error_message(failure), text);
    REQUIRE(log_in(session) == 0);
    swiftssh_channel *channel = started(session, "cat");
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    int32_t before = swiftssh_session_last_errno(session);
    FAILS(SWIFTSSH_ERROR_EAGAIN, swiftssh_channel_read(channel, 0, text, sizeof text, &failure));
    CHECK_NUMBER(before, swiftssh_session_last_errno(session));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_channel_exec(channel, "true", &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_BAD_USE, swiftssh_session_last_errno(session));
}
