#ifndef SWIFTSSH_CLINUX_SHIM_H
#define SWIFTSSH_CLINUX_SHIM_H

#include <sys/epoll.h>
#include <sys/timerfd.h>

/* What Swift takes for a variable that threads share, which it is: for who only hands it on to a new process. */
static inline char **swiftssh_environment(void) {
    extern char **environ;
    return environ;
}

/* Extensions of GNU's, which its headers, that belong to Swift's module, declare only for who asks for them. */
#ifndef __USE_GNU
struct sockaddr;
int accept4(int descriptor, struct sockaddr *address, unsigned int *length, int flags);
int pipe2(int ends[2], int flags);
#endif

#endif
