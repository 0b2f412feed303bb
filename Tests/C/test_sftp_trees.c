/* Whole files, and directories with all that is in them. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "files.h"
#include "fixture.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Makes a tree: a/b/c.txt, a/d.txt, a/.hidden, e.txt, and a link to a. */
static void make_tree(void) {
    CHECK(mkdir(scratch("tree"), 0700) == 0 && mkdir(scratch("tree/a"), 0700) == 0 && mkdir(scratch("tree/a/b"), 0700) == 0);
    scratch_file("tree/a/b/c.txt", "c", 1, 0600);
    scratch_file("tree/a/d.txt", "d", 1, 0600);
    scratch_file("tree/a/.hidden", "", 0, 0600);
    scratch_file("tree/e.txt", "e", 1, 0600);
    CHECK(symlink("a", scratch("tree/link")) == 0);
}

TEST(whole_files) {
    BEHAVIOUR("sftp.whole-files");
    const size_t length = 1000000;
    char *content = numbered(length), *arrived = numbered(length);
    swiftssh_session *session = logged_in(NULL);
    swiftssh_sftp *sftp = sftp_on(session);
    REQUIRE(sftp != NULL);
    memset(arrived, 0, length);
    CHECK_NUMBER(0, OK(swiftssh_sftp_exists(sftp, scratch("file"), &failure)));
    OK(swiftssh_sftp_write_bytes(sftp, scratch("file"), (const uint8_t *)content, length, 0640, &failure));
    CHECK_NUMBER(1, OK(swiftssh_sftp_exists(sftp, scratch("file"), &failure)));
    CHECK(file_holds(scratch("file"), content, length));
    CHECK_NUMBER(length, OK(swiftssh_sftp_read_bytes(sftp, scratch("file"), (uint8_t *)arrived, length, &failure)));
    CHECK(memcmp(content, arrived, length) == 0);
    FAILS(SWIFTSSH_ERROR_OUT_OF_BOUNDARY,
          swiftssh_sftp_read_bytes(sftp, scratch("file"), (uint8_t *)arrived, length - 1, &failure));
    OK(swiftssh_sftp_write_bytes(sftp, scratch("file"), NULL, 0, 0640, &failure));
    CHECK_NUMBER(0, OK(swiftssh_sftp_read_bytes(sftp, scratch("file"), NULL, 0, &failure)));
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_read_bytes(sftp, scratch("nope"), NULL, 0, &failure));
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_write_bytes(sftp, scratch("no/pe"), NULL, 0, 0, &failure));
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL,
          swiftssh_sftp_write_bytes(sftp, "/dev/full", (const uint8_t *)content, 10, 0600, &failure));
    swiftssh_session_set_blocking(session, 0, NULL);
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_read_bytes(sftp, scratch("file"), NULL, 0, &failure));
}

TEST(a_walk_comes_to_everything) {
    BEHAVIOUR("sftp.walk");
    static const char *const below[] = {"a", "a/b", "a/b/c.txt", "a/d.txt", "a/.hidden", "e.txt", "link"};
    enum { NAMES = sizeof below / sizeof below[0] };
    int seen[NAMES] = {0};
    char path[512];
    uint64_t depth = 0;
    int64_t length;
    make_tree();
    swiftssh_sftp_walker *walker = NULL;
    swiftssh_sftp_attributes *known = attributes();
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE_OK(swiftssh_sftp_walk(sftp, scratch("tree"), &walker, &failure));
    while ((length = OK(swiftssh_sftp_walker_next(walker, known, NULL, 0, &depth, &failure))) > 0) {
        CHECK_NUMBER(length, swiftssh_sftp_walker_next(walker, known, path, (size_t)length - 1, &depth, NULL));
        CHECK_NUMBER(length, swiftssh_sftp_walker_next(walker, known, path, sizeof path, &depth, NULL));
        CHECK_NUMBER(strlen(path), length);
        const char *name = path + strlen(scratch("tree/"));
        uint64_t slashes = 1;
        for (const char *place = name; *place != '\0'; place++) slashes += *place == '/';
        CHECK_NUMBER(slashes, depth);
        for (int index = 0; index < NAMES; index++) seen[index] += strcmp(name, below[index]) == 0;
        if (strcmp(name, "link") == 0) {
            CHECK_NUMBER(SWIFTSSH_SFTP_S_IFLNK, swiftssh_sftp_attributes_permissions(known) & SWIFTSSH_SFTP_S_IFMT);
        }
        if (strcmp(name, "a/d.txt") == 0) CHECK_NUMBER(1, seen[0]);
    }
    for (int index = 0; index < NAMES; index++) CHECK_NUMBER(1, seen[index]);
    CHECK_NUMBER(0, OK(swiftssh_sftp_walker_next(walker, known, path, sizeof path, NULL, &failure)));
    swiftssh_sftp_walker_free(walker);

    int count = 0;
    REQUIRE_OK(swiftssh_sftp_walk(sftp, scratch("tree"), &walker, &failure));
    while (OK(swiftssh_sftp_walker_next(walker, NULL, path, sizeof path, NULL, &failure)) > 0) {
        count++;
        OK(swiftssh_sftp_walker_skip_directory(walker, &failure));
    }
    CHECK_NUMBER(3, count);
    swiftssh_sftp_walker_free(walker);
    REQUIRE_OK(swiftssh_sftp_walk(sftp, scratch("nope"), &walker, &failure));
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_walker_next(walker, NULL, path, sizeof path, NULL, &failure));
    swiftssh_sftp_walker_free(walker);
}

TEST(a_pattern_finds_paths) {
    BEHAVIOUR("sftp.glob");
    char path[512];
    swiftssh_sftp_paths *paths = NULL;
    make_tree();
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE_OK(swiftssh_sftp_glob(sftp, scratch("tree/**/*.txt"), &paths, &failure));
    REQUIRE(swiftssh_sftp_paths_count(paths) == 3);
    CHECK_NUMBER(strlen(scratch("tree/a/b/c.txt")), swiftssh_sftp_paths_path(paths, 0, path, sizeof path));
    CHECK_TEXT(scratch("tree/a/b/c.txt"), path);
    swiftssh_sftp_paths_path(paths, 2, path, sizeof path);
    CHECK_TEXT(scratch("tree/e.txt"), path);
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_paths_path(paths, 3, path, sizeof path));
    swiftssh_sftp_paths_free(paths);
    OK(swiftssh_sftp_glob(sftp, scratch("tree/[xyz]*"), &paths, &failure));
    CHECK_NUMBER(0, swiftssh_sftp_paths_count(paths));
    swiftssh_sftp_paths_free(paths);
}

TEST(a_tree_is_removed) {
    BEHAVIOUR("sftp.remove-tree");
    make_tree();
    CHECK(mkdir(scratch("other"), 0700) == 0);
    scratch_file("other/kept", "k", 1, 0600);
    CHECK(symlink(scratch("other"), scratch("tree/out")) == 0);
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_remove_tree(sftp, "", &failure));
    OK(swiftssh_sftp_remove_tree(sftp, scratch("tree"), &failure));
    CHECK(access(scratch("tree"), F_OK) != 0);
    CHECK(file_holds(scratch("other/kept"), "k", 1));
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_remove_tree(sftp, scratch("tree"), &failure));
}
