/* Connections that are cut or damaged while a command runs. */

#include "check.h"
#include "client.h"
#include "fixture.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>

static const char command[] = "seq 1 1000000";
enum { WHOLE = 6888896, SERVED = 1000000, MOST_OVERHEAD = 80000 };

/* Checks that bytes are the beginning of the command's output. */
static void check_beginning(struct bytes bytes) {
    char line[16];
    size_t position = 0;
    for (int number = 1; position < bytes.length; number++) {
        size_t length = (size_t)snprintf(line, sizeof line, "%d\n", number);
        if (length > bytes.length - position) length = bytes.length - position;
        if (!CHECK(memcmp(bytes.data + position, line, length) == 0)) return;
        position += length;
    }
}

/* Runs the command over a connection with a fault after a million bytes. */
static void check_cut(struct peer *peer, int is_silent) {
    int32_t kind = -1, status = -1;
    char byte;
    swiftssh_session *session = session_over(connected(peer->port));
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_channel *channel = started(session, command);
    size_t early = 0;
    struct bytes output = {calloc(1, WHOLE + 1), 0, 0};
    REQUIRE(output.data != NULL);
    while (is_silent && early <= SERVED - MOST_OVERHEAD) {
        int64_t count = OK(swiftssh_channel_read(channel, 0, output.data + early, 4096, &failure));
        if (count <= 0) break;
        early += (size_t)count;
    }
    if (is_silent) {
        /* Nothing more is on its way then. */
        CHECK(peer_has_said(peer, "STALLED", 60000));
        OK(swiftssh_session_set_timeout(session, 300, &failure));
    }
    struct bytes late = read_all(channel, 0);
    CHECK(late.outcome < 0);
    CHECK_NUMBER(is_silent, late.outcome == SWIFTSSH_ERROR_TIMEOUT);
    output.length = early + late.length;
    CHECK(output.length > SERVED - MOST_OVERHEAD && output.length < WHOLE);
    if (output.length < WHOLE) memcpy(output.data + early, late.data, late.length);
    check_beginning(output);
    free(output.data);
    CHECK(swiftssh_channel_read(channel, 0, &byte, 1, NULL) < 0);
    CHECK_NUMBER(0, swiftssh_channel_eof(channel));
    CHECK(swiftssh_channel_wait_exit(channel, &kind, &status, NULL) < 0);
    CHECK_NUMBER(0, kind);
    CHECK_NUMBER(0, status);
    CHECK_NUMBER(0, swiftssh_channel_exit_status(channel));
}

TEST(a_connection_that_ends_gives_what_came) {
    BEHAVIOUR("channel.cut-gives-what-came");
    check_cut(peer_start(fact("SCRIPTED_PEER"), "cut-fin", "1000000", "--", fact("SSHD_INETD"), NULL), 0);
}

TEST(a_connection_that_is_reset_gives_what_came) {
    BEHAVIOUR("channel.cut-gives-what-came");
    struct peer *peer = peer_start(fact("SCRIPTED_PEER"), "cut-reset", "1000000", "--", fact("SSHD_INETD"), NULL);
    swiftssh_session *session = session_over(connected(peer->port));
    REQUIRE(session != NULL && log_in(session) == 0);
    int32_t kind = -1;
    swiftssh_channel *channel = started(session, command);
    struct bytes output = read_all(channel, 0);
    /* A reset may throw away what the system held: what was read is right, how much it is cannot be said. */
    CHECK(output.outcome < 0 && output.length < WHOLE);
    check_beginning(output);
    CHECK(swiftssh_channel_wait_exit(channel, &kind, NULL, NULL) < 0);
    CHECK_NUMBER(0, kind);
}

TEST(a_connection_that_stalls_gives_what_came) {
    BEHAVIOUR("channel.cut-gives-what-came");
    check_cut(peer_start(fact("SCRIPTED_PEER"), "stall", "1000000", "--", fact("SSHD_INETD"), NULL), 1);
}

TEST(a_flipped_bit_ends_the_session) {
    BEHAVIOUR("session.damaged-bytes-are-noticed");
    char byte;
    struct peer *peer = peer_start(fact("SCRIPTED_PEER"), "flip", "500000", "--", fact("SSHD_INETD"), NULL);
    swiftssh_session *session = session_over(connected(peer->port));
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_channel *channel = started(session, command);
    struct bytes output = read_all(channel, 0);
    CHECK(output.outcome < 0 && output.outcome != SWIFTSSH_ERROR_TIMEOUT);
    CHECK(output.length < 500000);
    check_beginning(output);
    CHECK(swiftssh_channel_read(channel, 0, &byte, 1, NULL) < 0);
    CHECK(swiftssh_session_ping(session, NULL) < 0);
}

TEST(small_pieces_do_no_harm) {
    BEHAVIOUR("channel.exec");
    struct peer *peer = peer_start(fact("SCRIPTED_PEER"), "fragment", "7", "--", fact("SSHD_INETD"), NULL);
    swiftssh_session *session = session_over(connected(peer->port));
    REQUIRE(session != NULL && log_in(session) == 0);
    CHECK_TEXT("in pieces\n", output_of(session, "echo in pieces"));
}

static void ignore(int number) {
    (void)number;
}

TEST(signals_interrupt_nothing) {
    BEHAVIOUR("process.signals-do-no-harm");
    struct sigaction action, before;
    struct itimerval every = {{0, 1000}, {0, 1000}}, never = {{0, 0}, {0, 0}};
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    memset(&action, 0, sizeof action);
    action.sa_handler = ignore;
    sigaction(SIGALRM, &action, &before);
    setitimer(ITIMER_REAL, &every, NULL);
    struct bytes output = read_all(started(session, command), 0);
    setitimer(ITIMER_REAL, &never, NULL);
    sigaction(SIGALRM, &before, NULL);
    CHECK_NUMBER(0, output.outcome);
    CHECK_NUMBER(WHOLE, output.length);
    check_beginning(output);
}

TEST(a_peer_that_has_gone_raises_no_signal) {
    BEHAVIOUR("process.signals-do-no-harm");
    struct server *server = sshd(NULL);
    swiftssh_session *session = session_over(server->socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_channel *channel = started(session, "read line; kill -9 $PPID");
    REQUIRE(channel != NULL);
    OK(swiftssh_channel_write(channel, 0, "\n", 1, &failure));
    CHECK(swiftssh_channel_wait_closed(channel, NULL) < 0);
    for (int round = 0; round < 3; round++) {
        CHECK(swiftssh_channel_write(channel, 0, "x", 1, NULL) < 0);
        CHECK(swiftssh_session_ping(session, NULL) < 0);
    }
}
