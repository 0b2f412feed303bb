#include "client.h"

#include "check.h"
#include "fixture.h"
#include "scope.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void free_session(void *session) {
    swiftssh_session_free(session);
}

static void free_channel(void *channel) {
    swiftssh_channel_free(channel);
}

swiftssh_session *new_session(void) {
    swiftssh_session *session = NULL;
    OK(swiftssh_session_new(&session, &failure));
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    scope_defer(free_session, session);
    return session;
}

swiftssh_session *session_over(int socket) {
    swiftssh_session *session = new_session();
    return OK(swiftssh_session_handshake(session, socket, &failure)) == 0 ? session : NULL;
}

int64_t log_in(swiftssh_session *session) {
    return OK(swiftssh_session_userauth_publickey_fromfile(
        session, fact("USER"), NULL, fact("CLIENT_KEY"), NULL, 0, &failure));
}

swiftssh_session *logged_in(const char *first, ...) {
    const char *arguments[32] = {fact("SSHD_INETD")};
    int count = 1;
    va_list rest;
    va_start(rest, first);
    for (const char *next = first; next != NULL && count < 31; next = va_arg(rest, const char *)) {
        arguments[count++] = next;
    }
    va_end(rest);
    swiftssh_session *session = session_over(serve_once(arguments)->socket);
    return session != NULL && log_in(session) == 0 ? session : NULL;
}

swiftssh_channel *opened(swiftssh_session *session) {
    swiftssh_channel *channel = NULL;
    if (session == NULL) return NULL;
    OK(swiftssh_session_open_session(session, &channel, &failure));
    scope_defer(free_channel, channel);
    return channel;
}

swiftssh_channel *started(swiftssh_session *session, const char *command) {
    swiftssh_channel *channel = opened(session);
    if (channel == NULL) return NULL;
    return OK(swiftssh_channel_exec(channel, command, &failure)) == 0 ? channel : NULL;
}

struct bytes read_all(swiftssh_channel *channel, uint32_t stream_id) {
    size_t room = 1 << 16;
    struct bytes bytes = {malloc(room), 0, SWIFTSSH_ERROR_INVALID_HANDLE};
    while (channel != NULL) {
        if (bytes.data == NULL) abort();
        bytes.outcome =
            swiftssh_channel_read(channel, stream_id, bytes.data + bytes.length, room - bytes.length - 1, NULL);
        if (bytes.outcome <= 0) break;
        bytes.length += (size_t)bytes.outcome;
        if (room - bytes.length < room / 2) bytes.data = realloc(bytes.data, room *= 2);
    }
    bytes.data[bytes.length] = '\0';
    scope_defer(free, bytes.data);
    return bytes;
}

const char *output_of(swiftssh_session *session, const char *command) {
    swiftssh_channel *channel = started(session, command);
    struct bytes output = read_all(channel, 0);
    CHECK_NUMBER(0, output.outcome);
    check_exit(channel, SWIFTSSH_EXIT_EXITED, 0);
    swiftssh_channel_free(channel);
    return output.data;
}

void check_exit(swiftssh_channel *channel, int32_t kind, int32_t status) {
    int32_t found_kind = -1, found_status = -1;
    OK(swiftssh_channel_wait_exit(channel, &found_kind, &found_status, &failure));
    CHECK_NUMBER(kind, found_kind);
    CHECK_NUMBER(status, found_status);
    CHECK_NUMBER(kind, swiftssh_channel_exit_kind(channel));
}

int64_t milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
