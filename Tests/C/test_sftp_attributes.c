/* The attributes of files and file systems over SFTP. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "files.h"
#include "fixture.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Checks all that is known of a file. */
static void check_known(const swiftssh_sftp_attributes *known, const struct stat *status) {
    uint64_t size = 0;
    uint32_t uid = 1, gid = 1, permissions = 0, atime = 0, mtime = 0;
    swiftssh_sftp_attributes *handle = (swiftssh_sftp_attributes *)(uintptr_t)known;
    int64_t flags = swiftssh_sftp_attributes_get(handle, &size, &uid, &gid, &permissions, &atime, &mtime);
    CHECK_NUMBER(SWIFTSSH_SFTP_ATTR_SIZE | SWIFTSSH_SFTP_ATTR_UIDGID | SWIFTSSH_SFTP_ATTR_PERMISSIONS
                     | SWIFTSSH_SFTP_ATTR_ACMODTIME, flags);
    CHECK_NUMBER(flags, swiftssh_sftp_attributes_flags(handle));
    CHECK_NUMBER(status->st_size, size);
    CHECK_NUMBER(size, swiftssh_sftp_attributes_size(handle));
    CHECK_NUMBER(status->st_uid, uid);
    CHECK_NUMBER(status->st_gid, gid);
    CHECK_NUMBER(status->st_mode, permissions);
    CHECK_NUMBER(permissions, swiftssh_sftp_attributes_permissions(handle));
    CHECK_NUMBER(status->st_atim.tv_sec, atime);
    CHECK_NUMBER(status->st_mtim.tv_sec, mtime);
}

TEST(attributes_are_told) {
    BEHAVIOUR("sftp.attributes");
    struct stat status;
    const char *path = scratch_file("file", "12345", 5, 0641);
    swiftssh_sftp_attributes *known = attributes();
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL && symlink(path, scratch("link")) == 0);
    REQUIRE(stat(path, &status) == 0);
    OK(swiftssh_sftp_stat(sftp, path, known, &failure));
    check_known(known, &status);
    OK(swiftssh_sftp_stat(sftp, scratch("link"), known, &failure));
    check_known(known, &status);
    OK(swiftssh_sftp_handle_fstat(file_on(sftp, path, SWIFTSSH_FXF_READ), known, &failure));
    check_known(known, &status);
    REQUIRE(lstat(scratch("link"), &status) == 0);
    OK(swiftssh_sftp_lstat(sftp, scratch("link"), known, &failure));
    check_known(known, &status);
    CHECK_NUMBER(SWIFTSSH_SFTP_S_IFLNK, swiftssh_sftp_attributes_permissions(known) & SWIFTSSH_SFTP_S_IFMT);
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_stat(sftp, scratch("nope"), known, &failure));
    CHECK_NUMBER(0, swiftssh_sftp_attributes_flags(known));
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_sftp_stat(sftp, path, NULL, &failure));
    CHECK_NUMBER(0, swiftssh_sftp_attributes_extended_count(known));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_attributes_extended_type(known, 0, NULL, 0));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_attributes_extended_value(known, 0, NULL, 0));
}

TEST(attributes_without_a_field_are_kept) {
    BEHAVIOUR("sftp.extended-attributes");
    char kind[64] = "";
    uint8_t value[64];
    swiftssh_sftp_attributes *known = attributes();
    swiftssh_sftp *sftp = sftp_on(with_scripted_sftp("extended-attributes"));
    REQUIRE(sftp != NULL);
    OK(swiftssh_sftp_stat(sftp, "/", known, &failure));
    CHECK(swiftssh_sftp_attributes_flags(known) & SWIFTSSH_SFTP_ATTR_EXTENDED);
    REQUIRE(swiftssh_sftp_attributes_extended_count(known) > 0);
    CHECK_NUMBER(SWIFTSSH_SFTP_S_IFDIR, swiftssh_sftp_attributes_permissions(known) & SWIFTSSH_SFTP_S_IFMT);
    CHECK(swiftssh_sftp_attributes_extended_type(known, 0, kind, sizeof kind) > 0);
    CHECK_CONTAINS("@", kind);
    CHECK(swiftssh_sftp_attributes_extended_value(known, 0, value, sizeof value) >= 0);
}

TEST(only_what_is_named_is_set) {
    BEHAVIOUR("sftp.setting-attributes");
    struct stat status;
    const char *path = scratch_file("file", "12345", 5, 0644);
    swiftssh_sftp_attributes *wanted = attributes();
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    OK(swiftssh_sftp_attributes_set_permissions(wanted, 0400, &failure));
    OK(swiftssh_sftp_setstat(sftp, path, wanted, &failure));
    CHECK(stat(path, &status) == 0 && (status.st_mode & 0777) == 0400 && status.st_size == 5);
    OK(swiftssh_sftp_attributes_clear(wanted, &failure));
    CHECK_NUMBER(0, swiftssh_sftp_attributes_flags(wanted));
    OK(swiftssh_sftp_attributes_set_times(wanted, 1500000000, 4000000000, &failure));
    OK(swiftssh_sftp_attributes_set_owner(wanted, status.st_uid, status.st_gid, &failure));
    OK(swiftssh_sftp_setstat(sftp, path, wanted, &failure));
    CHECK(stat(path, &status) == 0 && status.st_atim.tv_sec == 1500000000 && status.st_mtim.tv_sec == 4000000000);
    CHECK_NUMBER(0400, status.st_mode & 0777);
    swiftssh_sftp_handle *handle = file_on(sftp, scratch_file("other", "12345", 5, 0644), SWIFTSSH_FXF_WRITE);
    OK(swiftssh_sftp_attributes_clear(wanted, &failure));
    OK(swiftssh_sftp_attributes_set_size(wanted, 2, &failure));
    OK(swiftssh_sftp_handle_fsetstat(handle, wanted, &failure));
    CHECK(file_holds(scratch("other"), "12", 2));
}

TEST(a_links_own_attributes_are_set) {
    BEHAVIOUR("sftp.setting-attributes");
    struct stat status;
    const char *path = scratch_file("file", "", 0, 0644);
    swiftssh_sftp_attributes *wanted = attributes();
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL && symlink(path, scratch("link")) == 0);
    OK(swiftssh_sftp_attributes_set_times(wanted, 1500000000, 1500000001, &failure));
    OK(swiftssh_sftp_lsetstat(sftp, scratch("link"), wanted, &failure));
    CHECK(lstat(scratch("link"), &status) == 0 && status.st_mtim.tv_sec == 1500000001);
    CHECK(stat(path, &status) == 0 && status.st_mtim.tv_sec != 1500000001);
}

/* Checks what is known of a file system, and frees it. */
static void check_filesystem(swiftssh_sftp_filesystem *told, const struct statvfs *known) {
    const struct {
        int32_t field;
        uint64_t value;
    } values[] = {
        {SWIFTSSH_SFTP_STATVFS_BSIZE, known->f_bsize},   {SWIFTSSH_SFTP_STATVFS_FRSIZE, known->f_frsize},
        {SWIFTSSH_SFTP_STATVFS_BLOCKS, known->f_blocks}, {SWIFTSSH_SFTP_STATVFS_FILES, known->f_files},
        {SWIFTSSH_SFTP_STATVFS_NAMEMAX, known->f_namemax},
    };
    for (size_t index = 0; index < sizeof values / sizeof values[0]; index++) {
        CHECK_NUMBER(values[index].value, swiftssh_sftp_filesystem_value(told, values[index].field));
    }
    uint64_t free_blocks = swiftssh_sftp_filesystem_value(told, SWIFTSSH_SFTP_STATVFS_BFREE);
    CHECK(free_blocks <= known->f_blocks);
    CHECK(swiftssh_sftp_filesystem_value(told, SWIFTSSH_SFTP_STATVFS_BAVAIL) <= free_blocks);
    uint64_t free_files = swiftssh_sftp_filesystem_value(told, SWIFTSSH_SFTP_STATVFS_FFREE);
    CHECK(free_files <= known->f_files);
    CHECK(swiftssh_sftp_filesystem_value(told, SWIFTSSH_SFTP_STATVFS_FAVAIL) <= free_files);
    uint64_t read_only = known->f_flag & ST_RDONLY ? SWIFTSSH_SFTP_ST_RDONLY : 0;
    CHECK_NUMBER(read_only, swiftssh_sftp_filesystem_value(told, SWIFTSSH_SFTP_STATVFS_FLAG) & SWIFTSSH_SFTP_ST_RDONLY);
    CHECK_NUMBER(0, swiftssh_sftp_filesystem_value(told, 99));
    swiftssh_sftp_filesystem_free(told);
    CHECK_NUMBER(0, swiftssh_sftp_filesystem_value(told, SWIFTSSH_SFTP_STATVFS_BSIZE));
}

TEST(file_systems_are_told) {
    BEHAVIOUR("sftp.file-systems");
    struct statvfs known;
    const char *path = scratch_file("file", "", 0, 0600);
    swiftssh_sftp_filesystem *by_path = NULL, *by_handle = NULL;
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL && statvfs(path, &known) == 0);
    REQUIRE_OK(swiftssh_sftp_statvfs(sftp, path, &by_path, &failure));
    REQUIRE_OK(swiftssh_sftp_handle_fstatvfs(file_on(sftp, path, SWIFTSSH_FXF_READ), &by_handle, &failure));
    check_filesystem(by_path, &known);
    check_filesystem(by_handle, &known);
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_statvfs(sftp, scratch("nope"), &by_path, &failure));
    CHECK(by_path == NULL);
}
