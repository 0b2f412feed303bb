#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <swiftssh.h>

static swiftssh_error *error;

static int64_t check(int64_t outcome) {
    if (outcome >= 0) return outcome;
    fprintf(stderr, "%s\n", swiftssh_error_description(error));
    exit(1);
}

int main(int count, char **arguments) {
    swiftssh_session *session;
    swiftssh_listener *listener;
    swiftssh_channel *from, *to;
    char text[4096];
    int32_t port;
    if (count != 6) return 64;
    check(swiftssh_session_new(&session, &error));
    check(swiftssh_session_set_timeout(session, 10000, &error));
    check(swiftssh_session_connect(session, arguments[1], (uint16_t)atoi(arguments[2]), &error));
    check(swiftssh_session_hostkey_fingerprint(session, text, sizeof text, &error));
    if (strcmp(text, arguments[5]) != 0) return fprintf(stderr, "another host key: %s\n", text), 1;
    check(swiftssh_session_userauth_publickey_fromfile(session, arguments[3], NULL, arguments[4], NULL, 0, &error));

    check(swiftssh_session_forward_listen(session, "127.0.0.1", 0, 16, &listener, &port, &error));
    check(swiftssh_session_direct_tcpip(session, "127.0.0.1", (uint16_t)port, "127.0.0.1", 22, &from, &error));
    check(swiftssh_listener_accept(listener, &to, &error));
    check(swiftssh_channel_write(from, 0, "once around", 11, &error));
    int64_t length = check(swiftssh_channel_read(to, 0, text, sizeof text, &error));
    printf("received   %.*s\n", (int)length, text);
    swiftssh_channel_free(from);
    swiftssh_channel_free(to);
    check(swiftssh_listener_cancel(listener, &error));
    swiftssh_listener_free(listener);
    swiftssh_session_free(session);
    return 0;
}
