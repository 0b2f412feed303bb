/* Generated from Sources/SwiftSSHABI by scripts/generate.
   Do not edit: change the Swift sources and run scripts/generate. */

/**
 * @file swiftssh.h
 * SwiftSSH, an SSH client library: the C interface.
 *
 * What is said here holds for every function, unless its own comment says otherwise.
 *
 * Where to begin. A swiftssh_client is a connection to a host for programs that want to use it: swiftssh_client_connect() checks the
 * host's key against known_hosts and logs in; swiftssh_client_run() runs a command. A swiftssh_session lets its caller decide each
 * step: swiftssh_session_new(), swiftssh_session_connect(), a look at the host's key, and one of swiftssh_session_userauth_...().
 * It hands out channels, which run commands and carry connections (swiftssh_session_open_session(), swiftssh_channel_...),
 * listeners, the server's files (swiftssh_session_sftp_init(), swiftssh_sftp_...), copies by SCP, and the keys that a server
 * accepts (swiftssh_publickey_...). A client's session is swiftssh_client_session(). The sections below are in the order of their names.
 *
 * Names. A function is named after its object and its method: swiftssh_channel_read() reads from a
 * swiftssh_channel. Its parameters stand in this order: the object, the inputs, the outputs (`out_...`, or
 * `buffer` and its capacity), and the error.
 *
 * Threads. Every function may be called from any thread. Calls on one session that cannot run side by side
 * wait for each other. A call that waits is ended at once by closing its session or client from another thread.
 *
 * Handles. An object is known by a handle, a pointer to an incomplete type. It is not an address and must not be
 * dereferenced: a handle that has been freed, belongs to another type, or was made up is recognised, and the
 * call fails with SWIFTSSH_ERROR_INVALID_HANDLE. It does nothing else.
 *
 * Ownership. What comes out of an `out_...` parameter or of `error` belongs to the caller, who frees it with the
 * function of its type that ends in `_free`. Such a function takes NULL and any handle, and never waits for the
 * network. Objects may be freed in any order. Text that is returned as `const char *` belongs to the object, and is
 * valid until the object is freed (for ever where there is no object); it is never NULL, but "" where there is
 * nothing to say. Memory that is passed in is read or written during the call only.
 *
 * Errors. A function that can fail returns a swiftssh_status, or an int64_t where a length or a count comes back.
 * 0 and more is success, a negative number says what went wrong (`SWIFTSSH_ERROR_...`). Its last parameter,
 * `error`, may be NULL. Otherwise `*error` is set to NULL on success, and on failure to an object that says
 * more: free it with swiftssh_error_free(). Outputs are written on success, and are 0 or NULL after a failure.
 * A question that is answered by yes or no returns 1 or 0, or a negative status.
 *
 * Text and bytes. Text goes in as UTF-8 that ends in NUL, bytes go in as a pointer and a length. NULL where
 * text or bytes are required fails with SWIFTSSH_ERROR_INVAL.
 *
 * Buffers. A value is copied to `buffer`, which has room for `capacity` bytes; the function returns the length of
 * the whole value. A value that does not fit is not copied at all, so a call with NULL and 0 asks for the length.
 * The NUL after a text does not count, and is written where there is room for it.
 *
 * Fields. What has many numbers, such as a file's attributes or the options of a copy, is an object whose numbers are
 * read and set one by one, by a function or a number each; more may come with a later version.
 *
 * Waiting. Each function says whether and how long it blocks. A timeout is in milliseconds and is the time of the whole call, however many
 * packets it takes. In non-blocking mode (swiftssh_session_set_blocking()) a call that would wait returns SWIFTSSH_ERROR_EAGAIN,
 * and goes on when it is made again with the same arguments.
 *
 * Engines. The packets of a session are libssh2's or those of the library's own engine, as swiftssh_session_new_with_engine() or
 * the environment variable SWIFTSSH_ENGINE says. What stands here holds for both. What an engine cannot do fails with
 * SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED; swiftssh_session_capabilities() tells before.
 *
 * Callbacks. A callback comes with `user_data`, which is handed back to it, and a finalizer, which is called
 * exactly once when `user_data` is not needed any more, also when the call fails. Each callback says on which thread
 * it runs. Calls on the same session from within it fail with SWIFTSSH_ERROR_REENTERED, unless it says otherwise.
 */

#ifndef SWIFTSSH_H
#define SWIFTSSH_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* -------------------------------------------------------------------------------------------------
 * The version of this header
 */

/** The first number of the version. */
#define SWIFTSSH_VERSION_MAJOR 1

/** The second number of the version. */
#define SWIFTSSH_VERSION_MINOR 2

/** The third number of the version. */
#define SWIFTSSH_VERSION_PATCH 3

/** The three numbers in one, which can be compared: `major << 16 | minor << 8 | patch`. */
#define SWIFTSSH_VERSION_NUMBER UINT32_C(66051)

/** The whole version as text. */
#define SWIFTSSH_VERSION_STRING "1.2.3"

/** The number of the interface: a library with another one cannot be used. */
#define SWIFTSSH_ABI_VERSION UINT32_C(1)

#ifdef __cplusplus
}
#endif

#endif
