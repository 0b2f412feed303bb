/* Several threads with one session. */

#include "check.h"
#include "client.h"
#include "fixture.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A thread that makes a call which waits until somebody ends it. */
struct waiter {
    swiftssh_session *session;
    swiftssh_channel *channel;
    int socket;
    int64_t outcome;
    atomic_int thread;
    atomic_int has_returned;
};

static void *wait_in_read(void *pointer) {
    struct waiter *waiter = pointer;
    char byte;
    atomic_store(&waiter->thread, (int)syscall(SYS_gettid));
    waiter->outcome = swiftssh_channel_read(waiter->channel, 0, &byte, 1, NULL);
    atomic_store(&waiter->has_returned, 1);
    return NULL;
}

static void *wait_in_handshake(void *pointer) {
    struct waiter *waiter = pointer;
    waiter->outcome = swiftssh_session_handshake(waiter->session, waiter->socket, NULL);
    return NULL;
}

/* Returns when a thread sleeps in the system, or its call has returned although it should not. */
static void until_asleep(struct waiter *waiter) {
    char path[64], state = '?';
    while (state != 'S' && !atomic_load(&waiter->has_returned)) {
        sched_yield();
        snprintf(path, sizeof path, "/proc/self/task/%d/stat", atomic_load(&waiter->thread));
        FILE *file = fopen(path, "r");
        if (file == NULL) continue;
        if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1) state = '?';
        fclose(file);
    }
}

TEST(a_close_wakes_a_handshake) {
    BEHAVIOUR("session.close-wakes-waiters");
    char greeting[64];
    for (int round = 0; round < 50; round++) {
        int *ends = socket_pair();
        pthread_t thread;
        struct waiter waiter = {.session = new_session(), .socket = ends[0]};
        REQUIRE(pthread_create(&thread, NULL, wait_in_handshake, &waiter) == 0);
        /* Once its greeting has come, it is inside the hand-shake. */
        CHECK(recv(ends[1], greeting, sizeof greeting, 0) > 4);
        OK(swiftssh_session_close(waiter.session, &failure));
        pthread_join(thread, NULL);
        CHECK_NUMBER(SWIFTSSH_ERROR_CANCELLED, waiter.outcome);
    }
}

TEST(a_close_wakes_all_readers) {
    BEHAVIOUR("session.close-wakes-waiters");
    enum { READERS = 4 };
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    pthread_t threads[READERS];
    struct waiter waiters[READERS];
    memset(waiters, 0, sizeof waiters);
    for (int index = 0; index < READERS; index++) {
        waiters[index].channel = started(session, "cat");
        REQUIRE(pthread_create(&threads[index], NULL, wait_in_read, &waiters[index]) == 0);
    }
    for (int index = 0; index < READERS; index++) until_asleep(&waiters[index]);
    OK(swiftssh_session_close(session, &failure));
    for (int index = 0; index < READERS; index++) {
        pthread_join(threads[index], NULL);
        /* One that slept only until it got at the session has found it closed. */
        int64_t outcome = waiters[index].outcome;
        CHECK(outcome == SWIFTSSH_ERROR_CANCELLED || outcome == SWIFTSSH_ERROR_CLOSED);
    }
}

TEST(a_session_that_is_freed_under_a_reader_does_no_harm) {
    BEHAVIOUR("session.close-wakes-waiters");
    pthread_t thread;
    swiftssh_session *session = logged_in(NULL);
    struct waiter waiter = {.channel = started(session, "cat")};
    REQUIRE(waiter.channel != NULL && pthread_create(&thread, NULL, wait_in_read, &waiter) == 0);
    until_asleep(&waiter);
    swiftssh_channel_free(waiter.channel);
    OK(swiftssh_session_close(session, &failure));
    swiftssh_session_free(session);
    pthread_join(thread, NULL);
    CHECK(waiter.outcome < 0);
}

struct worker {
    swiftssh_session *session;
    char letter;
    size_t length;
    int is_right;
};

/* Echoes letters through a command, while the other worker does the same. */
static void *work(void *pointer) {
    struct worker *worker = pointer;
    char sent[1000], received[1000];
    swiftssh_channel *channel = NULL;
    int32_t kind = 0, status = -1;
    memset(sent, worker->letter, sizeof sent);
    if (swiftssh_session_open_session(worker->session, &channel, NULL) < 0) return NULL;
    if (swiftssh_channel_exec(channel, "cat", NULL) < 0) return NULL;
    for (size_t round = 0; round < worker->length / sizeof sent; round++) {
        size_t count = 0;
        if (swiftssh_channel_write(channel, 0, sent, sizeof sent, NULL) != sizeof sent) return NULL;
        while (count < sizeof sent) {
            int64_t read = swiftssh_channel_read(channel, 0, received + count, sizeof received - count, NULL);
            if (read <= 0) return NULL;
            count += (size_t)read;
        }
        if (memcmp(sent, received, sizeof sent) != 0) return NULL;
    }
    swiftssh_channel_send_eof(channel, NULL);
    worker->is_right = swiftssh_channel_wait_exit(channel, &kind, &status, NULL) == 0 && kind == SWIFTSSH_EXIT_EXITED
        && status == 0;
    swiftssh_channel_free(channel);
    return NULL;
}

TEST(threads_use_channels_side_by_side) {
    BEHAVIOUR("channel.threads-side-by-side");
    enum { WORKERS = 4 };
    pthread_t threads[WORKERS];
    struct worker workers[WORKERS];
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    for (int index = 0; index < WORKERS; index++) {
        workers[index] = (struct worker){session, (char)('a' + index), 200000, 0};
        REQUIRE(pthread_create(&threads[index], NULL, work, &workers[index]) == 0);
    }
    for (int index = 0; index < WORKERS; index++) {
        pthread_join(threads[index], NULL);
        CHECK(workers[index].is_right);
    }
    CHECK_NUMBER(0, swiftssh_session_last_errno(session));
}

static void *write_side(void *pointer) {
    static char data[1 << 20];
    struct waiter *waiter = pointer;
    memset(data, 'w', sizeof data);
    for (int round = 0; round < 8 && waiter->outcome >= 0; round++) {
        waiter->outcome = swiftssh_channel_write(waiter->channel, 0, data, sizeof data, NULL);
    }
    if (waiter->outcome >= 0) waiter->outcome = swiftssh_channel_send_eof(waiter->channel, NULL);
    return NULL;
}

TEST(one_thread_writes_while_another_reads) {
    BEHAVIOUR("channel.large-transfer");
    pthread_t thread;
    struct waiter waiter = {.channel = started(logged_in(NULL), "cat")};
    REQUIRE(waiter.channel != NULL && pthread_create(&thread, NULL, write_side, &waiter) == 0);
    struct bytes output = read_all(waiter.channel, 0);
    pthread_join(thread, NULL);
    CHECK_NUMBER(0, waiter.outcome);
    CHECK_NUMBER(0, output.outcome);
    CHECK_NUMBER(8 << 20, output.length);
}

static void *ask(void *pointer) {
    atomic_int *stop = ((void **)pointer)[0];
    swiftssh_session *session = ((void **)pointer)[1];
    char text[256];
    while (!atomic_load(stop)) {
        swiftssh_session_methods(session, SWIFTSSH_METHOD_CRYPT_CS, text, sizeof text, NULL);
        swiftssh_session_last_error(session, text, sizeof text);
        swiftssh_session_block_directions(session);
        swiftssh_session_set_timeout(session, 60000, NULL);
        swiftssh_session_keepalive_send(session, NULL, NULL);
    }
    return NULL;
}

TEST(questions_are_answered_while_others_work) {
    BEHAVIOUR("channel.threads-side-by-side");
    pthread_t thread;
    atomic_int stop = 0;
    swiftssh_session *session = logged_in(NULL);
    void *what[] = {&stop, session};
    REQUIRE(session != NULL && pthread_create(&thread, NULL, ask, what) == 0);
    for (int round = 0; round < 20; round++) CHECK_TEXT("x\n", output_of(session, "echo x"));
    atomic_store(&stop, 1);
    pthread_join(thread, NULL);
}
