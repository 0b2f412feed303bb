/* Sessions and channels for the tests. What is made here is freed when the test case ends, unless it was freed before. */

#ifndef SWIFTSSH_TEST_CLIENT_H
#define SWIFTSSH_TEST_CLIENT_H

#include <swiftssh.h>

/* A session that is not connected, whose calls end after a minute. */
swiftssh_session *new_session(void);

/* A session that has exchanged keys over a socket; NULL when that failed. */
swiftssh_session *session_over(int socket);

/* A session with an sshd of its own, which is given further arguments up to NULL, that has logged in by key. */
swiftssh_session *logged_in(const char *first, ...);

/* Logs in by the fixture's key. Returns 0, or a negative number when that failed. */
int64_t log_in(swiftssh_session *session);

/* A channel; NULL when there is none. */
swiftssh_channel *opened(swiftssh_session *session);

/* A channel that runs a command; NULL when there is none. */
swiftssh_channel *started(swiftssh_session *session, const char *command);

/* What was read of a stream. */
struct bytes {
    char *data;         /* with a NUL after it; freed when the test case ends */
    size_t length;
    int64_t outcome;    /* 0 at the end of the stream, or the status that the last read failed with */
};

/* Reads a stream to its end or to an error. */
struct bytes read_all(swiftssh_channel *channel, uint32_t stream_id);

/* Runs a command on a session, checks that it exits with 0, and returns its output. */
const char *output_of(swiftssh_session *session, const char *command);

/* Checks how a channel's process ended: one of SWIFTSSH_EXIT_*, and its status. */
void check_exit(swiftssh_channel *channel, int32_t kind, int32_t status);

/* Milliseconds of a clock that only goes on. */
int64_t milliseconds(void);

#endif
