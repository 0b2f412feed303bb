/* The start and the end of SFTP, and what a server offers. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "files.h"
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

TEST(the_subsystem_starts_and_tells_what_it_offers) {
    BEHAVIOUR("sftp.start");
    char name[64] = "";
    uint8_t data[64] = {0};
    uint64_t packet = 0, read = 0, write = 0, handles = 0;
    int has_statvfs = 0;
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    int64_t count = swiftssh_sftp_extension_count(sftp);
    CHECK(count > 3);
    for (int64_t index = 0; index < count; index++) {
        int64_t length = swiftssh_sftp_extension_name(sftp, (uint64_t)index, name, sizeof name);
        CHECK(length > 0 && (size_t)length == strlen(name));
        if (strcmp(name, "statvfs@openssh.com") != 0) continue;
        has_statvfs = 1;
        CHECK_NUMBER(1, swiftssh_sftp_extension_data(sftp, (uint64_t)index, data, sizeof data));
        CHECK_NUMBER('2', data[0]);
    }
    CHECK_NUMBER(1, has_statvfs);
    CHECK_NUMBER(1, swiftssh_sftp_offers(sftp, "fsync@openssh.com"));
    CHECK_NUMBER(0, swiftssh_sftp_offers(sftp, "fsync"));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_offers(sftp, NULL));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_extension_name(sftp, (uint64_t)count, name, sizeof name));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_extension_data(sftp, UINT64_MAX, data, sizeof data));
    OK(swiftssh_sftp_limits(sftp, &packet, &read, &write, &handles, &failure));
    CHECK(packet >= 32768 && read >= 32768 && write >= 32768 && handles > 0);
    CHECK_NUMBER(0, swiftssh_sftp_last_error(sftp));
}

TEST(how_much_is_under_way_can_be_set) {
    BEHAVIOUR("sftp.bytes-in-flight");
    swiftssh_sftp *sftp = NULL;
    swiftssh_session *session = logged_in(NULL);
    REQUIRE_OK(swiftssh_session_sftp_init_ex(session, 1 << 20, &sftp, &failure));
    CHECK_NUMBER(1 << 20, swiftssh_sftp_bytes_in_flight(sftp));
    OK(swiftssh_sftp_set_bytes_in_flight(sftp, 100000, &failure));
    CHECK_NUMBER(100000, swiftssh_sftp_bytes_in_flight(sftp));
    OK(swiftssh_sftp_set_bytes_in_flight(sftp, UINT64_MAX, &failure));
    CHECK_NUMBER(1 << 20, swiftssh_sftp_bytes_in_flight(sftp));
    OK(swiftssh_sftp_set_bytes_in_flight(sftp, 0, &failure));
    CHECK_NUMBER(32 << 10, swiftssh_sftp_bytes_in_flight(sftp));
    const size_t length = 3000000;
    char *content = numbered(length);
    struct bytes bytes = read_file(file_on(sftp, scratch_file("file", content, length, 0600), SWIFTSSH_FXF_READ), 65536);
    CHECK_NUMBER(0, bytes.outcome);
    CHECK(bytes.length == length && memcmp(content, bytes.data, length) == 0);
    swiftssh_sftp_free(sftp);
}

TEST(sftp_needs_a_login) {
    BEHAVIOUR("sftp.needs-login");
    swiftssh_sftp *sftp = (swiftssh_sftp *)&sftp;
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_sftp_init(session, &sftp, &failure));
    CHECK(sftp == NULL);
    REQUIRE(log_in(session) == 0);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_sftp_init(session, NULL, &failure));
    CHECK(sftp_on(session) != NULL);
}

TEST(a_server_without_sftp_is_told) {
    BEHAVIOUR("sftp.no-such-subsystem");
    swiftssh_sftp *sftp = (swiftssh_sftp *)&sftp;
    swiftssh_session *session = logged_in("--sftp", "/nonexistent/sftp-server", NULL);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_session_sftp_init(session, &sftp, &failure));
    CHECK_NUMBER(-1, swiftssh_error_sftp_status(failure));
    CHECK(sftp == NULL);
    CHECK_TEXT("alive\n", output_of(session, "echo alive"));
}

TEST(a_refusal_is_told_and_sftp_goes_on) {
    BEHAVIOUR("sftp.refusals-are-told");
    swiftssh_sftp_handle *handle = (swiftssh_sftp_handle *)&handle;
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE(sftp != NULL);
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL,
          swiftssh_sftp_open(sftp, scratch("nope"), SWIFTSSH_FXF_READ, 0, &handle, &failure));
    CHECK(handle == NULL);
    CHECK_NUMBER(SWIFTSSH_FX_NO_SUCH_FILE, swiftssh_error_sftp_status(failure));
    CHECK_TEXT("No such file", swiftssh_error_server_text(failure));
    CHECK_TEXT(scratch("nope"), swiftssh_error_path(failure));
    CHECK_TEXT("SFTP", swiftssh_error_phase(failure));
    CHECK_NUMBER(SWIFTSSH_FX_NO_SUCH_FILE, swiftssh_sftp_last_error(sftp));
    FAILS(SWIFTSSH_ERROR_SFTP_PROTOCOL, swiftssh_sftp_mkdir(sftp, scratch_file("file", "x", 1, 0600), 0700, &failure));
    CHECK_NUMBER(SWIFTSSH_FX_FAILURE, swiftssh_sftp_last_error(sftp));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_sftp_open(sftp, NULL, 0, 0, &handle, &failure));
    CHECK_TEXT("x", read_file(file_on(sftp, scratch("file"), 0), 10).data);
    CHECK_NUMBER(SWIFTSSH_FX_FAILURE, swiftssh_sftp_last_error(sftp));
}

TEST(after_its_end_nothing_can_be_asked) {
    BEHAVIOUR("sftp.shutdown");
    char text[16];
    swiftssh_sftp_handle *handle = NULL;
    swiftssh_session *session = logged_in(NULL);
    swiftssh_sftp *sftp = sftp_on(session);
    REQUIRE(sftp != NULL);
    swiftssh_sftp_handle *file = file_on(sftp, scratch_file("file", "x", 1, 0600), SWIFTSSH_FXF_READ);
    OK(swiftssh_sftp_shutdown(sftp, &failure));
    OK(swiftssh_sftp_shutdown(sftp, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_opendir(sftp, ".", &handle, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_sftp_handle_read(file, text, sizeof text, &failure));
    OK(swiftssh_sftp_handle_close(file, &failure));
    CHECK(sftp_on(session) != NULL);
}

TEST(the_channel_can_be_looked_at) {
    BEHAVIOUR("sftp.channel");
    swiftssh_channel *channel = NULL;
    swiftssh_sftp *sftp = sftp_on(logged_in(NULL));
    REQUIRE_OK(swiftssh_sftp_get_channel(sftp, &channel, &failure));
    CHECK_NUMBER(0, swiftssh_channel_eof(channel));
    CHECK(swiftssh_channel_window_read(channel, NULL) > 1 << 20);
    swiftssh_channel_free(channel);
    CHECK(directory_on(sftp, "/") != NULL);
    OK(swiftssh_sftp_get_channel(sftp, &channel, &failure));
    swiftssh_sftp_free(sftp);
    OK(swiftssh_channel_close(channel, &failure));
    swiftssh_channel_free(channel);
}
