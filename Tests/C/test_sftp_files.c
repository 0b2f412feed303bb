/* Files that are read and written over SFTP. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "files.h"
#include "fixture.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const uint32_t making = SWIFTSSH_FXF_WRITE | SWIFTSSH_FXF_CREAT | SWIFTSSH_FXF_TRUNC;
static const size_t sizes[] = {0, 1, 32768, 261120, 1000003, 20000000};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

TEST(files_are_read) {
    BEHAVIOUR("sftp.read");
    static const size_t blocks[] = {1000, 32768, 262144, 5000000};
    char byte;
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    for (size_t index = 0; index < SIZES; index++) {
        char *content = numbered(sizes[index]);
        const char *path = scratch_file("file", content, sizes[index], 0600);
        for (size_t block = 0; block < sizeof blocks / sizeof blocks[0]; block++) {
            swiftssh_sftp_handle *handle = file_on(sftp, path, SWIFTSSH_FXF_READ);
            REQUIRE(handle != NULL);
            CHECK_NUMBER(0, swiftssh_sftp_handle_read(handle, NULL, 0, NULL));
            struct bytes bytes = read_file(handle, blocks[block]);
            CHECK_NUMBER(0, bytes.outcome);
            CHECK_NUMBER(sizes[index], bytes.length);
            CHECK(memcmp(content, bytes.data, bytes.length) == 0);
            CHECK_NUMBER(sizes[index], swiftssh_sftp_handle_tell(handle));
            CHECK_NUMBER(0, OK(swiftssh_sftp_handle_read(handle, &byte, 1, &failure)));
            OK(swiftssh_sftp_handle_close(handle, &failure));
            swiftssh_sftp_handle_free(handle);
        }
    }
}

TEST(files_are_written) {
    BEHAVIOUR("sftp.write");
    static const size_t blocks[] = {999, 32768, 262144, 20000000};
    struct stat status;
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    for (size_t index = 0; index < SIZES; index++) {
        size_t length = sizes[index];
        char *content = numbered(length);
        const char *path = scratch("file");
        for (size_t block = 0; block < sizeof blocks / sizeof blocks[0]; block++) {
            swiftssh_sftp_handle *handle = file_on(sftp, path, making);
            REQUIRE(handle != NULL);
            for (size_t done = 0; done < length;) {
                size_t count = length - done < blocks[block] ? length - done : blocks[block];
                if (!CHECK_NUMBER(count, OK(swiftssh_sftp_handle_write(handle, content + done, count, &failure)))) break;
                done += count;
            }
            CHECK_NUMBER(length, swiftssh_sftp_handle_tell(handle));
            OK(swiftssh_sftp_handle_close(handle, &failure));
            CHECK(file_holds(path, content, length));
            CHECK(stat(path, &status) == 0 && (status.st_mode & 0777) == 0644);
        }
    }
}

TEST(flags_do_what_they_say) {
    BEHAVIOUR("sftp.open-flags");
    swiftssh_sftp_handle *handle = NULL;
    const char *path = scratch_file("file", "12345", 5, 0600);
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL,
          swiftssh_sftp_open(sftp, path, making | SWIFTSSH_FXF_EXCL, 0600, &handle, &failure));
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL,
          swiftssh_sftp_open(sftp, scratch("nope"), SWIFTSSH_FXF_WRITE, 0600, &handle, &failure));
    handle = file_on(sftp, path, SWIFTSSH_FXF_WRITE | SWIFTSSH_FXF_APPEND);
    OK(swiftssh_sftp_handle_write(handle, "67", 2, &failure));
    OK(swiftssh_sftp_handle_close(handle, &failure));
    CHECK(file_holds(path, "1234567", 7));
    handle = file_on(sftp, path, SWIFTSSH_FXF_WRITE);
    OK(swiftssh_sftp_handle_write(handle, "ab", 2, &failure));
    OK(swiftssh_sftp_handle_close(handle, &failure));
    CHECK(file_holds(path, "ab34567", 7));
    handle = file_on(sftp, path, making);
    OK(swiftssh_sftp_handle_close(handle, &failure));
    CHECK(file_holds(path, "", 0));
}

TEST(a_file_is_read_and_written_anywhere) {
    BEHAVIOUR("sftp.seek");
    char text[8] = "";
    const char *path = scratch_file("file", "0123456789", 10, 0600);
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    swiftssh_sftp_handle *handle = file_on(sftp, path, SWIFTSSH_FXF_READ | SWIFTSSH_FXF_WRITE);
    REQUIRE(handle != NULL);
    CHECK_NUMBER(3, OK(swiftssh_sftp_handle_read(handle, text, 3, &failure)));
    OK(swiftssh_sftp_handle_seek(handle, 7, &failure));
    CHECK_NUMBER(7, swiftssh_sftp_handle_tell(handle));
    CHECK_NUMBER(3, OK(swiftssh_sftp_handle_read(handle, text, sizeof text, &failure)));
    CHECK(memcmp(text, "789", 3) == 0);
    OK(swiftssh_sftp_handle_seek(handle, 4, &failure));
    OK(swiftssh_sftp_handle_write(handle, "xy", 2, &failure));
    CHECK_NUMBER(6, swiftssh_sftp_handle_tell(handle));
    CHECK_NUMBER(1, OK(swiftssh_sftp_handle_read(handle, text, 1, &failure)));
    CHECK_NUMBER('6', text[0]);
    OK(swiftssh_sftp_handle_seek(handle, 0, &failure));
    CHECK_TEXT("0123xy6789", read_file(handle, 64).data);
    OK(swiftssh_sftp_handle_seek(handle, 100, &failure));
    CHECK_NUMBER(0, OK(swiftssh_sftp_handle_read(handle, text, 1, &failure)));
    OK(swiftssh_sftp_handle_close(handle, &failure));
}

TEST(positions_beyond_4_gib) {
    BEHAVIOUR("sftp.beyond-4-gib");
    const uint64_t far = ((uint64_t)5 << 30) + 3;
    char text[4] = "";
    struct stat status;
    const char *path = scratch("huge");
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    swiftssh_sftp_handle *handle = file_on(sftp, path, making | SWIFTSSH_FXF_READ);
    swiftssh_sftp_attributes *known = attributes();
    REQUIRE(handle != NULL);
    OK(swiftssh_sftp_handle_seek(handle, far, &failure));
    OK(swiftssh_sftp_handle_write(handle, "end", 3, &failure));
    CHECK_NUMBER(far + 3, swiftssh_sftp_handle_tell(handle));
    OK(swiftssh_sftp_handle_fstat(handle, known, &failure));
    CHECK_NUMBER(far + 3, swiftssh_sftp_attributes_size(known));
    OK(swiftssh_sftp_handle_seek(handle, far - 1, &failure));
    CHECK_NUMBER(4, OK(swiftssh_sftp_handle_read(handle, text, 4, &failure)));
    CHECK(memcmp(text, "\0end", 4) == 0);
    OK(swiftssh_sftp_handle_seek(handle, UINT64_MAX, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_handle_write(handle, "end", 3, &failure));
    OK(swiftssh_sftp_handle_close(handle, &failure));
    CHECK(stat(path, &status) == 0 && (uint64_t)status.st_size == far + 3);
}

TEST(a_write_that_fails_later_is_told) {
    BEHAVIOUR("sftp.late-write-errors-are-told");
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    swiftssh_sftp_handle *flushed = file_on(sftp, "/dev/full", SWIFTSSH_FXF_WRITE);
    swiftssh_sftp_handle *closed = file_on(sftp, "/dev/full", SWIFTSSH_FXF_WRITE);
    REQUIRE(flushed != NULL && closed != NULL);
    OK(swiftssh_sftp_handle_write(flushed, "lost", 4, &failure));
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_handle_flush(flushed, &failure));
    CHECK_NUMBER(SWIFTSSH_FX_FAILURE, swiftssh_error_sftp_status(failure));
    CHECK_TEXT("/dev/full", swiftssh_error_path(failure));
    /* It is told once. */
    OK(swiftssh_sftp_handle_close(flushed, &failure));
    OK(swiftssh_sftp_handle_write(closed, "lost", 4, &failure));
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_handle_close(closed, &failure));
    CHECK_NUMBER(1, swiftssh_sftp_handle_is_closed(closed));
    OK(swiftssh_sftp_handle_close(closed, &failure));
    swiftssh_sftp_handle *written = file_on(sftp, "/dev/full", SWIFTSSH_FXF_WRITE);
    int64_t outcome = 0;
    for (int round = 0; round < 100000 && outcome >= 0; round++) {
        outcome = swiftssh_sftp_handle_write(written, "lost", 4, NULL);
    }
    CHECK_NUMBER(SWIFTSSH_ERROR_SFTP_PROTOCOL, outcome);
}

TEST(what_was_written_is_on_the_disk) {
    BEHAVIOUR("sftp.sync");
    const char *path = scratch("file");
    swiftssh_sftp_handle *handle = file_on(sftp_on(logged_in(NULL)), path, making);
    REQUIRE(handle != NULL);
    OK(swiftssh_sftp_handle_write(handle, "kept", 4, &failure));
    OK(swiftssh_sftp_handle_fsync(handle, &failure));
    CHECK(file_holds(path, "kept", 4));
    OK(swiftssh_sftp_handle_write(handle, "!", 1, &failure));
    OK(swiftssh_sftp_handle_flush(handle, &failure));
    CHECK(file_holds(path, "kept!", 5));
}

TEST(a_closed_file_refuses_everything) {
    BEHAVIOUR("sftp.closed-files-refuse");
    char text[8];
    const char *path = scratch_file("file", "x", 1, 0600);
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    swiftssh_sftp_handle *file = file_on(sftp, path, SWIFTSSH_FXF_READ | SWIFTSSH_FXF_WRITE);
    swiftssh_sftp_handle *directory = directory_on(sftp, "/");
    REQUIRE(file != NULL && directory != NULL);
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_handle_read(directory, text, sizeof text, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_handle_write(directory, "x", 1, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_handle_readdir(file, NULL, text, 8, NULL, 0, NULL, &failure));
    CHECK_NUMBER(0, swiftssh_sftp_handle_is_closed(file));
    OK(swiftssh_sftp_handle_close(file, &failure));
    OK(swiftssh_sftp_handle_close(file, &failure));
    OK(swiftssh_sftp_handle_close(directory, &failure));
    CHECK_NUMBER(1, swiftssh_sftp_handle_is_closed(file));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_handle_read(file, text, sizeof text, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_handle_write(file, "x", 1, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_handle_flush(file, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_handle_fsync(file, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_handle_fstat(file, attributes(), &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_handle_readdir(directory, NULL, text, 8, NULL, 0, NULL, &failure));
    CHECK(directory_on(sftp, "/") != NULL);
}

TEST(a_server_copies_by_itself) {
    BEHAVIOUR("sftp.copy-on-the-server");
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    swiftssh_sftp_handle *source = file_on(sftp, scratch_file("file", "0123456789", 10, 0600), SWIFTSSH_FXF_READ);
    swiftssh_sftp_handle *target = file_on(sftp, scratch("copy"), making);
    if (!swiftssh_sftp_offers(sftp, "copy-data")) {
        FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_sftp_copy_data(sftp, source, 0, 0, target, 0, &failure));
        CHECK_CONTAINS("copy-data", swiftssh_error_message(failure));
        return;
    }
    OK(swiftssh_sftp_copy_data(sftp, source, 0, 0, target, 0, &failure));
    OK(swiftssh_sftp_copy_data(sftp, source, 2, 3, target, 10, &failure));
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_sftp_copy_data(sftp, source, 0, 0, NULL, 0, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL,
          swiftssh_sftp_copy_data(sftp_on(logged_in(NULL)), source, 0, 0, target, 0, &failure));
    OK(swiftssh_sftp_handle_close(target, &failure));
    CHECK(file_holds(scratch("copy"), "0123456789234", 13));
}
