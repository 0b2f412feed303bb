/* A program that is asked while one of its threads waits. */

#include "check.h"
#include "client.h"
#include "connecting.h"
#include "directory.h"
#include "files.h"
#include "fixture.h"
#include "scope.h"

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

/* What the callback does, and how often it was asked. */
struct program {
    int64_t (*answer)(struct program *);
    swiftssh_session *session;
    swiftssh_channel *channel;
    pthread_t thread;
    int asked;
    int finalized;
};

static int32_t ask(void *pointer) {
    struct program *program = pointer;
    program->asked++;
    return (int32_t)program->answer(program);
}

static void finalize(void *pointer) {
    ((struct program *)pointer)->finalized++;
}

static void forget(void *pointer) {
    (void)pointer;
    OK(swiftssh_set_interrupt_callback(NULL, NULL, NULL, &failure));
}

/* Has this thread asked until the test's end. */
static void ask_program(struct program *program) {
    REQUIRE_OK(swiftssh_set_interrupt_callback(ask, program, finalize, &failure));
    scope_defer(forget, NULL);
}

static int64_t end(struct program *program) {
    (void)program;
    return 1;
}

TEST(a_wait_ends_when_the_program_says_so) {
    BEHAVIOUR("interrupt.ends-a-wait");
    static struct program program = {.answer = end};
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = started(session, "cat");
    swiftssh_sftp *sftp = sftp_on(with_scripted_sftp("missing --on stat"));
    swiftssh_sftp_attributes *found = attributes();
    int64_t length = 1 << 24;
    char *data = calloc(1, (size_t)length), byte;
    scope_defer(free, data);
    REQUIRE(channel != NULL && sftp != NULL && data != NULL);
    ask_program(&program);
    FAILS(SWIFTSSH_ERROR_INTERRUPTED, swiftssh_channel_read(channel, 0, &byte, 1, &failure));
    FAILS(SWIFTSSH_ERROR_INTERRUPTED, swiftssh_channel_wait_exit(channel, NULL, NULL, &failure));
    FAILS(SWIFTSSH_ERROR_INTERRUPTED, swiftssh_channel_write(channel, 0, data, (size_t)length, &failure));
    CHECK(swiftssh_session_last_errno(session) == SWIFTSSH_ERROR_INTERRUPTED);
    FAILS(SWIFTSSH_ERROR_INTERRUPTED, swiftssh_sftp_stat(sftp, "/etc/passwd", found, &failure));
    OK(swiftssh_set_interrupt_callback(NULL, NULL, NULL, &failure));
    CHECK(program.asked >= 4 && program.finalized == 1);
    CHECK_TEXT("on\n", output_of(session, "echo on"));
}

TEST(a_connection_is_interrupted) {
    BEHAVIOUR("interrupt.ends-a-wait");
    static struct program program = {.answer = end};
    int *ends = socket_pair();
    swiftssh_session *session = new_session();
    ask_program(&program);
    FAILS(SWIFTSSH_ERROR_INTERRUPTED, swiftssh_session_handshake(session, ends[0], &failure));
    swiftssh_client *client = ready_client(peer_start(fact("SCRIPTED_PEER"), "silent", NULL)->port);
    FAILS(SWIFTSSH_ERROR_INTERRUPTED, swiftssh_client_connect(client, -1, &failure));
}

TEST(a_wait_for_hosts_is_interrupted) {
    BEHAVIOUR("interrupt.ends-a-wait");
    static struct program program = {.answer = end};
    swiftssh_fleet *fleet = NULL;
    OK(swiftssh_fleet_new(ready_client(sshd_port(NULL)), 1, &fleet, &failure));
    OK(swiftssh_fleet_add(fleet, "127.0.0.1", sshd_port(NULL), fact("USER"), &failure));
    REQUIRE_OK(swiftssh_fleet_start(fleet, "sleep 600", NULL, 0, NULL, 0, -1, -1, &failure));
    ask_program(&program);
    FAILS(SWIFTSSH_ERROR_INTERRUPTED, swiftssh_fleet_next(fleet, -1, &failure));
    swiftssh_fleet_free(fleet);
}

TEST(a_wait_for_a_locked_file_is_interrupted) {
    BEHAVIOUR("interrupt.ends-a-wait");
    static struct program program = {.answer = end};
    swiftssh_knownhost *hosts = NULL;
    const char *path = scratch_file("hosts", "", 0, 0600);
    int file = open(path, O_RDONLY);
    REQUIRE(file >= 0 && flock(file, LOCK_EX) == 0);
    REQUIRE_OK(swiftssh_knownhost_new(&hosts, &failure));
    ask_program(&program);
    FAILS(SWIFTSSH_ERROR_INTERRUPTED, swiftssh_knownhost_writefile(hosts, path, SWIFTSSH_KNOWNHOST_FILE_OPENSSH, &failure));
    swiftssh_knownhost_free(hosts);
    close(file);
}

/* Lets it wait twice, then has the answer come for which it waits. */
static int64_t write_third(struct program *program) {
    if (program->asked == 3) CHECK_NUMBER(5, OK(swiftssh_channel_write(program->channel, 0, "heard", 5, &failure)));
    return 0;
}

static int64_t wait_on(struct program *program) {
    (void)program;
    return 0;
}

TEST(a_program_that_lets_it_wait_may_use_the_session_meanwhile) {
    BEHAVIOUR("interrupt.waits-on");
    char text[6] = "";
    static struct program program = {.answer = write_third}, patient = {.answer = wait_on};
    program.session = logged_in(NULL);
    program.channel = started(program.session, "cat");
    REQUIRE(program.channel != NULL);
    ask_program(&program);
    CHECK_NUMBER(5, OK(swiftssh_channel_read(program.channel, 0, text, 5, &failure)));
    CHECK_TEXT("heard", text);
    CHECK(program.asked >= 3);
    /* Another one in its place. */
    OK(swiftssh_set_interrupt_callback(ask, &patient, finalize, &failure));
    CHECK_NUMBER(1, program.finalized);
    OK(swiftssh_session_set_timeout(program.session, 350, &failure));
    /* It is asked every so often; where this thread is held up, the time may be over by then. */
    do {
        FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_channel_read(program.channel, 0, text, 5, &failure));
    } while (patient.asked == 0);
}

static void *read_elsewhere(void *pointer) {
    struct program *program = pointer;
    char text[6] = "";
    return (void *)(intptr_t)(swiftssh_channel_read(program->channel, 0, text, 5, NULL) == 5);
}

/* Ends the wait when the other thread has read what comes while this one is asked. */
static int64_t serve_the_other(struct program *program) {
    void *is_right = NULL;
    CHECK_NUMBER(5, OK(swiftssh_channel_write(program->channel, 0, "heard", 5, &failure)));
    pthread_join(program->thread, &is_right);
    CHECK(is_right != NULL);
    return 1;
}

TEST(others_are_not_asked_and_are_not_held_up) {
    BEHAVIOUR("interrupt.one-thread");
    char byte;
    static struct program program = {.answer = serve_the_other};
    program.session = logged_in(NULL);
    program.channel = started(program.session, "cat");
    swiftssh_channel *silent = started(program.session, "cat");
    REQUIRE(program.channel != NULL && silent != NULL);
    REQUIRE(pthread_create(&program.thread, NULL, read_elsewhere, &program) == 0);
    ask_program(&program);
    FAILS(SWIFTSSH_ERROR_INTERRUPTED, swiftssh_channel_read(silent, 0, &byte, 1, &failure));
    CHECK_NUMBER(1, program.asked);
}

static void *read_for_a_while(void *pointer) {
    char byte;
    return (void *)(intptr_t)swiftssh_channel_read(pointer, 0, &byte, 1, NULL);
}

TEST(another_thread_is_not_asked) {
    BEHAVIOUR("interrupt.one-thread");
    pthread_t thread;
    void *outcome = NULL;
    static struct program program = {.answer = end};
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = started(session, "cat");
    REQUIRE(channel != NULL);
    OK(swiftssh_session_set_timeout(session, 350, &failure));
    ask_program(&program);
    REQUIRE(pthread_create(&thread, NULL, read_for_a_while, channel) == 0);
    pthread_join(thread, &outcome);
    CHECK_NUMBER(SWIFTSSH_ERROR_TIMEOUT, (intptr_t)outcome);
    CHECK_NUMBER(0, program.asked);
}

static atomic_int signals;

static void count_signal(int number) {
    (void)number;
    atomic_fetch_add(&signals, 1);
}

static int64_t end_after_signals(struct program *program) {
    (void)program;
    return atomic_load(&signals) >= 50;
}

TEST(a_signal_has_the_program_asked_at_once) {
    BEHAVIOUR("process.signal-asks-at-once");
    char byte;
    static struct program program = {.answer = end_after_signals};
    swiftssh_channel *channel = started(logged_in(NULL), "cat");
    struct sigaction before, counting = {.sa_handler = count_signal, .sa_flags = SA_RESTART};
    struct itimerval often = {{0, 5000}, {0, 5000}}, never = {{0, 0}, {0, 0}};
    REQUIRE(channel != NULL);
    ask_program(&program);
    atomic_store(&signals, 0);
    sigaction(SIGALRM, &counting, &before);
    setitimer(ITIMER_REAL, &often, NULL);
    FAILS(SWIFTSSH_ERROR_INTERRUPTED, swiftssh_channel_read(channel, 0, &byte, 1, &failure));
    setitimer(ITIMER_REAL, &never, NULL);
    sigaction(SIGALRM, &before, NULL);
    /* By the clock alone it would be three or so. */
    CHECK(program.asked >= 10);
}

/* How many threads of this process but this one would take a signal. */
static int threads_that_take(int number) {
    int taking = 0;
    char path[300], line[128];
    unsigned long long blocked;
    DIR *tasks = opendir("/proc/self/task");
    for (struct dirent *task; tasks != NULL && (task = readdir(tasks)) != NULL;) {
        if (task->d_name[0] == '.' || atoi(task->d_name) == (int)syscall(SYS_gettid)) continue;
        snprintf(path, sizeof path, "/proc/self/task/%s/status", task->d_name);
        FILE *file = fopen(path, "r");
        while (file != NULL && fgets(line, sizeof line, file) != NULL) {
            if (sscanf(line, "SigBlk: %llx", &blocked) == 1 && (blocked >> (number - 1) & 1) == 0) taking++;
        }
        if (file != NULL) fclose(file);
    }
    if (tasks != NULL) closedir(tasks);
    return taking;
}

TEST(the_librarys_threads_take_no_signals) {
    BEHAVIOUR("process.signals-are-the-programs");
    swiftssh_forward *forward = NULL;
    swiftssh_client *client = connected_client();
    REQUIRE_OK(swiftssh_client_forward_socks(client, "127.0.0.1", 0, &forward, &failure));
    CHECK_NUMBER(0, threads_that_take(SIGINT));
    swiftssh_forward_free(forward);
}
