/* Callers: calls that do not wait, driven by a loop that waits for one descriptor. */

#include "check.h"
#include "client.h"
#include "connecting.h"
#include "fixture.h"
#include "scope.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void free_caller(void *caller) {
    swiftssh_caller_free(caller);
}

static swiftssh_caller *new_caller(swiftssh_session *session, uint64_t number) {
    swiftssh_caller *caller = NULL;
    OK(swiftssh_caller_new(session, number, &caller, &failure));
    scope_defer(free_caller, caller);
    return caller;
}

/* The numbers of the callers that have been told to call again, a bit each. */
static uint64_t told;

/* Waits until a caller is to call again. */
static int wait_for(swiftssh_session *session, uint64_t number) {
    while ((told & (UINT64_C(1) << number)) == 0) {
        uint64_t told_number;
        struct pollfd wanted = {.events = POLLIN};
        int64_t descriptor = OK(swiftssh_session_notice_descriptor(session, &failure));
        if (descriptor < 0) return 0;
        wanted.fd = (int)descriptor;
        if (!CHECK_NUMBER(1, poll(&wanted, 1, 60000))) return 0;
        int64_t found = OK(swiftssh_session_turn(session, &told_number, &failure));
        if (found < 0) return 0;
        if (found == 1) told |= UINT64_C(1) << told_number;
    }
    told &= ~(UINT64_C(1) << number);
    return 1;
}

/* Makes one attempt at a call, which may use &failure, as a caller, and has its outcome. */
#define ATTEMPT(caller, outcome, call)                                                                                 \
    do {                                                                                                               \
        OK(swiftssh_caller_enter(caller, 0, &failure));                                                                \
        forget_failure();                                                                                              \
        (outcome) = (call);                                                                                            \
        swiftssh_caller_leave(caller, NULL);                                                                           \
    } while (0)

/* Makes a call to its end. */
#define FINISH(session, caller, number, outcome, call)                                                                 \
    do {                                                                                                               \
        ATTEMPT(caller, outcome, call);                                                                                \
    } while ((outcome) == SWIFTSSH_ERROR_EAGAIN && wait_for(session, number))

TEST(callers_are_told_when_to_call_again) {
    BEHAVIOUR("caller.told");
    BEHAVIOUR("caller.apart");
    char data[16];
    int64_t outcome;
    swiftssh_session *session = logged_in(NULL);
    swiftssh_caller *callers[4];
    swiftssh_channel *channels[4] = {NULL};
    told = 0;
    for (uint64_t number = 0; number < 4; number++) {
        callers[number] = new_caller(session, number);
        ATTEMPT(callers[number], outcome, swiftssh_session_open_session(session, &channels[number], &failure));
    }
    for (uint64_t number = 0; number < 4; number++) {
        if (channels[number] == NULL) {
            FINISH(session, callers[number], number, outcome,
                   swiftssh_session_open_session(session, &channels[number], &failure));
            CHECK_NUMBER(0, outcome);
        }
        FINISH(session, callers[number], number, outcome, swiftssh_channel_exec(channels[number], "cat", &failure));
        CHECK_NUMBER(0, outcome);
        ATTEMPT(callers[number], outcome, swiftssh_channel_read(channels[number], 0, data, sizeof data, &failure));
        CHECK_NUMBER(SWIFTSSH_ERROR_EAGAIN, outcome);
    }
    for (uint64_t number = 4; number-- > 0;) {
        char sent = (char)('a' + number);
        CHECK_NUMBER(1, OK(swiftssh_channel_write(channels[number], 0, &sent, 1, &failure)));
        CHECK(wait_for(session, number));
        FINISH(session, callers[number], number, outcome,
               swiftssh_channel_read(channels[number], 0, data, sizeof data, &failure));
        CHECK_NUMBER(1, outcome);
        CHECK_NUMBER(sent, data[0]);
        swiftssh_channel_free(channels[number]);
    }
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_turn(session, NULL, &failure));
}

TEST(what_a_caller_has_under_way_ends_with_it) {
    BEHAVIOUR("caller.given-up");
    int64_t outcome;
    swiftssh_session *session = logged_in("-o", "MaxSessions=3", NULL);
    for (int round = 0; round < 10; round++) {
        swiftssh_channel *channel = NULL;
        swiftssh_caller *caller = NULL;
        REQUIRE_OK(swiftssh_caller_new(session, 1, &caller, &failure));
        ATTEMPT(caller, outcome, swiftssh_session_open_session(session, &channel, &failure));
        CHECK(outcome == 0 || outcome == SWIFTSSH_ERROR_EAGAIN);
        swiftssh_caller_free(caller);
        swiftssh_channel_free(channel);
        OK(swiftssh_session_ping(session, &failure));
    }
    CHECK_TEXT("on\n", output_of(session, "echo on"));
}

TEST(a_callers_time_is_over_all_attempts) {
    BEHAVIOUR("caller.deadline");
    char data[16];
    int64_t outcome;
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = started(session, "cat");
    swiftssh_caller *caller = new_caller(session, 1);
    OK(swiftssh_session_set_timeout(session, 1, &failure));
    ATTEMPT(caller, outcome, swiftssh_channel_read(channel, 0, data, sizeof data, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_EAGAIN, outcome);
    OK(swiftssh_caller_set_timeout(caller, 0, &failure));
    ATTEMPT(caller, outcome, swiftssh_channel_read(channel, 0, data, sizeof data, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_TIMEOUT, outcome);
    OK(swiftssh_caller_set_timeout(caller, -1, &failure));
    ATTEMPT(caller, outcome, swiftssh_channel_read(channel, 0, data, sizeof data, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_EAGAIN, outcome);
}

struct waiting {
    swiftssh_caller *caller;
    swiftssh_channel *channel;
    int64_t outcome;
};

static void *read_as_caller(void *pointer) {
    struct waiting *waiting = pointer;
    char data[16];
    swiftssh_caller_enter(waiting->caller, 1, NULL);
    waiting->outcome = swiftssh_channel_read(waiting->channel, 0, data, sizeof data, NULL);
    swiftssh_caller_leave(waiting->caller, NULL);
    return NULL;
}

TEST(a_call_that_waits_is_ended) {
    BEHAVIOUR("caller.cancel");
    BEHAVIOUR("caller.others-turns");
    char data[16];
    int64_t outcome;
    pthread_t thread;
    swiftssh_session *session = logged_in(NULL);
    struct waiting waiting = {new_caller(session, 1), started(session, "cat"), 0};
    swiftssh_caller *other = new_caller(session, 2);
    swiftssh_channel *mine = started(session, "cat");
    told = 0;
    REQUIRE(pthread_create(&thread, NULL, read_as_caller, &waiting) == 0);
    ATTEMPT(other, outcome, swiftssh_channel_read(mine, 0, data, sizeof data, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_EAGAIN, outcome);
    OK(swiftssh_channel_write(mine, 0, "x", 1, &failure));
    FINISH(session, other, 2, outcome, swiftssh_channel_read(mine, 0, data, sizeof data, &failure));
    CHECK_NUMBER(1, outcome);
    OK(swiftssh_caller_cancel(waiting.caller, &failure));
    pthread_join(thread, NULL);
    CHECK_NUMBER(SWIFTSSH_ERROR_CANCELLED, waiting.outcome);
    CHECK_TEXT("on\n", output_of(session, "echo on"));
    OK(swiftssh_caller_enter(other, 0, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_caller_enter(waiting.caller, 0, &failure));
    OK(swiftssh_caller_leave(other, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_caller_enter(other, 2, &failure));
}

TEST(every_caller_is_told_of_the_end) {
    BEHAVIOUR("caller.lost-connection");
    int32_t kind, status;
    int64_t outcome;
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = started(session, "read line; kill -9 $PPID");
    told = 0;
    for (uint64_t number = 0; number < 4; number++) {
        swiftssh_caller *caller = new_caller(session, number);
        ATTEMPT(caller, outcome, swiftssh_channel_wait_exit(channel, &kind, &status, &failure));
        CHECK_NUMBER(SWIFTSSH_ERROR_EAGAIN, outcome);
    }
    OK(swiftssh_channel_write(channel, 0, "\n", 1, &failure));
    for (uint64_t number = 0; number < 4; number++) CHECK(wait_for(session, number));
    swiftssh_caller *caller = new_caller(session, 5);
    ATTEMPT(caller, outcome, swiftssh_channel_wait_exit(channel, &kind, &status, &failure));
    CHECK(outcome < 0 && outcome != SWIFTSSH_ERROR_EAGAIN);
}

TEST(a_client_is_driven_by_callers) {
    BEHAVIOUR("caller.client");
    static const uint8_t variables[] = "SWIFTSSH_A=a";
    int64_t outcome;
    swiftssh_session *session = NULL;
    swiftssh_process *process = NULL;
    swiftssh_command_result *result = NULL;
    swiftssh_client *client = connected_client();
    REQUIRE_OK(swiftssh_client_session(client, &session, &failure));
    swiftssh_caller *caller = new_caller(session, 3);
    told = 0;
    FINISH(session, caller, 3, outcome,
           swiftssh_client_start(client, "echo $SWIFTSSH_A; cat; exit 3", variables, sizeof variables, NULL, 0, 0, -1,
                                 &process, &failure));
    CHECK_NUMBER(0, outcome);
    FINISH(session, caller, 3, outcome,
           swiftssh_process_communicate(process, (const uint8_t *)"b\n", 2, -1, -1, &result, &failure));
    CHECK_NUMBER(0, outcome);
    CHECK_NUMBER(3, swiftssh_command_result_exit_status(result));
    CHECK_NUMBER(4, swiftssh_command_result_output(result, 0, NULL, 0));
    swiftssh_command_result_free(result);
    swiftssh_process_free(process);
    swiftssh_session_free(session);
}

/* How often something was closed that was not open: by then it might be somebody else's. Takes the place of libc's function in the library too. */
static int closed_in_vain;

int close(int descriptor) {
    int outcome = (int)syscall(SYS_close, descriptor);
    if (outcome != 0 && errno == EBADF) closed_in_vain++;
    return outcome;
}

TEST(without_a_descriptor_there_is_no_notice) {
    BEHAVIOUR("caller.told");
    swiftssh_session *session = new_session();
    /* The notice itself is to be had, and what signals it is not. */
    few_descriptors(1);
    closed_in_vain = 0;
    FAILS(SWIFTSSH_ERROR_ALLOC, swiftssh_session_notice_descriptor(session, &failure));
    CHECK_NUMBER(0, closed_in_vain);
}
