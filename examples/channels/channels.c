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
    /* ECHO and OPOST are off: nothing comes back, and a line comes as it was written, in one piece. */
    static const uint8_t modes[] = {53, 0, 0, 0, 0, 70, 0, 0, 0, 0, 0};
    swiftssh_session *session;
    swiftssh_channel *channel;
    char text[4096];
    int64_t length;
    if (count != 6) return 64;
    check(swiftssh_session_new(&session, &error));
    check(swiftssh_session_set_timeout(session, 10000, &error));
    check(swiftssh_session_connect(session, arguments[1], (uint16_t)atoi(arguments[2]), &error));
    check(swiftssh_session_hostkey_fingerprint(session, text, sizeof text, &error));
    if (strcmp(text, arguments[5]) != 0) return fprintf(stderr, "another host key: %s\n", text), 1;
    check(swiftssh_session_userauth_publickey_fromfile(session, arguments[3], NULL, arguments[4], NULL, 0, &error));

    check(swiftssh_session_open_session(session, &channel, &error));
    check(swiftssh_channel_request_pty(channel, "xterm", modes, sizeof modes, 132, 50, 0, 0, &error));
    check(swiftssh_channel_exec(channel, "stty size; read line; stty size", &error));
    length = check(swiftssh_channel_read(channel, 0, text, sizeof text, &error));
    printf("at first   %.*s", (int)length, text);
    check(swiftssh_channel_request_pty_size(channel, 90, 20, 0, 0, &error));
    check(swiftssh_channel_write(channel, 0, "\n", 1, &error));
    length = check(swiftssh_channel_read(channel, 0, text, sizeof text, &error));
    printf("then       %.*s", (int)length, text);
    swiftssh_channel_free(channel);
    swiftssh_session_free(session);
    return 0;
}
