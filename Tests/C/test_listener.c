/* Ports that the server listens on for its client. */

#include "check.h"
#include "client.h"
#include "drive.h"
#include "fixture.h"
#include "scope.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void free_channel(void *channel) {
    swiftssh_channel_free(channel);
}

static void free_listener(void *listener) {
    swiftssh_listener_free(listener);
}

/* A listener on a port that the server chose, with room for so many connections; NULL when there is none. */
static swiftssh_listener *listening(swiftssh_session *session, int32_t most, uint16_t *out_port) {
    int32_t port = -1;
    swiftssh_listener *listener = NULL;
    if (session == NULL) return NULL;
    OK(swiftssh_session_forward_listen(session, "127.0.0.1", 0, most, &listener, &port, &failure));
    CHECK(port > 0 && port < 65536);
    *out_port = (uint16_t)port;
    scope_defer(free_listener, listener);
    return listener;
}

/* The next connection; NULL when there is none. */
static swiftssh_channel *accepted(swiftssh_listener *listener) {
    swiftssh_channel *channel = NULL;
    OK(swiftssh_listener_accept(listener, &channel, &failure));
    scope_defer(free_channel, channel);
    return channel;
}

/* Whether the other side has ended a socket; 0 as long as it may still say something. */
static int has_ended(int socket) {
    char byte;
    ssize_t count = recv(socket, &byte, 1, MSG_DONTWAIT | MSG_PEEK);
    return count == 0 || (count < 0 && errno != EAGAIN);
}

TEST(the_server_listens_on_a_port) {
    BEHAVIOUR("session.forward-listen");
    uint16_t port;
    char buffer[8] = "";
    swiftssh_session *session = logged_in(NULL);
    swiftssh_listener *listener = listening(session, 16, &port);
    REQUIRE(listener != NULL);
    int there = connected(port);
    swiftssh_channel *channel = accepted(listener);
    REQUIRE(channel != NULL);
    OK(swiftssh_channel_write(channel, 0, "ping", 4, &failure));
    CHECK_NUMBER(4, recv(there, buffer, 4, MSG_WAITALL));
    CHECK_TEXT("ping", buffer);
    CHECK_NUMBER(4, send(there, "pong", 4, MSG_NOSIGNAL));
    shutdown(there, SHUT_WR);
    CHECK_TEXT("pong", read_all(channel, 0).data);
    swiftssh_listener *everywhere = NULL;
    OK(swiftssh_session_forward_listen(session, NULL, 0, 16, &everywhere, NULL, &failure));
    swiftssh_listener_free(everywhere);
}

TEST(a_port_that_the_server_refuses_is_told) {
    BEHAVIOUR("session.forward-listen-is-refused");
    int32_t port = -1;
    swiftssh_listener *listener = (swiftssh_listener *)&port;
    swiftssh_session *session = logged_in("-o", "AllowTcpForwarding no", NULL);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_REQUEST_DENIED,
          swiftssh_session_forward_listen(session, NULL, 0, 16, &listener, &port, &failure));
    CHECK(listener == NULL);
    CHECK_NUMBER(0, port);
    FAILS(SWIFTSSH_ERROR_INVAL,
          swiftssh_session_forward_listen(new_session(), NULL, 0, 16, &listener, &port, &failure));
}

TEST(connections_that_wait_are_accepted_in_turn) {
    BEHAVIOUR("listener.accept");
    enum { MANY = 6 };
    uint16_t port;
    int there[MANY];
    swiftssh_channel *channels[MANY];
    swiftssh_session *session = logged_in(NULL);
    swiftssh_listener *listener = listening(session, 16, &port);
    REQUIRE(listener != NULL);
    for (int index = 0; index < MANY; index++) {
        char byte = (char)('a' + index);
        there[index] = connected(port);
        CHECK_NUMBER(1, send(there[index], &byte, 1, MSG_NOSIGNAL));
        shutdown(there[index], SHUT_WR);
    }
    for (int index = 0; index < MANY; index++) REQUIRE((channels[index] = accepted(listener)) != NULL);
    for (int index = 0; index < MANY; index++) {
        char expected[2] = {(char)('a' + index), '\0'};
        CHECK_TEXT(expected, read_all(channels[index], 0).data);
    }
    OK(swiftssh_session_set_timeout(session, 100, &failure));
    swiftssh_channel *none = NULL;
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_listener_accept(listener, &none, &failure));
    CHECK(none == NULL);
}

TEST(two_listeners_tell_their_connections_apart) {
    BEHAVIOUR("listener.two-at-once");
    uint16_t port, other_port;
    swiftssh_session *session = logged_in(NULL);
    swiftssh_listener *listener = listening(session, 16, &port), *other = listening(session, 16, &other_port);
    REQUIRE(listener != NULL && other != NULL);
    CHECK_NUMBER(1, send(connected(other_port), "o", 1, MSG_NOSIGNAL));
    CHECK_NUMBER(1, send(connected(port), "f", 1, MSG_NOSIGNAL));
    char byte = '\0';
    OK(swiftssh_channel_read(accepted(listener), 0, &byte, 1, &failure));
    CHECK_NUMBER('f', byte);
    OK(swiftssh_channel_read(accepted(other), 0, &byte, 1, &failure));
    CHECK_NUMBER('o', byte);
}

TEST(more_than_may_wait_are_refused) {
    BEHAVIOUR("listener.queue-overflow-is-refused");
    enum { MANY = 5 };
    uint16_t port;
    int there[MANY], ended = 0;
    swiftssh_session *session = logged_in(NULL);
    swiftssh_listener *listener = listening(session, 2, &port);
    REQUIRE(listener != NULL);
    for (int index = 0; index < MANY; index++) {
        there[index] = connected(port);
        /* Takes in what has come, so that they do not all come at once. */
        OK(swiftssh_session_ping(session, &failure));
    }
    while (ended < MANY - 2) {
        if (OK(swiftssh_session_ping(session, &failure)) < 0) return;
        ended = 0;
        for (int index = 0; index < MANY; index++) ended += has_ended(there[index]);
    }
    CHECK_NUMBER(MANY - 2, ended);
    CHECK(accepted(listener) != NULL && accepted(listener) != NULL);
    swiftssh_channel *none = NULL;
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    FAILS(SWIFTSSH_ERROR_EAGAIN, swiftssh_listener_accept(listener, &none, &failure));
}

TEST(a_cancelled_listener_listens_no_more) {
    BEHAVIOUR("listener.cancel");
    uint16_t port;
    char buffer[8] = "";
    swiftssh_channel *none = NULL;
    swiftssh_session *session = logged_in(NULL);
    swiftssh_listener *listener = listening(session, 16, &port);
    REQUIRE(listener != NULL);
    int there = connected(port), waiting = connected(port);
    swiftssh_channel *channel = accepted(listener);
    OK(swiftssh_listener_cancel(listener, &failure));
    OK(swiftssh_listener_cancel(listener, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_listener_accept(listener, &none, &failure));
    OK(swiftssh_channel_write(channel, 0, "goes on", 7, &failure));
    CHECK_NUMBER(7, recv(there, buffer, 7, MSG_WAITALL));
    // The server may tell of it only now; then it is refused when the session next hears of it.
    ssize_t outcome;
    while ((outcome = recv(waiting, buffer, 1, MSG_DONTWAIT)) < 0 && errno == EAGAIN) {
        OK(swiftssh_session_ping(session, &failure));
    }
    CHECK(outcome <= 0);
}

struct waiter {
    swiftssh_listener *listener;
    int64_t outcome;
};

static void *wait_for_connection(void *pointer) {
    struct waiter *waiter = pointer;
    swiftssh_channel *channel = NULL;
    waiter->outcome = swiftssh_listener_accept(waiter->listener, &channel, NULL);
    swiftssh_channel_free(channel);
    return NULL;
}

/* Whether the thread waits already or is about to makes no difference to what it must see. */
TEST(a_cancel_wakes_who_waits) {
    BEHAVIOUR("listener.cancel-wakes-accept");
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    OK(swiftssh_session_set_timeout(session, 0, &failure));
    for (int round = 0; round < 50; round++) {
        uint16_t port;
        pthread_t thread;
        struct waiter waiter = {listening(session, 16, &port), 0};
        REQUIRE(pthread_create(&thread, NULL, wait_for_connection, &waiter) == 0);
        if (round % 2 == 0) OK(swiftssh_session_ping(session, &failure));
        OK(swiftssh_listener_cancel(waiter.listener, &failure));
        pthread_join(thread, NULL);
        CHECK_NUMBER(SWIFTSSH_ERROR_BAD_USE, waiter.outcome);
    }
}

TEST(a_close_wakes_who_waits) {
    BEHAVIOUR("listener.close-wakes-accept");
    for (int round = 0; round < 10; round++) {
        uint16_t port;
        pthread_t thread;
        swiftssh_session *session = logged_in(NULL);
        struct waiter waiter = {listening(session, 16, &port), 0};
        REQUIRE(session != NULL && pthread_create(&thread, NULL, wait_for_connection, &waiter) == 0);
        if (round % 2 == 0) OK(swiftssh_session_ping(session, &failure));
        OK(swiftssh_session_close(session, &failure));
        pthread_join(thread, NULL);
        CHECK(waiter.outcome == SWIFTSSH_ERROR_CANCELLED || waiter.outcome == SWIFTSSH_ERROR_CLOSED);
    }
}

TEST(listeners_are_freed_in_any_order) {
    BEHAVIOUR("listener.freed-in-any-order");
    for (int order = 0; order < 6; order++) {
        uint16_t port;
        swiftssh_session *session = logged_in(NULL);
        swiftssh_listener *listener = listening(session, 16, &port);
        REQUIRE(listener != NULL);
        connected(port);
        connected(port);
        swiftssh_channel *channel = accepted(listener);
        for (int step = 0; step < 3; step++) {
            switch ((order + step * (order < 3 ? 1 : 2)) % 3) {
            case 0: swiftssh_session_free(session); break;
            case 1: swiftssh_listener_free(listener); break;
            default: swiftssh_channel_free(channel);
            }
        }
        swiftssh_listener_free(listener);
    }
    swiftssh_listener_free(NULL);
}

TEST(letting_go_stops_listening) {
    BEHAVIOUR("listener.letting-go-stops-listening");
    uint16_t port;
    swiftssh_session *session = logged_in(NULL);
    swiftssh_listener *listener = listening(session, 16, &port);
    REQUIRE(listener != NULL);
    int waiting = connected(port);
    swiftssh_listener_free(listener);
    char byte;
    ssize_t outcome;
    while ((outcome = recv(waiting, &byte, 1, MSG_DONTWAIT)) < 0 && errno == EAGAIN) {
        OK(swiftssh_session_ping(session, &failure));
    }
    CHECK(outcome <= 0);
}

TEST(a_keepalives_answer_is_not_taken_for_the_listeners) {
    BEHAVIOUR("listener.after-a-keepalive");
    uint16_t port;
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    OK(swiftssh_session_keepalive_config(session, 1, 60, &failure));
    OK(swiftssh_session_keepalive_send(session, NULL, &failure));
    REQUIRE(listening(session, 16, &port) != NULL);
}

TEST(a_listener_is_driven_by_its_caller) {
    BEHAVIOUR("listener.non-blocking");
    int64_t outcome;
    int32_t port = 0;
    swiftssh_listener *listener = NULL;
    swiftssh_channel *channel = NULL;
    int socket = sshd(NULL)->socket;
    swiftssh_session *session = session_over(socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    DRIVE(session, socket, outcome,
          swiftssh_session_forward_listen(session, "127.0.0.1", 0, 16, &listener, &port, &failure));
    CHECK_NUMBER(0, outcome);
    scope_defer(free_listener, listener);
    FAILS(SWIFTSSH_ERROR_EAGAIN, swiftssh_listener_accept(listener, &channel, &failure));
    connected((uint16_t)port);
    DRIVE(session, socket, outcome, swiftssh_listener_accept(listener, &channel, &failure));
    CHECK_NUMBER(0, outcome);
    scope_defer(free_channel, channel);
    DRIVE(session, socket, outcome, swiftssh_listener_cancel(listener, &failure));
    CHECK_NUMBER(0, outcome);
}
