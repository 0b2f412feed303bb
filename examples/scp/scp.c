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

int main(int count, char **arguments) { /* HOST PORT USER KEY FINGERPRINT REMOTE */
    swiftssh_session *session;
    swiftssh_channel *source, *sink;
    char fingerprint[64], target[1024];
    int64_t size, mtime, atime, length = 0;
    uint32_t mode;

    if (count != 7) return 64;
    check(swiftssh_session_new(&session, &error));
    check(swiftssh_session_set_timeout(session, 60000, &error));
    check(swiftssh_session_connect(session, arguments[1], (uint16_t)atoi(arguments[2]), &error));
    check(swiftssh_session_hostkey_fingerprint(session, fingerprint, sizeof fingerprint, &error));
    if (strcmp(fingerprint, arguments[5]) != 0) return 1;
    check(swiftssh_session_userauth_publickey_fromfile(session, arguments[3], NULL, arguments[4], NULL, 0, &error));

    check(swiftssh_session_scp_recv(session, arguments[6], &source, &size, &mode, &mtime, &atime, &error));
    char *file = malloc((size_t)size + 1);
    while (length < size) length += check(swiftssh_channel_read(source, 0, file + length, (size_t)(size - length), &error));
    printf("received %lld bytes, mode %o\n", (long long)size, mode);
    swiftssh_channel_free(source);

    snprintf(target, sizeof target, "%s.copy", arguments[6]);
    check(swiftssh_session_scp_send(session, target, mode, (uint64_t)size, mtime, atime, &sink, &error));
    check(swiftssh_channel_write(sink, 0, file, (size_t)size, &error));
    check(swiftssh_channel_close(sink, &error));
    printf("sent %lld bytes\n", (long long)size);
    swiftssh_channel_free(sink);
    free(file);
    swiftssh_session_free(session);
    return 0;
}
