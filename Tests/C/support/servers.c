#include "fixture.h"

#include "check.h"
#include "scope.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_ARGUMENTS = 32 };

extern char **environ;

/* Starts a program with its standard input and output on two descriptors. Returns -1 when it cannot be started. */
static pid_t spawn(const char *const *arguments, int input, int output) {
    pid_t process = -1;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, 0);
    posix_spawn_file_actions_adddup2(&actions, output, 1);
    int outcome = posix_spawn(&process, arguments[0], &actions, NULL, (char *const *)arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    CHECK_NUMBER(0, outcome);
    return outcome == 0 ? process : -1;
}

static void collect(const char **arguments, const char *first, va_list rest) {
    int count = 0;
    while (arguments[count] != NULL) count++;
    for (const char *next = first; next != NULL && count < MOST_ARGUMENTS - 1; next = va_arg(rest, const char *)) {
        arguments[count++] = next;
    }
    arguments[count] = NULL;
}

static void reap(pid_t process) {
    while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {}
}

void server_end(struct server *server) {
    if (server->socket >= 0) close(server->socket);
    if (server->process > 0) {
        kill(server->process, SIGTERM);
        kill(server->process, SIGCONT);
        reap(server->process);
    }
    server->socket = -1;
    server->process = -1;
}

void server_hold(struct server *server) {
    int status = 0;
    CHECK_NUMBER(0, kill(server->process, SIGSTOP));
    while (waitpid(server->process, &status, WUNTRACED) < 0 && errno == EINTR) {}
    CHECK(WIFSTOPPED(status));
}

void server_go_on(struct server *server) {
    CHECK_NUMBER(0, kill(server->process, SIGCONT));
}

static void server_end_and_free(void *server) {
    server_end(server);
    free(server);
}

struct server *serve_once(const char *const *arguments) {
    struct server *server = malloc(sizeof *server);
    int ends[2] = {-1, -1};
    if (server == NULL) abort();
    CHECK_NUMBER(0, socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends));
    server->process = spawn(arguments, ends[1], ends[1]);
    server->socket = ends[0];
    close(ends[1]);
    scope_defer(server_end_and_free, server);
    return server;
}

struct server *sshd(const char *first, ...) {
    const char *arguments[MOST_ARGUMENTS] = {fact("SSHD_INETD")};
    va_list rest;
    va_start(rest, first);
    collect(arguments, first, rest);
    va_end(rest);
    return serve_once(arguments);
}

static void peer_end(void *pointer) {
    struct peer *peer = pointer;
    close(peer->input);
    if (peer->output != NULL) fclose(peer->output);
    if (peer->process > 0) reap(peer->process);
    free(peer);
}

struct peer *peer_start(const char *program, ...) {
    const char *arguments[MOST_ARGUMENTS] = {program};
    struct peer *peer = malloc(sizeof *peer);
    int input[2] = {-1, -1}, output[2] = {-1, -1};
    unsigned int port = 0;
    va_list rest;
    va_start(rest, program);
    const char *first = va_arg(rest, const char *);
    if (first != NULL) collect(arguments, first, rest);
    va_end(rest);
    if (peer == NULL) abort();
    CHECK(pipe2(input, O_CLOEXEC) == 0 && pipe2(output, O_CLOEXEC) == 0);
    peer->process = spawn(arguments, input[0], output[1]);
    close(input[0]);
    close(output[1]);
    peer->input = input[1];
    peer->output = fdopen(output[0], "r");
    /* Without a buffer, so that what is still to be read is in the pipe. */
    if (peer->output != NULL) setvbuf(peer->output, NULL, _IONBF, 0);
    CHECK(peer->output != NULL && fscanf(peer->output, "PORT %u", &port) == 1);
    peer->port = (uint16_t)port;
    scope_defer(peer_end, peer);
    return peer;
}

int peer_has_said(struct peer *peer, const char *word, int timeout) {
    char line[256];
    struct pollfd output = {fileno(peer->output), POLLIN, 0};
    while (poll(&output, 1, timeout) == 1 && fgets(line, sizeof line, peer->output) != NULL) {
        line[strcspn(line, "\n")] = '\0';
        if (strcmp(line, word) == 0) return 1;
    }
    return 0;
}
