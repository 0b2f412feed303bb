/* SwiftSSH through its C interface, in blocking mode. */
#include "contender.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <swiftssh.h>
#include <unistd.h>

static swiftssh_session *session;
static swiftssh_sftp *sftp;
static _Thread_local swiftssh_error *error;

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

static swiftssh_channel *begin_command(const char *command) {
    swiftssh_channel *channel;
    check(swiftssh_session_open_session(session, &channel, &error));
    check(swiftssh_channel_exec(channel, command, &error));
    return channel;
}

static void end_command(const char *command, swiftssh_channel *channel) {
    int32_t kind, status;
    check(swiftssh_channel_wait_exit(channel, &kind, &status, &error));
    if (kind != SWIFTSSH_EXIT_EXITED || status != 0) fail("%s failed", command);
    check(swiftssh_channel_close(channel, &error));
    swiftssh_channel_free(channel);
}

static void receive_output(swiftssh_channel *channel, int output, char *buffer, size_t block) {
    int64_t count;
    while ((count = check(swiftssh_channel_read(channel, 0, buffer, block, &error))) > 0) {
        write_all(output, buffer, (size_t)count);
    }
}

void run_command(const char *command, int output, char *buffer, size_t block) {
    swiftssh_channel *channel = begin_command(command);
    receive_output(channel, output, buffer, block);
    end_command(command, channel);
}

void transfer(const char *command, int input, int output, char *buffer, size_t block) {
    swiftssh_channel *channel = begin_command(command);
    ssize_t count;
    for (size_t length = 0; length < 6;) length += (size_t)check(swiftssh_channel_read(channel, 0, buffer, 6 - length, &error));
    start_clock();
    if (input < 0) check(swiftssh_channel_write(channel, 0, "go\n", 3, &error));
    while (input >= 0 && (count = read(input, buffer, block)) > 0) {
        check(swiftssh_channel_write(channel, 0, buffer, (size_t)count, &error));
    }
    check(swiftssh_channel_send_eof(channel, &error));
    receive_output(channel, output, buffer, block);
    end_command(command, channel);
}

/* What the threads of run_commands_side_by_side share. */
static struct {
    long long count;
    int output;
    atomic_llong next;
} side_by_side;

static void *run_next_commands(void *unused) {
    char command[64], buffer[4096];
    long long index;
    while ((index = atomic_fetch_add(&side_by_side.next, 1)) < side_by_side.count) {
        snprintf(command, sizeof command, "echo %lld", index);
        run_command(command, side_by_side.output, buffer, sizeof buffer);
    }
    return unused;
}

/* A thread for each: the session takes calls of all of them. */
void run_commands_side_by_side(long long count, int output) {
    pthread_t threads[IN_FLIGHT];
    side_by_side.count = count;
    side_by_side.output = output;
    for (int index = 0; index < IN_FLIGHT; index++) {
        if (pthread_create(&threads[index], NULL, run_next_commands, NULL) != 0) fail("no thread");
    }
    for (int index = 0; index < IN_FLIGHT; index++) pthread_join(threads[index], NULL);
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
