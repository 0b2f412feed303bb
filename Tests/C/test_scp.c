/* Copying files by SCP. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "drive.h"
#include "fixture.h"
#include "scope.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void free_channel(void *channel) {
    swiftssh_channel_free(channel);
}

static swiftssh_channel *kept(swiftssh_channel *channel) {
    scope_defer(free_channel, channel);
    return channel;
}

static swiftssh_channel *receiving(swiftssh_session *session, const char *path, int64_t *out_size) {
    swiftssh_channel *channel = NULL;
    OK(swiftssh_session_scp_recv(session, path, &channel, out_size, NULL, NULL, NULL, &failure));
    return kept(channel);
}

static swiftssh_channel *sending(swiftssh_session *session, const char *path, uint64_t size) {
    swiftssh_channel *channel = NULL;
    OK(swiftssh_session_scp_send(session, path, 0644, size, 0, 0, &channel, &failure));
    return kept(channel);
}

/* A session whose server runs a script, whatever it is asked to run. */
static swiftssh_session *attacked(const char *script) {
    char *text = NULL, *option = NULL;
    if (asprintf(&text, "#!/bin/sh\n%s\n", script) < 0) abort();
    if (asprintf(&option, "ForceCommand %s", scratch_file("attack", text, strlen(text), 0700)) < 0) abort();
    swiftssh_session *session = logged_in("-o", option, NULL);
    free(text);
    free(option);
    return session;
}

static char *numbered(size_t size) {
    char *bytes = malloc(size + 1);
    for (size_t index = 0; index < size; index++) bytes[index] = (char)(index * 31 + index / 251);
    scope_defer(free, bytes);
    return bytes;
}

TEST(a_file_is_received) {
    BEHAVIOUR("scp.receive");
    static const size_t sizes[] = {0, 1, 32768, 5000000};
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    for (size_t index = 0; index < sizeof sizes / sizeof sizes[0]; index++) {
        size_t length = sizes[index];
        char *content = numbered(length);
        const char *path = scratch_file("file", content, length, 0751);
        struct timespec times[2] = {{1600000000, 0}, {1500000000, 0}};
        CHECK(utimensat(AT_FDCWD, path, times, 0) == 0);
        swiftssh_channel *channel = NULL;
        int64_t size = -1, mtime = -1, atime = -1;
        uint32_t mode = 1;
        REQUIRE_OK(swiftssh_session_scp_recv(session, path, &channel, &size, &mode, &mtime, &atime, &failure));
        kept(channel);
        CHECK_NUMBER(length, size);
        CHECK_NUMBER(0751, mode);
        CHECK_NUMBER(1500000000, mtime);
        CHECK_NUMBER(1600000000, atime);
        struct bytes bytes = read_all(channel, 0);
        CHECK_NUMBER(length, bytes.length);
        CHECK(memcmp(bytes.data, content, length) == 0);
        OK(swiftssh_channel_wait_eof(channel, &failure));
        CHECK_NUMBER(1, swiftssh_channel_eof(channel));
        OK(swiftssh_channel_close(channel, &failure));
    }
}

TEST(the_size_of_a_huge_file_is_told) {
    BEHAVIOUR("scp.receive-beyond-4-gib");
    int64_t size = 0;
    const char *path = scratch_file("huge", "", 0, 0600);
    CHECK(truncate(path, (int64_t)5 << 30) == 0);
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = receiving(session, path, &size);
    REQUIRE(channel != NULL);
    CHECK_NUMBER((int64_t)5 << 30, size);
    OK(swiftssh_channel_close(channel, &failure));
    CHECK_TEXT("on\n", output_of(session, "echo on"));
}

TEST(a_file_is_sent) {
    BEHAVIOUR("scp.send");
    static const size_t sizes[] = {0, 1, 32768, 5000000};
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    for (size_t index = 0; index < sizeof sizes / sizeof sizes[0]; index++) {
        size_t length = sizes[index];
        char *content = numbered(length);
        const char *path = scratch("file");
        swiftssh_channel *channel = NULL;
        REQUIRE_OK(swiftssh_session_scp_send(session, path, 0604, length, 1500000000, 1600000000, &channel, &failure));
        kept(channel);
        CHECK_NUMBER(length, OK(swiftssh_channel_write(channel, 0, content, length, &failure)));
        OK(swiftssh_channel_send_eof(channel, &failure));
        OK(swiftssh_channel_wait_eof(channel, &failure));
        OK(swiftssh_channel_close(channel, &failure));
        OK(swiftssh_channel_wait_closed(channel, &failure));
        struct stat status;
        REQUIRE(stat(path, &status) == 0);
        CHECK_NUMBER(0604, status.st_mode & 07777);
        CHECK_NUMBER(1500000000, status.st_mtim.tv_sec);
        CHECK_NUMBER(1600000000, status.st_atim.tv_sec);
        CHECK(file_holds(path, content, length));
    }
}

TEST(what_was_announced_is_all_that_can_be_written) {
    BEHAVIOUR("scp.send-only-what-was-announced");
    swiftssh_channel *channel = sending(logged_in(NULL), scratch("file"), 3);
    REQUIRE(channel != NULL);
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_channel_write(channel, 0, "1234", 4, &failure));
    OK(swiftssh_channel_write(channel, 0, "123", 3, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_channel_write(channel, 0, "4", 1, &failure));
    OK(swiftssh_channel_close(channel, &failure));
    CHECK(file_holds(scratch("file"), "123", 3));
}

TEST(a_missing_file_is_told) {
    BEHAVIOUR("scp.missing-file-is-told");
    swiftssh_channel *channel = (swiftssh_channel *)&channel;
    int64_t size = 1;
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_SCP_PROTOCOL,
          swiftssh_session_scp_recv(session, scratch("nope"), &channel, &size, NULL, NULL, NULL, &failure));
    CHECK_CONTAINS("No such file or directory", swiftssh_error_server_text(failure));
    CHECK_TEXT(scratch("nope"), swiftssh_error_path(failure));
    CHECK_TEXT("SCP", swiftssh_error_phase(failure));
    CHECK(channel == NULL && size == 0);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_scp_recv(session, "", &channel, NULL, NULL, NULL, NULL, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_scp_recv(session, "x", NULL, NULL, NULL, NULL, NULL, &failure));
}

TEST(a_target_that_is_refused_is_told) {
    BEHAVIOUR("scp.refused-target-is-told");
    swiftssh_channel *channel = (swiftssh_channel *)&channel;
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_SCP_PROTOCOL,
          swiftssh_session_scp_send(session, scratch("no/such"), 0644, 1, 0, 0, &channel, &failure));
    CHECK(channel == NULL);
    CHECK_CONTAINS("No such file or directory", swiftssh_error_server_text(failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_scp_send(session, "a/..", 0644, 1, 0, 0, &channel, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_scp_send(session, "a", 0644, UINT64_MAX, 0, 0, &channel, &failure));
}

TEST(names_are_taken_literally) {
    BEHAVIOUR("scp.names-are-taken-literally");
    static const char *const names[] = {"a b", "it's", "$HOME", "`id`", "a!b", "-rf", "*", "a\nb\\c", "a;b"};
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    for (size_t index = 0; index < sizeof names / sizeof names[0]; index++) {
        const char *name = names[index];
        int64_t size = 0;
        swiftssh_channel *channel = sending(session, scratch(name), strlen(name));
        REQUIRE(channel != NULL);
        OK(swiftssh_channel_write(channel, 0, name, strlen(name), &failure));
        OK(swiftssh_channel_close(channel, &failure));
        CHECK(file_holds(scratch(name), name, strlen(name)));
        CHECK_TEXT(name, read_all(receiving(session, scratch(name), &size), 0).data);
    }
}

TEST(only_what_was_asked_for_is_accepted) {
    BEHAVIOUR("scp.only-what-was-asked-for");
    static const char *const headers[] = {
        "C0644 5 other\\n", "C0644 5 ../wanted\\n", "C0644 5 /wanted\\n", "C0644 5 ..\\n", "C0644 -5 wanted\\n",
        "C0644 99999999999999999999 wanted\\n", "C0644 5x wanted\\n", "C06x4 5 wanted\\n", "D0777 0 wanted\\n", "E\\n",
        "T1 2 3\\n", "C0644 5 wanted", "C0644 5 wanted\\000\\n", "hello\\n", "\\001", "",
    };
    for (size_t index = 0; index < sizeof headers / sizeof headers[0]; index++) {
        char script[128];
        swiftssh_channel *channel = (swiftssh_channel *)&channel;
        snprintf(script, sizeof script, "printf -- '%s'", headers[index]);
        swiftssh_session *session = attacked(script);
        REQUIRE(session != NULL);
        FAILS(SWIFTSSH_ERROR_SCP_PROTOCOL,
              swiftssh_session_scp_recv(session, "dir/wanted", &channel, NULL, NULL, NULL, NULL, &failure));
        CHECK(channel == NULL);
    }
}

TEST(a_file_that_is_cut_is_an_error) {
    BEHAVIOUR("scp.cut-file-is-an-error");
    static const char *const ends[] = {"head -c 99999 /dev/zero", "head -c 99999 /dev/zero; kill -9 $$",
                                       "head -c 100000 /dev/zero; printf '\\001scp: Input/output error\\n'"};
    for (size_t index = 0; index < sizeof ends / sizeof ends[0]; index++) {
        char script[160];
        int64_t size = 0;
        snprintf(script, sizeof script, "printf 'C0644 100000 wanted\\n'; %s", ends[index]);
        swiftssh_channel *channel = receiving(attacked(script), "wanted", &size);
        REQUIRE(channel != NULL);
        struct bytes bytes = read_all(channel, 0);
        CHECK_NUMBER(100000, size);
        CHECK_NUMBER(99999, bytes.length);
        CHECK_NUMBER(SWIFTSSH_ERROR_SCP_PROTOCOL, bytes.outcome);
    }
}

TEST(a_refusal_after_the_last_byte_is_told) {
    BEHAVIOUR("scp.late-refusal-is-told");
    swiftssh_channel *channel = sending(
        attacked("printf '\\000'; read -r line; printf '\\000'; head -c 3 > /dev/null\n"
                 "printf '\\001scp: disk full\\n'; cat > /dev/null"), "file", 3);
    REQUIRE(channel != NULL);
    OK(swiftssh_channel_write(channel, 0, "123", 3, &failure));
    OK(swiftssh_channel_send_eof(channel, &failure));
    FAILS(SWIFTSSH_ERROR_SCP_PROTOCOL, swiftssh_channel_wait_eof(channel, &failure));
    CHECK_TEXT("scp: disk full", swiftssh_error_server_text(failure));
    OK(swiftssh_channel_close(channel, &failure));
}

TEST(a_poll_loop_receives_and_sends) {
    BEHAVIOUR("scp.non-blocking");
    const size_t length = 3000000;
    char *content = numbered(length), *arrived = numbered(length);
    const char *path = scratch_file("file", content, length, 0600);
    struct server *server = sshd(NULL);
    swiftssh_session *session = session_over(server->socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_session_set_blocking(session, 0, NULL);
    swiftssh_channel *channel = NULL;
    int64_t size = 0, outcome, count = 0;
    DRIVE(session, server->socket, outcome,
          swiftssh_session_scp_recv(session, path, &channel, &size, NULL, NULL, NULL, &failure));
    kept(channel);
    CHECK_NUMBER(0, outcome);
    memset(arrived, 0, length);
    while (count < size) {
        DRIVE(session, server->socket, outcome,
              swiftssh_channel_read(channel, 0, arrived + count, (size_t)(size - count), &failure));
        REQUIRE(outcome > 0);
        count += outcome;
    }
    CHECK(memcmp(content, arrived, length) == 0);
    DRIVE(session, server->socket, outcome,
          swiftssh_session_scp_send(session, scratch("copy"), 0644, length, 1, 1, &channel, &failure));
    REQUIRE(outcome == 0);
    kept(channel);
    for (size_t written = 0; written < length; written += (size_t)outcome) {
        DRIVE(session, server->socket, outcome,
              swiftssh_channel_write(channel, 0, content + written, length - written, &failure));
        REQUIRE(outcome > 0);
    }
    DRIVE(session, server->socket, outcome, swiftssh_channel_close(channel, &failure));
    CHECK_NUMBER(0, outcome);
    CHECK(file_holds(scratch("copy"), content, length));
}

TEST(a_deadline_that_passes_leaves_nothing_behind) {
    BEHAVIOUR("scp.gives-up-cleanly");
    swiftssh_channel *channel = NULL;
    swiftssh_session *session = attacked("cat > /dev/null");
    REQUIRE(session != NULL);
    for (int round = 0; round < 20; round++) {
        swiftssh_session_set_timeout(session, 20, NULL);
        FAILS(SWIFTSSH_ERROR_TIMEOUT,
              swiftssh_session_scp_recv(session, "a", &channel, NULL, NULL, NULL, NULL, &failure));
        CHECK(channel == NULL);
        swiftssh_session_set_timeout(session, 60000, NULL);
        OK(swiftssh_session_ping(session, &failure));
    }
}

TEST(a_copy_needs_a_login) {
    BEHAVIOUR("scp.needs-login");
    swiftssh_channel *channel = NULL;
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_scp_recv(session, "a", &channel, NULL, NULL, NULL, NULL, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_scp_send(session, "a", 0, 0, 0, 0, &channel, &failure));
}
