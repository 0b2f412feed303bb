/* Authentication agents, which end with the test case. */

#ifndef SWIFTSSH_TEST_AGENTS_H
#define SWIFTSSH_TEST_AGENTS_H

/* A path for a socket, in a directory that goes with the test case. */
const char *new_socket_path(void);

/* Starts ssh-agent with keys of the fixture, the last one NULL; gives the path of its socket. */
const char *ssh_agent(const char *const *keys);

#endif
