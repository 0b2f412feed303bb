/* Opening channels and running things on them. */

#include "check.h"
#include "client.h"
#include "fixture.h"

#include <string.h>

TEST(a_commands_output_comes_back) {
    BEHAVIOUR("channel.exec");
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    CHECK_TEXT("hello world\n", output_of(session, "echo hello world"));
    CHECK_TEXT("", output_of(session, "true"));
    swiftssh_channel *channel = started(session, "echo out; echo err >&2");
    CHECK_TEXT("out\n", read_all(channel, 0).data);
    CHECK_TEXT("err\n", read_all(channel, 1).data);
    CHECK_NUMBER(1, swiftssh_channel_eof(channel));
}

TEST(a_channel_runs_one_thing) {
    BEHAVIOUR("channel.runs-one-thing");
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    swiftssh_channel *channel = started(session, "echo once");
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_channel_exec(channel, "echo twice", &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_channel_shell(channel, &failure));
    CHECK_TEXT("once\n", read_all(channel, 0).data);
    OK(swiftssh_channel_wait_closed(channel, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_channel_exec(channel, "echo twice", &failure));
}

TEST(a_channel_needs_a_login) {
    BEHAVIOUR("channel.needs-login");
    swiftssh_channel *channel = (swiftssh_channel *)&channel;
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_open_session(session, &channel, &failure));
    CHECK(channel == NULL);
    CHECK(swiftssh_session_open_session(new_session(), &channel, NULL) < 0);
    CHECK(channel == NULL);
}

TEST(a_channel_that_the_server_refuses_is_told) {
    BEHAVIOUR("channel.opening-is-refused");
    swiftssh_channel *channel = NULL;
    swiftssh_session *session = logged_in("-o", "MaxSessions 1", NULL);
    REQUIRE(session != NULL);
    swiftssh_channel *first = started(session, "cat");
    FAILS(SWIFTSSH_ERROR_CHANNEL_FAILURE, swiftssh_session_open_session(session, &channel, &failure));
    CHECK(channel == NULL);
    OK(swiftssh_channel_write(first, 0, "still here", 10, &failure));
    OK(swiftssh_channel_send_eof(first, &failure));
    CHECK_TEXT("still here", read_all(first, 0).data);
}

TEST(a_variable_is_set) {
    BEHAVIOUR("channel.setenv");
    swiftssh_channel *channel = opened(logged_in(NULL));
    REQUIRE(channel != NULL);
    OK(swiftssh_channel_setenv(channel, "SWIFTSSH_TEST", "a value", &failure));
    FAILS(SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED, swiftssh_channel_setenv(channel, "LD_PRELOAD", "x", &failure));
    REQUIRE_OK(swiftssh_channel_exec(channel, "echo \"$SWIFTSSH_TEST\"", &failure));
    CHECK_TEXT("a value\n", read_all(channel, 0).data);
}

TEST(a_shell_takes_commands) {
    BEHAVIOUR("channel.shell");
    static const char commands[] = "echo from the shell\nexit 5\n";
    swiftssh_channel *channel = opened(logged_in(NULL));
    REQUIRE(channel != NULL);
    REQUIRE_OK(swiftssh_channel_shell(channel, &failure));
    CHECK_NUMBER(strlen(commands), swiftssh_channel_write(channel, 0, commands, strlen(commands), NULL));
    CHECK_CONTAINS("from the shell\n", read_all(channel, 0).data);
    check_exit(channel, SWIFTSSH_EXIT_EXITED, 5);
}

TEST(a_subsystem_starts) {
    BEHAVIOUR("channel.subsystem");
    /* SSH_FXP_INIT of version 3, and the beginning of the answer, which has the type SSH_FXP_VERSION. */
    static const uint8_t hello[] = {0, 0, 0, 5, 1, 0, 0, 0, 3};
    uint8_t answer[9] = {0};
    size_t count = 0;
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = opened(session);
    REQUIRE(channel != NULL);
    FAILS(SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED,
          swiftssh_channel_subsystem(opened(session), "no-such-subsystem", &failure));
    REQUIRE_OK(swiftssh_channel_subsystem(channel, "sftp", &failure));
    OK(swiftssh_channel_write(channel, 0, hello, sizeof hello, &failure));
    while (count < sizeof answer) {
        int64_t read = OK(swiftssh_channel_read(channel, 0, answer + count, sizeof answer - count, &failure));
        REQUIRE(read > 0);
        count += (size_t)read;
    }
    CHECK_NUMBER(2, answer[4]);
    CHECK_NUMBER(3, answer[8]);
}

TEST(any_request_starts_a_process) {
    BEHAVIOUR("channel.process-startup");
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = opened(session);
    REQUIRE(channel != NULL);
    FAILS(SWIFTSSH_ERROR_INVAL,
          swiftssh_channel_process_startup(channel, "exec", (const uint8_t *)"true\0; false", 13, &failure));
    REQUIRE_OK(swiftssh_channel_process_startup(channel, "exec", (const uint8_t *)"echo started", 12, &failure));
    CHECK_TEXT("started\n", read_all(channel, 0).data);
    FAILS(SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED,
          swiftssh_channel_process_startup(opened(session), "no-such-request", NULL, 0, &failure));
    channel = opened(session);
    REQUIRE_OK(swiftssh_channel_process_startup(channel, "shell", NULL, 0, &failure));
    OK(swiftssh_channel_send_eof(channel, &failure));
    check_exit(channel, SWIFTSSH_EXIT_EXITED, 0);
}

/* A channel, as soon as the server has room for it: it counts one that was closed until the process has ended too. */
static swiftssh_channel *opened_in_time(swiftssh_session *session) {
    swiftssh_channel *channel = NULL;
    int64_t until = milliseconds() + 60000;
    swiftssh_status outcome;
    do {
        outcome = swiftssh_session_open_session(session, &channel, NULL);
    } while (outcome == SWIFTSSH_ERROR_CHANNEL_FAILURE && milliseconds() < until);
    CHECK_NUMBER(0, outcome);
    return channel;
}

TEST(many_channels_are_opened_one_after_the_other) {
    BEHAVIOUR("channel.exec");
    swiftssh_session *session = logged_in("-o", "MaxSessions 100", NULL);
    REQUIRE(session != NULL);
    for (int round = 0; round < 150; round++) {
        swiftssh_channel *channel = opened_in_time(session);
        REQUIRE(channel != NULL);
        OK(swiftssh_channel_exec(channel, "cat", &failure));
        swiftssh_channel_free(channel);
    }
    swiftssh_channel_free(opened_in_time(session));
}
