#ifndef SWIFTSSH_CLINUX_SHIM_H
#define SWIFTSSH_CLINUX_SHIM_H

#include <sys/epoll.h>
#include <sys/timerfd.h>

/* An extension of GNU's, which its header, that belongs to Swift's module, declares only for who asks for them. */
#ifndef __USE_GNU
struct sockaddr;
int accept4(int descriptor, struct sockaddr *address, unsigned int *length, int flags);
#endif

#endif
