/* Plain libssh2, in blocking mode, as its users write it. */
#define _GNU_SOURCE
#include "contender.h"

#include <dirent.h>
#include <fcntl.h>
#include <libssh2.h>
#include <libssh2_sftp.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static LIBSSH2_SESSION *session;
static LIBSSH2_SFTP *sftp;
static int connection;

/* Gives back an outcome that is 0 or more, or ends the program with what libssh2 says. */
static ssize_t check(ssize_t outcome, const char *what) {
    char *message = NULL;
    if (outcome >= 0) return outcome;
    libssh2_session_last_error(session, &message, NULL, 0);
    fail("%s: %zd, %s", what, outcome, message);
}

static void *there(void *pointer, const char *what) {
    if (pointer == NULL) check(libssh2_session_last_errno(session), what);
    return pointer;
}

void log_in(void) {
    connection = connected_socket();
    session = libssh2_session_init();
    if (session == NULL) fail("no session");
    check(libssh2_session_handshake(session, connection), "handshake");
    check(libssh2_userauth_publickey_fromfile(session, text("user"), NULL, text("key"), NULL), "authenticate");
}

void log_out(void) {
    if (sftp != NULL) libssh2_sftp_shutdown(sftp);
    libssh2_session_disconnect(session, "done");
    libssh2_session_free(session);
    close(connection);
}

void begin_sftp(void) {
    log_in();
    sftp = there(libssh2_sftp_init(session), "start SFTP");
}

static LIBSSH2_SFTP_HANDLE *open_remote(const char *path, unsigned long flags) {
    return there(libssh2_sftp_open(sftp, path, flags, 0644), path);
}

void receive_file(const char *path, int output, char *buffer, size_t block) {
    LIBSSH2_SFTP_HANDLE *file = open_remote(path, LIBSSH2_FXF_READ);
    ssize_t count;
    while ((count = check(libssh2_sftp_read(file, buffer, block), "read")) > 0) {
        write_all(output, buffer, (size_t)count);
    }
    check(libssh2_sftp_close(file), "close");
}

void send_file(int input, const char *path, char *buffer, size_t block) {
    LIBSSH2_SFTP_HANDLE *file = open_remote(path, LIBSSH2_FXF_WRITE | LIBSSH2_FXF_CREAT | LIBSSH2_FXF_TRUNC);
    ssize_t count;
    while ((count = read(input, buffer, block)) > 0) {
        for (const char *next = buffer; count > 0;) {
            ssize_t written = check(libssh2_sftp_write(file, next, (size_t)count), "write");
            next += written;
            count -= written;
        }
    }
    check(libssh2_sftp_close(file), "close");
}

static LIBSSH2_CHANNEL *begin_command(const char *command) {
    LIBSSH2_CHANNEL *channel = there(libssh2_channel_open_session(session), "open a channel");
    check(libssh2_channel_exec(channel, command), "execute");
    return channel;
}

static void end_command(const char *command, LIBSSH2_CHANNEL *channel) {
    check(libssh2_channel_close(channel), "close");
    check(libssh2_channel_wait_closed(channel), "wait");
    if (libssh2_channel_get_exit_status(channel) != 0) fail("%s failed", command);
    libssh2_channel_free(channel);
}

static void receive_output(LIBSSH2_CHANNEL *channel, int output, char *buffer, size_t block) {
    ssize_t count;
    while ((count = check(libssh2_channel_read(channel, buffer, block), "read")) > 0) {
        write_all(output, buffer, (size_t)count);
    }
}

static void send_all(LIBSSH2_CHANNEL *channel, const char *bytes, size_t count) {
    while (count > 0) {
        size_t written = (size_t)check(libssh2_channel_write(channel, bytes, count), "write");
        bytes += written;
        count -= written;
    }
}

void run_command(const char *command, int output, char *buffer, size_t block) {
    LIBSSH2_CHANNEL *channel = begin_command(command);
    receive_output(channel, output, buffer, block);
    end_command(command, channel);
}

void transfer(const char *command, int input, int output, char *buffer, size_t block) {
    LIBSSH2_CHANNEL *channel = begin_command(command);
    ssize_t count;
    for (size_t length = 0; length < 6;) length += (size_t)check(libssh2_channel_read(channel, buffer, 6 - length), "read");
    start_clock();
    if (input < 0) send_all(channel, "go\n", 3);
    while (input >= 0 && (count = read(input, buffer, block)) > 0) send_all(channel, buffer, (size_t)count);
    check(libssh2_channel_send_eof(channel), "send the end of file");
    receive_output(channel, output, buffer, block);
    end_command(command, channel);
}

/* One of the commands that are run side by side: its channel, and how far it has come. */
struct slot {
    enum { IDLE, OPENING, STARTING, READING, CLOSING, WAITING, FREEING } stage;
    LIBSSH2_CHANNEL *channel;
    char command[64];
};

/* Whether a call would block; any other failure ends the program. */
static int blocks(ssize_t outcome, const char *what) {
    if (outcome == LIBSSH2_ERROR_EAGAIN) return 1;
    check(outcome, what);
    return 0;
}

/* Takes a slot one step further; tells whether it has moved. libssh2 mixes up requests that wait side by side: one
 * slot at a time, the `opener`, opens its channel and starts its command. */
static int advance(struct slot *slot, struct slot **opener, int output) {
    char buffer[4096];
    ssize_t count;
    switch (slot->stage) {
    case IDLE: return 0;
    case OPENING:
        if (*opener != NULL && *opener != slot) return 0;
        *opener = slot;
        slot->channel = libssh2_channel_open_session(session);
        if (slot->channel == NULL && blocks(libssh2_session_last_errno(session), "open a channel")) return 0;
        break;
    case STARTING:
        if (blocks(libssh2_channel_exec(slot->channel, slot->command), "execute")) return 0;
        *opener = NULL;
        break;
    case READING:
        count = libssh2_channel_read(slot->channel, buffer, sizeof buffer);
        if (blocks(count, "read")) return 0;
        if (count == 0) break;
        write_all(output, buffer, (size_t)count);
        return 1;
    case CLOSING:
        if (blocks(libssh2_channel_close(slot->channel), "close")) return 0;
        break;
    case WAITING:
        if (blocks(libssh2_channel_wait_closed(slot->channel), "wait")) return 0;
        if (libssh2_channel_get_exit_status(slot->channel) != 0) fail("%s failed", slot->command);
        break;
    case FREEING:
        if (blocks(libssh2_channel_free(slot->channel), "free")) return 0;
        slot->stage = IDLE;
        return 1;
    }
    slot->stage++;
    return 1;
}

/* Without blocking, channel by channel, as a program does that knows how. */
void run_commands_side_by_side(long long count, int output) {
    struct slot slots[IN_FLIGHT] = {0}, *opener = NULL;
    long long begun = 0;
    int busy = 1;
    libssh2_session_set_blocking(session, 0);
    while (busy) {
        int moved = 0;
        busy = 0;
        for (int index = 0; index < IN_FLIGHT; index++) {
            struct slot *slot = &slots[index];
            if (slot->stage == IDLE && begun < count) {
                snprintf(slot->command, sizeof slot->command, "echo %lld", begun++);
                slot->stage = OPENING;
            }
            moved |= advance(slot, &opener, output);
            busy |= slot->stage != IDLE;
        }
        if (!busy || moved) continue;
        int directions = libssh2_session_block_directions(session);
        struct pollfd wait = {.fd = connection, .events = POLLIN};
        if (directions & LIBSSH2_SESSION_BLOCK_OUTBOUND) wait.events |= POLLOUT;
        poll(&wait, 1, -1);
    }
    libssh2_session_set_blocking(session, 1);
}

/* Gives the names in a remote directory to a function, without those of the directory itself and of its parent. */
static void each_name(const char *directory, void (*use)(const char *name, void *context), void *context) {
    char name[512];
    int length;
    LIBSSH2_SFTP_HANDLE *handle = there(libssh2_sftp_opendir(sftp, directory), directory);
    while ((length = (int)check(libssh2_sftp_readdir(handle, name, sizeof name - 1, NULL), "list")) > 0) {
        name[length] = '\0';
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0) use(name, context);
    }
    libssh2_sftp_closedir(handle);
}

static void print_name(const char *name, void *output) {
    fprintf(output, "%s\n", name);
}

void list(void) {
    FILE *output = fopen(text("local"), "w");
    if (output == NULL) fail("cannot write %s", text("local"));
    each_name(text("remote"), print_name, output);
    fclose(output);
}

static void get_one(const char *name, void *buffer) {
    char source[4096], target[4096];
    snprintf(source, sizeof source, "%s/%s", text("remote"), name);
    snprintf(target, sizeof target, "%s/%s", text("local"), name);
    int output = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (output < 0) fail("cannot write %s", target);
    receive_file(source, output, buffer, 32768);
    close(output);
}

void get_tree(void) {
    char *buffer = buffer_of(32768);
    mkdir(text("local"), 0700);
    each_name(text("remote"), get_one, buffer);
}

void put_tree(void) {
    char source[4096], target[4096], *buffer = buffer_of(32768);
    check(libssh2_sftp_mkdir(sftp, text("remote"), 0755), "make a directory");
    DIR *directory = opendir(text("local"));
    struct dirent *entry;
    while (directory != NULL && (entry = readdir(directory)) != NULL) {
        if (entry->d_name[0] == '.') continue;
        snprintf(source, sizeof source, "%s/%s", text("local"), entry->d_name);
        snprintf(target, sizeof target, "%s/%s", text("remote"), entry->d_name);
        int input = open(source, O_RDONLY);
        if (input < 0) fail("cannot read %s", source);
        send_file(input, target, buffer, 32768);
        close(input);
    }
    closedir(directory);
}

void version(void) {
    print_version("libssh2 %s", libssh2_version(0));
}
