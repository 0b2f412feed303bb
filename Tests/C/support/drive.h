/* What a program with a poll loop of its own does with a session in non-blocking mode. */

#ifndef SWIFTSSH_TEST_DRIVE_H
#define SWIFTSSH_TEST_DRIVE_H

#include <swiftssh.h>

/* Waits until a session's socket is ready for what the session waits for. Returns 0, or -1 when nothing came in a minute. */
int wait_for(swiftssh_session *session, int socket);

/* Makes a call, whose last argument is &failure, again and again until it does not return EAGAIN. */
#define DRIVE(session, socket, outcome, call)                                                                          \
    do {                                                                                                               \
        forget_failure();                                                                                              \
        (outcome) = (call);                                                                                            \
    } while ((outcome) == SWIFTSSH_ERROR_EAGAIN && wait_for(session, socket) == 0)

#endif
