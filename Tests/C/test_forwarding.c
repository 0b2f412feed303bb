/* Connections that the server makes for its client. */

#include "check.h"
#include "client.h"
#include "drive.h"
#include "fixture.h"
#include "scope.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static void free_channel(void *channel) {
    swiftssh_channel_free(channel);
}

/* A port of the loopback interface that sends back what comes; 0 when there is none. */
static uint16_t echo_port(void) {
    return peer_start(fact("SERVE"), "--", "/bin/cat", NULL)->port;
}

/* A channel to a port; NULL when there is none. */
static swiftssh_channel *tunnel(swiftssh_session *session, uint16_t port) {
    swiftssh_channel *channel = NULL;
    OK(swiftssh_session_direct_tcpip(session, "127.0.0.1", port, "127.0.0.1", 22, &channel, &failure));
    scope_defer(free_channel, channel);
    return channel;
}

/* A UNIX socket that listens, and its path. */
static int listening_at(char path[108]) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int descriptor = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    snprintf(path, 108, "%s/%d.socket", fact("HOME"), (int)getpid());
    unlink(path);
    memcpy(address.sun_path, path, strlen(path) + 1);
    CHECK_NUMBER(0, bind(descriptor, (struct sockaddr *)&address, sizeof address));
    CHECK_NUMBER(0, listen(descriptor, 4));
    return descriptor;
}

TEST(the_server_connects_to_a_port) {
    BEHAVIOUR("session.direct-tcpip");
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    swiftssh_channel *channel = tunnel(session, echo_port());
    REQUIRE(channel != NULL);
    OK(swiftssh_channel_write(channel, 0, "there and back", 14, &failure));
    OK(swiftssh_channel_send_eof(channel, &failure));
    CHECK_TEXT("there and back", read_all(channel, 0).data);
    channel = tunnel(session, peer_start(fact("SERVE"), "--", "/bin/echo", "hello", NULL)->port);
    CHECK_TEXT("hello\n", read_all(channel, 0).data);
}

TEST(a_port_that_nobody_listens_on_is_told) {
    BEHAVIOUR("session.direct-tcpip-is-refused");
    swiftssh_channel *channel = NULL;
    swiftssh_session *session = logged_in(NULL), *refusing = logged_in("-o", "AllowTcpForwarding no", NULL);
    REQUIRE(session != NULL && refusing != NULL);
    FAILS(SWIFTSSH_ERROR_CHANNEL_FAILURE, swiftssh_session_direct_tcpip(
        session, "127.0.0.1", closed_port(), "127.0.0.1", 22, &channel, &failure));
    CHECK(channel == NULL);
    CHECK_CONTAINS("onnect", swiftssh_error_message(failure));
    FAILS(SWIFTSSH_ERROR_CHANNEL_FAILURE, swiftssh_session_direct_tcpip(
        refusing, "127.0.0.1", 22, "127.0.0.1", 22, &channel, &failure));
    CHECK_CONTAINS("rohibited", swiftssh_error_message(failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_direct_tcpip(
        new_session(), "127.0.0.1", 22, "127.0.0.1", 22, &channel, &failure));
    CHECK_TEXT("on\n", output_of(session, "echo on"));
}

TEST(the_server_connects_to_a_unix_socket) {
    BEHAVIOUR("session.direct-streamlocal");
    char path[108], buffer[16] = "";
    swiftssh_channel *channel = NULL;
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    int listener = listening_at(path);
    OK(swiftssh_session_direct_streamlocal(session, path, "localhost", 0, &channel, &failure));
    scope_defer(free_channel, channel);
    int there = accept(listener, NULL, NULL);
    OK(swiftssh_channel_write(channel, 0, "ping", 4, &failure));
    CHECK_NUMBER(4, recv(there, buffer, 4, MSG_WAITALL));
    CHECK_TEXT("ping", buffer);
    CHECK_NUMBER(4, send(there, "pong", 4, MSG_NOSIGNAL));
    close(there);
    CHECK_TEXT("pong", read_all(channel, 0).data);
    close(listener);
    unlink(path);
    FAILS(SWIFTSSH_ERROR_CHANNEL_FAILURE,
          swiftssh_session_direct_streamlocal(session, path, "localhost", 0, &channel, &failure));
}

enum { TWENTY_MEGABYTES = 20 << 20 };

/* One end of a connection that carries a pattern in both directions. */
struct carrier {
    swiftssh_channel *channel;
    uint32_t seed;
    int64_t outcome;
    uint64_t sum;
};

static void *write_pattern(void *pointer) {
    struct carrier *carrier = pointer;
    uint32_t state = carrier->seed;
    uint8_t piece[50000];
    for (size_t written = 0; written < TWENTY_MEGABYTES && carrier->outcome >= 0;) {
        size_t count = TWENTY_MEGABYTES - written < sizeof piece ? TWENTY_MEGABYTES - written : sizeof piece;
        for (size_t index = 0; index < count; index++) {
            piece[index] = (uint8_t)((state = state * 1664525 + 1013904223) >> 24);
            carrier->sum = carrier->sum * 31 + piece[index];
        }
        carrier->outcome = swiftssh_channel_write(carrier->channel, 0, piece, count, NULL);
        written += count;
    }
    if (carrier->outcome >= 0) carrier->outcome = swiftssh_channel_send_eof(carrier->channel, NULL);
    return NULL;
}

static void *read_pattern(void *pointer) {
    struct carrier *carrier = pointer;
    uint8_t piece[50000];
    while ((carrier->outcome = swiftssh_channel_read(carrier->channel, 0, piece, sizeof piece, NULL)) > 0) {
        for (int64_t index = 0; index < carrier->outcome; index++) carrier->sum = carrier->sum * 31 + piece[index];
    }
    return NULL;
}

TEST(much_goes_both_ways_at_once_through_two_channels) {
    BEHAVIOUR("forwarding.large-both-ways");
    pthread_t threads[4];
    struct carrier carriers[4];
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    uint16_t port = echo_port();
    for (int index = 0; index < 4; index++) {
        swiftssh_channel *channel = index % 2 == 0 ? tunnel(session, port) : carriers[index - 1].channel;
        carriers[index] = (struct carrier){channel, (uint32_t)index, 0, 0};
        REQUIRE(channel != NULL);
    }
    for (int index = 0; index < 4; index++) {
        pthread_create(&threads[index], NULL, index % 2 == 0 ? write_pattern : read_pattern, &carriers[index]);
    }
    for (int index = 0; index < 4; index++) {
        pthread_join(threads[index], NULL);
        CHECK_NUMBER(0, carriers[index].outcome);
    }
    CHECK(carriers[0].sum == carriers[1].sum && carriers[2].sum == carriers[3].sum);
    CHECK(carriers[0].sum != carriers[2].sum);
}

TEST(connections_are_driven_by_their_caller) {
    BEHAVIOUR("session.direct-non-blocking");
    char path[108];
    int64_t outcome;
    swiftssh_channel *channel = NULL, *local = NULL;
    int socket = sshd(NULL)->socket, listener = listening_at(path);
    uint16_t port = echo_port();
    swiftssh_session *session = session_over(socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    DRIVE(session, socket, outcome, swiftssh_session_direct_tcpip(
        session, "127.0.0.1", port, "127.0.0.1", 22, &channel, &failure));
    CHECK_NUMBER(0, outcome);
    scope_defer(free_channel, channel);
    DRIVE(session, socket, outcome,
          swiftssh_session_direct_streamlocal(session, path, "localhost", 0, &local, &failure));
    CHECK_NUMBER(0, outcome);
    scope_defer(free_channel, local);
    DRIVE(session, socket, outcome, swiftssh_channel_write(channel, 0, "again", 5, &failure));
    CHECK_NUMBER(5, outcome);
    DRIVE(session, socket, outcome, swiftssh_channel_read(channel, 0, path, 5, &failure));
    CHECK_NUMBER(5, outcome);
    close(listener);
}
