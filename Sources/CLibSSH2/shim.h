/* libssh2 for Swift: the header, and what Swift cannot say of it. */
#ifndef SWIFTSSH_CLIBSSH2_SHIM_H
#define SWIFTSSH_CLIBSSH2_SHIM_H

#include <libssh2.h>
#include <malloc.h> /* malloc_usable_size, for the allocator under libssh2 */

/* libssh2_session_callback_set takes every kind of callback as void *, a conversion that only C may make. */
static inline void swiftssh_libssh2_set_callbacks(
    LIBSSH2_SESSION *session,
    ssize_t (*send)(libssh2_socket_t, const void *, size_t, int, void **),
    ssize_t (*receive)(libssh2_socket_t, void *, size_t, int, void **),
    void (*disconnect)(LIBSSH2_SESSION *, int, const char *, int, const char *, int, void **))
{
    libssh2_session_callback_set(session, LIBSSH2_CALLBACK_SEND, (void *)send);
    libssh2_session_callback_set(session, LIBSSH2_CALLBACK_RECV, (void *)receive);
    libssh2_session_callback_set(session, LIBSSH2_CALLBACK_DISCONNECT, (void *)disconnect);
}

/* The connections that a server hands over; NULL ends that, and has libssh2 refuse them. */
static inline void swiftssh_libssh2_set_x11_callback(
    LIBSSH2_SESSION *session, void (*opened)(LIBSSH2_SESSION *, LIBSSH2_CHANNEL *, const char *, int, void **))
{
    libssh2_session_callback_set(session, LIBSSH2_CALLBACK_X11, (void *)opened);
}

static inline void swiftssh_libssh2_set_agent_callback(
    LIBSSH2_SESSION *session, void (*opened)(LIBSSH2_SESSION *, LIBSSH2_CHANNEL *, void **))
{
    /* LIBSSH2_CALLBACK_AUTHAGENT, since 1.11.0; not in every header that this is built with. */
    libssh2_session_callback_set(session, 7, (void *)opened);
}

/* dladdr(3), which <dlfcn.h> keeps from Swift: what is known of the file that an address has been loaded from. */
struct swiftssh_loaded {
    const char *path;
    void *base;
    const char *symbol;
    void *symbol_address;
};
int swiftssh_dladdr(const void *address, struct swiftssh_loaded *loaded) __asm__("dladdr");

#endif
