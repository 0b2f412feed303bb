/* Freeing in any order, and nothing left behind. */

#include "check.h"
#include "client.h"
#include "fixture.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

static int descriptor_count(void) {
    int count = 0;
    DIR *directory = opendir("/proc/self/fd");
    if (directory == NULL) return -1;
    while (readdir(directory) != NULL) count++;
    closedir(directory);
    return count;
}

static long resident_kilobytes(void) {
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL || fscanf(file, "%*d %ld", &pages) != 1) pages = -1;
    if (file != NULL) fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

/* A session whose peer says something that is no SSH and goes. */
static void use_briefly(void) {
    swiftssh_session *session = NULL;
    swiftssh_error *error = NULL;
    int ends[2];
    REQUIRE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    CHECK_NUMBER(5, write(ends[1], "HTTP\n", 5));
    shutdown(ends[1], SHUT_WR);
    swiftssh_session_new(&session, NULL);
    CHECK(swiftssh_session_handshake(session, ends[0], &error) < 0);
    CHECK(*swiftssh_error_description(error) != '\0');
    swiftssh_error_free(error);
    swiftssh_session_free(session);
    close(ends[0]);
    close(ends[1]);
}

/* A session that runs a command, with everything freed. */
static void use_fully(void) {
    char buffer[64];
    swiftssh_channel *channel = NULL;
    struct server *server = sshd(NULL);
    swiftssh_session *session = session_over(server->socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    OK(swiftssh_session_open_session(session, &channel, &failure));
    OK(swiftssh_channel_exec(channel, "echo used", &failure));
    CHECK_NUMBER(5, swiftssh_channel_read(channel, 0, buffer, sizeof buffer, NULL));
    swiftssh_channel_free(channel);
    swiftssh_session_free(session);
    server_end(server);
}

static void check_nothing_is_left(void (*use)(void), int rounds) {
    for (int round = 0; round < rounds / 5; round++) use();
    int descriptors = descriptor_count();
    long resident = resident_kilobytes();
    for (int round = 0; round < rounds; round++) use();
    CHECK_NUMBER(descriptors, descriptor_count());
    long grown = resident_kilobytes() - resident;
    /* The sanitizers keep freed memory for a while. */
    if (!IS_SANITIZED && !CHECK(grown < 2048)) printf("    grown by %ld KB in %d rounds\n", grown, rounds);
}

TEST(a_thousand_sessions_leave_nothing) {
    BEHAVIOUR("process.many-are-let-go");
    check_nothing_is_left(use_briefly, 1000);
}

TEST(sessions_that_were_used_leave_nothing) {
    BEHAVIOUR("process.many-are-let-go");
    check_nothing_is_left(use_fully, IS_SANITIZED ? 10 : 100);
}

TEST(a_session_may_be_freed_before_its_channel) {
    BEHAVIOUR("abi.freed-in-any-order");
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = started(session, "echo kept");
    REQUIRE(channel != NULL);
    swiftssh_session_free(session);
    swiftssh_session_free(session);
    CHECK_TEXT("kept\n", read_all(channel, 0).data);
    check_exit(channel, SWIFTSSH_EXIT_EXITED, 0);
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_session_ping(session, &failure));
    swiftssh_channel_free(channel);
    swiftssh_channel_free(channel);
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_channel_close(channel, &failure));
}

TEST(a_freed_handle_is_not_used_again) {
    BEHAVIOUR("abi.freed-in-any-order");
    swiftssh_session *first = NULL, *next = NULL;
    REQUIRE_OK(swiftssh_session_new(&first, &failure));
    swiftssh_session_free(first);
    for (int round = 0; round < 10000; round++) {
        REQUIRE(swiftssh_session_new(&next, NULL) == 0 && next != first);
        CHECK_NUMBER(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_session_get_blocking(first));
        swiftssh_session_free(next);
    }
}

TEST(a_channel_that_runs_is_freed_without_waiting) {
    BEHAVIOUR("abi.freed-in-any-order");
    struct peer *peer = peer_start(fact("SCRIPTED_PEER"), "stall", "20000", "--", fact("SSHD_INETD"), NULL);
    swiftssh_session *session = session_over(connected(peer->port));
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_channel *channel = started(session, "seq 1 1000000");
    /* The server says nothing any more: a free that waited for its word would never end. */
    OK(swiftssh_session_set_timeout(session, 0, &failure));
    swiftssh_channel_free(channel);
    swiftssh_session_free(session);
}

TEST(a_forked_child_is_refused) {
    BEHAVIOUR("process.forked-child-is-refused");
    int status = -1;
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    swiftssh_channel *channel = started(session, "cat");
    pid_t child = fork();
    if (child == 0) {
        int is_right = swiftssh_session_ping(session, NULL) == SWIFTSSH_ERROR_FORKED
            && swiftssh_channel_write(channel, 0, "child", 5, NULL) == SWIFTSSH_ERROR_FORKED;
        swiftssh_channel_free(channel);
        swiftssh_session_free(session);
        _exit(is_right ? 0 : 1);
    }
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    OK(swiftssh_channel_write(channel, 0, "parent", 6, &failure));
    OK(swiftssh_channel_send_eof(channel, &failure));
    CHECK_TEXT("parent", read_all(channel, 0).data);
}
