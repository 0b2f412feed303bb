/* How a remote process ended. */

#include "check.h"
#include "client.h"
#include "fixture.h"

#include <string.h>

TEST(the_exit_status_is_told) {
    BEHAVIOUR("channel.exit-status");
    char name[16];
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    static const struct { const char *command; int32_t status; } cases[] = {
        {"exit 7", 7}, {"true", 0}, {"false", 1}, {"exit 255", 255}, {"/no/such/program", 127}};
    for (size_t index = 0; index < sizeof cases / sizeof cases[0]; index++) {
        swiftssh_channel *channel = started(session, cases[index].command);
        check_exit(channel, SWIFTSSH_EXIT_EXITED, cases[index].status);
        CHECK_NUMBER(cases[index].status, swiftssh_channel_exit_status(channel));
        CHECK_NUMBER(0, OK(swiftssh_channel_exit_signal(channel, name, sizeof name, &failure)));
        check_exit(channel, SWIFTSSH_EXIT_EXITED, cases[index].status);
    }
}

TEST(the_exit_waits_for_the_end) {
    BEHAVIOUR("channel.exit-status");
    int32_t kind = -1, status = -1;
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    swiftssh_channel *channel = started(session, "read line; exit \"$line\"");
    CHECK_NUMBER(0, swiftssh_channel_exit_status(channel));
    CHECK_NUMBER(0, swiftssh_channel_exit_kind(channel));
    OK(swiftssh_session_set_timeout(session, 50, &failure));
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_channel_wait_exit(channel, &kind, &status, &failure));
    CHECK_NUMBER(0, kind);
    CHECK_NUMBER(0, status);
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    OK(swiftssh_channel_write(channel, 0, "12\n", 3, &failure));
    check_exit(channel, SWIFTSSH_EXIT_EXITED, 12);
}

TEST(output_that_nobody_reads_does_not_hold_up_the_exit) {
    BEHAVIOUR("channel.exit-status");
    swiftssh_channel *channel = started(logged_in(NULL), "seq 1 10000; exit 9");
    REQUIRE(channel != NULL);
    check_exit(channel, SWIFTSSH_EXIT_EXITED, 9);
    CHECK_NUMBER(48894, read_all(channel, 0).length);
}

TEST(a_signal_is_told) {
    BEHAVIOUR("channel.exit-signal");
    static const char *const signals[] = {"KILL", "TERM", "SEGV"};
    char command[32] = "kill -", name[16];
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    for (size_t index = 0; index < 3; index++) {
        strcpy(command + 6, signals[index]);
        swiftssh_channel *channel = started(session, strcat(command, " $$"));
        check_exit(channel, SWIFTSSH_EXIT_SIGNALLED, 0);
        CHECK_NUMBER(4, OK(swiftssh_channel_exit_signal(channel, name, sizeof name, &failure)));
        CHECK_TEXT(signals[index], name);
        CHECK_NUMBER(0, OK(swiftssh_channel_exit_signal_message(channel, name, sizeof name, &failure)));
        CHECK_NUMBER(0, OK(swiftssh_channel_exit_signal_language(channel, name, sizeof name, &failure)));
        CHECK_NUMBER(0, swiftssh_channel_exit_signal_core_dumped(channel));
        CHECK_NUMBER(0, swiftssh_channel_exit_status(channel));
    }
}

TEST(a_channel_that_is_closed_without_a_status_is_told) {
    BEHAVIOUR("channel.closed-without-status");
    struct peer *server = peer_start(fact("ASYNCSSH_SERVER"), "--no-exit-status", fact("DIRECTORY"), NULL);
    swiftssh_session *session = session_over(connected(server->port));
    REQUIRE(session != NULL && log_in(session) == 0);
    CHECK(swiftssh_capabilities() & SWIFTSSH_CAPABILITY_EXIT_STATUS_KNOWN);
    check_exit(started(session, "exit 7"), SWIFTSSH_EXIT_CLOSED_WITHOUT_STATUS, 0);
    check_exit(started(session, "true"), SWIFTSSH_EXIT_CLOSED_WITHOUT_STATUS, 0);
}

TEST(what_a_server_says_of_a_signal_is_told) {
    BEHAVIOUR("channel.exit-signal-details");
    char text[32];
    struct peer *server = peer_start(
        fact("ASYNCSSH_SERVER"), "--exit-signal", "SEGV", "--core-dumped", "--message", "out of luck", "--language", "en-GB",
        fact("DIRECTORY"), NULL);
    swiftssh_session *session = session_over(connected(server->port));
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_channel *channel = started(session, "true");
    check_exit(channel, SWIFTSSH_EXIT_SIGNALLED, 0);
    CHECK_NUMBER(4, OK(swiftssh_channel_exit_signal(channel, text, sizeof text, &failure)));
    CHECK_TEXT("SEGV", text);
    CHECK_NUMBER(11, OK(swiftssh_channel_exit_signal_message(channel, text, sizeof text, &failure)));
    CHECK_TEXT("out of luck", text);
    CHECK_NUMBER(5, OK(swiftssh_channel_exit_signal_language(channel, text, sizeof text, &failure)));
    CHECK_TEXT("en-GB", text);
    CHECK_NUMBER(1, swiftssh_channel_exit_signal_core_dumped(channel));
}

TEST(a_killed_server_is_no_exit) {
    BEHAVIOUR("channel.killed-server-is-no-exit");
    int32_t kind = -1, status = -1;
    swiftssh_channel *channel = started(logged_in(NULL), "echo before; read line; kill -9 $PPID");
    char before[8] = "";
    REQUIRE(channel != NULL);
    CHECK_NUMBER(7, OK(swiftssh_channel_read(channel, 0, before, sizeof before - 1, &failure)));
    CHECK_TEXT("before\n", before);
    OK(swiftssh_channel_write(channel, 0, "\n", 1, &failure));
    struct bytes output = read_all(channel, 0);
    CHECK_NUMBER(0, output.length);
    CHECK(output.outcome < 0);
    CHECK_NUMBER(0, swiftssh_channel_eof(channel));
    CHECK(swiftssh_channel_wait_exit(channel, &kind, &status, &failure) < 0);
    CHECK_NUMBER(0, kind);
    CHECK_NUMBER(0, status);
    CHECK(swiftssh_channel_exit_kind(channel) < 0);
}
