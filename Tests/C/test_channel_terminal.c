/* What is asked for what a channel will run: terminals, signals, the agent and X11. */

#include "check.h"
#include "client.h"
#include "drive.h"
#include "fixture.h"

#include <stdio.h>
#include <string.h>

/* RFC 4254, 8: an opcode, its value in four bytes, the end. */
static const uint8_t no_echo[] = {53, 0, 0, 0, 0, 0};
static const uint8_t echo[] = {53, 0, 0, 0, 1, 0};

/* A channel with a terminal; NULL when there is none. */
static swiftssh_channel *in_terminal(swiftssh_session *session, const uint8_t *modes, size_t length, const char *command) {
    swiftssh_channel *channel = opened(session);
    if (channel == NULL) return NULL;
    if (OK(swiftssh_channel_request_pty(channel, "xterm", modes, length, 132, 50, 0, 0, &failure)) < 0) return NULL;
    return OK(swiftssh_channel_exec(channel, command, &failure)) == 0 ? channel : NULL;
}

TEST(a_terminal_has_its_type_and_size) {
    BEHAVIOUR("channel.pty");
    swiftssh_channel *channel = in_terminal(logged_in(NULL), NULL, 0, "stty size; echo $TERM");
    REQUIRE(channel != NULL);
    CHECK_TEXT("50 132\r\nxterm\r\n", read_all(channel, 0).data);
    check_exit(channel, SWIFTSSH_EXIT_EXITED, 0);
}

TEST(a_new_size_reaches_the_terminal) {
    BEHAVIOUR("channel.pty-resize");
    char buffer[64] = "";
    swiftssh_channel *channel =
        in_terminal(logged_in(NULL), no_echo, sizeof no_echo, "stty size; read line; stty size");
    REQUIRE(channel != NULL);
    for (size_t length = 0; length < 8;) {
        int64_t count = OK(swiftssh_channel_read(channel, 0, buffer + length, sizeof buffer - 1 - length, &failure));
        REQUIRE(count > 0);
        length += (size_t)count;
    }
    CHECK_TEXT("50 132\r\n", buffer);
    OK(swiftssh_channel_request_pty_size(channel, 90, 20, 0, 0, &failure));
    OK(swiftssh_channel_write(channel, 0, "\n", 1, &failure));
    CHECK_TEXT("20 90\r\n", read_all(channel, 0).data);
}

TEST(a_terminal_has_its_modes) {
    BEHAVIOUR("channel.pty-modes");
    char type[300];
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *silent = in_terminal(session, no_echo, sizeof no_echo, "stty -a");
    REQUIRE(silent != NULL);
    CHECK_CONTAINS(" -echo ", read_all(silent, 0).data);
    swiftssh_channel *loud = in_terminal(session, echo, sizeof echo, "stty -a");
    REQUIRE(loud != NULL);
    CHECK_CONTAINS(" echo ", read_all(loud, 0).data);
    memset(type, 'x', sizeof type);
    type[257] = '\0';
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_channel_request_pty(opened(session), type, NULL, 0, 80, 24, 0, 0, &failure));
}

TEST(a_terminal_that_the_server_refuses_is_told) {
    BEHAVIOUR("channel.pty-is-refused");
    swiftssh_channel *channel = opened(logged_in("-o", "PermitTTY no", NULL));
    REQUIRE(channel != NULL);
    FAILS(SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED,
          swiftssh_channel_request_pty(channel, "vt100", NULL, 0, 80, 24, 0, 0, &failure));
    OK(swiftssh_channel_exec(channel, "echo without", &failure));
    CHECK_TEXT("without\n", read_all(channel, 0).data);
}

TEST(a_signal_is_sent_or_the_version_that_can_is_told) {
    BEHAVIOUR("channel.signal");
    char buffer[16] = "";
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    /* sshd passes no signals on where it keeps root's rights. */
    const char *user = *fact("GUEST") != '\0' ? fact("GUEST") : fact("USER");
    const char *password = fact("PASSWORD");
    if (*password != '\0') {
        REQUIRE_OK(swiftssh_session_userauth_password(
            session, user, (const uint8_t *)password, strlen(password), &failure));
    } else {
        REQUIRE(log_in(session) == 0);
    }
    swiftssh_channel *channel = started(session, "echo ready; exec sleep 1000");
    REQUIRE(channel != NULL);
    CHECK_NUMBER(6, OK(swiftssh_channel_read(channel, 0, buffer, sizeof buffer, &failure)));
    if ((swiftssh_capabilities() & SWIFTSSH_CAPABILITY_CHANNEL_SIGNAL) == 0) {
        FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_channel_signal(channel, "TERM", &failure));
        CHECK_CONTAINS("1.11", swiftssh_error_message(failure));
        return;
    }
    OK(swiftssh_channel_signal(channel, "TERM", &failure));
    check_exit(channel, SWIFTSSH_EXIT_SIGNALLED, 0);
}

TEST(the_agent_is_forwarded_or_refused) {
    BEHAVIOUR("channel.agent-forwarding");
    swiftssh_channel *channel = opened(logged_in("-o", "AllowAgentForwarding yes", NULL));
    REQUIRE(channel != NULL);
    if (!(swiftssh_capabilities() & SWIFTSSH_CAPABILITY_AGENT_FORWARDING)) {
        FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_channel_request_auth_agent(channel, &failure));
        CHECK_CONTAINS("1.11 or newer can, and the native engine", swiftssh_error_message(failure));
        return;
    }
    OK(swiftssh_channel_request_auth_agent(channel, &failure));
    OK(swiftssh_channel_exec(channel, "test -S \"$SSH_AUTH_SOCK\" && echo socket", &failure));
    CHECK_TEXT("socket\n", read_all(channel, 0).data);
    channel = opened(logged_in("-o", "AllowAgentForwarding no", NULL));
    REQUIRE(channel != NULL);
    FAILS(SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED, swiftssh_channel_request_auth_agent(channel, &failure));
    OK(swiftssh_channel_exec(channel, "echo \"[$SSH_AUTH_SOCK]\"", &failure));
    CHECK_TEXT("[]\n", read_all(channel, 0).data);
}

TEST(x11_is_forwarded_or_refused) {
    BEHAVIOUR("channel.x11-forwarding");
    swiftssh_session *session = logged_in("-o", "X11Forwarding yes", "-o", "XAuthLocation /bin/true", NULL);
    swiftssh_channel *channel = opened(session), *other = opened(session);
    REQUIRE(channel != NULL && other != NULL);
    OK(swiftssh_channel_x11_req(channel, 0, NULL, NULL, 2, &failure));
    OK(swiftssh_channel_exec(channel, "echo $DISPLAY", &failure));
    CHECK_CONTAINS(".2\n", read_all(channel, 0).data);
    OK(swiftssh_channel_x11_req(other, 1, "MIT-MAGIC-COOKIE-1", "0123456789abcdef0123456789abcdef", 0, &failure));
    channel = opened(logged_in("-o", "X11Forwarding no", NULL));
    REQUIRE(channel != NULL);
    FAILS(SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED, swiftssh_channel_x11_req(channel, 0, NULL, NULL, 0, &failure));
}

TEST(requests_are_driven_by_their_caller) {
    BEHAVIOUR("channel.terminal-non-blocking");
    int64_t outcome;
    int socket = sshd(NULL)->socket;
    swiftssh_session *session = session_over(socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_channel *channel = opened(session);
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    DRIVE(session, socket, outcome,
          swiftssh_channel_request_pty(channel, "vt100", NULL, 0, 70, 20, 0, 0, &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, socket, outcome, swiftssh_channel_request_auth_agent(channel, &failure));
    CHECK_NUMBER(swiftssh_capabilities() & SWIFTSSH_CAPABILITY_AGENT_FORWARDING ? 0 : SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, outcome);
    DRIVE(session, socket, outcome, swiftssh_channel_x11_req(channel, 0, NULL, NULL, 0, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED, outcome);
    DRIVE(session, socket, outcome, swiftssh_channel_exec(channel, "stty size", &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, socket, outcome, swiftssh_channel_request_pty_size(channel, 60, 10, 0, 0, &failure));
    CHECK_NUMBER(0, outcome);
}
