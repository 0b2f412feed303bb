/* Copies a file or a directory to a server and back: transfer HOST PORT USER KEY FINGERPRINT LOCAL REMOTE BACK */
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

/* Ends the program with the first thing of a directory that could not be copied, where there is one. */
static void tell(const char *what, swiftssh_sftp_report *report) {
    if (swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_PROBLEMS) > 0) {
        check(swiftssh_sftp_report_problem(report, 0, &error));
    }
    printf("%-11s files: %llu, bytes: %llu\n", what,
           (unsigned long long)swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_FILES),
           (unsigned long long)swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_BYTES));
    swiftssh_sftp_report_free(report);
}

int main(int count, char **arguments) {
    swiftssh_session *session;
    swiftssh_sftp *sftp;
    swiftssh_sftp_transfer_options *options;
    swiftssh_sftp_report *report;
    char fingerprint[64];

    if (count != 9) return 64;
    const char *local = arguments[6], *remote = arguments[7], *back = arguments[8];
    check(swiftssh_session_new(&session, &error));
    check(swiftssh_session_set_timeout(session, 10000, &error));
    check(swiftssh_session_connect(session, arguments[1], (uint16_t)atoi(arguments[2]), &error));
    check(swiftssh_session_hostkey_fingerprint(session, fingerprint, sizeof fingerprint, &error));
    if (strcmp(fingerprint, arguments[5]) != 0) return fprintf(stderr, "another host key: %s\n", fingerprint), 1;
    check(swiftssh_session_userauth_publickey_fromfile(session, arguments[3], NULL, arguments[4], NULL, 0, &error));

    /* There and back, a directory with all that is in it. A file has its name only when it is whole. */
    check(swiftssh_session_sftp_init(session, &sftp, &error));
    check(swiftssh_sftp_transfer_options_new(&options, &error));
    check(swiftssh_sftp_transfer_options_set(options, SWIFTSSH_SFTP_TRANSFER_RECURSIVE, 1, &error));
    check(swiftssh_sftp_put(sftp, local, remote, options, NULL, NULL, NULL, &report, &error));
    tell("sent", report);
    check(swiftssh_sftp_get(sftp, remote, back, options, NULL, NULL, NULL, &report, &error));
    tell("received", report);

    swiftssh_sftp_transfer_options_free(options);
    swiftssh_sftp_free(sftp);
    swiftssh_session_free(session);
    return 0;
}
