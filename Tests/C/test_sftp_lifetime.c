/* Freeing what SFTP hands out in any order, and many threads on one SFTP session. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "files.h"
#include "fixture.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static const uint32_t making = SWIFTSSH_FXF_WRITE | SWIFTSSH_FXF_CREAT | SWIFTSSH_FXF_TRUNC;

TEST(a_file_outlives_what_it_is_of) {
    BEHAVIOUR("abi.freed-in-any-order");
    swiftssh_session *session = logged_in(NULL);
    swiftssh_sftp *sftp = sftp_on(session);
    swiftssh_sftp_handle *handle = file_on(sftp, scratch_file("file", "kept", 4, 0600), SWIFTSSH_FXF_READ);
    REQUIRE(handle != NULL);
    swiftssh_session_free(session);
    swiftssh_sftp_free(sftp);
    swiftssh_sftp_free(sftp);
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_sftp_rmdir(sftp, "x", &failure));
    CHECK_TEXT("kept", read_file(handle, 100).data);
    OK(swiftssh_sftp_handle_close(handle, &failure));
    swiftssh_sftp_handle_free(handle);
    swiftssh_sftp_handle_free(handle);
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_sftp_handle_close(handle, &failure));
    CHECK_NUMBER(0, swiftssh_sftp_handle_tell(handle));
}

TEST(a_file_that_is_freed_is_closed_on_the_server) {
    BEHAVIOUR("sftp.freed-files-are-closed");
    swiftssh_sftp_handle *handle = NULL;
    struct rlimit usual, few;
    REQUIRE(getrlimit(RLIMIT_NOFILE, &usual) == 0);
    few = usual;
    few.rlim_cur = 250;
    REQUIRE(setrlimit(RLIMIT_NOFILE, &few) == 0);
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(setrlimit(RLIMIT_NOFILE, &usual) == 0);
    swiftssh_sftp *sftp = sftp_on(session);
    const char *path = scratch_file("file", "x", 1, 0600);
    uint64_t most = 0;
    REQUIRE_OK(swiftssh_sftp_limits(sftp, NULL, NULL, NULL, &most, &failure));
    REQUIRE(most > 0 && most < 250);
    /* More than the server would have open at a time. */
    for (uint64_t round = 0; round < most + 100; round++) {
        REQUIRE_OK(swiftssh_sftp_open(sftp, path, SWIFTSSH_FXF_READ, 0, &handle, &failure));
        swiftssh_sftp_handle_free(handle);
    }
}

TEST(what_was_written_arrives_although_the_file_is_freed) {
    BEHAVIOUR("sftp.freed-files-are-closed");
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    swiftssh_sftp_handle *handle = file_on(sftp, scratch("file"), making);
    swiftssh_sftp_attributes *known = attributes();
    REQUIRE(handle != NULL);
    OK(swiftssh_sftp_handle_write(handle, "written", 7, &failure));
    swiftssh_sftp_handle_free(handle);
    OK(swiftssh_sftp_stat(sftp, scratch("file"), known, &failure));
    CHECK_NUMBER(7, swiftssh_sftp_attributes_size(known));
}

struct worker {
    swiftssh_sftp *sftp;
    const char *path;
    const char *content;
    size_t length;
    int is_right;
};

/* Writes a file, reads it, and compares. */
static void *work(void *argument) {
    struct worker *worker = argument;
    swiftssh_sftp_handle *handle = NULL;
    char *arrived = malloc(worker->length);
    if (swiftssh_sftp_open(worker->sftp, worker->path, making, 0600, &handle, NULL) != 0) return free(arrived), NULL;
    size_t done = 0;
    for (int64_t count = 0; done < worker->length && count >= 0; done += count > 0 ? (size_t)count : 0) {
        size_t block = worker->length - done < 50000 ? worker->length - done : 50000;
        count = swiftssh_sftp_handle_write(handle, worker->content + done, block, NULL);
    }
    int is_written = done == worker->length && swiftssh_sftp_handle_close(handle, NULL) == 0;
    swiftssh_sftp_handle_free(handle);
    done = 0;
    if (swiftssh_sftp_open(worker->sftp, worker->path, SWIFTSSH_FXF_READ, 0, &handle, NULL) == 0) {
        int64_t count = 1;
        while (done < worker->length && count > 0) {
            count = swiftssh_sftp_handle_read(handle, arrived + done, worker->length - done, NULL);
            done += count > 0 ? (size_t)count : 0;
        }
        swiftssh_sftp_handle_free(handle);
    }
    worker->is_right = is_written && done == worker->length && memcmp(arrived, worker->content, done) == 0;
    free(arrived);
    return NULL;
}

TEST(eight_threads_have_eight_files) {
    BEHAVIOUR("sftp.threads");
    enum { THREADS = 8 };
    pthread_t threads[THREADS];
    struct worker workers[THREADS];
    char name[16];
    char *content = numbered(3000000);
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    for (int index = 0; index < THREADS; index++) {
        snprintf(name, sizeof name, "file%d", index);
        workers[index] = (struct worker){sftp, scratch(name), content + index * 1000, (size_t)(2000000 + index), 0};
        pthread_create(&threads[index], NULL, work, &workers[index]);
    }
    for (int index = 0; index < THREADS; index++) {
        pthread_join(threads[index], NULL);
        CHECK_NUMBER(1, workers[index].is_right);
    }
}

static void *read_on(void *argument) {
    char byte;
    int64_t *outcome = ((void **)argument)[1];
    *outcome = swiftssh_sftp_handle_read(((void **)argument)[0], &byte, 1, NULL);
    return NULL;
}

TEST(an_end_wakes_those_who_wait) {
    BEHAVIOUR("sftp.shutdown");
    pthread_t thread;
    int64_t outcome = 0;
    swiftssh_session *session = with_scripted_sftp("missing --on read");
    swiftssh_sftp *sftp = sftp_on(session);
    swiftssh_sftp_handle *handle = file_on(sftp, scratch_file("unread", "unread", 6, 0600), SWIFTSSH_FXF_READ);
    REQUIRE(handle != NULL);
    void *arguments[] = {handle, &outcome};
    pthread_create(&thread, NULL, read_on, arguments);
    OK(swiftssh_session_ping(session, &failure));
    OK(swiftssh_sftp_shutdown(sftp, &failure));
    pthread_join(thread, NULL);
    CHECK_NUMBER(SWIFTSSH_ERROR_BAD_USE, outcome);
}
