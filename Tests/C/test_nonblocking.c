/* Non-blocking mode, driven by the caller's own poll loop. */

#include "check.h"
#include "client.h"
#include "fixture.h"
#include "drive.h"

#include <stdlib.h>
#include <string.h>

TEST(a_handshake_is_driven_by_its_caller) {
    BEHAVIOUR("session.handshake-non-blocking");
    int64_t outcome;
    struct server *server = sshd(NULL);
    swiftssh_session *session = new_session();
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    server_hold(server);
    FAILS(SWIFTSSH_ERROR_EAGAIN, swiftssh_session_handshake(session, server->socket, &failure));
    CHECK(swiftssh_session_block_directions(session) & SWIFTSSH_BLOCK_INBOUND);
    server_go_on(server);
    DRIVE(session, server->socket, outcome, swiftssh_session_handshake(session, server->socket, &failure));
    CHECK_NUMBER(0, outcome);
    CHECK_NUMBER(0, swiftssh_session_last_errno(session));
}

TEST(everything_is_driven_by_its_caller) {
    BEHAVIOUR("session.non-blocking-to-the-end");
    enum { LENGTH = 1 << 20 };
    static char sent[LENGTH], received[LENGTH];
    int64_t outcome;
    int32_t kind = 0, status = -1;
    swiftssh_channel *channel = NULL;
    size_t written = 0, read = 0;
    int socket = sshd(NULL)->socket;
    swiftssh_session *session = new_session();
    memset(sent, 'a', sizeof sent);

    OK(swiftssh_session_set_blocking(session, 0, &failure));
    DRIVE(session, socket, outcome, swiftssh_session_handshake(session, socket, &failure));
    REQUIRE(outcome == 0);
    char names[64];
    DRIVE(session, socket, outcome,
          swiftssh_session_userauth_list(session, fact("USER"), names, sizeof names, &failure));
    CHECK(outcome > 0);
    DRIVE(session, socket, outcome, swiftssh_session_userauth_publickey_fromfile(
        session, fact("USER"), NULL, key_path("client_rsa"), NULL, 0, &failure));
    REQUIRE(outcome == 0);
    DRIVE(session, socket, outcome, swiftssh_session_ping(session, &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, socket, outcome, swiftssh_session_open_session(session, &channel, &failure));
    REQUIRE(outcome == 0);
    DRIVE(session, socket, outcome, swiftssh_channel_exec(channel, "cat; exit 4", &failure));
    REQUIRE(outcome == 0);
    while (read < LENGTH) {
        int64_t put = 0, got;
        if (written < LENGTH) {
            put = swiftssh_channel_write(channel, 0, sent + written, LENGTH - written, NULL);
            if (put > 0) written += (size_t)put;
            if (!CHECK(put > 0 || put == SWIFTSSH_ERROR_EAGAIN)) break;
        }
        got = swiftssh_channel_read(channel, 0, received + read, LENGTH - read, NULL);
        if (got > 0) read += (size_t)got;
        if (!CHECK(got > 0 || got == SWIFTSSH_ERROR_EAGAIN)) break;
        if (put <= 0 && got <= 0 && wait_for(session, socket) != 0) break;
    }
    CHECK_NUMBER(LENGTH, read);
    CHECK(memcmp(sent, received, LENGTH) == 0);
    DRIVE(session, socket, outcome, swiftssh_channel_send_eof(channel, &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, socket, outcome, swiftssh_channel_read(channel, 0, received, 1, &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, socket, outcome, swiftssh_channel_wait_eof(channel, &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, socket, outcome, swiftssh_channel_close(channel, &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, socket, outcome, swiftssh_channel_wait_closed(channel, &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, socket, outcome, swiftssh_channel_wait_exit(channel, &kind, &status, &failure));
    CHECK_NUMBER(SWIFTSSH_EXIT_EXITED, kind);
    CHECK_NUMBER(4, status);
    swiftssh_channel_free(channel);
    DRIVE(session, socket, outcome, swiftssh_session_disconnect(session, 11, "done", NULL, &failure));
    CHECK_NUMBER(0, outcome);
    CHECK_NUMBER(0, swiftssh_session_last_errno(session));
}

TEST(what_would_wait_says_so) {
    BEHAVIOUR("channel.eagain");
    char buffer[16];
    int32_t kind = -1;
    swiftssh_channel *other = NULL;
    swiftssh_session *session = logged_in(NULL);
    swiftssh_channel *channel = started(session, "cat");
    REQUIRE(channel != NULL);
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    FAILS(SWIFTSSH_ERROR_EAGAIN, swiftssh_channel_read(channel, 0, buffer, sizeof buffer, &failure));
    CHECK_NUMBER(SWIFTSSH_BLOCK_INBOUND, swiftssh_session_block_directions(session));
    FAILS(SWIFTSSH_ERROR_EAGAIN, swiftssh_channel_read(channel, 1, buffer, sizeof buffer, &failure));
    FAILS(SWIFTSSH_ERROR_EAGAIN, swiftssh_channel_wait_exit(channel, &kind, NULL, &failure));
    CHECK_NUMBER(0, kind);
    /* The answer is there already on a machine that is slow enough. */
    swiftssh_status opening = swiftssh_session_open_session(session, &other, NULL);
    CHECK(opening == SWIFTSSH_ERROR_EAGAIN ? other == NULL : opening == 0);
    CHECK_NUMBER(0, swiftssh_session_last_errno(session));
    /* An opening that was begun and not called again leaves the session as it was. */
    OK(swiftssh_session_set_blocking(session, 1, &failure));
    OK(swiftssh_channel_write(channel, 0, "x", 1, &failure));
    CHECK_NUMBER(1, OK(swiftssh_channel_read(channel, 0, buffer, sizeof buffer, &failure)));
    CHECK_TEXT("then\n", output_of(session, "echo then"));
    swiftssh_channel_free(other);
}

TEST(writes_take_what_fits) {
    BEHAVIOUR("channel.eagain");
    enum { LENGTH = 16 << 20 };
    char *data = calloc(1, LENGTH);
    size_t taken = 0;
    int64_t count;
    swiftssh_session *session = logged_in(NULL);
    /* Reads nothing, so that the server's window fills up. */
    swiftssh_channel *silent = started(session, "exec sleep 1000");
    if (data == NULL || silent == NULL) {
        free(data);
        return;
    }
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    do {
        count = swiftssh_channel_write(silent, 0, data, LENGTH, NULL);
        if (count > 0) taken += (size_t)count;
    } while (count > 0 && taken < LENGTH);
    CHECK_NUMBER(SWIFTSSH_ERROR_EAGAIN, count);
    CHECK(taken > 0 && taken < LENGTH);
    free(data);
}
