/* Connections that are cut or damaged while files are read and written. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "files.h"
#include "fixture.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { WHOLE = 6000000 };

/* What a test has between its session and its server. */
static struct peer *peer;

static swiftssh_session *session;

/* An SFTP session over a proxy with a fault after so many bytes of one direction; upstream is what the client sends. */
static swiftssh_sftp *faulty(const char *fault, int bytes, int is_upstream) {
    char count[16];
    snprintf(count, sizeof count, "%d", bytes);
    peer = is_upstream
        ? peer_start(fact("SCRIPTED_PEER"), fault, count, "--upstream", "--", fact("SSHD_INETD"), NULL)
        : peer_start(fact("SCRIPTED_PEER"), fault, count, "--", fact("SSHD_INETD"), NULL);
    session = session_over(connected(peer->port));
    if (session == NULL || log_in(session) != 0) return NULL;
    return sftp_on(session);
}

/* Reads a file over a connection with a fault. */
static void check_download(const char *fault, int bytes) {
    char byte;
    char *content = numbered(WHOLE);
    const char *path = scratch_file("file", content, WHOLE, 0600);
    swiftssh_sftp_handle *handle = file_on(faulty(fault, bytes, 0), path, SWIFTSSH_FXF_READ);
    REQUIRE(handle != NULL);
    int may_stall = strcmp(fault, "stall") == 0;
    if (may_stall) OK(swiftssh_session_set_timeout(session, 500, &failure));
    size_t length = 0;
    for (int is_slow = 1; is_slow;) {
        /* Before the peer has stalled, the server may only be slow, and goes on. */
        is_slow = may_stall && !peer_has_said(peer, "STALLED", 0);
        struct bytes arrived = read_file(handle, 100000);
        CHECK(arrived.outcome < 0);
        REQUIRE(length + arrived.length < WHOLE);
        CHECK(memcmp(content + length, arrived.data, arrived.length) == 0);
        length += arrived.length;
        CHECK_NUMBER(length, swiftssh_sftp_handle_tell(handle));
        is_slow = is_slow && arrived.outcome == SWIFTSSH_ERROR_TIMEOUT;
    }
    CHECK(swiftssh_sftp_handle_read(handle, &byte, 1, NULL) < 0);
    CHECK(swiftssh_sftp_handle_fstat(handle, attributes(), NULL) < 0);
    swiftssh_sftp_handle_close(handle, NULL);
}

/* Writes a file over a connection with a fault. */
static void check_upload(const char *fault, int bytes) {
    char *content = numbered(WHOLE);
    const char *path = scratch("file");
    swiftssh_sftp_handle *handle =
        file_on(faulty(fault, bytes, 1), path, SWIFTSSH_FXF_WRITE | SWIFTSSH_FXF_CREAT | SWIFTSSH_FXF_TRUNC);
    REQUIRE(handle != NULL);
    /* Much longer than a server takes to go on that is only slow. */
    if (strcmp(fault, "stall") == 0) OK(swiftssh_session_set_timeout(session, 5000, &failure));
    int64_t outcome = 0;
    for (size_t done = 0; done < WHOLE && outcome >= 0; done += 100000) {
        outcome = swiftssh_sftp_handle_write(handle, content + done, 100000, NULL);
    }
    if (outcome >= 0) outcome = swiftssh_sftp_handle_close(handle, NULL);
    CHECK(outcome < 0);
    if (strcmp(fault, "stall") == 0) OK(swiftssh_session_set_timeout(session, 500, &failure));
    CHECK(swiftssh_sftp_handle_write(handle, "x", 1, NULL) < 0);
    /* What the server has is the beginning of it. */
    size_t length = 0;
    char *kept = file_content(path, &length);
    REQUIRE(kept != NULL);
    CHECK(length < WHOLE && memcmp(content, kept, length) == 0);
}

TEST(a_download_that_is_cut_is_an_error) {
    BEHAVIOUR("sftp.cut-download-is-an-error");
    static const int places[] = {40000, 700001, 3000000, 5900000};
    for (size_t index = 0; index < sizeof places / sizeof places[0]; index++) check_download("cut-fin", places[index]);
}

TEST(a_download_that_is_reset_is_an_error) {
    BEHAVIOUR("sftp.cut-download-is-an-error");
    check_download("cut-reset", 2000000);
}

TEST(a_download_that_stalls_is_an_error) {
    BEHAVIOUR("sftp.cut-download-is-an-error");
    BEHAVIOUR("sftp.stalled-transfers");
    check_download("stall", 2000000);
}

TEST(a_download_with_a_flipped_bit_is_an_error) {
    BEHAVIOUR("sftp.cut-download-is-an-error");
    BEHAVIOUR("sftp.damaged-download");
    check_download("flip", 2000000);
}

TEST(an_upload_that_is_cut_is_an_error) {
    BEHAVIOUR("sftp.cut-upload-is-an-error");
    static const int places[] = {40000, 700001, 3000000, 5900000};
    for (size_t index = 0; index < sizeof places / sizeof places[0]; index++) check_upload("cut-fin", places[index]);
}

TEST(an_upload_that_is_reset_is_an_error) {
    BEHAVIOUR("sftp.cut-upload-is-an-error");
    check_upload("cut-reset", 2000000);
}

TEST(an_upload_that_stalls_is_an_error) {
    BEHAVIOUR("sftp.cut-upload-is-an-error");
    BEHAVIOUR("sftp.stalled-transfers");
    check_upload("stall", 2000000);
}

TEST(an_upload_with_a_flipped_bit_is_an_error) {
    BEHAVIOUR("sftp.cut-upload-is-an-error");
    BEHAVIOUR("sftp.damaged-upload");
    check_upload("flip", 2000000);
}
