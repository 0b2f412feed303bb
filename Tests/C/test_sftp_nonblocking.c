/* SFTP in a poll loop of the caller's. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "drive.h"
#include "files.h"
#include "fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const size_t length = 6000000;

/* A session in non-blocking mode with SFTP on it. */
static swiftssh_sftp *driven(struct server **server, swiftssh_session **session) {
    int64_t outcome;
    swiftssh_sftp *sftp = NULL;
    *server = sshd(NULL);
    *session = session_over((*server)->socket);
    if (*session == NULL || log_in(*session) != 0) return NULL;
    swiftssh_session_set_blocking(*session, 0, NULL);
    DRIVE(*session, (*server)->socket, outcome, swiftssh_session_sftp_init(*session, &sftp, &failure));
    CHECK_NUMBER(0, outcome);
    return sftp;
}

TEST(a_poll_loop_reads_and_writes) {
    BEHAVIOUR("sftp.non-blocking");
    int64_t outcome;
    struct server *server;
    swiftssh_session *session;
    swiftssh_sftp_handle *handle = NULL;
    char *content = numbered(length), *arrived = numbered(length);
    const char *path = scratch("file");
    swiftssh_sftp *sftp = driven(&server, &session);
    REQUIRE(sftp != NULL);
    DRIVE(session, server->socket, outcome, swiftssh_sftp_open(
        sftp, path, SWIFTSSH_FXF_WRITE | SWIFTSSH_FXF_CREAT, 0600, &handle, &failure));
    REQUIRE(outcome == 0);
    for (size_t done = 0; done < length; done += (size_t)outcome) {
        DRIVE(session, server->socket, outcome,
              swiftssh_sftp_handle_write(handle, content + done, length - done, &failure));
        REQUIRE(outcome > 0);
    }
    DRIVE(session, server->socket, outcome, swiftssh_sftp_handle_fsync(handle, &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, server->socket, outcome, swiftssh_sftp_handle_close(handle, &failure));
    CHECK_NUMBER(0, outcome);
    CHECK_NUMBER(1, swiftssh_sftp_handle_is_closed(handle));
    swiftssh_sftp_handle_free(handle);
    CHECK(file_holds(path, content, length));

    DRIVE(session, server->socket, outcome, swiftssh_sftp_open(sftp, path, SWIFTSSH_FXF_READ, 0, &handle, &failure));
    REQUIRE(outcome == 0);
    memset(arrived, 0, length);
    size_t count = 0;
    do {
        DRIVE(session, server->socket, outcome,
              swiftssh_sftp_handle_read(handle, arrived + count, length + 1 - count, &failure));
        count += outcome > 0 ? (size_t)outcome : 0;
    } while (outcome > 0);
    CHECK_NUMBER(0, outcome);
    CHECK(count == length && memcmp(content, arrived, length) == 0);
    swiftssh_sftp_handle_free(handle);
    swiftssh_sftp_free(sftp);
}

TEST(a_poll_loop_asks_everything) {
    BEHAVIOUR("sftp.non-blocking");
    int64_t outcome, names = 0;
    char text[512];
    struct server *server;
    swiftssh_session *session;
    swiftssh_sftp_handle *handle = NULL;
    swiftssh_sftp_filesystem *filesystem = NULL;
    swiftssh_sftp_attributes *known = attributes();
    const char *path = scratch_file("file", "x", 1, 0600);
    swiftssh_sftp *sftp = driven(&server, &session);
    REQUIRE(sftp != NULL);
    DRIVE(session, server->socket, outcome, swiftssh_sftp_stat(sftp, path, known, &failure));
    CHECK_NUMBER(0, outcome);
    CHECK_NUMBER(1, swiftssh_sftp_attributes_size(known));
    DRIVE(session, server->socket, outcome, swiftssh_sftp_stat(sftp, scratch("nope"), known, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_SFTP_PROTOCOL, outcome);
    DRIVE(session, server->socket, outcome, swiftssh_sftp_realpath(sftp, path, text, sizeof text, &failure));
    CHECK_NUMBER(strlen(path), outcome);
    DRIVE(session, server->socket, outcome, swiftssh_sftp_statvfs(sftp, path, &filesystem, &failure));
    CHECK_NUMBER(0, outcome);
    swiftssh_sftp_filesystem_free(filesystem);
    DRIVE(session, server->socket, outcome, swiftssh_sftp_rename(sftp, path, scratch("other"), 0, &failure));
    CHECK_NUMBER(0, outcome);
    DRIVE(session, server->socket, outcome, swiftssh_sftp_opendir(sftp, scratch(""), &handle, &failure));
    REQUIRE(outcome == 0);
    do {
        DRIVE(session, server->socket, outcome,
              swiftssh_sftp_handle_readdir(handle, known, text, sizeof text, NULL, 0, NULL, &failure));
        names += outcome > 0;
    } while (outcome > 0);
    CHECK_NUMBER(0, outcome);
    CHECK_NUMBER(3, names);
    swiftssh_sftp_handle_free(handle);
    DRIVE(session, server->socket, outcome, swiftssh_sftp_shutdown(sftp, &failure));
    CHECK_NUMBER(0, outcome);
    swiftssh_sftp_free(sftp);
}

TEST(a_call_that_would_wait_says_so) {
    BEHAVIOUR("sftp.eagain");
    char *command = NULL;
    swiftssh_sftp_attributes *known = attributes();
    /* The first answer comes when somebody has opened and closed the pipe. */
    const char *gate = scratch("gate");
    REQUIRE(mkfifo(gate, 0600) == 0 && asprintf(&command, "%s late --on stat --gate %s", fact("SFTP_SERVER_SCRIPTED"), gate) > 0);
    struct server *server = sshd("--sftp", command, NULL);
    free(command);
    swiftssh_session *session = session_over(server->socket);
    REQUIRE(session != NULL && log_in(session) == 0);
    swiftssh_sftp *sftp = sftp_on(session);
    REQUIRE(sftp != NULL);
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    FAILS(SWIFTSSH_ERROR_EAGAIN, swiftssh_sftp_stat(sftp, "/", known, &failure));
    CHECK(swiftssh_session_block_directions(session) != 0);
    CHECK_NUMBER(0, swiftssh_sftp_attributes_flags(known));
    CHECK_NUMBER(0, swiftssh_session_last_errno(session));
    /* Another question meanwhile, and the first one again: each has its own answer. */
    int64_t outcome;
    DRIVE(session, server->socket, outcome, swiftssh_sftp_stat(sftp, "/dev/null", known, &failure));
    CHECK_NUMBER(SWIFTSSH_SFTP_S_IFCHR, swiftssh_sftp_attributes_permissions(known) & SWIFTSSH_SFTP_S_IFMT);
    int file = open(gate, O_WRONLY);
    REQUIRE(file >= 0);
    close(file);
    DRIVE(session, server->socket, outcome, swiftssh_sftp_stat(sftp, "/", known, &failure));
    CHECK_NUMBER(SWIFTSSH_SFTP_S_IFDIR, swiftssh_sftp_attributes_permissions(known) & SWIFTSSH_SFTP_S_IFMT);
    swiftssh_sftp_free(sftp);
}
