/* Copying files and trees between this machine and a server. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "files.h"
#include "fixture.h"
#include "scope.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void free_options(void *options) {
    swiftssh_sftp_transfer_options_free(options);
}

/* Options with one that is set. */
static swiftssh_sftp_transfer_options *with(int32_t option, int64_t value) {
    swiftssh_sftp_transfer_options *options = NULL;
    OK(swiftssh_sftp_transfer_options_new(&options, &failure));
    OK(swiftssh_sftp_transfer_options_set(options, option, value, &failure));
    scope_defer(free_options, options);
    return options;
}

static void check_times(const char *path, unsigned mode) {
    struct stat status;
    REQUIRE(stat(path, &status) == 0);
    CHECK_NUMBER(mode, status.st_mode & 0777);
    CHECK_NUMBER(1500000000, status.st_mtim.tv_sec);
}

static void set_times(const char *path) {
    struct timespec times[2] = {{1600000000, 0}, {1500000000, 0}};
    CHECK(utimensat(AT_FDCWD, path, times, 0) == 0);
}

TEST(files_are_copied_from_the_server) {
    BEHAVIOUR("sftp.get");
    static const size_t sizes[] = {0, 1, 5000000};
    swiftssh_sftp_report *report = NULL;
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    for (size_t index = 0; index < sizeof sizes / sizeof sizes[0]; index++) {
        char *content = numbered(sizes[index]);
        set_times(scratch_file("file", content, sizes[index], 0751));
        scratch_file("copy", "old", 3, 0600);
        REQUIRE_OK(swiftssh_sftp_get(sftp, scratch("file"), scratch("copy"), NULL, NULL, NULL, NULL, &report, &failure));
        CHECK(file_holds(scratch("copy"), content, sizes[index]));
        check_times(scratch("copy"), 0751);
        CHECK(access(scratch("copy.swiftssh.part"), F_OK) != 0);
        CHECK_NUMBER(1, swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_FILES));
        CHECK_NUMBER(sizes[index], swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_BYTES));
        CHECK_NUMBER(0, swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_PROBLEMS));
        CHECK_NUMBER(0, swiftssh_sftp_report_value(report, 99));
        swiftssh_sftp_report_free(report);
    }
    OK(swiftssh_sftp_get(sftp, scratch("file"), scratch("copy"), with(SWIFTSSH_SFTP_TRANSFER_RESUME, 1), NULL, NULL, NULL,
                         &report, &failure));
    CHECK_NUMBER(1, swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_UNCHANGED_FILES));
    swiftssh_sftp_report_free(report);
}

TEST(files_are_copied_to_the_server) {
    BEHAVIOUR("sftp.put");
    static const size_t sizes[] = {0, 1, 5000000};
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    for (size_t index = 0; index < sizeof sizes / sizeof sizes[0]; index++) {
        char *content = numbered(sizes[index]);
        set_times(scratch_file("file", content, sizes[index], 0640));
        scratch_file("copy", "old", 3, 0600);
        REQUIRE_OK(swiftssh_sftp_put(sftp, scratch("file"), scratch("copy"), NULL, NULL, NULL, NULL, NULL, &failure));
        CHECK(file_holds(scratch("copy"), content, sizes[index]));
        check_times(scratch("copy"), 0640);
        CHECK(access(scratch("copy.swiftssh.part"), F_OK) != 0);
    }
}

/* Makes a tree with an empty file, an empty directory and a link. */
static void make_tree(void) {
    CHECK(mkdir(scratch("tree"), 0700) == 0 && mkdir(scratch("tree/a"), 0750) == 0 && mkdir(scratch("tree/e"), 0700) == 0);
    scratch_file("tree/a/full", "12345", 5, 0640);
    scratch_file("tree/empty", "", 0, 0600);
    CHECK(symlink("a/full", scratch("tree/link")) == 0);
}

static void check_tree(const char *name) {
    char path[64], target[16] = "";
    struct stat status;
    snprintf(path, sizeof path, "%s/a/full", name);
    CHECK(file_holds(scratch(path), "12345", 5));
    snprintf(path, sizeof path, "%s/empty", name);
    CHECK(file_holds(scratch(path), "", 0));
    snprintf(path, sizeof path, "%s/e", name);
    CHECK(stat(scratch(path), &status) == 0 && S_ISDIR(status.st_mode));
    snprintf(path, sizeof path, "%s/link", name);
    CHECK_NUMBER(6, readlink(scratch(path), target, sizeof target));
    CHECK_TEXT("a/full", target);
}

TEST(trees_are_copied) {
    BEHAVIOUR("sftp.get-tree");
    BEHAVIOUR("sftp.put-tree");
    swiftssh_sftp_report *report = NULL;
    swiftssh_sftp_transfer_options *recursive = with(SWIFTSSH_SFTP_TRANSFER_RECURSIVE, 1);
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    make_tree();
    REQUIRE_OK(swiftssh_sftp_get(sftp, scratch("tree"), scratch("got"), recursive, NULL, NULL, NULL, &report, &failure));
    check_tree("got");
    CHECK_NUMBER(2, swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_FILES));
    CHECK_NUMBER(3, swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_DIRECTORIES));
    CHECK_NUMBER(1, swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_LINKS));
    CHECK_NUMBER(5, swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_BYTES));
    swiftssh_sftp_report_free(report);
    REQUIRE_OK(swiftssh_sftp_put(sftp, scratch("got"), scratch("put"), recursive, NULL, NULL, NULL, NULL, &failure));
    check_tree("put");
    FAILS(SWIFTSSH_ERROR_FILE,
          swiftssh_sftp_get(sftp, scratch("tree"), scratch("x"), NULL, NULL, NULL, NULL, &report, &failure));
    CHECK(report == NULL);
}

TEST(what_could_not_be_copied_is_listed) {
    BEHAVIOUR("sftp.hostile-trees");
    swiftssh_sftp_report *report = NULL;
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    make_tree();
    CHECK(symlink("/etc/passwd", scratch("tree/out")) == 0);
    REQUIRE_OK(swiftssh_sftp_get(sftp, scratch("tree"), scratch("got"), with(SWIFTSSH_SFTP_TRANSFER_RECURSIVE, 1), NULL,
                                 NULL, NULL, &report, &failure));
    check_tree("got");
    CHECK_NUMBER(1, swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_PROBLEMS));
    forget_failure();
    CHECK(swiftssh_sftp_report_problem(report, 0, &failure) < 0);
    CHECK_TEXT(scratch("tree/out"), swiftssh_error_path(failure));
    CHECK(*swiftssh_error_message(failure) != '\0');
    FAILS(SWIFTSSH_ERROR_OUT_OF_BOUNDARY, swiftssh_sftp_report_problem(report, 1, &failure));
    CHECK(access(scratch("got/out"), F_OK) != 0);
    swiftssh_sftp_report_free(report);
}

TEST(a_file_that_cannot_be_copied_is_told) {
    BEHAVIOUR("sftp.local-trouble");
    BEHAVIOUR("sftp.remote-trouble");
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL,
          swiftssh_sftp_get(sftp, scratch("nope"), scratch("copy"), NULL, NULL, NULL, NULL, NULL, &failure));
    CHECK_NUMBER(SWIFTSSH_FX_NO_SUCH_FILE, swiftssh_error_sftp_status(failure));
    CHECK_TEXT(scratch("nope"), swiftssh_error_path(failure));
    CHECK(access(scratch("copy"), F_OK) != 0);
    scratch_file("file", "x", 1, 0600);
    FAILS(SWIFTSSH_ERROR_FILE,
          swiftssh_sftp_get(sftp, scratch("file"), scratch("no/copy"), NULL, NULL, NULL, NULL, NULL, &failure));
    CHECK_NUMBER(ENOENT, swiftssh_error_errno(failure));
    FAILS(SWIFTSSH_ERROR_FILE,
          swiftssh_sftp_put(sftp, scratch("nope"), scratch("copy"), NULL, NULL, NULL, NULL, NULL, &failure));
    CHECK_NUMBER(ENOENT, swiftssh_error_errno(failure));
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL,
          swiftssh_sftp_put(sftp, scratch("file"), scratch("no/copy"), NULL, NULL, NULL, NULL, NULL, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_get(sftp, NULL, "x", NULL, NULL, NULL, NULL, NULL, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_put(sftp, NULL, "x", NULL, NULL, NULL, NULL, NULL, &failure));
}

struct told {
    int count, is_finished;
    uint64_t bytes, total, end_after;
    char name[256];
};

static int32_t tell(void *user_data, uint64_t bytes, uint64_t total, const char *name) {
    struct told *told = user_data;
    CHECK(bytes >= told->bytes && bytes <= total);
    told->count++;
    told->bytes = bytes;
    told->total = total;
    snprintf(told->name, sizeof told->name, "%s", name);
    return bytes >= told->end_after;
}

static void finish(void *user_data) {
    ((struct told *)user_data)->is_finished++;
}

TEST(a_transfer_tells_how_far_it_has_come) {
    BEHAVIOUR("sftp.progress");
    const size_t length = 30000000;
    struct told told = {0, 0, 0, 0, UINT64_MAX, ""}, ended = {0, 0, 0, 0, 0, ""};
    char *content = numbered(length);
    scratch_file("file", content, length, 0600);
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE_OK(swiftssh_sftp_get(sftp, scratch("file"), scratch("copy"), NULL, tell, &told, finish, NULL, &failure));
    CHECK(told.count > 0);
    CHECK_NUMBER(1, told.is_finished);
    CHECK_NUMBER(length, told.bytes);
    CHECK_NUMBER(length, told.total);
    CHECK_TEXT(scratch("file"), told.name);
    FAILS(SWIFTSSH_ERROR_CANCELLED,
          swiftssh_sftp_put(sftp, scratch("file"), scratch("put"), NULL, tell, &ended, finish, NULL, &failure));
    CHECK_NUMBER(1, ended.is_finished);
    CHECK(access(scratch("put"), F_OK) != 0);
    /* With a bad handle the finalizer is called too. */
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_sftp_get(NULL, "x", "x", NULL, tell, &ended, finish, NULL, &failure));
    CHECK_NUMBER(2, ended.is_finished);
}

TEST(a_transfer_that_was_cut_is_gone_on_from) {
    BEHAVIOUR("sftp.resume");
    const size_t length = 6000000;
    char *content = numbered(length);
    swiftssh_sftp_report *report = NULL;
    swiftssh_sftp_transfer_options *resuming = with(SWIFTSSH_SFTP_TRANSFER_RESUME, 1);
    scratch_file("file", content, length, 0600);
    struct peer *peer = peer_start(fact("SCRIPTED_PEER"), "cut-fin", "4000000", "--", fact("SSHD_INETD"), NULL);
    swiftssh_session *session = session_over(connected(peer->port));
    REQUIRE(session != NULL && log_in(session) == 0);
    CHECK(swiftssh_sftp_get(sftp_on(session), scratch("file"), scratch("copy"), NULL, NULL, NULL, NULL, NULL, NULL) < 0);
    CHECK(access(scratch("copy"), F_OK) != 0);
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE_OK(swiftssh_sftp_get(sftp, scratch("file"), scratch("copy"), resuming, NULL, NULL, NULL, &report, &failure));
    CHECK(file_holds(scratch("copy"), content, length));
    CHECK(swiftssh_sftp_report_value(report, SWIFTSSH_SFTP_REPORT_BYTES) < length);
    swiftssh_sftp_report_free(report);
}

TEST(options_are_checked) {
    BEHAVIOUR("abi.bad-arguments-are-refused");
    swiftssh_sftp_transfer_options *options = with(SWIFTSSH_SFTP_TRANSFER_FILES_AT_ONCE, INT64_MAX);
    OK(swiftssh_sftp_transfer_options_set(options, SWIFTSSH_SFTP_TRANSFER_LINKS, SWIFTSSH_SFTP_LINKS_SKIP, &failure));
    OK(swiftssh_sftp_transfer_options_set(options, SWIFTSSH_SFTP_TRANSFER_TIMEOUT, 1000, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL,
          swiftssh_sftp_transfer_options_set(options, SWIFTSSH_SFTP_TRANSFER_RECURSIVE, 2, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_transfer_options_set(options, SWIFTSSH_SFTP_TRANSFER_LINKS, 3, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_transfer_options_set(options, SWIFTSSH_SFTP_TRANSFER_TIMEOUT, -1, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_transfer_options_set(options, 99, 0, &failure));
}
