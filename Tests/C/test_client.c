/* Clients: commands and processes. */

#include "check.h"
#include "client.h"
#include "connecting.h"
#include "fixture.h"
#include "scope.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

static void free_result(void *result) {
    swiftssh_command_result_free(result);
}

static void free_process(void *process) {
    swiftssh_process_free(process);
}

/* Runs a command without input; NULL when that failed. */
static swiftssh_command_result *run(swiftssh_client *client, const char *command) {
    swiftssh_command_result *result = NULL;
    if (OK(swiftssh_client_run(client, command, NULL, 0, NULL, 0, -1, PATIENCE, &result, &failure)) < 0) return NULL;
    scope_defer(free_result, result);
    return result;
}

/* What a result has of one stream, as text; valid until the next call. */
static const char *output(swiftssh_command_result *result, uint32_t stream) {
    static char text[256];
    int64_t length = swiftssh_command_result_output(result, stream, (uint8_t *)text, sizeof text - 1);
    CHECK(length >= 0 && length < (int64_t)sizeof text);
    text[length > 0 && length < (int64_t)sizeof text ? length : 0] = 0;
    return text;
}

static swiftssh_process *start(swiftssh_client *client, const char *command) {
    swiftssh_process *process = NULL;
    if (OK(swiftssh_client_start(client, command, NULL, 0, NULL, 0, 0, PATIENCE, &process, &failure)) < 0) return NULL;
    scope_defer(free_process, process);
    return process;
}

/* Reads a process's standard output until a text has come; valid until the next call. */
static const char *read_until(swiftssh_process *process, const char *text) {
    static char seen[4096];
    size_t length = 0;
    seen[0] = 0;
    while (strstr(seen, text) == NULL && length < sizeof seen - 1) {
        int64_t count = OK(swiftssh_process_read(process, 0, PATIENCE, seen + length, sizeof seen - 1 - length, &failure));
        if (count <= 0) break;
        length += (size_t)count;
        seen[length] = 0;
    }
    return seen;
}

TEST(a_command_runs) {
    BEHAVIOUR("client.run");
    swiftssh_client *client = connected_client();
    CHECK_NUMBER(1, swiftssh_client_is_connected(client));
    swiftssh_command_result *result = run(client, "echo out; echo err >&2; exit 3");
    CHECK_NUMBER(SWIFTSSH_EXIT_EXITED, swiftssh_command_result_exit_kind(result));
    CHECK_NUMBER(3, swiftssh_command_result_exit_status(result));
    CHECK_TEXT("", swiftssh_command_result_exit_signal(result));
    CHECK_TEXT("out\n", output(result, 0));
    CHECK_TEXT("err\n", output(result, 1));
    result = run(client, "kill -TERM $$");
    CHECK_NUMBER(SWIFTSSH_EXIT_SIGNALLED, swiftssh_command_result_exit_kind(result));
    CHECK_TEXT("TERM", swiftssh_command_result_exit_signal(result));
    result = run(client, "head -c 3000000 /dev/zero & head -c 2000000 /dev/zero >&2; wait");
    CHECK_NUMBER(3000000, swiftssh_command_result_output(result, 0, NULL, 0));
    CHECK_NUMBER(2000000, swiftssh_command_result_output(result, 1, NULL, 0));
}

TEST(input_and_environment) {
    BEHAVIOUR("client.run-input");
    BEHAVIOUR("client.run-environment");
    swiftssh_client *client = connected_client();
    swiftssh_command_result *result = NULL;
    static const uint8_t variables[] = "SWIFTSSH_A=x y\0LANG=C";
    REQUIRE_OK(swiftssh_client_run(client, "cat; echo $SWIFTSSH_A-$LANG", (const uint8_t *)"in\n", 3, variables,
                                   sizeof variables, -1, PATIENCE, &result, &failure));
    scope_defer(free_result, result);
    CHECK_TEXT("in\nx y-C\n", output(result, 0));
    FAILS(SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED,
          swiftssh_client_run(client, "true", NULL, 0, (const uint8_t *)"PATH=/", 7, -1, PATIENCE, &result, &failure));
    CHECK(result == NULL);
    FAILS(SWIFTSSH_ERROR_INVAL,
          swiftssh_client_run(client, "true", NULL, 0, (const uint8_t *)"=", 2, -1, PATIENCE, &result, &failure));
}

TEST(a_command_need_not_be_utf_8) {
    BEHAVIOUR("client.command-bytes");
    static const char command[] = "printf %s '\xff\xe9\x1b \x80'; exit 3", printed[] = "\xff\xe9\x1b \x80";
    swiftssh_client *client = connected_client();
    swiftssh_command_result *result = run(client, command);
    CHECK_TEXT(printed, output(result, 0));
    FAILS(SWIFTSSH_ERROR_COMMAND_FAILED, swiftssh_command_result_check(result, &failure));
    CHECK_CONTAINS("\"printf %s '\\xff\\xe9\\u{1b} \\x80'; exit 3\" exited", swiftssh_error_message(failure));
    swiftssh_process *process = start(client, command);
    CHECK_TEXT(printed, read_until(process, printed));
    REQUIRE_OK(swiftssh_client_start_ex(client, command, NULL, 0, NULL, 0, 0, SWIFTSSH_EXTENDED_DATA_MERGE, PATIENCE,
                                        &process, &failure));
    scope_defer(free_process, process);
    CHECK_TEXT(printed, read_until(process, printed));
    CHECK_TEXT(printed, read_all(started(logged_in(NULL), command), 0).data);
}

TEST(a_failed_command_is_an_error) {
    BEHAVIOUR("client.check");
    swiftssh_client *client = connected_client();
    OK(swiftssh_command_result_check(run(client, "true"), &failure));
    swiftssh_command_result *result = run(client, "echo out; printf 'no \\033[1mgood' >&2; exit 9");
    char text[8] = "";
    FAILS(SWIFTSSH_ERROR_COMMAND_FAILED, swiftssh_command_result_check(result, &failure));
    CHECK_CONTAINS("status 9", swiftssh_error_message(failure));
    CHECK_TEXT("no \\u{1b}[1mgood", swiftssh_error_server_text(failure));
    CHECK_NUMBER(4, swiftssh_error_output(failure, 0, (uint8_t *)text, sizeof text));
    CHECK(memcmp(text, "out\n", 4) == 0);
}

TEST(too_long_and_too_much) {
    BEHAVIOUR("client.run-timeout");
    BEHAVIOUR("client.run-limit");
    swiftssh_client *client = connected_client();
    swiftssh_command_result *result = NULL;
    int32_t timeout = 250;
    do {
        /* A server that is slow may not have started it by then. */
        FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_client_run(client, "echo early; echo warned >&2; exec sleep 600", NULL, 0,
                                                          NULL, 0, -1, timeout *= 2, &result, &failure));
    } while (timeout < PATIENCE
             && swiftssh_error_output(failure, 0, NULL, 0) + swiftssh_error_output(failure, 1, NULL, 0) < 13);
    CHECK_NUMBER(6, swiftssh_error_output(failure, 0, NULL, 0));
    CHECK_NUMBER(7, swiftssh_error_output(failure, 1, NULL, 0));
    FAILS(SWIFTSSH_ERROR_OUTPUT_LIMIT,
          swiftssh_client_run(client, "yes", NULL, 0, NULL, 0, 100000, PATIENCE, &result, &failure));
    CHECK_NUMBER(100000, swiftssh_error_output(failure, 0, NULL, 0));
    CHECK_TEXT("on\n", output(run(client, "echo on"), 0));
}

TEST(a_process_is_talked_with) {
    BEHAVIOUR("client.process-lines");
    swiftssh_client *client = connected_client();
    swiftssh_process *process = start(client, "while read line; do echo \"<$line>\"; done; exit 6");
    REQUIRE(process != NULL);
    CHECK_NUMBER(4, OK(swiftssh_process_write(process, "one\n", 4, PATIENCE, &failure)));
    CHECK_TEXT("<one>\n", read_until(process, "\n"));
    char byte;
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_process_read(process, 0, 10, &byte, 1, &failure));
    OK(swiftssh_process_send_eof(process, PATIENCE, &failure));
    int32_t kind = 0, status = 0;
    OK(swiftssh_process_wait(process, PATIENCE, &kind, &status, &failure));
    CHECK_NUMBER(SWIFTSSH_EXIT_EXITED, kind);
    CHECK_NUMBER(6, status);
    CHECK_NUMBER(0, OK(swiftssh_process_read(process, 1, PATIENCE, &byte, 1, &failure)));
    swiftssh_channel *channel = NULL;
    OK(swiftssh_process_channel(process, &channel, &failure));
    CHECK_NUMBER(1, swiftssh_channel_eof(channel));
    swiftssh_channel_free(channel);
}

TEST(a_wait_goes_on) {
    BEHAVIOUR("client.process-resumes");
    swiftssh_client *client = connected_client();
    size_t length = 4000000;
    uint8_t *input = malloc(length);
    REQUIRE(input != NULL);
    memset(input, 'A', length);
    swiftssh_process *process = start(client, "cat");
    swiftssh_command_result *result = NULL;
    int64_t outcome;
    do {
        forget_failure();
        outcome = swiftssh_process_communicate(process, input, length, -1, 1, &result, &failure);
    } while (outcome == SWIFTSSH_ERROR_TIMEOUT);
    CHECK_NUMBER(0, outcome);
    CHECK_NUMBER(length, swiftssh_command_result_output(result, 0, NULL, 0));
    CHECK_NUMBER(length, swiftssh_process_output(process, 0, NULL, 0));
    swiftssh_command_result_free(result);
    free(input);
}

static void *wait_for_process(void *process) {
    int64_t status = swiftssh_process_wait(process, PATIENCE, NULL, NULL, NULL);
    return (void *)(intptr_t)status;
}

TEST(a_process_is_killed) {
    BEHAVIOUR("client.process-kill");
    swiftssh_client *client = connected_client();
    swiftssh_process *process = start(client, "echo up; sleep 600");
    CHECK_TEXT("up\n", read_until(process, "\n"));
    pthread_t thread;
    void *status = NULL;
    REQUIRE(pthread_create(&thread, NULL, wait_for_process, process) == 0);
    OK(swiftssh_process_kill(process, &failure));
    pthread_join(thread, &status);
    CHECK_NUMBER(SWIFTSSH_ERROR_CANCELLED, (intptr_t)status);
    int64_t sent = swiftssh_process_signal(start(client, "sleep 600"), "TERM", PATIENCE, NULL);
    int can = (swiftssh_capabilities() & SWIFTSSH_CAPABILITY_CHANNEL_SIGNAL) != 0;
    CHECK_NUMBER(can ? 0 : SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, sent);
}

TEST(a_shell_has_its_terminal) {
    BEHAVIOUR("client.terminal");
    swiftssh_client *client = connected_client();
    swiftssh_process *shell = NULL;
    REQUIRE_OK(swiftssh_client_start(client, NULL, NULL, 0, "vt220", 71, 13, PATIENCE, &shell, &failure));
    scope_defer(free_process, shell);
    static const char first[] = "stty -echo; echo $TERM-$(stty size)-$((6*7))\n", second[] = "stty size; exit\n";
    OK(swiftssh_process_write(shell, first, strlen(first), PATIENCE, &failure));
    CHECK_CONTAINS("vt220-13 71-42", read_until(shell, "-42"));
    OK(swiftssh_process_resize_terminal(shell, 99, 33, PATIENCE, &failure));
    OK(swiftssh_process_write(shell, second, strlen(second), PATIENCE, &failure));
    CHECK_CONTAINS("33 99", read_until(shell, "33 99"));
}

TEST(a_cut_is_an_error) {
    BEHAVIOUR("client.cut-is-an-error");
    swiftssh_client *client = connected_client();
    swiftssh_command_result *result = NULL;
    int32_t status =
        swiftssh_client_run(client, "kill -9 $PPID; sleep 60", NULL, 0, NULL, 0, -1, PATIENCE, &result, NULL);
    /* A server that is killed before it has read everything resets the connection. */
    CHECK(status == SWIFTSSH_ERROR_SOCKET_DISCONNECT || status == SWIFTSSH_ERROR_SOCKET_RECV);
    CHECK(result == NULL);
    CHECK_NUMBER(0, swiftssh_client_is_connected(client));
}

TEST(its_session_is_there) {
    swiftssh_client *client = ready_client(sshd_port(NULL));
    swiftssh_session *session = NULL;
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_client_session(client, &session, &failure));
    OK(swiftssh_client_set_compression(client, 1, &failure));
    OK(swiftssh_client_set_attempts(client, 3, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_client_set_algorithms(client, 99, "x", &failure));
    OK(swiftssh_client_set_algorithms(client, SWIFTSSH_METHOD_CRYPT_CS, "none-such,aes256-ctr", &failure));
    OK(swiftssh_client_connect(client, PATIENCE, &failure));
    OK(swiftssh_client_session(client, &session, &failure));
    char name[64] = "";
    OK(swiftssh_session_methods(session, SWIFTSSH_METHOD_CRYPT_CS, name, sizeof name, &failure));
    CHECK_TEXT("aes256-ctr", name);
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_client_connect(client, PATIENCE, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_client_set_compression(client, 0, &failure));
    OK(swiftssh_client_close(client, &failure));
    OK(swiftssh_client_close(client, &failure));
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_client_connect(client, PATIENCE, &failure));
    swiftssh_session_free(session);
}

TEST(a_server_that_stops_is_given_up) {
    BEHAVIOUR("client.keepalive");
    swiftssh_client *client = NULL;
    swiftssh_command_result *result = NULL;
    /* One that is only slow is given up before it can be stopped; then it gets more time. */
    for (int64_t interval = 100; result == NULL && interval < PATIENCE; interval *= 2) {
        client = ready_client(sshd_port(NULL));
        OK(swiftssh_client_set_keepalive(client, interval, 2, &failure));
        OK(swiftssh_client_connect(client, PATIENCE, &failure));
        FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_client_set_keepalive(client, 0, 0, &failure));
        swiftssh_client_run(client, "echo $PPID", NULL, 0, NULL, 0, -1, PATIENCE, &result, NULL);
    }
    REQUIRE(result != NULL);
    scope_defer(free_result, result);
    pid_t server = (pid_t)atoi(output(result, 0));
    REQUIRE(server > 1 && kill(server, SIGSTOP) == 0);
    FAILS(SWIFTSSH_ERROR_SOCKET_DISCONNECT,
          swiftssh_client_run(client, "echo never", NULL, 0, NULL, 0, -1, -1, &result, &failure));
    CHECK_CONTAINS("has not answered for", swiftssh_error_message(failure));
    CHECK_NUMBER(ETIMEDOUT, swiftssh_error_errno(failure));
    CHECK_NUMBER(0, swiftssh_client_is_connected(client));
    kill(server, SIGKILL);
}

TEST(standard_error_need_not_be_read) {
    BEHAVIOUR("client.standard-error");
    swiftssh_client *client = connected_client();
    swiftssh_process *process = NULL;
    const char *writes = "head -c 8000000 /dev/zero >&2; echo out; echo err >&2";
    REQUIRE_OK(swiftssh_client_start_ex(client, writes, NULL, 0, NULL, 0, 0, SWIFTSSH_EXTENDED_DATA_IGNORE, PATIENCE,
                                        &process, &failure));
    scope_defer(free_process, process);
    CHECK_TEXT("out\n", read_until(process, "\n"));
    char byte;
    CHECK_NUMBER(0, OK(swiftssh_process_read(process, 1, PATIENCE, &byte, 1, &failure)));
    FAILS(SWIFTSSH_ERROR_INVAL,
          swiftssh_client_start_ex(client, writes, NULL, 0, NULL, 0, 0, 7, PATIENCE, &process, &failure));
    CHECK(process == NULL);
}
