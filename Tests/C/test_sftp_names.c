/* Names over SFTP: directories, links, paths, users and groups. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "files.h"
#include "fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

TEST(directories_are_listed) {
    BEHAVIOUR("sftp.listing");
    enum { FILES = 1500 };
    static char seen[FILES];
    char name[256], line[512];
    uint64_t line_length = 0;
    int64_t length, dots = 0;
    REQUIRE(mkdir(scratch("many"), 0700) == 0);
    for (int number = 0; number < FILES; number++) {
        snprintf(name, sizeof name, "many/%04d", number);
        scratch_file(name, "x", (size_t)number % 2, 0640);
    }
    swiftssh_sftp_attributes *known = attributes();
    swiftssh_sftp_handle *handle = directory_on(sftp_on(logged_in(NULL)), scratch("many"));
    REQUIRE(handle != NULL);
    memset(seen, 0, sizeof seen);
    while ((length = OK(swiftssh_sftp_handle_readdir(
                handle, known, name, sizeof name, line, sizeof line, &line_length, &failure))) > 0) {
        CHECK_NUMBER(strlen(name), length);
        CHECK_NUMBER(strlen(line), line_length);
        CHECK_CONTAINS(name, line);
        uint32_t kind = swiftssh_sftp_attributes_permissions(known) & SWIFTSSH_SFTP_S_IFMT;
        if (name[0] == '.') {
            dots++;
            CHECK_NUMBER(SWIFTSSH_SFTP_S_IFDIR, kind);
            continue;
        }
        CHECK_NUMBER(SWIFTSSH_SFTP_S_IFREG, kind);
        CHECK_NUMBER(atoi(name) % 2, swiftssh_sftp_attributes_size(known));
        seen[atoi(name)]++;
    }
    CHECK_NUMBER(0, length);
    CHECK_NUMBER(2, dots);
    for (int number = 0; number < FILES; number++) CHECK_NUMBER(1, seen[number]);
    CHECK_NUMBER(0, OK(swiftssh_sftp_handle_readdir(handle, known, name, sizeof name, NULL, 0, NULL, &failure)));
    CHECK_NUMBER(0, swiftssh_sftp_attributes_flags(known));
    OK(swiftssh_sftp_handle_close(handle, &failure));
}

TEST(a_name_without_room_is_told_again) {
    BEHAVIOUR("sftp.listing");
    char name[32] = "", line[256] = "";
    uint64_t line_length = 0;
    REQUIRE(mkdir(scratch("one"), 0700) == 0);
    scratch_file("one/a long name", "", 0, 0600);
    swiftssh_sftp_handle *handle = directory_on(sftp_on(logged_in(NULL)), scratch("one"));
    REQUIRE(handle != NULL);
    for (int number = 0; number < 3; number++) {
        int64_t length = swiftssh_sftp_handle_readdir(handle, NULL, NULL, 0, NULL, 0, NULL, NULL);
        CHECK_NUMBER(length, swiftssh_sftp_handle_readdir(handle, NULL, name, (size_t)length - 1, NULL, 0, NULL, NULL));
        CHECK_NUMBER(length, swiftssh_sftp_handle_readdir(handle, NULL, name, 32, line, 1, &line_length, NULL));
        CHECK(line_length > (uint64_t)length);
        CHECK_NUMBER(length, swiftssh_sftp_handle_readdir(handle, NULL, name, 32, line, sizeof line, NULL, NULL));
        CHECK_NUMBER(line_length, strlen(line));
        CHECK_NUMBER(length == 11, strcmp(name, "a long name") == 0);
    }
    CHECK_NUMBER(0, swiftssh_sftp_handle_readdir(handle, NULL, name, 32, NULL, 0, NULL, NULL));
}

TEST(names_are_bytes) {
    BEHAVIOUR("sftp.names-are-bytes");
    static const char *const names[] = {"a b", "it's", "$HOME", "-rf", "*", "a\nb\\c", "\xff\xfe", "\xc3\xa4", "\xe4"};
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
        const char *path = scratch(names[index]);
        char told[256] = "";
        swiftssh_sftp_handle *handle = file_on(sftp, path, SWIFTSSH_FXF_WRITE | SWIFTSSH_FXF_CREAT);
        OK(swiftssh_sftp_handle_close(handle, &failure));
        CHECK(access(path, F_OK) == 0);
        CHECK_NUMBER(strlen(path), OK(swiftssh_sftp_realpath(sftp, path, told, sizeof told, &failure)));
        CHECK_TEXT(path, told);
        OK(swiftssh_sftp_unlink(sftp, path, &failure));
        CHECK(access(path, F_OK) != 0);
    }
}

TEST(directories_are_made_and_removed) {
    BEHAVIOUR("sftp.making-and-removing");
    struct stat status;
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    OK(swiftssh_sftp_mkdir(sftp, scratch("new"), 0750, &failure));
    CHECK(stat(scratch("new"), &status) == 0 && (status.st_mode & 0777) == 0750);
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_mkdir(sftp, scratch("new"), 0750, &failure));
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_unlink(sftp, scratch("new"), &failure));
    scratch_file("new/file", "", 0, 0600);
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_rmdir(sftp, scratch("new"), &failure));
    OK(swiftssh_sftp_unlink(sftp, scratch("new/file"), &failure));
    OK(swiftssh_sftp_rmdir(sftp, scratch("new"), &failure));
    CHECK(access(scratch("new"), F_OK) != 0);
}

TEST(files_are_renamed) {
    BEHAVIOUR("sftp.renaming");
    const uint32_t flags =
        SWIFTSSH_SFTP_RENAME_OVERWRITE | SWIFTSSH_SFTP_RENAME_ATOMIC | SWIFTSSH_SFTP_RENAME_NATIVE;
    const char *first = scratch_file("first", "1", 1, 0600), *second = scratch("second");
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    OK(swiftssh_sftp_rename(sftp, first, second, flags, &failure));
    CHECK(access(first, F_OK) != 0 && file_holds(second, "1", 1));
    scratch_file("first", "2", 1, 0600);
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_rename(sftp, first, second, flags, &failure));
    CHECK(file_holds(first, "2", 1) && file_holds(second, "1", 1));
    OK(swiftssh_sftp_posix_rename(sftp, first, second, &failure));
    CHECK(access(first, F_OK) != 0 && file_holds(second, "2", 1));
}

TEST(links_are_made_and_read) {
    BEHAVIOUR("sftp.links");
    char told[256] = "", target[256] = "";
    struct stat status;
    const char *file = scratch_file("file", "x", 1, 0600);
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    OK(swiftssh_sftp_symlink(sftp, scratch("link"), "file", &failure));
    CHECK_NUMBER(4, readlink(scratch("link"), target, sizeof target));
    CHECK_TEXT("file", target);
    CHECK_NUMBER(4, OK(swiftssh_sftp_readlink(sftp, scratch("link"), told, sizeof told, &failure)));
    CHECK_TEXT("file", told);
    CHECK_NUMBER(4, OK(swiftssh_sftp_readlink(sftp, scratch("link"), told, 3, &failure)));
    CHECK_NUMBER(strlen(file), OK(swiftssh_sftp_realpath(sftp, scratch("link"), told, sizeof told, &failure)));
    CHECK_TEXT(file, told);
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_readlink(sftp, file, told, sizeof told, &failure));
    OK(swiftssh_sftp_hardlink(sftp, scratch("second"), file, &failure));
    CHECK(stat(file, &status) == 0 && status.st_nlink == 2);
}

TEST(paths_are_expanded) {
    BEHAVIOUR("sftp.paths");
    char home[512] = "", told[512] = "";
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    CHECK(OK(swiftssh_sftp_realpath(sftp, ".", home, sizeof home, &failure)) > 1);
    CHECK_NUMBER('/', home[0]);
    if (swiftssh_sftp_offers(sftp, "expand-path@openssh.com")) {
        OK(swiftssh_sftp_expand_path(sftp, "~/x", told, sizeof told, &failure));
        strcat(home, "/x");
        CHECK_TEXT(home, told);
        home[strlen(home) - 2] = '\0';
    } else {
        FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_expand_path(sftp, "~/x", told, 1, &failure));
    }
    if (swiftssh_sftp_offers(sftp, "home-directory")) {
        OK(swiftssh_sftp_home_directory(sftp, fact("USER"), told, sizeof told, &failure));
        CHECK_TEXT(home, told);
        FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_home_directory(sftp, "no such user", NULL, 0, &failure));
    } else {
        FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_home_directory(sftp, NULL, told, 1, &failure));
        CHECK_CONTAINS("home-directory", swiftssh_error_message(failure));
    }
}

TEST(users_and_groups_have_names) {
    BEHAVIOUR("sftp.users-and-groups");
    const uint32_t users[] = {geteuid(), 4000000000}, groups[] = {0};
    char name[64] = "";
    swiftssh_sftp_names *names = NULL;
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    if (!swiftssh_sftp_offers(sftp, "users-groups-by-id@openssh.com")) {
        FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED,
              swiftssh_sftp_users_groups_by_id(sftp, users, sizeof users, NULL, 0, &names, &failure));
        return;
    }
    REQUIRE_OK(swiftssh_sftp_users_groups_by_id(sftp, users, sizeof users, groups, sizeof groups, &names, &failure));
    CHECK_NUMBER(strlen(fact("USER")), swiftssh_sftp_names_user(names, 0, name, sizeof name));
    CHECK_TEXT(fact("USER"), name);
    CHECK_NUMBER(0, swiftssh_sftp_names_user(names, 1, name, sizeof name));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_names_user(names, 2, name, sizeof name));
    CHECK_NUMBER(4, swiftssh_sftp_names_group(names, 0, name, sizeof name));
    CHECK_TEXT("root", name);
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_names_group(names, UINT64_MAX, name, sizeof name));
    swiftssh_sftp_names_free(names);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_users_groups_by_id(sftp, users, 3, NULL, 0, &names, &failure));
    CHECK(names == NULL);
}
