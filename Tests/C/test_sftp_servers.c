/* SFTP servers that lie, are odd or silent. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "files.h"
#include "fixture.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const uint32_t making = SWIFTSSH_FXF_WRITE | SWIFTSSH_FXF_CREAT | SWIFTSSH_FXF_TRUNC;

TEST(what_is_not_offered_is_named) {
    BEHAVIOUR("sftp.missing-extensions-are-named");
    BEHAVIOUR("sftp.missing-extensions");
    const uint32_t users[] = {0};
    swiftssh_sftp_names *names = NULL;
    swiftssh_sftp_filesystem *filesystem = NULL;
    swiftssh_sftp *sftp = sftp_on(with_scripted_sftp("no-extensions"));
    REQUIRE(sftp != NULL);
    const char *path = scratch_file("file", "x", 1, 0600);
    swiftssh_sftp_handle *handle = file_on(sftp, path, SWIFTSSH_FXF_READ);
    CHECK_NUMBER(0, swiftssh_sftp_extension_count(sftp));
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_posix_rename(sftp, path, scratch("b"), &failure));
    CHECK_CONTAINS("posix-rename@openssh.com", swiftssh_error_message(failure));
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_hardlink(sftp, scratch("b"), path, &failure));
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_statvfs(sftp, path, &filesystem, &failure));
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_handle_fstatvfs(handle, &filesystem, &failure));
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_lsetstat(sftp, path, attributes(), &failure));
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_expand_path(sftp, "~", NULL, 0, &failure));
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_home_directory(sftp, NULL, NULL, 0, &failure));
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_copy_data(sftp, handle, 0, 0, handle, 0, &failure));
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_handle_fsync(handle, &failure));
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED,
          swiftssh_sftp_users_groups_by_id(sftp, users, sizeof users, NULL, 0, &names, &failure));
    CHECK_TEXT("x", read_file(handle, 10).data);
}

TEST(lies_end_sftp_and_not_the_session) {
    BEHAVIOUR("sftp.lies-are-noticed");
    static const char *const modes[] = {"truncated", "unknown-id", "duplicate", "wrong-type", "empty-data", "announced",
                                        "cut",       "killed"};
    char byte;
    const char *path = scratch_file("file", "x", 1, 0600);
    for (size_t index = 0; index < sizeof modes / sizeof modes[0]; index++) {
        swiftssh_session *session = with_scripted_sftp(modes[index]);
        swiftssh_sftp_handle *handle = file_on(sftp_on(session), path, SWIFTSSH_FXF_READ);
        REQUIRE(handle != NULL);
        int64_t outcome = swiftssh_sftp_handle_read(handle, &byte, 1, NULL);
        /* A second reply comes after a right one, and is noticed by whoever asks next. */
        if (outcome == 1) outcome = swiftssh_sftp_handle_fstat(handle, attributes(), NULL);
        if (!CHECK_NUMBER(SWIFTSSH_ERROR_SFTP_PROTOCOL, outcome)) printf("    in the mode %s\n", modes[index]);
        CHECK_NUMBER(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_handle_fstat(handle, attributes(), NULL));
        OK(swiftssh_session_ping(session, &failure));
    }
}

TEST(greetings_are_checked) {
    BEHAVIOUR("sftp.greeting-is-checked");
    static const char *const modes[] = {"version-0", "version-2", "version-text", "version-garbage", "version-announced",
                                        "version-empty", "version-short", "version-status", "version-cut", "version-ended",
                                        "version-half-extension", "version-long-extension", "limits-short"};
    for (size_t index = 0; index < sizeof modes / sizeof modes[0]; index++) {
        swiftssh_sftp *sftp = (swiftssh_sftp *)&sftp;
        swiftssh_session *session = with_scripted_sftp(modes[index]);
        REQUIRE(session != NULL);
        FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_session_sftp_init(session, &sftp, &failure));
        CHECK(sftp == NULL);
        OK(swiftssh_session_ping(session, &failure));
    }
    /* A newer version is spoken to in version 3. */
    CHECK(directory_on(sftp_on(with_scripted_sftp("version-6")), "/") != NULL);
}

TEST(missing_replies_time_out) {
    BEHAVIOUR("sftp.missing-replies");
    char byte;
    swiftssh_session *session = with_scripted_sftp("missing --on read");
    swiftssh_sftp *sftp = sftp_on(session);
    const char *path = scratch_file("file", "x", 1, 0600);
    swiftssh_sftp_handle *handle = file_on(sftp, path, SWIFTSSH_FXF_READ);
    REQUIRE(handle != NULL);
    OK(swiftssh_session_set_timeout(session, 300, &failure));
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_sftp_handle_read(handle, &byte, 1, &failure));
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    CHECK_TEXT("x", read_file(file_on(sftp, path, SWIFTSSH_FXF_READ), 10).data);
}

static void *read_whole(void *handle) {
    char text[8] = "";
    int64_t count = swiftssh_sftp_handle_read(handle, text, sizeof text, NULL);
    return count == 4 && memcmp(text, "late", 4) == 0 ? handle : NULL;
}

TEST(late_replies_are_waited_for) {
    BEHAVIOUR("sftp.late-replies");
    char arguments[256];
    pthread_t thread;
    void *is_right = NULL;
    const char *gate = scratch("gate"), *path = scratch_file("file", "late", 4, 0600);
    REQUIRE(mkfifo(gate, 0600) == 0);
    snprintf(arguments, sizeof arguments, "late --gate %s", gate);
    swiftssh_sftp *sftp = sftp_on(with_scripted_sftp(arguments));
    swiftssh_sftp_handle *handle = file_on(sftp, path, SWIFTSSH_FXF_READ);
    REQUIRE(handle != NULL);
    pthread_create(&thread, NULL, read_whole, handle);
    /* The gate can be opened for writing only when the server holds a reply back. */
    int opened_gate = open(gate, O_WRONLY | O_CLOEXEC);
    CHECK_TEXT("late", read_file(file_on(sftp, path, SWIFTSSH_FXF_READ), 10).data);
    close(opened_gate);
    pthread_join(thread, &is_right);
    CHECK(is_right != NULL);
}

TEST(a_refused_write_is_told) {
    BEHAVIOUR("sftp.write-errors-are-told");
    const size_t length = 2000000;
    char *content = numbered(length);
    swiftssh_sftp *sftp = sftp_on(with_scripted_sftp("status --on write --nth 3 --value 4"));
    swiftssh_sftp_handle *handle = file_on(sftp, scratch("copy"), making);
    REQUIRE(handle != NULL);
    int64_t outcome = 0;
    for (size_t done = 0; done < length && outcome >= 0; done += 100000) {
        forget_failure();
        outcome = swiftssh_sftp_handle_write(handle, content + done, 100000, &failure);
    }
    if (outcome >= 0) {
        forget_failure();
        outcome = swiftssh_sftp_handle_close(handle, &failure);
    }
    CHECK_NUMBER(SWIFTSSH_ERROR_SFTP_PROTOCOL, outcome);
    CHECK_NUMBER(SWIFTSSH_FX_FAILURE, swiftssh_error_sftp_status(failure));
    CHECK_TEXT(scratch("copy"), swiftssh_error_path(failure));
    CHECK(directory_on(sftp, "/") != NULL);
}

TEST(hostile_names_come_as_they_are) {
    BEHAVIOUR("sftp.hostile-names");
    static char name[100001];
    int64_t length, count = 0, has_parent = 0, has_long = 0;
    swiftssh_sftp_handle *handle = directory_on(sftp_on(with_scripted_sftp("hostile-names")), "/hostile");
    REQUIRE(handle != NULL);
    while ((length = OK(swiftssh_sftp_handle_readdir(handle, NULL, name, sizeof name, NULL, 0, NULL, &failure))) > 0) {
        count++;
        has_parent |= length == 5 && memcmp(name, "../up", 5) == 0;
        has_long |= length == 100000;
    }
    /* One is empty, and left out. */
    CHECK_NUMBER(17, count);
    CHECK(has_parent && has_long);
}

static int32_t give_up(void *user_data, uint64_t bytes, uint64_t total, const char *name) {
    (void)user_data, (void)bytes, (void)total, (void)name;
    return 1;
}

TEST(trees_without_an_end_end) {
    BEHAVIOUR("sftp.endless-trees");
    swiftssh_sftp_transfer_options *options = NULL;
    REQUIRE_OK(swiftssh_sftp_transfer_options_new(&options, &failure));
    OK(swiftssh_sftp_transfer_options_set(options, SWIFTSSH_SFTP_TRANSFER_RECURSIVE, 1, &failure));
    swiftssh_session *session = with_scripted_sftp("endless-directory");
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_CANCELLED, swiftssh_sftp_get(
        sftp_on(session), "/hostile", scratch("ended"), options, give_up, NULL, NULL, NULL, &failure));
    OK(swiftssh_sftp_transfer_options_set(options, SWIFTSSH_SFTP_TRANSFER_TIMEOUT, 500, &failure));
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_sftp_get(
        sftp_on(session), "/hostile", scratch("late"), options, NULL, NULL, NULL, NULL, &failure));
    OK(swiftssh_session_ping(session, &failure));
    swiftssh_sftp_transfer_options_free(options);
}
