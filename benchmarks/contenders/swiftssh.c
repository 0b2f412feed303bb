/* SwiftSSH through its C interface, in blocking mode. */
#include "contender.h"

#include <stdio.h>
#include <swiftssh.h>
#include <unistd.h>

static swiftssh_session *session;
static swiftssh_sftp *sftp;
static swiftssh_error *error;

/* Gives back an outcome that is 0 or more, or ends the program with what the call says about its failure. */
static int64_t check(int64_t outcome) {
    if (outcome >= 0) return outcome;
    fail("%s", swiftssh_error_description(error));
}

void log_in(void) {
    check(swiftssh_session_new(&session, &error));
    check(swiftssh_session_connect(session, text("host"), (uint16_t)number("port"), &error));
    check(swiftssh_session_userauth_publickey_fromfile(session, text("user"), NULL, text("key"), NULL, 0, &error));
}

void log_out(void) {
    if (sftp != NULL) check(swiftssh_sftp_shutdown(sftp, &error));
    swiftssh_sftp_free(sftp);
    check(swiftssh_session_disconnect(session, 11, "done", NULL, &error));
    swiftssh_session_free(session);
}

void run_command(const char *command, int output, char *buffer, size_t block) {
    swiftssh_channel *channel;
    int32_t kind, status;
    int64_t count;
    check(swiftssh_session_open_session(session, &channel, &error));
    check(swiftssh_channel_exec(channel, command, &error));
    while ((count = check(swiftssh_channel_read(channel, 0, buffer, block, &error))) > 0) {
        write_all(output, buffer, (size_t)count);
    }
    check(swiftssh_channel_wait_exit(channel, &kind, &status, &error));
    if (kind != SWIFTSSH_EXIT_EXITED || status != 0) fail("%s failed", command);
    check(swiftssh_channel_close(channel, &error));
    swiftssh_channel_free(channel);
}

void version(void) {
    print_version("swiftssh %s, %s %s", swiftssh_version(), swiftssh_engine_name(), swiftssh_engine_version());
}

void begin_sftp(void) {
    log_in();
    check(swiftssh_session_sftp_init(session, &sftp, &error));
}

void receive_file(const char *path, int output, char *buffer, size_t block) {
    swiftssh_sftp_handle *file;
    int64_t count;
    check(swiftssh_sftp_open(sftp, path, SWIFTSSH_FXF_READ, 0, &file, &error));
    while ((count = check(swiftssh_sftp_handle_read(file, buffer, block, &error))) > 0) {
        write_all(output, buffer, (size_t)count);
    }
    check(swiftssh_sftp_handle_close(file, &error));
    swiftssh_sftp_handle_free(file);
}

void send_file(int input, const char *path, char *buffer, size_t block) {
    const uint32_t flags = SWIFTSSH_FXF_WRITE | SWIFTSSH_FXF_CREAT | SWIFTSSH_FXF_TRUNC;
    swiftssh_sftp_handle *file;
    ssize_t count;
    check(swiftssh_sftp_open(sftp, path, flags, 0644, &file, &error));
    while ((count = read(input, buffer, block)) > 0) {
        check(swiftssh_sftp_handle_write(file, buffer, (size_t)count, &error));
    }
    check(swiftssh_sftp_handle_close(file, &error));
    swiftssh_sftp_handle_free(file);
}

void list(void) {
    char name[512];
    swiftssh_sftp_handle *directory;
    FILE *output = fopen(text("local"), "w");
    if (output == NULL) fail("cannot write %s", text("local"));
    check(swiftssh_sftp_opendir(sftp, text("remote"), &directory, &error));
    int64_t length;
    while ((length = check(swiftssh_sftp_handle_readdir(directory, NULL, name, sizeof name, NULL, 0, NULL, &error))) > 0) {
        fprintf(output, "%.*s\n", (int)length, name);
    }
    swiftssh_sftp_handle_free(directory);
    fclose(output);
}

static swiftssh_sftp_transfer_options *recursive(void) {
    swiftssh_sftp_transfer_options *options;
    check(swiftssh_sftp_transfer_options_new(&options, &error));
    check(swiftssh_sftp_transfer_options_set(options, SWIFTSSH_SFTP_TRANSFER_RECURSIVE, 1, &error));
    return options;
}

void get_tree(void) {
    check(swiftssh_sftp_get(sftp, text("remote"), text("local"), recursive(), NULL, NULL, NULL, NULL, &error));
}

void put_tree(void) {
    check(swiftssh_sftp_put(sftp, text("local"), text("remote"), recursive(), NULL, NULL, NULL, NULL, &error));
}
