/* Runs a command on an SSH server: first HOST PORT USER KEY FINGERPRINT COMMAND */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <swiftssh.h>

static swiftssh_error *error;

/* Returns the outcome of a call, or ends the program with what the call says about its failure. */
static int64_t check(int64_t outcome) {
    if (outcome >= 0) return outcome;
    fprintf(stderr, "%s\n", swiftssh_error_description(error));
    exit(1);
}

int main(int count, char **arguments) {
    swiftssh_session *session;
    swiftssh_channel *channel;
    char text[64], cipher[64], output[65536];
    int32_t kind, status;
    int64_t length;

    if (count != 7) {
        fprintf(stderr, "first HOST PORT USER KEY FINGERPRINT COMMAND\n");
        return 64;
    }
    check(swiftssh_session_new(&session, &error));
    check(swiftssh_session_set_timeout(session, 10000, &error)); /* no call below takes longer */
    check(swiftssh_session_connect(session, arguments[1], (uint16_t)atoi(arguments[2]), &error));

    check(swiftssh_session_methods(session, SWIFTSSH_METHOD_KEX, text, sizeof text, &error));
    check(swiftssh_session_methods(session, SWIFTSSH_METHOD_CRYPT_SC, cipher, sizeof cipher, &error));
    printf("agreed on   %s, %s\n", text, cipher);
    check(swiftssh_session_hostkey_fingerprint(session, text, sizeof text, &error));
    printf("host key    %s\n", text);
    if (strcmp(text, arguments[5]) != 0) {
        fprintf(stderr, "this is not the host that was expected\n");
        return 1;
    }

    check(swiftssh_session_userauth_publickey_fromfile(session, arguments[3], NULL, arguments[4], NULL, 0, &error));
    printf("logged in   as %s\n", arguments[3]);

    check(swiftssh_session_open_session(session, &channel, &error));
    check(swiftssh_channel_exec(channel, arguments[6], &error));
    while ((length = check(swiftssh_channel_read(channel, 0, output, sizeof output, &error))) > 0) {
        printf("output      %.*s", (int)length, output);
    }
    check(swiftssh_channel_wait_exit(channel, &kind, &status, &error));
    check(swiftssh_channel_exit_signal(channel, text, sizeof text, &error));
    if (kind == SWIFTSSH_EXIT_EXITED) printf("exit        status %d\n", (int)status);
    if (kind == SWIFTSSH_EXIT_SIGNALLED) printf("exit        signal %s\n", text);
    if (kind == SWIFTSSH_EXIT_CLOSED_WITHOUT_STATUS) printf("exit        unknown\n");

    check(swiftssh_session_disconnect(session, 11, "done", NULL, &error));
    swiftssh_channel_free(channel);
    swiftssh_session_free(session);
    return 0;
}
