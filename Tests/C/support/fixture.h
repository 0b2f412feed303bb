/* The servers of Tests/Fixture. What is started here ends with the test case. */

#ifndef SWIFTSSH_TEST_FIXTURE_H
#define SWIFTSSH_TEST_FIXTURE_H

#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

/* A fact of the fixture, for example "USER"; "" where there is none. The fixture's directory is in $SWIFTSSH_FIXTURE. */
const char *fact(const char *name);

/* The path of a key file, for example "client_rsa.pem"; valid until the test case ends. */
const char *key_path(const char *name);

/* The whole of a small file, with a NUL after it, valid until the test case ends; NULL when it cannot be read. */
char *file_content(const char *path, size_t *out_length);

/* A program that serves one connection on its standard input and output. */
struct server {
    pid_t process;
    int socket;     /* the client's end */
};

/* Starts an sshd with further arguments, the last one NULL. */
struct server *sshd(const char *first, ...);

/* Starts a program as sshd is started; its arguments end with NULL. */
struct server *serve_once(const char *const *arguments);

/* Ends a server before its test case does. */
void server_end(struct server *server);

/* Stops a server whose user has not logged in yet, so that it answers nothing; returns once it has stopped. */
void server_hold(struct server *server);

/* Has a server that is held go on. */
void server_go_on(struct server *server);

/* A program that listens on a port of the loopback interface, and prints what happens. */
struct peer {
    pid_t process;
    int input;
    FILE *output;
    uint16_t port;
};

/* Starts one, whose arguments end with NULL, and waits for its port, which is 0 when there is none. */
struct peer *peer_start(const char *program, ...) __attribute__((sentinel));

/* Whether a peer has said a line of a word, or says it within so many milliseconds. What it says before is passed over. */
int peer_has_said(struct peer *peer, const char *word, int timeout);

/* A socket of the caller's that is connected to a port of the loopback interface; -1 when that failed. */
int connected(uint16_t port);

/* A port of the loopback interface that nobody listens on, until the test case ends. */
uint16_t closed_port(void);

/* A socket pair; both ends are closed when the test case ends, unless they are -1 by then. */
int *socket_pair(void);

/* Lets the process open so many more descriptors, until the test case ends. */
void few_descriptors(int count);

#endif
