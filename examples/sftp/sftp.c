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

int main(int count, char **arguments) { /* HOST PORT USER KEY FINGERPRINT REMOTE LOCAL */
    swiftssh_session *session;
    swiftssh_sftp *sftp;
    swiftssh_sftp_handle *source, *sink;
    swiftssh_sftp_attributes *attributes;
    swiftssh_sftp_report *report;
    swiftssh_sftp_paths *paths;
    char fingerprint[64], copy[1024], directory[1024], name[1100], pattern[1100];
    char *content = NULL;
    int64_t block, length = 0;

    if (count != 8) return 64;
    check(swiftssh_session_new(&session, &error));
    check(swiftssh_session_set_timeout(session, 60000, &error));
    check(swiftssh_session_connect(session, arguments[1], (uint16_t)atoi(arguments[2]), &error));
    check(swiftssh_session_hostkey_fingerprint(session, fingerprint, sizeof fingerprint, &error));
    if (strcmp(fingerprint, arguments[5]) != 0) return 1;
    check(swiftssh_session_userauth_publickey_fromfile(session, arguments[3], NULL, arguments[4], NULL, 0, &error));
    check(swiftssh_session_sftp_init(session, &sftp, &error));

    /* A file, block by block. Reading asks ahead, so that small blocks cost little. */
    check(swiftssh_sftp_open(sftp, arguments[6], SWIFTSSH_FXF_READ, 0, &source, &error));
    do {
        content = realloc(content, (size_t)length + 65536);
        if (content == NULL) return 1;
        block = check(swiftssh_sftp_handle_read(source, content + length, 65536, &error));
        length += block;
    } while (block > 0);
    check(swiftssh_sftp_handle_close(source, &error));
    swiftssh_sftp_handle_free(source);
    printf("read       %lld bytes\n", (long long)length);

    /* What the server refuses to write is told by a later write, at the latest by close. */
    snprintf(copy, sizeof copy, "%s.copy", arguments[6]);
    check(swiftssh_sftp_open(
        sftp, copy, SWIFTSSH_FXF_WRITE | SWIFTSSH_FXF_CREAT | SWIFTSSH_FXF_TRUNC, 0644, &sink, &error));
    check(swiftssh_sftp_handle_write(sink, content, (size_t)length, &error));
    check(swiftssh_sftp_handle_close(sink, &error));
    swiftssh_sftp_handle_free(sink);
    free(content);
    check(swiftssh_sftp_attributes_new(&attributes, &error));
    check(swiftssh_sftp_stat(sftp, copy, attributes, &error));
    printf("wrote      %llu bytes\n", (unsigned long long)swiftssh_sftp_attributes_size(attributes));

    if (swiftssh_sftp_stat(sftp, "/no/such/file", attributes, &error) == SWIFTSSH_ERROR_SFTP_PROTOCOL) {
        printf("refused    with %d\n", (int)swiftssh_error_sftp_status(error));
        swiftssh_error_free(error);
    }
    swiftssh_sftp_attributes_free(attributes);

    /* The whole of it at once, and under its name only when it is whole. */
    check(swiftssh_sftp_get(sftp, copy, arguments[7], NULL, NULL, NULL, NULL, &report, &error));
    printf("copied     %llu file\n", (unsigned long long)swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_FILES));
    swiftssh_sftp_report_free(report);

    snprintf(directory, sizeof directory, "%s.tree", arguments[7]);
    snprintf(name, sizeof name, "%s/one", directory);
    snprintf(pattern, sizeof pattern, "%s/o*", directory);
    check(swiftssh_sftp_mkdir(sftp, directory, 0755, &error));
    check(swiftssh_sftp_write_bytes(sftp, name, (const uint8_t *)"1", 1, 0644, &error));
    check(swiftssh_sftp_glob(sftp, pattern, &paths, &error));
    for (int64_t index = 0; index < swiftssh_sftp_paths_count(paths); index++) {
        swiftssh_sftp_paths_path(paths, (uint64_t)index, name, sizeof name);
        printf("found      %zu bytes of name\n", strlen(strrchr(name, '/') + 1));
    }
    swiftssh_sftp_paths_free(paths);
    check(swiftssh_sftp_remove_tree(sftp, directory, &error));
    printf("removed    %s\n", check(swiftssh_sftp_exists(sftp, directory, &error)) ? "false" : "true");
    swiftssh_sftp_free(sftp);
    swiftssh_session_free(session);
    return 0;
}
