#include "fixture.h"

#include "check.h"
#include "scope.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

static void close_kept(void *pointer) {
    int *descriptor = pointer;
    if (*descriptor >= 0) close(*descriptor);
    free(descriptor);
}

static int keep(int descriptor) {
    int *kept = malloc(sizeof *kept);
    if (kept == NULL) abort();
    *kept = descriptor;
    scope_defer(close_kept, kept);
    return descriptor;
}

static struct sockaddr_in loopback(uint16_t port) {
    struct sockaddr_in address;
    memset(&address, 0, sizeof address);
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int connected(uint16_t port) {
    struct sockaddr_in address = loopback(port);
    int descriptor = keep(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!CHECK_NUMBER(0, connect(descriptor, (struct sockaddr *)&address, sizeof address))) return -1;
    return descriptor;
}

uint16_t closed_port(void) {
    struct sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    int descriptor = keep(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    /* Bound and not listening: nobody else can be given the port. */
    CHECK_NUMBER(0, bind(descriptor, (struct sockaddr *)&address, sizeof address));
    CHECK_NUMBER(0, getsockname(descriptor, (struct sockaddr *)&address, &length));
    return ntohs(address.sin_port);
}

static void close_pair(void *pointer) {
    int *ends = pointer;
    if (ends[0] >= 0) close(ends[0]);
    if (ends[1] >= 0) close(ends[1]);
    free(ends);
}

int *socket_pair(void) {
    int *ends = malloc(2 * sizeof *ends);
    if (ends == NULL) abort();
    ends[0] = ends[1] = -1;
    CHECK_NUMBER(0, socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends));
    scope_defer(close_pair, ends);
    return ends;
}

static void restore_limit(void *pointer) {
    setrlimit(RLIMIT_NOFILE, pointer);
    free(pointer);
}

void few_descriptors(int count) {
    struct rlimit *before = malloc(sizeof *before);
    struct rlimit limit;
    if (before == NULL) abort();
    CHECK_NUMBER(0, getrlimit(RLIMIT_NOFILE, before));
    limit = *before;
    /* The first that is free: there is no other below it. */
    int next = dup(0);
    close(next);
    limit.rlim_cur = (rlim_t)(next + count);
    CHECK_NUMBER(0, setrlimit(RLIMIT_NOFILE, &limit));
    scope_defer(restore_limit, before);
}
