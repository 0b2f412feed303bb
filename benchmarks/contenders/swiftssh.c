/* SwiftSSH through its C interface, in blocking mode. */
#include "contender.h"

#include <stdio.h>
#include <stdlib.h>
#include <swiftssh.h>
#include <unistd.h>

static swiftssh_session *session;
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
    print_version("swiftssh %s, libssh2 %s", swiftssh_version(), swiftssh_engine_version());
}

/* SFTP is not in the library yet. */
static _Noreturn void unavailable(void) {
    printf("{\"unavailable\": true}\n");
    exit(0);
}

void begin_sftp(void) {
    unavailable();
}

void receive_file(const char *path, int output, char *buffer, size_t block) {
    (void)path, (void)output, (void)buffer, (void)block;
}

void send_file(int input, const char *path, char *buffer, size_t block) {
    (void)path, (void)input, (void)buffer, (void)block;
}

void list(void) {}
void get_tree(void) {}
void put_tree(void) {}
