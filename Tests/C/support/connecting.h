/* Clients that check host keys and log in by themselves. What is made here is freed when the test case ends. */

#ifndef SWIFTSSH_TEST_CONNECTING_H
#define SWIFTSSH_TEST_CONNECTING_H

#include <swiftssh.h>

/* The port of an sshd of the test case's own, which is given further arguments up to NULL; 0 when there is none. */
uint16_t sshd_port(const char *first, ...);

/* A client that is not connected, of the fixture's user, with no agent and no key files; freed when the test case ends. */
swiftssh_client *new_client(uint16_t port);

/* The same, that knows the server and has the user's key. */
swiftssh_client *ready_client(uint16_t port);

/* A client that has logged in to an sshd of the test case's own. */
swiftssh_client *connected_client(void);

/* Milliseconds that are far more than anything takes. */
#define PATIENCE 60000

#endif
