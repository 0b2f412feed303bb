/* Runs commands side by side without a thread for each: event-loop HOST PORT USER KNOWN_HOSTS KEY COMMAND... */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <swiftssh.h>

static swiftssh_error *error;
static swiftssh_client *client;
static swiftssh_session *session;

static int64_t check(int64_t outcome) {
    if (outcome >= 0) return outcome;
    fprintf(stderr, "%s\n", swiftssh_error_description(error));
    exit(1);
}

/* What one caller does, a step at a time. */
struct task {
    swiftssh_caller *caller;
    const char *command, *input;
    swiftssh_process *process;
    swiftssh_command_result *result;
    int is_done;
};

static struct task begun(uint64_t number, const char *command, const char *input, int64_t timeout) {
    struct task task = {NULL, command, input, NULL, NULL, 0};
    check(swiftssh_caller_new(session, number, &task.caller, &error));
    check(swiftssh_caller_set_timeout(task.caller, timeout, &error));
    return task;
}

/* Goes as far as it can without waiting. */
static void go_on(struct task *task) {
    swiftssh_status status = SWIFTSSH_ERROR_NONE;
    check(swiftssh_caller_enter(task->caller, 0, &error));
    if (task->process == NULL) {
        status = swiftssh_client_start(client, task->command, NULL, 0, NULL, 0, 0, -1, &task->process, &error);
    }
    if (status == SWIFTSSH_ERROR_NONE) {
        status = swiftssh_process_communicate(
            task->process, (const uint8_t *)task->input, strlen(task->input), -1, -1, &task->result, &error);
    }
    swiftssh_caller_leave(task->caller, NULL);
    if (status == SWIFTSSH_ERROR_EAGAIN) return swiftssh_error_free(error);
    if (status == SWIFTSSH_ERROR_TIMEOUT) swiftssh_error_free(error);
    else check(status);
    task->is_done = 1;
}

static void finish(struct task *task) {
    if (task->result == NULL) {
        puts("given up");
    } else {
        int64_t length = swiftssh_command_result_output(task->result, 0, NULL, 0);
        uint8_t *output = malloc((size_t)length + 1);
        if (output == NULL) exit(1);
        swiftssh_command_result_output(task->result, 0, output, (size_t)length);
        fwrite(output, 1, (size_t)length, stdout);
        free(output);
    }
    swiftssh_command_result_free(task->result);
    swiftssh_process_free(task->process); /* ends it where it still runs */
    swiftssh_caller_free(task->caller);
}

/* The event loop: it waits for one descriptor, for a moment at most where somebody's time may pass. */
static void run(struct task *tasks, int count, int milliseconds) {
    struct pollfd wanted = {(int)check(swiftssh_session_notice_descriptor(session, &error)), POLLIN, 0};
    uint64_t number;
    int left = count;
    for (int index = 0; index < count; index++) go_on(&tasks[index]);
    while (left > 0) {
        int is_late = poll(&wanted, 1, milliseconds) == 0;
        while (check(swiftssh_session_turn(session, &number, &error)) == 1) go_on(&tasks[number]);
        left = 0;
        for (int index = 0; index < count; index++) {
            if (is_late && !tasks[index].is_done) go_on(&tasks[index]);
            left += !tasks[index].is_done;
        }
    }
    for (int index = 0; index < count; index++) finish(&tasks[index]);
}

int main(int count, char **arguments) {
    struct task tasks[16];
    int commands = count - 6;

    if (commands < 1 || commands > 16) return 64;
    check(swiftssh_client_new(arguments[1], (uint16_t)atoi(arguments[2]), arguments[3], &client, &error));
    check(swiftssh_client_add_known_hosts_file(client, arguments[4], &error));
    check(swiftssh_client_add_key_file(client, arguments[5], &error));
    check(swiftssh_client_connect(client, 10000, &error));
    check(swiftssh_client_session(client, &session, &error));

    /* All of them at once, on one connection. */
    for (int index = 0; index < commands; index++) tasks[index] = begun((uint64_t)index, arguments[6 + index], "", -1);
    run(tasks, commands, -1);
    /* What takes too long is given up; the rest goes on. */
    tasks[0] = begun(0, "sleep 600", "", 200);
    run(tasks, 1, 50);
    tasks[0] = begun(0, "while read line; do echo \"<$line>\"; done", "one\ntwo\n", -1);
    run(tasks, 1, -1);

    swiftssh_session_free(session);
    check(swiftssh_client_close(client, &error));
    swiftssh_client_free(client);
    return 0;
}
