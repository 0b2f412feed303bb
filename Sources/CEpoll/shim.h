#ifndef SWIFTSSH_CEPOLL_SHIM_H
#define SWIFTSSH_CEPOLL_SHIM_H

#include <sys/epoll.h>

#endif
