/* Logs in, and shows a deadline, a poll loop, two threads and an error: session HOST PORT USER KEY FINGERPRINT */
#include <poll.h>
#include <pthread.h>
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

static swiftssh_channel *started(swiftssh_session *session, const char *command) {
    swiftssh_channel *channel;
    check(swiftssh_session_open_session(session, &channel, &error));
    check(swiftssh_channel_exec(channel, command, &error));
    return channel;
}

/* Prints what comes first, and lets go of the channel. */
static void show(const char *what, swiftssh_channel *channel) {
    char text[256];
    int64_t length = swiftssh_channel_read(channel, 0, text, sizeof text, NULL);
    printf("%-10s %.*s", what, length > 0 ? (int)length : 0, text);
    swiftssh_channel_free(channel);
}

static void *in_a_thread(void *channel) {
    show("thread", channel);
    return NULL;
}

/* Whether a call is to be made again; waits until that makes sense. */
static int again(swiftssh_session *session, int64_t outcome) {
    if (outcome != SWIFTSSH_ERROR_EAGAIN) return 0;
    int32_t directions = swiftssh_session_block_directions(session);
    struct pollfd ready = {swiftssh_session_socket(session), 0, 0};
    if (directions & SWIFTSSH_BLOCK_INBOUND) ready.events |= POLLIN;
    if (directions & SWIFTSSH_BLOCK_OUTBOUND) ready.events |= POLLOUT;
    poll(&ready, 1, -1);
    return 1;
}

int main(int count, char **arguments) {
    swiftssh_session *session;
    swiftssh_channel *channel;
    char text[256];
    int64_t outcome;
    pthread_t thread;
    if (count != 6) return 64;

    check(swiftssh_session_new(&session, &error));
    check(swiftssh_session_set_timeout(session, 10000, &error));
    check(swiftssh_session_connect(session, arguments[1], (uint16_t)atoi(arguments[2]), &error));
    check(swiftssh_session_hostkey_fingerprint(session, text, sizeof text, &error));
    if (strcmp(text, arguments[5]) != 0) return fprintf(stderr, "another host key: %s\n", text), 1;
    check(swiftssh_session_userauth_list(session, arguments[3], text, sizeof text, &error));
    printf("methods    %s\n", text);
    check(swiftssh_session_userauth_publickey_fromfile(session, arguments[3], NULL, arguments[4], NULL, 0, &error));
    printf("logged in  as %s\n", arguments[3]);

    /* A deadline: the call ends when it has passed, and the channel is as good as before. */
    channel = started(session, "read line; echo $line");
    check(swiftssh_session_set_timeout(session, 100, &error));
    outcome = swiftssh_channel_read(channel, 0, text, sizeof text, NULL);
    printf("waited     %s\n", outcome == SWIFTSSH_ERROR_TIMEOUT ? "in vain" : "for what came");
    check(swiftssh_session_set_timeout(session, 10000, &error));
    check(swiftssh_channel_write(channel, 0, "in time\n", 8, &error));
    show("later", channel);

    /* Threads: one waits for what the other one will send, while that runs a command on the same session. */
    channel = started(session, "read line; echo $line");
    pthread_create(&thread, NULL, in_a_thread, channel);
    show("meanwhile", started(session, "echo side by side"));
    check(swiftssh_channel_write(channel, 0, "woken\n", 6, &error));
    pthread_join(thread, NULL);

    /* A poll loop: nothing waits but the loop itself. */
    check(swiftssh_session_set_blocking(session, 0, &error));
    while (again(session, outcome = swiftssh_session_open_session(session, &channel, NULL)));
    check(outcome);
    while (again(session, outcome = swiftssh_channel_exec(channel, "echo polled; read line", NULL)));
    check(outcome);
    while (again(session, outcome = swiftssh_channel_read(channel, 0, text, sizeof text, NULL)));
    printf("loop       %.*s", (int)check(outcome), text);

    /* An error: its number, what was being done, and much more. */
    outcome = swiftssh_channel_exec(channel, "echo again", &error);
    printf("error      %d in the phase: %s\n", (int)outcome, swiftssh_error_phase(error));
    swiftssh_error_free(error);
    swiftssh_channel_free(channel);
    swiftssh_session_free(session);
    return 0;
}
