/* Clients: forwards and jump hosts. */

#include "check.h"
#include "connecting.h"
#include "fixture.h"
#include "scope.h"

#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void free_forward(void *forward) {
    swiftssh_forward_free(forward);
}

static void close_number(void *pointer) {
    close((int)(intptr_t)pointer);
}

static void *echo(void *pointer) {
    int connection = (int)(intptr_t)pointer;
    char data[65536];
    ssize_t count;
    while ((count = recv(connection, data, sizeof data, 0)) > 0) {
        for (ssize_t sent = 0, more; sent < count; sent += more) {
            more = send(connection, data + sent, (size_t)(count - sent), MSG_NOSIGNAL);
            if (more <= 0) break;
        }
    }
    close(connection);
    return NULL;
}

static void *accept_all(void *pointer) {
    int connection;
    pthread_t thread;
    while ((connection = accept((int)(intptr_t)pointer, NULL, NULL)) >= 0) {
        pthread_create(&thread, NULL, echo, (void *)(intptr_t)connection);
        pthread_detach(thread);
    }
    return NULL;
}

struct echo_server {
    int listener;
    pthread_t thread;
};

static void end_echo(void *pointer) {
    struct echo_server *server = pointer;
    shutdown(server->listener, SHUT_RDWR);
    pthread_join(server->thread, NULL);
    close(server->listener);
    free(server);
}

/* The port of a server that sends back what comes, until the test case ends. */
static uint16_t echo_port(void) {
    struct echo_server *server = calloc(1, sizeof *server);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    if (server == NULL) abort();
    server->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    CHECK_NUMBER(0, bind(server->listener, (struct sockaddr *)&address, length));
    CHECK_NUMBER(0, listen(server->listener, 16));
    CHECK_NUMBER(0, getsockname(server->listener, (struct sockaddr *)&address, &length));
    CHECK_NUMBER(0, pthread_create(&server->thread, NULL, accept_all, (void *)(intptr_t)server->listener));
    scope_defer(end_echo, server);
    return ntohs(address.sin_port);
}

struct sending {
    int socket;
    const char *data;
    size_t length;
};

static void *send_all(void *pointer) {
    struct sending *sending = pointer;
    for (size_t sent = 0; sent < sending->length;) {
        ssize_t count = send(sending->socket, sending->data + sent, sending->length - sent, MSG_NOSIGNAL);
        if (count <= 0) break;
        sent += (size_t)count;
    }
    shutdown(sending->socket, SHUT_WR);
    return NULL;
}

/* Sends ten megabytes through a connection and checks that they come back. */
static void check_echo(int connection) {
    const size_t length = 10000000;
    char *data = malloc(length), *back = calloc(1, length);
    if (data == NULL || back == NULL) abort();
    for (size_t index = 0; index < length; index++) data[index] = (char)(index * 31 >> 3);
    struct sending sending = {connection, data, length};
    pthread_t thread;
    CHECK_NUMBER(0, pthread_create(&thread, NULL, send_all, &sending));
    CHECK_NUMBER(length, recv(connection, back, length, MSG_WAITALL));
    CHECK(memcmp(data, back, length) == 0);
    CHECK_NUMBER(0, recv(connection, back, 1, 0));
    pthread_join(thread, NULL);
    close(connection);
    free(data);
    free(back);
}

static uint16_t port_of(swiftssh_forward *forward) {
    int32_t port = swiftssh_forward_bound_port(forward);
    CHECK(port > 0 && port < 65536);
    return (uint16_t)port;
}

TEST(a_port_of_this_machine) {
    BEHAVIOUR("client.forward-local");
    swiftssh_client *client = connected_client();
    swiftssh_forward *forward = NULL;
    REQUIRE_OK(swiftssh_client_forward_local(client, NULL, 0, "127.0.0.1", echo_port(), &forward, &failure));
    scope_defer(free_forward, forward);
    check_echo(connected(port_of(forward)));
    uint64_t active = 1, total = 0, failed = 9, sent = 0, received = 0;
    OK(swiftssh_forward_counts(forward, &active, &total, &failed, &sent, &received, &failure));
    CHECK_NUMBER(1, total);
    CHECK_NUMBER(0, failed);
    CHECK_NUMBER(10000000, sent);
    CHECK_NUMBER(10000000, received);
    OK(swiftssh_forward_last_error(forward, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_client_forward_local(client, NULL, 0, "x", 0, &forward, &failure));
    CHECK(forward == NULL);
}

TEST(a_refusal_is_reported) {
    BEHAVIOUR("client.forward-refused");
    swiftssh_client *client = connected_client();
    swiftssh_forward *forward = NULL;
    REQUIRE_OK(swiftssh_client_forward_local(client, "127.0.0.1", 0, "127.0.0.1", closed_port(), &forward, &failure));
    scope_defer(free_forward, forward);
    char byte;
    int connection = connected(port_of(forward));
    CHECK_NUMBER(0, recv(connection, &byte, 1, 0));
    close(connection);
    FAILS(SWIFTSSH_ERROR_CHANNEL_FAILURE, swiftssh_forward_last_error(forward, &failure));
    CHECK_NUMBER(1, swiftssh_forward_is_open(forward));
}

TEST(a_port_without_a_descriptor) {
    BEHAVIOUR("client.forward-local");
    swiftssh_client *client = connected_client();
    swiftssh_forward *forward = NULL;
    few_descriptors(0);
    FAILS(SWIFTSSH_ERROR_CONNECT, swiftssh_client_forward_local(client, "127.0.0.1", 0, "127.0.0.1", 9, &forward, &failure));
    CHECK_NUMBER(EMFILE, swiftssh_error_errno(failure));
}

TEST(closing_ends_it) {
    BEHAVIOUR("client.forward-close");
    BEHAVIOUR("client.forward-half-close");
    swiftssh_client *client = connected_client();
    swiftssh_forward *forward = NULL;
    REQUIRE_OK(swiftssh_client_forward_local(client, NULL, 0, "127.0.0.1", echo_port(), &forward, &failure));
    scope_defer(free_forward, forward);
    char bytes[4];
    int half = connected(port_of(forward)), whole = connected(port_of(forward));
    scope_defer(close_number, (void *)(intptr_t)half);
    scope_defer(close_number, (void *)(intptr_t)whole);
    CHECK_NUMBER(3, send(half, "end", 3, MSG_NOSIGNAL));
    shutdown(half, SHUT_WR);
    CHECK_NUMBER(3, recv(half, bytes, 4, MSG_WAITALL));
    CHECK_NUMBER(1, send(whole, "x", 1, MSG_NOSIGNAL));
    CHECK_NUMBER(1, recv(whole, bytes, 1, 0));
    OK(swiftssh_forward_close(forward, &failure));
    OK(swiftssh_forward_close(forward, &failure));
    CHECK_NUMBER(0, swiftssh_forward_is_open(forward));
    CHECK(recv(whole, bytes, 1, 0) <= 0);
}

TEST(a_port_of_the_servers) {
    BEHAVIOUR("client.forward-remote");
    swiftssh_client *client = connected_client();
    swiftssh_forward *forward = NULL;
    REQUIRE_OK(swiftssh_client_forward_remote(client, NULL, 0, "127.0.0.1", echo_port(), PATIENCE, &forward, &failure));
    scope_defer(free_forward, forward);
    check_echo(connected(port_of(forward)));
}

TEST(socks) {
    BEHAVIOUR("client.socks");
    swiftssh_client *client = connected_client();
    swiftssh_forward *forward = NULL;
    uint16_t port = echo_port();
    REQUIRE_OK(swiftssh_client_forward_socks(client, NULL, 0, &forward, &failure));
    scope_defer(free_forward, forward);
    int connection = connected(port_of(forward));
    uint8_t request[] = {5, 1, 0, 1, 127, 0, 0, 1, (uint8_t)(port >> 8), (uint8_t)port}, answer[10];
    CHECK_NUMBER(3, send(connection, "\5\1\0", 3, MSG_NOSIGNAL));
    CHECK_NUMBER(2, recv(connection, answer, 2, MSG_WAITALL));
    CHECK(answer[0] == 5 && answer[1] == 0);
    CHECK_NUMBER(10, send(connection, request, 10, MSG_NOSIGNAL));
    CHECK_NUMBER(10, recv(connection, answer, 10, MSG_WAITALL));
    CHECK(answer[0] == 5 && answer[1] == 0);
    check_echo(connection);
}

TEST(through_a_jump_host) {
    BEHAVIOUR("client.jump");
    swiftssh_client *outer = connected_client();
    swiftssh_client *inner = ready_client(sshd_port(NULL));
    swiftssh_command_result *result = NULL;
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_client_set_jump_host(inner, inner, &failure));
    OK(swiftssh_client_set_jump_host(inner, outer, &failure));
    OK(swiftssh_client_connect(inner, PATIENCE, &failure));
    REQUIRE_OK(swiftssh_client_run(inner, "head -c 3000000 /dev/zero", NULL, 0, NULL, 0, -1, PATIENCE, &result, &failure));
    CHECK_NUMBER(3000000, swiftssh_command_result_output(result, 0, NULL, 0));
    swiftssh_command_result_free(result);
    OK(swiftssh_client_close(outer, &failure));
    CHECK(swiftssh_client_run(inner, "true", NULL, 0, NULL, 0, -1, PATIENCE, &result, NULL) < 0);
}

TEST(a_host_behind_a_jump_host_is_not_reached) {
    BEHAVIOUR("client.jump-refused");
    swiftssh_client *inner = NULL;
    REQUIRE_OK(swiftssh_client_new("no-such-host.invalid", 22, "x", &inner, &failure));
    OK(swiftssh_client_set_jump_host(inner, connected_client(), &failure));
    FAILS(SWIFTSSH_ERROR_CONNECT, swiftssh_client_connect(inner, PATIENCE, &failure));
    CHECK_TEXT("no-such-host.invalid", swiftssh_error_host(failure));
    CHECK_NUMBER(22, swiftssh_error_port(failure));
    CHECK_CONTAINS("through 127.0.0.1: no connection to no-such-host.invalid:22: ", swiftssh_error_message(failure));
    swiftssh_client_free(inner);
}
