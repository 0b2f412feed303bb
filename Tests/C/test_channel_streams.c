/* Reading, writing, ending and closing a channel's streams. */

#include "check.h"
#include "client.h"
#include "drive.h"
#include "fixture.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { MEGABYTE = 1 << 20 };

TEST(what_is_written_comes_back) {
    BEHAVIOUR("channel.write");
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = started(session, "cat");
    REQUIRE(channel != NULL);
    CHECK_NUMBER(5, swiftssh_channel_write(channel, 0, "first", 5, &failure));
    CHECK_NUMBER(0, OK(swiftssh_channel_write(channel, 0, NULL, 0, &failure)));
    CHECK_NUMBER(0, OK(swiftssh_channel_read(channel, 0, NULL, 0, &failure)));
    CHECK_NUMBER(0, swiftssh_channel_eof(channel));
    OK(swiftssh_channel_send_eof(channel, &failure));
    OK(swiftssh_channel_send_eof(channel, &failure));
    FAILS(SWIFTSSH_ERROR_CHANNEL_EOF_SENT, swiftssh_channel_write(channel, 0, "more", 4, &failure));
    OK(swiftssh_channel_wait_eof(channel, &failure));
    CHECK_NUMBER(0, swiftssh_channel_eof(channel));
    CHECK_TEXT("first", read_all(channel, 0).data);
    CHECK_NUMBER(1, swiftssh_channel_eof(channel));
    check_exit(channel, SWIFTSSH_EXIT_EXITED, 0);
}

/* Reads both streams of a channel as their bytes come, and counts them. */
static void count_both(swiftssh_session *session, int socket, swiftssh_channel *channel, int64_t *counts) {
    static char buffer[65536];
    int has_ended[2] = {0, 0};
    while (!has_ended[0] || !has_ended[1]) {
        int is_idle = 1;
        for (uint32_t stream = 0; stream < 2; stream++) {
            int64_t count = has_ended[stream]
                ? SWIFTSSH_ERROR_EAGAIN : swiftssh_channel_read(channel, stream, buffer, sizeof buffer, NULL);
            if (count == SWIFTSSH_ERROR_EAGAIN) continue;
            if (!CHECK(count >= 0)) return;
            is_idle = 0;
            has_ended[stream] = count == 0;
            counts[stream] += count;
        }
        if (is_idle && wait_for(session, socket) != 0) return;
    }
}

TEST(two_megabytes_come_on_each_stream) {
    BEHAVIOUR("channel.both-streams");
    int64_t counts[2] = {0, 0};
    int socket = sshd(NULL)->socket;
    swiftssh_session *session = session_over(socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_channel *channel = started(session, "head -c 2097152 /dev/zero >&2 & head -c 2097152 /dev/zero; wait");
    REQUIRE(channel != NULL);
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    count_both(session, socket, channel, counts);
    CHECK_NUMBER(2 * MEGABYTE, counts[0]);
    CHECK_NUMBER(2 * MEGABYTE, counts[1]);
    OK(swiftssh_session_set_blocking(session, 1, &failure));
    check_exit(channel, SWIFTSSH_EXIT_EXITED, 0);
}

TEST(what_fits_the_window_may_be_read_one_stream_after_the_other) {
    BEHAVIOUR("channel.both-streams");
    swiftssh_channel *channel = started(logged_in(NULL), "seq 1 100000 >&2; seq 1 100000");
    REQUIRE(channel != NULL);
    CHECK_NUMBER(588895, read_all(channel, 0).length);
    CHECK_NUMBER(588895, read_all(channel, 1).length);
}

/* Writes a pattern to a command that echoes it, reading meanwhile, and compares. */
static void echo_through(swiftssh_session *session, const char *command, size_t length) {
    swiftssh_channel *channel = started(session, command);
    REQUIRE(channel != NULL);
    uint8_t *sent = malloc(length), *received = malloc(length);
    size_t written = 0, read = 0;
    uint32_t seed = 1;
    for (size_t index = 0; index < length; index++) sent[index] = (uint8_t)((seed = seed * 1664525 + 1013904223) >> 24);
    while (read < length) {
        size_t piece = length - written < 50000 ? length - written : 50000;
        if (piece > 0) {
            if (OK(swiftssh_channel_write(channel, 0, sent + written, piece, &failure)) < 0) break;
            written += piece;
            if (written == length) OK(swiftssh_channel_send_eof(channel, &failure));
        }
        /* No more is left unread than the server can hold, so each piece that was written can be waited for. */
        while (read < length && (written == length || written - read > 500000)) {
            int64_t count = OK(swiftssh_channel_read(channel, 0, received + read, length - read, &failure));
            if (!CHECK(count > 0)) goto done;
            read += (size_t)count;
        }
    }
done:
    CHECK_NUMBER(length, read);
    CHECK(memcmp(sent, received, length) == 0);
    free(sent);
    free(received);
    check_exit(channel, SWIFTSSH_EXIT_EXITED, 0);
}

TEST(megabytes_go_both_ways) {
    BEHAVIOUR("channel.large-transfer");
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    echo_through(session, "cat", 8 * MEGABYTE);
}

TEST(keys_are_exchanged_anew_meanwhile) {
    BEHAVIOUR("session.rekeying");
    swiftssh_session *session = logged_in("-o", "RekeyLimit 256K", NULL);
    REQUIRE(session != NULL);
    echo_through(session, "cat", 4 * MEGABYTE);
    struct bytes output = read_all(started(session, "head -c 8388608 /dev/zero"), 0);
    CHECK_NUMBER(0, output.outcome);
    CHECK_NUMBER(8 * MEGABYTE, output.length);
}

static void *read_to_the_end(void *channel) {
    static char buffer[65536];
    while (swiftssh_channel_read(channel, 0, buffer, sizeof buffer, NULL) > 0) continue;
    return NULL;
}

TEST(a_line_that_is_written_meanwhile_is_sent) {
    BEHAVIOUR("session.rekeying");
    char buffer[8];
    pthread_t reader;
    swiftssh_session *session = logged_in("-o", "RekeyLimit 64K", NULL);
    swiftssh_channel *channel = started(session, "cat");
    swiftssh_channel *other = started(session, "head -c 8000000 /dev/zero");
    REQUIRE(channel != NULL && other != NULL);
    REQUIRE(pthread_create(&reader, NULL, read_to_the_end, other) == 0);
    for (int round = 0; round < 100; round++) {
        OK(swiftssh_channel_write(channel, 0, "line", 4, &failure));
        if (!CHECK_NUMBER(4, swiftssh_channel_read(channel, 0, buffer, 4, &failure))) break;
    }
    pthread_join(reader, NULL);
}

TEST(a_read_times_out_and_goes_on) {
    BEHAVIOUR("channel.read-times-out");
    char buffer[16] = "";
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = started(session, "cat");
    REQUIRE(channel != NULL);
    OK(swiftssh_session_set_timeout(session, 100, &failure));
    int64_t begin = milliseconds();
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_channel_read(channel, 0, buffer, sizeof buffer, &failure));
    CHECK(milliseconds() - begin >= 100);
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    OK(swiftssh_channel_write(channel, 0, "late", 4, &failure));
    CHECK_NUMBER(4, OK(swiftssh_channel_read(channel, 0, buffer, sizeof buffer, &failure)));
    CHECK(memcmp(buffer, "late", 4) == 0);
}

TEST(a_write_that_nobody_takes_times_out) {
    BEHAVIOUR("channel.write-times-out");
    enum { LENGTH = 16 * MEGABYTE };
    uint8_t *data = calloc(1, LENGTH);
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = started(session, "exec sleep 1000");
    OK(swiftssh_session_set_timeout(session, 300, &failure));
    int64_t begin = milliseconds();
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_channel_write(channel, 0, data, LENGTH, &failure));
    CHECK(milliseconds() - begin >= 300);
    free(data);
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    CHECK_TEXT("alive\n", output_of(session, "echo alive"));
}

TEST(a_closed_channel_can_still_be_read) {
    BEHAVIOUR("channel.close");
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = started(session, "echo said");
    REQUIRE(channel != NULL);
    OK(swiftssh_channel_wait_eof(channel, &failure));
    OK(swiftssh_channel_close(channel, &failure));
    OK(swiftssh_channel_close(channel, &failure));
    OK(swiftssh_channel_wait_closed(channel, &failure));
    CHECK_TEXT("said\n", read_all(channel, 0).data);
    FAILS(SWIFTSSH_ERROR_CHANNEL_CLOSED, swiftssh_channel_write(channel, 0, "x", 1, &failure));
    CHECK_TEXT("next\n", output_of(session, "echo next"));
}

TEST(the_windows_are_told) {
    BEHAVIOUR("channel.windows");
    swiftssh_channel *channel = started(logged_in(NULL), "cat");
    REQUIRE(channel != NULL);
    CHECK(swiftssh_channel_window_read(channel, NULL) > 0);
    uint64_t before = swiftssh_channel_window_write(channel, NULL);
    CHECK(before > 0);
    OK(swiftssh_channel_write(channel, 0, "12345678", 8, &failure));
    CHECK(swiftssh_channel_window_write(channel, NULL) <= before);
}

TEST(a_slow_reader_holds_up_no_other_channel) {
    BEHAVIOUR("channel.slow-reader-holds-up-no-other");
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *slow = started(session, "head -c 8388608 /dev/zero");
    REQUIRE(slow != NULL);
    struct bytes output = read_all(started(session, "head -c 4194304 /dev/zero"), 0);
    CHECK_NUMBER(0, output.outcome);
    CHECK_NUMBER(4 * MEGABYTE, output.length);
    output = read_all(slow, 0);
    CHECK_NUMBER(0, output.outcome);
    CHECK_NUMBER(8 * MEGABYTE, output.length);
}

TEST(a_stream_that_nobody_reads_is_told) {
    BEHAVIOUR("channel.unread-stream-is-told");
    uint8_t byte;
    const char *told = NULL;
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    swiftssh_channel *channel = started(session, "head -c 8000000 /dev/zero >&2; echo out");
    OK(swiftssh_session_set_timeout(session, 50, &failure));
    while (told == NULL) {
        REQUIRE(swiftssh_channel_read(channel, 0, &byte, 1, &failure) == SWIFTSSH_ERROR_TIMEOUT);
        told = strstr(swiftssh_error_message(failure), "bytes of standard error that nobody reads");
        forget_failure();
    }
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    CHECK_NUMBER(8000000, read_all(channel, 1).length);
    CHECK_TEXT("out\n", read_all(channel, 0).data);
}
