/* Standard error, what is dropped, and windows. */

#include "check.h"
#include "client.h"
#include "drive.h"
#include "fixture.h"

#include <stdio.h>
#include <string.h>

/* Returns when so many bytes of a stream can be read, without reading them. */
static void await_bytes(swiftssh_session *session, int socket, swiftssh_channel *channel, uint32_t stream, int64_t count) {
    while (swiftssh_channel_available(channel, stream) < count && wait_for(session, socket) == 0) {}
    CHECK(swiftssh_channel_available(channel, stream) >= count);
}

TEST(standard_error_is_merged_in_its_order) {
    BEHAVIOUR("channel.extended-data");
    char buffer[8] = "";
    swiftssh_channel *channel = opened(logged_in(NULL));
    REQUIRE(channel != NULL);
    OK(swiftssh_channel_handle_extended_data(channel, SWIFTSSH_EXTENDED_DATA_MERGE, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_channel_handle_extended_data(channel, 3, &failure));
    OK(swiftssh_channel_exec(channel, "echo 1; read line; echo 2 >&2; read line; echo 3; read line; echo 4 >&2", &failure));
    for (int number = 1; number <= 4; number++) {
        CHECK_NUMBER(2, OK(swiftssh_channel_read(channel, 0, buffer, sizeof buffer, &failure)));
        CHECK_NUMBER('0' + number, buffer[0]);
        if (number < 4) OK(swiftssh_channel_write(channel, 0, "\n", 1, &failure));
    }
    CHECK_NUMBER(0, read_all(channel, 0).length);
    CHECK_NUMBER(0, read_all(channel, 1).length);
}

TEST(standard_error_is_ignored_from_here_on) {
    BEHAVIOUR("channel.extended-data");
    int socket = sshd(NULL)->socket;
    swiftssh_session *session = session_over(socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_channel *channel = started(session, "echo before >&2; read line; head -c 5000000 /dev/zero >&2; echo out");
    REQUIRE(channel != NULL);
    await_bytes(session, socket, channel, 1, 7);
    OK(swiftssh_channel_handle_extended_data(channel, SWIFTSSH_EXTENDED_DATA_IGNORE, &failure));
    OK(swiftssh_channel_write(channel, 0, "\n", 1, &failure));
    CHECK_TEXT("out\n", read_all(channel, 0).data);
    CHECK_TEXT("before\n", read_all(channel, 1).data);
    OK(swiftssh_channel_handle_extended_data(channel, SWIFTSSH_EXTENDED_DATA_NORMAL, &failure));
}

TEST(what_has_come_is_dropped_and_counted) {
    BEHAVIOUR("channel.flush");
    int socket = sshd(NULL)->socket;
    swiftssh_session *session = session_over(socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_channel *channel =
        started(session, "printf 12345; printf 123 >&2; read line; head -c 900000 /dev/zero; printf more >&2");
    REQUIRE(channel != NULL);
    await_bytes(session, socket, channel, 0, 5);
    await_bytes(session, socket, channel, 1, 3);
    CHECK_NUMBER(5, OK(swiftssh_channel_flush(channel, 0, &failure)));
    CHECK_NUMBER(0, OK(swiftssh_channel_flush(channel, 0, &failure)));
    CHECK_NUMBER(3, OK(swiftssh_channel_flush(channel, 1, &failure)));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_channel_flush(channel, -3, &failure));
    OK(swiftssh_channel_write(channel, 0, "\n", 1, &failure));
    OK(swiftssh_channel_wait_eof(channel, &failure));
    CHECK_NUMBER(4, OK(swiftssh_channel_flush(channel, SWIFTSSH_FLUSH_EXTENDED_DATA, &failure)));
    CHECK_NUMBER(900000, OK(swiftssh_channel_flush(channel, SWIFTSSH_FLUSH_ALL, &failure)));
    CHECK_NUMBER(1, swiftssh_channel_eof(channel));
}

TEST(what_can_be_read_is_told) {
    BEHAVIOUR("channel.available");
    int socket = sshd(NULL)->socket;
    swiftssh_session *session = session_over(socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_channel *channel = started(session, "printf 1234567; read line");
    REQUIRE(channel != NULL);
    await_bytes(session, socket, channel, 0, 7);
    CHECK_NUMBER(7, swiftssh_channel_available(channel, 0));
    CHECK_NUMBER(0, swiftssh_channel_available(channel, 1));
    OK(swiftssh_channel_send_eof(channel, &failure));
    CHECK_NUMBER(7, read_all(channel, 0).length);
    CHECK_NUMBER(0, swiftssh_channel_available(channel, 0));
}

TEST(the_server_is_granted_more) {
    BEHAVIOUR("channel.window-adjust");
    uint64_t initial = 0, window = 0;
    swiftssh_channel *channel = opened(logged_in(NULL));
    REQUIRE(channel != NULL);
    uint64_t before = swiftssh_channel_window_read(channel, &initial);
    CHECK_NUMBER(initial, before);
    OK(swiftssh_channel_receive_window_adjust(channel, 100, 0, &window, &failure));
    CHECK_NUMBER(before, window);
    OK(swiftssh_channel_receive_window_adjust(channel, 1 << 20, 1, &window, &failure));
    CHECK_NUMBER(before + (1 << 20) + 100, window);
    OK(swiftssh_channel_receive_window_adjust(channel, 1 << 20, 1, NULL, &failure));
    CHECK_NUMBER(before + (2 << 20) + 100, swiftssh_channel_window_read(channel, NULL));
    /* OpenSSH begins with none and grants some when something runs. */
    CHECK(swiftssh_channel_window_write(channel, &initial) >= initial);
}

TEST(two_hundred_channels_are_read_in_one_loop) {
    BEHAVIOUR("channel.many-at-once");
    enum { MANY = 200 };
    static swiftssh_channel *channels[MANY];
    static char output[MANY][16];
    size_t lengths[MANY] = {0};
    int ended[MANY] = {0}, left = MANY;
    int socket = sshd("-o", "MaxSessions 250", NULL)->socket;
    swiftssh_session *session = session_over(socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    memset(output, 0, sizeof output);
    for (int index = 0; index < MANY; index++) REQUIRE((channels[index] = opened(session)) != NULL);
    for (int index = 0; index < MANY; index++) {
        char command[64];
        snprintf(command, sizeof command, "echo %d; exit %d", index, index);
        REQUIRE_OK(swiftssh_channel_exec(channels[index], command, &failure));
    }
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    while (left > 0) {
        int moved = 0;
        for (int index = 0; index < MANY; index++) {
            if (ended[index]) continue;
            int64_t count = swiftssh_channel_read(
                channels[index], 0, output[index] + lengths[index], sizeof output[index] - lengths[index] - 1, NULL);
            if (count == SWIFTSSH_ERROR_EAGAIN) continue;
            moved = 1;
            if (count > 0) lengths[index] += (size_t)count;
            if (count <= 0) {
                CHECK_NUMBER(0, count);
                ended[index] = 1;
                left--;
            }
        }
        if (!moved && wait_for(session, socket) != 0) return;
    }
    OK(swiftssh_session_set_blocking(session, 1, &failure));
    for (int index = 0; index < MANY; index++) {
        char expected[16];
        snprintf(expected, sizeof expected, "%d\n", index);
        CHECK_TEXT(expected, output[index]);
        check_exit(channels[index], SWIFTSSH_EXIT_EXITED, index);
    }
}
