/* The authentication agent: a real ssh-agent, and sockets that only look like one. */

#include "agents.h"
#include "check.h"
#include "client.h"
#include "drive.h"
#include "fixture.h"
#include "scope.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static void close_number(void *pointer) {
    close((int)(intptr_t)pointer);
}

/* A socket that takes connections and never answers. */
static const char *silent_agent(void) {
    const char *path = new_socket_path();
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
    CHECK_NUMBER(0, bind(listener, (struct sockaddr *)&address, sizeof address));
    CHECK_NUMBER(0, listen(listener, 16));
    scope_defer(close_number, (void *)(intptr_t)listener);
    return path;
}

static void free_agent(void *agent) {
    swiftssh_agent_free(agent);
}

/* An agent that is connected to a socket; the session may be NULL. */
static swiftssh_agent *connected_agent(swiftssh_session *session, const char *path) {
    swiftssh_agent *agent = NULL;
    OK(session != NULL ? swiftssh_agent_new(session, &agent, &failure)
                       : swiftssh_agent_new_without_session(&agent, &failure));
    scope_defer(free_agent, agent);
    OK(swiftssh_agent_set_identity_path(agent, path, &failure));
    OK(swiftssh_agent_connect(agent, &failure));
    return agent;
}

TEST(keys_are_listed) {
    BEHAVIOUR("agent.lists-keys");
    const char *keys[] = {"client_ed25519", "client_rsa", NULL};
    swiftssh_agent *agent = connected_agent(new_session(), ssh_agent(keys));
    uint8_t blob[1024], again[1024], comment[256];
    REQUIRE(OK(swiftssh_agent_list_identities(agent, &failure)) == 2);
    int64_t length = OK(swiftssh_agent_identity(agent, 0, blob, sizeof blob, &failure));
    CHECK(length > 15 && memcmp(blob + 4, "ssh-ed25519", 11) == 0);
    CHECK_NUMBER(length, OK(swiftssh_agent_identity(agent, 0, NULL, 0, &failure)));
    memset(again, 'x', sizeof again);
    CHECK_NUMBER(length, OK(swiftssh_agent_identity(agent, 0, again, (size_t)length - 1, &failure)));
    CHECK_NUMBER('x', again[0]);
    CHECK(OK(swiftssh_agent_identity_comment(agent, 1, comment, sizeof comment, &failure)) > 0);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_agent_identity(agent, 2, blob, sizeof blob, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_agent_identity_comment(agent, 0xFFFFFFFF, NULL, 0, &failure));
}

TEST(data_is_signed) {
    BEHAVIOUR("agent.signs");
    const char *keys[] = {"client_rsa", NULL};
    /* No session is needed for it, but for a login. */
    swiftssh_agent *agent = connected_agent(NULL, ssh_agent(keys));
    uint8_t blob[1024], signature[4096];
    const uint8_t data[] = "what is signed";
    OK(swiftssh_agent_list_identities(agent, &failure));
    int64_t length = OK(swiftssh_agent_identity(agent, 0, blob, sizeof blob, &failure));
    REQUIRE(length > 0);
    REQUIRE_OK(swiftssh_agent_sign(agent, blob, (size_t)length, data, sizeof data, "rsa-sha2-256", signature,
                                   sizeof signature, &failure));
    CHECK(memcmp(signature, "\0\0\0\14rsa-sha2-256", 16) == 0);
    REQUIRE_OK(swiftssh_agent_sign(agent, blob, (size_t)length, data, sizeof data, NULL, signature,
                                   sizeof signature, &failure));
    CHECK(memcmp(signature, "\0\0\0\14rsa-sha2-512", 16) == 0);
    BEHAVIOUR("agent.refuses-other-algorithms");
    FAILS(SWIFTSSH_ERROR_ALGO_UNSUPPORTED,
          swiftssh_agent_sign(agent, blob, (size_t)length, data, sizeof data, "ssh-ed25519", signature,
                              sizeof signature, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_agent_userauth(agent, "somebody", blob, (size_t)length, &failure));
}

TEST(a_named_key_logs_in) {
    BEHAVIOUR("agent.login");
    const char *keys[] = {"client_ed25519", "client_ecdsa_256", "client_rsa", NULL};
    const char *path = ssh_agent(keys);
    for (uint32_t index = 0; index < 3; index++) {
        uint8_t blob[1024];
        swiftssh_session *session = session_over(sshd(NULL)->socket);
        swiftssh_agent *agent = connected_agent(session, path);
        OK(swiftssh_agent_list_identities(agent, &failure));
        int64_t length = OK(swiftssh_agent_identity(agent, index, blob, sizeof blob, &failure));
        REQUIRE(length > 0);
        OK(swiftssh_agent_userauth(agent, fact("USER"), blob, (size_t)length, &failure));
        CHECK_NUMBER(1, swiftssh_session_userauth_authenticated(session));
    }
}

TEST(whichever_key_is_known_logs_in) {
    BEHAVIOUR("agent.login-with-any-key");
    const char *keys[] = {"stranger_ed25519", "client_ecdsa_256", NULL};
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    OK(swiftssh_session_userauth_agent(session, fact("USER"), ssh_agent(keys), &failure));
    CHECK_NUMBER(1, swiftssh_session_userauth_authenticated(session));

    BEHAVIOUR("agent.no-key-matches");
    const char *strangers[] = {"stranger_ed25519", NULL};
    session = session_over(sshd(NULL)->socket);
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED,
          swiftssh_session_userauth_agent(session, fact("USER"), ssh_agent(strangers), &failure));
    CHECK_NUMBER(0, swiftssh_session_userauth_authenticated(session));
}

TEST(a_login_is_driven_by_its_caller) {
    BEHAVIOUR("agent.non-blocking-with-any-key");
    const char *keys[] = {"client_rsa", NULL};
    const char *path = ssh_agent(keys);
    int64_t outcome;
    struct server *server = sshd(NULL);
    swiftssh_session *session = session_over(server->socket);
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    server_hold(server);
    FAILS(SWIFTSSH_ERROR_EAGAIN, swiftssh_session_userauth_agent(session, fact("USER"), path, &failure));
    server_go_on(server);
    DRIVE(session, server->socket, outcome, swiftssh_session_userauth_agent(session, fact("USER"), path, &failure));
    CHECK_NUMBER(0, outcome);
    CHECK_NUMBER(1, swiftssh_session_userauth_authenticated(session));
}

TEST(where_there_is_no_agent) {
    BEHAVIOUR("agent.missing-is-told");
    swiftssh_agent *agent = NULL;
    const char *path = new_socket_path();
    char found[128] = "";
    OK(swiftssh_agent_new(new_session(), &agent, &failure));
    scope_defer(free_agent, agent);
    CHECK_NUMBER(0, swiftssh_agent_identity_path(agent, found, sizeof found, &failure));
    OK(swiftssh_agent_set_identity_path(agent, path, &failure));
    CHECK_NUMBER(strlen(path), OK(swiftssh_agent_identity_path(agent, found, sizeof found, &failure)));
    CHECK_TEXT(path, found);
    FAILS(SWIFTSSH_ERROR_AGENT_PROTOCOL, swiftssh_agent_connect(agent, &failure));
    CHECK_TEXT(path, swiftssh_error_path(failure));
    CHECK_NUMBER(ENOENT, swiftssh_error_errno(failure));
    CHECK_TEXT("connecting", swiftssh_error_phase(failure));

    BEHAVIOUR("agent.needs-connecting");
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_agent_list_identities(agent, &failure));
    OK(swiftssh_agent_disconnect(agent, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_agent_userauth(agent, "user", (const uint8_t *)"k", 1, &failure));
}

TEST(an_agent_that_says_nothing) {
    BEHAVIOUR("agent.silent-one-times-out");
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    swiftssh_agent *agent = connected_agent(session, silent_agent());
    OK(swiftssh_session_set_timeout(session, 100, &failure));
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_agent_list_identities(agent, &failure));
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_session_userauth_agent(session, fact("USER"), silent_agent(), &failure));
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    CHECK(log_in(session) == 0);
}

TEST(an_agent_that_dies) {
    BEHAVIOUR("agent.lies-are-errors");
    const char *path = new_socket_path();
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
    CHECK_NUMBER(0, bind(listener, (struct sockaddr *)&address, sizeof address));
    CHECK_NUMBER(0, listen(listener, 16));
    swiftssh_agent *agent = connected_agent(new_session(), path);
    close(listener);
    FAILS(SWIFTSSH_ERROR_AGENT_PROTOCOL, swiftssh_agent_list_identities(agent, &failure));
    CHECK_CONTAINS("closed the connection", swiftssh_error_message(failure));
}
