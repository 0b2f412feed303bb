/* Keeping a session alive, and ending it. */

#include "check.h"
#include "client.h"
#include "fixture.h"

#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

TEST(a_keepalive_tells_when_the_next_is_due) {
    BEHAVIOUR("session.keepalive");
    int32_t seconds = -1;
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    OK(swiftssh_session_keepalive_send(session, &seconds, &failure));
    CHECK_NUMBER(0, seconds);
    OK(swiftssh_session_keepalive_config(session, 1, 600, &failure));
    OK(swiftssh_session_keepalive_send(session, &seconds, &failure));
    CHECK(seconds > 500 && seconds <= 600);
    OK(swiftssh_session_keepalive_send(session, NULL, &failure));
    CHECK_TEXT("alive\n", output_of(session, "echo alive"));
    OK(swiftssh_session_keepalive_config(session, 0, 0, &failure));
    OK(swiftssh_session_keepalive_send(session, &seconds, &failure));
    CHECK_NUMBER(0, seconds);
}

TEST(a_ping_is_answered) {
    BEHAVIOUR("session.ping");
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    for (int round = 0; round < 20; round++) OK(swiftssh_session_ping(session, &failure));
    CHECK_TEXT("alive\n", output_of(session, "echo alive"));
}

TEST(a_ping_to_a_server_that_has_stopped_times_out) {
    BEHAVIOUR("session.ping");
    struct peer *peer = peer_start(fact("SCRIPTED_PEER"), "stall", "12000", "--", fact("SSHD_INETD"), NULL);
    swiftssh_session *session = session_over(connected(peer->port));
    REQUIRE(session != NULL && log_in(session) == 0);
    OK(swiftssh_session_set_timeout(session, 200, &failure));
    swiftssh_status outcome = 0;
    for (int round = 0; round < 1000 && outcome == 0; round++) outcome = swiftssh_session_ping(session, NULL);
    CHECK_NUMBER(SWIFTSSH_ERROR_TIMEOUT, outcome);
}

TEST(a_goodbye_may_be_said_twice) {
    BEHAVIOUR("session.disconnect");
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    OK(swiftssh_session_disconnect(session, 11, "that was all", "en", &failure));
    OK(swiftssh_session_disconnect(session, 11, "that was all", "en", &failure));
    CHECK(swiftssh_session_ping(session, NULL) < 0);
    OK(swiftssh_session_disconnect(new_session(), 11, NULL, NULL, &failure));
}

TEST(the_server_hears_the_goodbye) {
    BEHAVIOUR("session.disconnect");
    char rest[4096];
    struct server *server = sshd(NULL);
    swiftssh_session *session = session_over(server->socket);
    REQUIRE(session != NULL);
    OK(swiftssh_session_disconnect(session, 11, "bye", NULL, &failure));
    ssize_t count;
    do {
        count = recv(server->socket, rest, sizeof rest, 0);
    } while (count > 0);
    /* sshd ends the connection because it was asked to. */
    CHECK(count <= 0);
}

TEST(a_closed_session_refuses_everything) {
    BEHAVIOUR("session.use-after-close");
    char buffer[64];
    swiftssh_channel *none = NULL;
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    swiftssh_channel *channel = started(session, "cat");
    OK(swiftssh_session_close(session, &failure));
    OK(swiftssh_session_close(session, &failure));
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_session_open_session(session, &none, &failure));
    CHECK(none == NULL);
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_session_ping(session, &failure));
    FAILS(SWIFTSSH_ERROR_CLOSED,
          swiftssh_session_userauth_password(session, fact("USER"), NULL, 0, &failure));
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_session_handshake(session, 0, &failure));
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_channel_read(channel, 0, buffer, sizeof buffer, &failure));
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_channel_write(channel, 0, "x", 1, &failure));
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_channel_exec(channel, "true", &failure));
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_channel_wait_exit(channel, NULL, NULL, &failure));
    OK(swiftssh_session_disconnect(session, 11, NULL, NULL, &failure));
}

TEST(a_session_can_be_closed_before_it_is_connected) {
    BEHAVIOUR("session.use-after-close");
    swiftssh_session *session = new_session();
    OK(swiftssh_session_close(session, &failure));
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_session_handshake(session, sshd(NULL)->socket, &failure));
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_session_connect(session, "127.0.0.1", closed_port(), &failure));
}
