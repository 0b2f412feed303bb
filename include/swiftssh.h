/* Generated from Sources/SwiftSSHABI by scripts/generate.
   Do not edit: change the Swift sources and run scripts/generate. */

/**
 * @file swiftssh.h
 * SwiftSSH, an SSH client library: the C interface.
 *
 * What is said here holds for every function, unless its own comment says otherwise.
 *
 * Names. A function is named after its object and its method: swiftssh_channel_read() reads from a
 * swiftssh_channel. Its parameters stand in this order: the object, the inputs, the outputs (`out_...`, or
 * `buffer` and its capacity), and the error.
 *
 * Threads. Every function may be called from any thread. Calls on one session that cannot run side by side
 * wait for each other. A call that waits is ended at once by closing its session from another thread.
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
 * Callbacks. A callback comes with `user_data`, which is handed back to it, and a finalizer, which is called
 * exactly once when `user_data` is not needed any more, also when the call fails. Each callback says on which thread
 * it runs. Calls on the same session from within it fail with SWIFTSSH_ERROR_REENTERED.
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
#define SWIFTSSH_VERSION_MAJOR 0

/** The second number of the version. */
#define SWIFTSSH_VERSION_MINOR 1

/** The third number of the version. */
#define SWIFTSSH_VERSION_PATCH 0

/** The three numbers in one, which can be compared: `major << 16 | minor << 8 | patch`. */
#define SWIFTSSH_VERSION_NUMBER UINT32_C(256)

/** The whole version as text. */
#define SWIFTSSH_VERSION_STRING "0.1.0"

/** The number of the interface: a library with another one cannot be used. */
#define SWIFTSSH_ABI_VERSION UINT32_C(0)

/* -------------------------------------------------------------------------------------------------
 * Types
 */

/** 0 for success, or one of SWIFTSSH_ERROR_*. */
typedef int32_t swiftssh_status;

/** A connection to an SSH server. Freed with swiftssh_session_free. */
typedef struct swiftssh_session swiftssh_session;

/** A channel of a session. Freed with swiftssh_channel_free; keeps its session alive until then. */
typedef struct swiftssh_channel swiftssh_channel;

/**
 * A port of the server's that listens for a session. Freed with swiftssh_listener_free; keeps its session alive until then.
 */
typedef struct swiftssh_listener swiftssh_listener;

/** What went wrong in a call. Freed with swiftssh_error_free. */
typedef struct swiftssh_error swiftssh_error;

/** A round of questions of the server; valid only inside the callback that it is handed to. */
typedef struct swiftssh_keyboard_interactive swiftssh_keyboard_interactive;

/* -------------------------------------------------------------------------------------------------
 * Callbacks
 */

/**
 * Answers a round of questions of the server with swiftssh_keyboard_interactive_answer; what is left unanswered is empty.
 * Returns 0 to go on, anything else to give up. Called on a thread that is inside a call on the session, which may be
 * another thread's call; it must not call into that session.
 *
 * @param user_data What was handed in with the callback.
 * @param request The questions; valid until the callback returns.
 * @return 0 to go on, anything else to give up.
 */
typedef int32_t (*swiftssh_keyboard_interactive_callback)(
    void *user_data,
    swiftssh_keyboard_interactive *request);

/**
 * Says that user_data is no longer needed. Called exactly once for each call that took it, also when that call fails.
 *
 * @param user_data What was handed in with the finalizer.
 */
typedef void (*swiftssh_finalizer)(void *user_data);

/* -------------------------------------------------------------------------------------------------
 * Channel
 */

/** The remote process ended by itself, with a status. */
#define SWIFTSSH_EXIT_EXITED 1

/** A signal ended the remote process. */
#define SWIFTSSH_EXIT_SIGNALLED 2

/** The server closed the channel without saying how the remote process ended. */
#define SWIFTSSH_EXIT_CLOSED_WITHOUT_STATUS 3

/**
 * Lets a channel go: it is closed without waiting, and what was not read is lost.
 *
 * @param channel A channel; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_channel_free(swiftssh_channel *channel);

/**
 * Runs a command. A channel runs one thing only.
 *
 * @param channel A channel.
 * @param command The command line, as the user's shell on the server is to read it.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_BAD_USE when something runs already;
 *   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_exec, RFC 4254, 6.5.
 */
swiftssh_status swiftssh_channel_exec(
    swiftssh_channel *channel,
    const char *command,
    swiftssh_error **error);

/**
 * Starts the user's shell.
 *
 * @param channel A channel.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_BAD_USE when something runs already;
 *   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_shell.
 */
swiftssh_status swiftssh_channel_shell(swiftssh_channel *channel, swiftssh_error **error);

/**
 * Starts a subsystem of the server.
 *
 * @param channel A channel.
 * @param name The subsystem's name, for example `sftp`.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_BAD_USE when something runs already;
 *   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_subsystem.
 */
swiftssh_status swiftssh_channel_subsystem(
    swiftssh_channel *channel,
    const char *name,
    swiftssh_error **error);

/**
 * Starts a process by a request of any type.
 *
 * @param channel A channel.
 * @param request The request's type, 1 to 1024 bytes.
 * @param message What follows in the request, without its length; NULL for nothing.
 * @param message_length Its length in bytes.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_BAD_USE when something runs already;
 *   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_process_startup.
 */
swiftssh_status swiftssh_channel_process_startup(
    swiftssh_channel *channel,
    const char *request,
    const uint8_t *message,
    size_t message_length,
    swiftssh_error **error);

/**
 * Sets a variable in the environment of what will run. Servers take only names that they are configured to take.
 *
 * @param channel A channel.
 * @param name The variable's name.
 * @param value Its value.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server does not take it; SWIFTSSH_ERROR_TIMEOUT;
 *   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_setenv_ex, RFC 4254, 6.4.
 */
swiftssh_status swiftssh_channel_setenv(
    swiftssh_channel *channel,
    const char *name,
    const char *value,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Channel exit
 */

/**
 * Waits until the server has closed the channel, and tells how the remote process ended. A connection that is cut tells nothing of it.
 *
 * @param channel A channel.
 * @param out_kind Receives one of SWIFTSSH_EXIT_*, 0 on failure; may be NULL.
 * @param out_status Receives the exit status with SWIFTSSH_EXIT_EXITED, else 0; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode. Without
 *   SWIFTSSH_CAPABILITY_EXIT_STATUS_KNOWN a channel that is closed without a status counts as exited with 0.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 */
swiftssh_status swiftssh_channel_wait_exit(
    swiftssh_channel *channel,
    int32_t *out_kind,
    int32_t *out_status,
    swiftssh_error **error);

/**
 * The exit status that has come so far.
 *
 * @param channel A channel.
 * @return The status, 0 while none is known; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 * @par Source
 *   libssh2_channel_get_exit_status.
 */
int32_t swiftssh_channel_exit_status(swiftssh_channel *channel);

/**
 * The name of the signal that ended the remote process, without SIG, for example `KILL`.
 *
 * @param channel A channel.
 * @param buffer Receives the text; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the name, 0 for none; or a status.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_channel_get_exit_signal.
 */
int64_t swiftssh_channel_exit_signal(
    swiftssh_channel *channel,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * The server's explanation of the signal that ended the remote process, escaped. libssh2 keeps none.
 *
 * @param channel A channel.
 * @param buffer Receives the text; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the text, 0 for none; or a status.
 * @par Blocks
 *   No.
 */
int64_t swiftssh_channel_exit_signal_message(
    swiftssh_channel *channel,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Channel streams
 */

/**
 * Reads what there is of one stream, waiting for at least one byte.
 *
 * @param channel A channel.
 * @param stream_id 0 for standard output, 1 for standard error.
 * @param buffer Receives the bytes; may be NULL when length is 0.
 * @param length The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return How many bytes were read; 0 at the end of the stream, which only the server's word makes: a connection that is cut gives
 *   SWIFTSSH_ERROR_SOCKET_DISCONNECT or its like after the bytes that came; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until there is a byte or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_read_ex.
 */
int64_t swiftssh_channel_read(
    swiftssh_channel *channel,
    uint32_t stream_id,
    void *buffer,
    size_t length,
    swiftssh_error **error);

/**
 * Writes all of the bytes; in non-blocking mode what fits.
 *
 * @param channel A channel.
 * @param stream_id 0 for standard input.
 * @param data The bytes; may be NULL when there are none.
 * @param length Their number.
 * @param error Receives the error; may be NULL.
 * @return How many bytes were taken: all of them, or in non-blocking mode at least one; SWIFTSSH_ERROR_CHANNEL_CLOSED when either side has closed
 *   the channel; SWIFTSSH_ERROR_CHANNEL_EOF_SENT; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode when none could be taken.
 * @par Blocks
 *   Until the bytes are taken or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_write_ex.
 */
int64_t swiftssh_channel_write(
    swiftssh_channel *channel,
    uint32_t stream_id,
    const void *data,
    size_t length,
    swiftssh_error **error);

/**
 * Says that no more bytes will be written. Saying it again does nothing.
 *
 * @param channel A channel.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until it is sent or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_send_eof.
 */
swiftssh_status swiftssh_channel_send_eof(swiftssh_channel *channel, swiftssh_error **error);

/**
 * Whether the server has said that no more bytes will come, and all that came were read.
 *
 * @param channel A channel.
 * @return 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 * @par Source
 *   libssh2_channel_eof.
 */
int32_t swiftssh_channel_eof(swiftssh_channel *channel);

/**
 * Waits until the server has said that no more bytes will come. What comes meanwhile is kept for its readers.
 *
 * @param channel A channel.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_wait_eof.
 */
swiftssh_status swiftssh_channel_wait_eof(swiftssh_channel *channel, swiftssh_error **error);

/**
 * Closes the channel on this side; bytes that came can still be read. Closing it again does nothing.
 *
 * @param channel A channel.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_close.
 */
swiftssh_status swiftssh_channel_close(swiftssh_channel *channel, swiftssh_error **error);

/**
 * Waits until the server has closed the channel.
 *
 * @param channel A channel.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_wait_closed.
 */
swiftssh_status swiftssh_channel_wait_closed(swiftssh_channel *channel, swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Channel terminal
 */

/**
 * Asks for a pseudo-terminal for what will run.
 *
 * @param channel A channel.
 * @param term The terminal's type, as in TERM.
 * @param modes The encoded terminal modes (RFC 4254, 8); NULL for the server's own.
 * @param modes_length Their length in bytes; with the type at most 256.
 * @param width Columns of characters.
 * @param height Rows of characters.
 * @param width_pixels Pixels across, 0 for unknown.
 * @param height_pixels Pixels down, 0 for unknown.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode. SWIFTSSH_ERROR_INVAL
 *   when type and modes are too long.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_request_pty_ex, RFC 4254, 6.2.
 */
swiftssh_status swiftssh_channel_request_pty(
    swiftssh_channel *channel,
    const char *term,
    const uint8_t *modes,
    size_t modes_length,
    uint32_t width,
    uint32_t height,
    uint32_t width_pixels,
    uint32_t height_pixels,
    swiftssh_error **error);

/**
 * Tells the server that the pseudo-terminal's size has changed. There is no answer.
 *
 * @param channel A channel.
 * @param width Columns of characters.
 * @param height Rows of characters.
 * @param width_pixels Pixels across, 0 for unknown.
 * @param height_pixels Pixels down, 0 for unknown.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until it is sent, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_request_pty_size_ex, RFC 4254, 6.7.
 */
swiftssh_status swiftssh_channel_request_pty_size(
    swiftssh_channel *channel,
    uint32_t width,
    uint32_t height,
    uint32_t width_pixels,
    uint32_t height_pixels,
    swiftssh_error **error);

/**
 * Sends a signal to the remote process. There is no answer.
 *
 * @param channel A channel.
 * @param name The signal's name without SIG, for example `TERM`.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_CHANNEL_SIGNAL; why the connection is over;
 *   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until it is sent, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_signal_ex, RFC 4254, 6.9.
 */
swiftssh_status swiftssh_channel_signal(
    swiftssh_channel *channel,
    const char *name,
    swiftssh_error **error);

/**
 * Asks for the user's authentication agent to be forwarded to what will run. Whoever controls the server can use the agent then.
 *
 * @param channel A channel.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_request_auth_agent.
 */
swiftssh_status swiftssh_channel_request_auth_agent(
    swiftssh_channel *channel,
    swiftssh_error **error);

/**
 * Asks for X11 to be forwarded to what will run.
 *
 * @param channel A channel.
 * @param single_connection Whether only one connection is to be forwarded: 0 or not 0.
 * @param auth_proto The name of the X11 authentication method; NULL for `MIT-MAGIC-COOKIE-1`.
 * @param auth_cookie The cookie in hexadecimal digits; NULL for a random one.
 * @param screen_number The screen's number.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_x11_req_ex, RFC 4254, 6.3.
 */
swiftssh_status swiftssh_channel_x11_req(
    swiftssh_channel *channel,
    int32_t single_connection,
    const char *auth_proto,
    const char *auth_cookie,
    uint32_t screen_number,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Channel window
 */

/** Standard error is read as stream 1. */
#define SWIFTSSH_EXTENDED_DATA_NORMAL 0

/** Standard error is dropped. */
#define SWIFTSSH_EXTENDED_DATA_IGNORE 1

/** Standard error is read as part of stream 0, in the order in which it came. */
#define SWIFTSSH_EXTENDED_DATA_MERGE 2

/** Every stream but standard output. */
#define SWIFTSSH_FLUSH_EXTENDED_DATA (-1)

/** Every stream. */
#define SWIFTSSH_FLUSH_ALL (-2)

/**
 * The bytes that the server may send before it must be granted more.
 *
 * @param channel A channel.
 * @param out_initial Receives what it was when the channel was opened; may be NULL.
 * @return The number; 0 for a bad handle.
 * @par Source
 *   libssh2_channel_window_read_ex.
 */
uint64_t swiftssh_channel_window_read(swiftssh_channel *channel, uint64_t *out_initial);

/**
 * The bytes that may be written before the server must grant more.
 *
 * @param channel A channel.
 * @param out_initial Receives what it was when the channel was opened; may be NULL.
 * @return The number; 0 for a bad handle.
 * @par Source
 *   libssh2_channel_window_write_ex.
 */
uint64_t swiftssh_channel_window_write(swiftssh_channel *channel, uint64_t *out_initial);

/**
 * Grants the server more bytes.
 *
 * @param channel A channel.
 * @param adjustment How many more.
 * @param force Whether a small grant is sent at once and not saved up: 0 or not 0.
 * @param out_window Receives what the server may send then, 0 on failure; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until it is sent, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_receive_window_adjust2.
 */
swiftssh_status swiftssh_channel_receive_window_adjust(
    swiftssh_channel *channel,
    uint32_t adjustment,
    int32_t force,
    uint64_t *out_window,
    swiftssh_error **error);

/**
 * Sets what becomes of the standard error stream from here on; what came before stays where it is.
 *
 * @param channel A channel.
 * @param mode One of SWIFTSSH_EXTENDED_DATA_*.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for an unknown mode.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_channel_handle_extended_data2.
 */
swiftssh_status swiftssh_channel_handle_extended_data(
    swiftssh_channel *channel,
    int32_t mode,
    swiftssh_error **error);

/**
 * Drops what has come and was not read.
 *
 * @param channel A channel.
 * @param stream_id 0 for standard output, 1 for standard error, or one of SWIFTSSH_FLUSH_*.
 * @param error Receives the error; may be NULL.
 * @return How many bytes were dropped; or a status.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_channel_flush_ex.
 */
int64_t swiftssh_channel_flush(
    swiftssh_channel *channel,
    int32_t stream_id,
    swiftssh_error **error);

/**
 * How many bytes of one stream have come and can be read without waiting.
 *
 * @param channel A channel.
 * @param stream_id 0 for standard output, 1 for standard error.
 * @return The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 * @par Source
 *   libssh2_poll_channel_read.
 */
int64_t swiftssh_channel_available(swiftssh_channel *channel, uint32_t stream_id);

/* -------------------------------------------------------------------------------------------------
 * Error
 */

/**
 * Frees an error. Its texts are gone with it.
 *
 * @param error An error; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_error_free(swiftssh_error *error);

/**
 * The status that the call returned.
 *
 * @param error An error.
 * @return The status; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
swiftssh_status swiftssh_error_code(swiftssh_error *error);

/**
 * The system's errno that goes with an error.
 *
 * @param error An error.
 * @return The number, 0 where the system was not asked; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_error_errno(swiftssh_error *error);

/**
 * The SFTP status that the server sent (SSH_FX_*).
 *
 * @param error An error.
 * @return The status, -1 outside SFTP; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_error_sftp_status(swiftssh_error *error);

/**
 * What went wrong and what would help.
 *
 * @param error An error.
 * @return The text, valid until the error is freed; empty where there is none and for a bad handle.
 */
const char *swiftssh_error_message(swiftssh_error *error);

/**
 * What was being done, for example `key exchange`.
 *
 * @param error An error.
 * @return The text, valid until the error is freed; empty where there is none and for a bad handle.
 */
const char *swiftssh_error_phase(swiftssh_error *error);

/**
 * The host that the session talks to, as the caller named it.
 *
 * @param error An error.
 * @return The text, valid until the error is freed; empty where there is none and for a bad handle.
 */
const char *swiftssh_error_host(swiftssh_error *error);

/**
 * The file that the error is about.
 *
 * @param error An error.
 * @return The text, valid until the error is freed; empty where there is none and for a bad handle.
 */
const char *swiftssh_error_path(swiftssh_error *error);

/**
 * The server's own words, escaped: safe to show on a terminal.
 *
 * @param error An error.
 * @return The text, valid until the error is freed; empty where there is none and for a bad handle.
 */
const char *swiftssh_error_server_text(swiftssh_error *error);

/**
 * The whole error in one line: phase, host, path, message, the server's text, the status's name and number.
 *
 * @param error An error.
 * @return The text, valid until the error is freed; empty where there is none and for a bad handle.
 */
const char *swiftssh_error_description(swiftssh_error *error);

/* -------------------------------------------------------------------------------------------------
 * Forwarding
 */

/**
 * Has the server connect to a TCP port that it can reach.
 *
 * @param session An authenticated session.
 * @param host The name or address, as the server is to resolve it.
 * @param port The port.
 * @param origin_host The address that the connection is said to come from.
 * @param origin_port The port that the connection is said to come from.
 * @param out_channel Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_FAILURE when the server refuses or cannot connect; SWIFTSSH_ERROR_INVAL before authentication;
 *   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_direct_tcpip_ex, RFC 4254, 7.2.
 */
swiftssh_status swiftssh_session_direct_tcpip(
    swiftssh_session *session,
    const char *host,
    uint16_t port,
    const char *origin_host,
    uint16_t origin_port,
    swiftssh_channel **out_channel,
    swiftssh_error **error);

/**
 * Has the server connect to a UNIX socket of its own.
 *
 * @param session An authenticated session.
 * @param path The socket's path on the server.
 * @param origin_host The address that the connection is said to come from.
 * @param origin_port The port that the connection is said to come from.
 * @param out_channel Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_FAILURE when the server refuses or cannot connect; SWIFTSSH_ERROR_INVAL before authentication;
 *   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_direct_streamlocal_ex, OpenSSH's PROTOCOL, 2.4.
 */
swiftssh_status swiftssh_session_direct_streamlocal(
    swiftssh_session *session,
    const char *path,
    const char *origin_host,
    uint16_t origin_port,
    swiftssh_channel **out_channel,
    swiftssh_error **error);

/**
 * Has the server listen on a port of its own and hand over the connections that come.
 *
 * @param session An authenticated session.
 * @param host The address that the server listens on; NULL for all, where the server allows that.
 * @param port The port; 0 lets the server choose.
 * @param queue_maxsize How many connections may wait to be accepted; more are refused.
 * @param out_listener Receives the listener, which the caller frees with swiftssh_listener_free; NULL on failure.
 * @param out_bound_port Receives the port that the server listens on, 0 on failure; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_INVAL before authentication;
 *   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_forward_listen_ex, RFC 4254, 7.1.
 */
swiftssh_status swiftssh_session_forward_listen(
    swiftssh_session *session,
    const char *host,
    uint16_t port,
    int32_t queue_maxsize,
    swiftssh_listener **out_listener,
    int32_t *out_bound_port,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Keyboard interactive
 */

/**
 * Authenticates by answering the server's questions.
 *
 * @param session A session that has exchanged keys.
 * @param username The user's name.
 * @param callback Called once for each round of questions, inside this or another thread's call on the session.
 * @param user_data Handed to the callback; may be NULL.
 * @param finalizer Called once when user_data is no longer needed, which is before this call returns unless it returns
 *   SWIFTSSH_ERROR_EAGAIN or SWIFTSSH_ERROR_TIMEOUT; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AUTHENTICATION_FAILED; SWIFTSSH_ERROR_CALLBACK when the callback gave up;
 *   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_userauth_keyboard_interactive_ex, RFC 4256.
 */
swiftssh_status swiftssh_session_userauth_keyboard_interactive(
    swiftssh_session *session,
    const char *username,
    swiftssh_keyboard_interactive_callback callback,
    void *user_data,
    swiftssh_finalizer finalizer,
    swiftssh_error **error);

/**
 * The name of a round of questions, not escaped.
 *
 * @param request A round.
 * @return The text, often empty; valid inside the callback.
 */
const char *swiftssh_keyboard_interactive_name(swiftssh_keyboard_interactive *request);

/**
 * What to tell the user before a round of questions, not escaped.
 *
 * @param request A round.
 * @return The text, often empty; valid inside the callback.
 */
const char *swiftssh_keyboard_interactive_instruction(swiftssh_keyboard_interactive *request);

/**
 * How many questions a round has; a round may have none.
 *
 * @param request A round.
 * @return The number; 0 for a bad handle.
 */
uint32_t swiftssh_keyboard_interactive_prompt_count(swiftssh_keyboard_interactive *request);

/**
 * A question, not escaped.
 *
 * @param request A round.
 * @param index The question's number, from 0.
 * @return The text; valid inside the callback. Empty where there is no such question.
 */
const char *swiftssh_keyboard_interactive_prompt(
    swiftssh_keyboard_interactive *request,
    uint32_t index);

/**
 * Whether what the user types may be shown.
 *
 * @param request A round.
 * @param index The question's number, from 0.
 * @return 1 or 0; SWIFTSSH_ERROR_INVAL where there is no such question, SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_keyboard_interactive_echo(swiftssh_keyboard_interactive *request, uint32_t index);

/**
 * Answers a question; a second answer takes the place of the first.
 *
 * @param request A round.
 * @param index The question's number, from 0.
 * @param answer The answer's bytes, which are copied; may be NULL when there are none.
 * @param answer_length Their number, at most 65536.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL where there is no such question or the answer is too long; SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_keyboard_interactive_answer(
    swiftssh_keyboard_interactive *request,
    uint32_t index,
    const uint8_t *answer,
    size_t answer_length,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Library
 */

/** RSA user keys work with SHA-2 signatures. */
#define SWIFTSSH_CAPABILITY_RSA_SHA2_USER_KEYS UINT64_C(1)

/** Servers that have only an RSA host key can be reached. */
#define SWIFTSSH_CAPABILITY_RSA_SHA2_HOST_KEYS UINT64_C(2)

/** Signals can be sent to the remote process. */
#define SWIFTSSH_CAPABILITY_CHANNEL_SIGNAL UINT64_C(4)

/** An exit status of 0 is told apart from none. */
#define SWIFTSSH_CAPABILITY_EXIT_STATUS_KNOWN UINT64_C(8)

/** Strict key exchange is offered. */
#define SWIFTSSH_CAPABILITY_STRICT_KEY_EXCHANGE UINT64_C(16)

/** AES-GCM ciphers are there. */
#define SWIFTSSH_CAPABILITY_AES_GCM UINT64_C(32)

/** The ChaCha20-Poly1305 cipher is there. */
#define SWIFTSSH_CAPABILITY_CHACHA20_POLY1305 UINT64_C(64)

/**
 * The version of this library.
 *
 * @return A text such as `0.1.0`; never freed.
 */
const char *swiftssh_version(void);

/**
 * The version of this interface; it changes when a program built for an older one would not run.
 *
 * @return The number in the library's SONAME.
 */
uint32_t swiftssh_abi_version(void);

/**
 * What the engine that the process has loaded can do.
 *
 * @return Bits of SWIFTSSH_CAPABILITY_*.
 */
uint64_t swiftssh_capabilities(void);

/**
 * The name of the engine under this library.
 *
 * @return A text such as `libssh2`; never freed.
 */
const char *swiftssh_engine_name(void);

/**
 * The version of the engine that the process has loaded, which may be newer than what was built against.
 *
 * @return A text such as `1.10.0`; never freed.
 */
const char *swiftssh_engine_version(void);

/**
 * The name of a status.
 *
 * @param status Any number.
 * @return The constant's name without SWIFTSSH_ERROR_, for example `TIMEOUT`; `UNKNOWN` for a number without a name. Never freed.
 */
const char *swiftssh_status_name(swiftssh_status status);

/* -------------------------------------------------------------------------------------------------
 * Listener
 */

/**
 * Lets a listener go: the server stops listening, without anybody waiting for that.
 *
 * @param listener A listener; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_listener_free(swiftssh_listener *listener);

/**
 * Waits for the next connection.
 *
 * @param listener A listener.
 * @param out_channel Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE after swiftssh_listener_cancel; why the connection is over; SWIFTSSH_ERROR_TIMEOUT;
 *   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until a connection comes or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_forward_accept.
 */
swiftssh_status swiftssh_listener_accept(
    swiftssh_listener *listener,
    swiftssh_channel **out_channel,
    swiftssh_error **error);

/**
 * Makes the server stop listening; connections that wait are closed, those that were accepted go on. Cancelling it again does nothing.
 *
 * @param listener A listener.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_forward_cancel.
 */
swiftssh_status swiftssh_listener_cancel(swiftssh_listener *listener, swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Session
 */

/** The session waits for bytes of the server. */
#define SWIFTSSH_BLOCK_INBOUND 1

/** The session has bytes for the server. */
#define SWIFTSSH_BLOCK_OUTBOUND 2

/**
 * Makes a session that is not connected.
 *
 * @param out_session Receives the session, which the caller frees with swiftssh_session_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_ALLOC, SWIFTSSH_ERROR_INVAL for a NULL output.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_session_new(swiftssh_session **out_session, swiftssh_error **error);

/**
 * Lets a session go, without a word to the server and without waiting. What it has handed out keeps it alive until that is freed too.
 *
 * @param session A session; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_session_free(swiftssh_session *session);

/**
 * Ends a session at once, without a word to the server. Calls of other threads that wait return SWIFTSSH_ERROR_CANCELLED,
 * later calls SWIFTSSH_ERROR_CLOSED. Closing it again does nothing.
 *
 * @param session A session.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_session_close(swiftssh_session *session, swiftssh_error **error);

/**
 * Resolves a host's name, connects to its addresses one after the other and exchanges keys. The session owns the socket.
 * Look at the host key before authenticating.
 *
 * @param session A session that has not been connected.
 * @param host A name or an address, IPv6 or IPv4.
 * @param port The port, 1 to 65535.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_ADDRESS_NOT_FOUND; SWIFTSSH_ERROR_CONNECT, with the error's errno;
 *   SWIFTSSH_ERROR_TIMEOUT; what swiftssh_session_handshake returns.
 * @par Blocks
 *   Until keys are exchanged or the session's timeout has passed, in non-blocking mode too.
 */
swiftssh_status swiftssh_session_connect(
    swiftssh_session *session,
    const char *host,
    uint16_t port,
    swiftssh_error **error);

/**
 * Exchanges keys over a connected socket of the caller's, which is neither closed nor put into another mode, and must stay
 * open as long as the session is used.
 *
 * @param session A session that has not been connected.
 * @param socket The descriptor of a connected stream socket.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BANNER_RECV when the peer does not speak SSH 2; SWIFTSSH_ERROR_SOCKET_DISCONNECT
 *   when it closes; SWIFTSSH_ERROR_KEX_FAILURE when no algorithms are in common; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_BAD_SOCKET;
 *   SWIFTSSH_ERROR_SOCKET_RECV when the descriptor is not open; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until keys are exchanged or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_session_handshake, RFC 4253.
 */
swiftssh_status swiftssh_session_handshake(
    swiftssh_session *session,
    int32_t socket,
    swiftssh_error **error);

/**
 * Says goodbye and ends the connection. A session that is not connected has nothing to say; a second goodbye does nothing.
 *
 * @param session A session.
 * @param reason The reason's number (RFC 4253, 11.1); 11 is "by application".
 * @param description The words that go with it, at most 255 bytes are sent; NULL for none.
 * @param language The language of the words (RFC 3066); NULL for none.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the words are sent or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_session_disconnect_ex.
 */
swiftssh_status swiftssh_session_disconnect(
    swiftssh_session *session,
    uint32_t reason,
    const char *description,
    const char *language,
    swiftssh_error **error);

/**
 * Sets whether calls wait. In non-blocking mode a call that would wait returns SWIFTSSH_ERROR_EAGAIN and goes on when it is made
 * again with the same arguments.
 *
 * @param session A session.
 * @param blocking 0 for non-blocking, anything else for blocking, the default.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_session_set_blocking.
 */
swiftssh_status swiftssh_session_set_blocking(
    swiftssh_session *session,
    int32_t blocking,
    swiftssh_error **error);

/**
 * Whether calls wait.
 *
 * @param session A session.
 * @return 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_session_get_blocking(swiftssh_session *session);

/**
 * Sets the time that one blocking call may take in all.
 *
 * @param session A session.
 * @param milliseconds The time; 0, the default, and less are no limit.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_session_set_timeout, whose limit is for each wait; this one is for the whole call.
 */
swiftssh_status swiftssh_session_set_timeout(
    swiftssh_session *session,
    int64_t milliseconds,
    swiftssh_error **error);

/**
 * The time that one blocking call may take in all.
 *
 * @param session A session.
 * @return Milliseconds, 0 for no limit; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_session_get_timeout(swiftssh_session *session);

/**
 * What the socket must become ready for so that calls go on. SWIFTSSH_BLOCK_OUTBOUND, for which there is hardly ever a wait, is also told
 * when one call has taken in what another, which returned SWIFTSSH_ERROR_EAGAIN before, may wait for: then that is to be called again.
 *
 * @param session A session.
 * @return Bits of SWIFTSSH_BLOCK_*, 0 when there is nothing to wait for; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 * @par Source
 *   libssh2_session_block_directions.
 */
int32_t swiftssh_session_block_directions(swiftssh_session *session);

/**
 * The descriptor of a session's socket.
 *
 * @param session A session.
 * @return The descriptor, -1 when there is none; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_session_socket(swiftssh_session *session);

/**
 * The server's identification line, escaped, for example `SSH-2.0-OpenSSH_9.2p1`.
 *
 * @param session A session.
 * @param buffer Receives the text; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the text, 0 before it came; or a status.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_session_banner_get.
 */
int64_t swiftssh_session_banner(
    swiftssh_session *session,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * Sets how often swiftssh_session_keepalive_send sends. Nothing is sent by itself.
 *
 * @param session A session.
 * @param want_reply Whether the server is asked to answer: 0 or not 0.
 * @param interval Seconds between two; 0 switches them off, 1 counts as 2.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_keepalive_config.
 */
swiftssh_status swiftssh_session_keepalive_config(
    swiftssh_session *session,
    int32_t want_reply,
    uint32_t interval,
    swiftssh_error **error);

/**
 * Sends a keepalive if one is due. It does not wait for an answer; swiftssh_session_ping does.
 *
 * @param session A session.
 * @param out_seconds Receives the seconds until the next is due, 0 when they are off; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, or why the connection is over.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_keepalive_send.
 */
swiftssh_status swiftssh_session_keepalive_send(
    swiftssh_session *session,
    int32_t *out_seconds,
    swiftssh_error **error);

/**
 * Makes the server answer, and waits for it: a dead peer shows as SWIFTSSH_ERROR_TIMEOUT. Leaves nothing behind on either side.
 *
 * @param session An authenticated session.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_TIMEOUT, why the connection is over, SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the answer comes or the session's timeout has passed, unless in non-blocking mode.
 */
swiftssh_status swiftssh_session_ping(swiftssh_session *session, swiftssh_error **error);

/**
 * Opens a channel for a remote process.
 *
 * @param session An authenticated session.
 * @param out_channel Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_FAILURE when the server refuses; SWIFTSSH_ERROR_INVAL before authentication;
 *   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_open_session, RFC 4254, 6.1.
 */
swiftssh_status swiftssh_session_open_session(
    swiftssh_session *session,
    swiftssh_channel **out_channel,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Session algorithms
 */

/** Key exchange. */
#define SWIFTSSH_METHOD_KEX 0

/** The server's host key. */
#define SWIFTSSH_METHOD_HOSTKEY 1

/** Encryption from client to server. */
#define SWIFTSSH_METHOD_CRYPT_CS 2

/** Encryption from server to client. */
#define SWIFTSSH_METHOD_CRYPT_SC 3

/** Integrity from client to server. */
#define SWIFTSSH_METHOD_MAC_CS 4

/** Integrity from server to client. */
#define SWIFTSSH_METHOD_MAC_SC 5

/** Compression from client to server. */
#define SWIFTSSH_METHOD_COMP_CS 6

/** Compression from server to client. */
#define SWIFTSSH_METHOD_COMP_SC 7

/** Language from client to server. */
#define SWIFTSSH_METHOD_LANG_CS 8

/** Language from server to client. */
#define SWIFTSSH_METHOD_LANG_SC 9

/** Accepted for libssh2's sake: this library never raises SIGPIPE. */
#define SWIFTSSH_FLAG_SIGPIPE 1

/** Offer compression. */
#define SWIFTSSH_FLAG_COMPRESS 2

/** A host key of a kind that has no number. */
#define SWIFTSSH_HOSTKEY_TYPE_UNKNOWN 0

/** An RSA host key. */
#define SWIFTSSH_HOSTKEY_TYPE_RSA 1

/** A DSA host key. */
#define SWIFTSSH_HOSTKEY_TYPE_DSS 2

/** An ECDSA host key over nistp256. */
#define SWIFTSSH_HOSTKEY_TYPE_ECDSA_256 3

/** An ECDSA host key over nistp384. */
#define SWIFTSSH_HOSTKEY_TYPE_ECDSA_384 4

/** An ECDSA host key over nistp521. */
#define SWIFTSSH_HOSTKEY_TYPE_ECDSA_521 5

/** An Ed25519 host key. */
#define SWIFTSSH_HOSTKEY_TYPE_ED25519 6

/** MD5, 16 bytes. */
#define SWIFTSSH_HOSTKEY_HASH_MD5 1

/** SHA-1, 20 bytes. */
#define SWIFTSSH_HOSTKEY_HASH_SHA1 2

/** SHA-256, 32 bytes. */
#define SWIFTSSH_HOSTKEY_HASH_SHA256 3

/**
 * The key that the server proved to own, as the wire has it (RFC 4253, 6.6).
 *
 * @param session A session that has exchanged keys.
 * @param buffer Receives the key; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param out_type Receives one of SWIFTSSH_HOSTKEY_TYPE_*; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return The length of the key, 0 before the handshake; or a status.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_session_hostkey.
 */
int64_t swiftssh_session_hostkey(
    swiftssh_session *session,
    uint8_t *buffer,
    size_t capacity,
    int32_t *out_type,
    swiftssh_error **error);

/**
 * A digest of the server's host key.
 *
 * @param session A session that has exchanged keys.
 * @param hash_type One of SWIFTSSH_HOSTKEY_HASH_*.
 * @param buffer Receives the digest; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the digest; 0 before the handshake, for an unknown type and where the system's cryptography
 *   does not allow that digest; or a status.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_hostkey_hash.
 */
int64_t swiftssh_session_hostkey_hash(
    swiftssh_session *session,
    int32_t hash_type,
    uint8_t *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * The SHA-256 fingerprint of the server's host key as ssh-keygen -l shows it.
 *
 * @param session A session that has exchanged keys.
 * @param buffer Receives the text; may be NULL.
 * @param capacity The size of the buffer in bytes; 51 are enough.
 * @param error Receives the error; may be NULL.
 * @return The length of the text, 0 before the handshake; or a status.
 * @par Blocks
 *   No.
 */
int64_t swiftssh_session_hostkey_fingerprint(
    swiftssh_session *session,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * The algorithm in use for one purpose.
 *
 * @param session A session that has exchanged keys.
 * @param method_type One of SWIFTSSH_METHOD_*.
 * @param buffer Receives the name; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the name, 0 before the handshake; or a status, SWIFTSSH_ERROR_INVAL for an unknown purpose.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_session_methods.
 */
int64_t swiftssh_session_methods(
    swiftssh_session *session,
    int32_t method_type,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * The algorithms that the engine has for one purpose, its favourite first, separated by commas.
 *
 * @param session A session.
 * @param method_type One of SWIFTSSH_METHOD_*.
 * @param buffer Receives the names; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the names; or a status, SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for the languages, SWIFTSSH_ERROR_INVAL for an unknown purpose.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_session_supported_algs.
 */
int64_t swiftssh_session_supported_algs(
    swiftssh_session *session,
    int32_t method_type,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * Sets what is offered for one purpose, before the handshake. What has two directions is set for both, unless the other has been set itself.
 *
 * @param session A session that has not been connected.
 * @param method_type One of SWIFTSSH_METHOD_*.
 * @param prefs Names separated by commas, favourite first; those that the engine does not have are left out.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the engine has none of them; SWIFTSSH_ERROR_BAD_USE after the
 *   handshake; SWIFTSSH_ERROR_INVAL for an unknown purpose.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_session_method_pref.
 */
swiftssh_status swiftssh_session_method_pref(
    swiftssh_session *session,
    int32_t method_type,
    const char *prefs,
    swiftssh_error **error);

/**
 * Sets a flag, before the handshake.
 *
 * @param session A session that has not been connected.
 * @param flag One of SWIFTSSH_FLAG_*.
 * @param value 0 or not 0.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for an unknown flag; SWIFTSSH_ERROR_BAD_USE after the handshake.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_session_flag.
 */
swiftssh_status swiftssh_session_flag(
    swiftssh_session *session,
    int32_t flag,
    int32_t value,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Session error
 */

/**
 * The status of the last failure that a caller of a session saw. That a call would block is no failure.
 *
 * @param session A session.
 * @return The status, 0 for none; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 * @par Source
 *   libssh2_session_last_errno.
 */
int32_t swiftssh_session_last_errno(swiftssh_session *session);

/**
 * The message of the last failure that a caller of a session saw.
 *
 * @param session A session.
 * @param buffer Receives the text; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the text, 0 for none; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 * @par Source
 *   libssh2_session_last_error.
 */
int64_t swiftssh_session_last_error(swiftssh_session *session, char *buffer, size_t capacity);

/**
 * Sets what swiftssh_session_last_errno and swiftssh_session_last_error tell.
 *
 * @param session A session.
 * @param code Any number; 0 makes it none.
 * @param message The message; NULL for none.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVALID_TEXT.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_session_set_last_error.
 */
swiftssh_status swiftssh_session_set_last_error(
    swiftssh_session *session,
    swiftssh_status code,
    const char *message,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Status
 *
 * The statuses that every fallible function may return, by their published numbers.
 */

/** Nothing went wrong. */
#define SWIFTSSH_ERROR_NONE 0

/** There is no socket, or an error that has no number of its own. */
#define SWIFTSSH_ERROR_SOCKET_NONE (-1)

/** The peer's identification line was not one of SSH 2. */
#define SWIFTSSH_ERROR_BANNER_RECV (-2)

/** The identification line could not be sent. */
#define SWIFTSSH_ERROR_BANNER_SEND (-3)

/** A packet's message authentication code was wrong: the connection was tampered with or is damaged. */
#define SWIFTSSH_ERROR_INVALID_MAC (-4)

/** No algorithms in common, or the key exchange failed. */
#define SWIFTSSH_ERROR_KEX_FAILURE (-5)

/** Memory could not be had, or a peer made the session ask for more than it may. */
#define SWIFTSSH_ERROR_ALLOC (-6)

/** The socket refused to send. */
#define SWIFTSSH_ERROR_SOCKET_SEND (-7)

/** The key exchange was refused. */
#define SWIFTSSH_ERROR_KEY_EXCHANGE_FAILURE (-8)

/** The deadline passed. */
#define SWIFTSSH_ERROR_TIMEOUT (-9)

/** The host key could not be read. */
#define SWIFTSSH_ERROR_HOSTKEY_INIT (-10)

/** The host's signature was wrong: this is not the host that owns the key. */
#define SWIFTSSH_ERROR_HOSTKEY_SIGN (-11)

/** A packet could not be decrypted. */
#define SWIFTSSH_ERROR_DECRYPT (-12)

/** The connection ended. */
#define SWIFTSSH_ERROR_SOCKET_DISCONNECT (-13)

/** The peer broke the protocol. */
#define SWIFTSSH_ERROR_PROTO (-14)

/** The password has expired and must be changed. */
#define SWIFTSSH_ERROR_PASSWORD_EXPIRED (-15)

/** A local file could not be read, or is not what it should be. */
#define SWIFTSSH_ERROR_FILE (-16)

/** No method is set. */
#define SWIFTSSH_ERROR_METHOD_NONE (-17)

/** The server refused the credentials. */
#define SWIFTSSH_ERROR_AUTHENTICATION_FAILED (-18)

/** The server refused the key or its signature. */
#define SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED (-19)

/** A channel message came at the wrong time. */
#define SWIFTSSH_ERROR_CHANNEL_OUTOFORDER (-20)

/** The server refused to open the channel, or a channel request failed. */
#define SWIFTSSH_ERROR_CHANNEL_FAILURE (-21)

/** The server refused a request on the channel. */
#define SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED (-22)

/** There is no such channel. */
#define SWIFTSSH_ERROR_CHANNEL_UNKNOWN (-23)

/** The peer sent more than the channel's window allows. */
#define SWIFTSSH_ERROR_CHANNEL_WINDOW_EXCEEDED (-24)

/** The peer sent a larger packet than the channel allows. */
#define SWIFTSSH_ERROR_CHANNEL_PACKET_EXCEEDED (-25)

/** The channel is closed. */
#define SWIFTSSH_ERROR_CHANNEL_CLOSED (-26)

/** The end of file has already been sent on the channel. */
#define SWIFTSSH_ERROR_CHANNEL_EOF_SENT (-27)

/** The SCP peer broke its protocol or reported an error. */
#define SWIFTSSH_ERROR_SCP_PROTOCOL (-28)

/** Compressed data is damaged. */
#define SWIFTSSH_ERROR_ZLIB (-29)

/** The socket timed out. */
#define SWIFTSSH_ERROR_SOCKET_TIMEOUT (-30)

/** The SFTP server reported an error or broke its protocol. */
#define SWIFTSSH_ERROR_SFTP_PROTOCOL (-31)

/** The server refused a global request. */
#define SWIFTSSH_ERROR_REQUEST_DENIED (-32)

/** The method is not supported by the engine or the server. */
#define SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED (-33)

/** An argument is not allowed, or not now. */
#define SWIFTSSH_ERROR_INVAL (-34)

/** Not a type that can be polled. */
#define SWIFTSSH_ERROR_INVALID_POLL_TYPE (-35)

/** The publickey subsystem reported an error or broke its protocol. */
#define SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL (-36)

/** The call would block and the session is in non-blocking mode: call again. */
#define SWIFTSSH_ERROR_EAGAIN (-37)

/** The buffer is too small. */
#define SWIFTSSH_ERROR_BUFFER_TOO_SMALL (-38)

/** The call is not allowed in this state. */
#define SWIFTSSH_ERROR_BAD_USE (-39)

/** Data could not be compressed. */
#define SWIFTSSH_ERROR_COMPRESS (-40)

/** A length that the peer sent is out of bounds. */
#define SWIFTSSH_ERROR_OUT_OF_BOUNDARY (-41)

/** The authentication agent broke its protocol or could not be reached. */
#define SWIFTSSH_ERROR_AGENT_PROTOCOL (-42)

/** The socket refused to receive. */
#define SWIFTSSH_ERROR_SOCKET_RECV (-43)

/** A packet could not be encrypted. */
#define SWIFTSSH_ERROR_ENCRYPT (-44)

/** The descriptor is not a connected socket. */
#define SWIFTSSH_ERROR_BAD_SOCKET (-45)

/** The known hosts could not be read or written. */
#define SWIFTSSH_ERROR_KNOWN_HOSTS (-46)

/** The channel's window is full. */
#define SWIFTSSH_ERROR_CHANNEL_WINDOW_FULL (-47)

/** The key's passphrase is missing or wrong. */
#define SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED (-48)

/** No random numbers could be had. */
#define SWIFTSSH_ERROR_RANDGEN (-49)

/** The server sent no authentication banner. */
#define SWIFTSSH_ERROR_MISSING_USERAUTH_BANNER (-50)

/** The algorithm is not supported. */
#define SWIFTSSH_ERROR_ALGO_UNSUPPORTED (-51)

/** A message authentication code could not be computed. */
#define SWIFTSSH_ERROR_MAC_FAILURE (-52)

/** A digest could not be begun. */
#define SWIFTSSH_ERROR_HASH_INIT (-53)

/** A digest could not be computed. */
#define SWIFTSSH_ERROR_HASH_CALC (-54)

/** A value is too large to be stored. */
#define SWIFTSSH_ERROR_STORE_OVERFLOW (-55)

/** The call was ended from another thread, by closing the session or cancelling the task. */
#define SWIFTSSH_ERROR_CANCELLED (-1001)

/** The handle is null, freed, of another kind, or never was one. */
#define SWIFTSSH_ERROR_INVALID_HANDLE (-1002)

/** The host's name has no address. */
#define SWIFTSSH_ERROR_ADDRESS_NOT_FOUND (-1003)

/** No address of the host could be connected to; errno says why. */
#define SWIFTSSH_ERROR_CONNECT (-1004)

/** The object was used after it had been closed. */
#define SWIFTSSH_ERROR_CLOSED (-1005)

/** A callback called into the session that was calling it. */
#define SWIFTSSH_ERROR_REENTERED (-1006)

/** A callback gave up. */
#define SWIFTSSH_ERROR_CALLBACK (-1007)

/** The session belongs to the parent of this process. */
#define SWIFTSSH_ERROR_FORKED (-1008)

/** A fault in this library. */
#define SWIFTSSH_ERROR_INTERNAL (-1009)

/** A text is not valid UTF-8 or holds a NUL. */
#define SWIFTSSH_ERROR_INVALID_TEXT (-1010)

/* -------------------------------------------------------------------------------------------------
 * User authentication
 */

/**
 * Asks which authentication methods the server would take, separated by commas.
 *
 * @param session A session that has exchanged keys.
 * @param username The user's name.
 * @param buffer Receives the names; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the names, 0 when the server wants none and the user is authenticated; or a status.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_userauth_list, RFC 4252, 5.2.
 */
int64_t swiftssh_session_userauth_list(
    swiftssh_session *session,
    const char *username,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * Whether the server has accepted the user.
 *
 * @param session A session.
 * @return 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 * @par Source
 *   libssh2_userauth_authenticated.
 */
int32_t swiftssh_session_userauth_authenticated(swiftssh_session *session);

/**
 * Authenticates by password.
 *
 * @param session A session that has exchanged keys.
 * @param username The user's name.
 * @param password The password's bytes; may be NULL when there are none.
 * @param password_length Their number, at most 65536.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AUTHENTICATION_FAILED; SWIFTSSH_ERROR_PASSWORD_EXPIRED; SWIFTSSH_ERROR_TIMEOUT;
 *   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_userauth_password_ex, RFC 4252, 8.
 */
swiftssh_status swiftssh_session_userauth_password(
    swiftssh_session *session,
    const char *username,
    const uint8_t *password,
    size_t password_length,
    swiftssh_error **error);

/**
 * Authenticates with a key in a file: OpenSSH's own format or PEM, encrypted or not; Ed25519, ECDSA or RSA.
 *
 * @param session A session that has exchanged keys.
 * @param username The user's name.
 * @param publickey_path The public key or certificate; NULL takes the public half of the private key.
 * @param privatekey_path The private key.
 * @param passphrase What the key is encrypted with; may be NULL when there is none. Not looked at when the key is not encrypted.
 * @param passphrase_length Its length in bytes.
 * @param error Receives the error, with the path; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_FILE when a file cannot be read or holds no key; SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED
 *   for a missing or wrong passphrase; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED; SWIFTSSH_ERROR_AUTHENTICATION_FAILED;
 *   SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode; reads the files in any mode.
 * @par Source
 *   libssh2_userauth_publickey_fromfile_ex, RFC 4252, 7, RFC 8332.
 */
swiftssh_status swiftssh_session_userauth_publickey_fromfile(
    swiftssh_session *session,
    const char *username,
    const char *publickey_path,
    const char *privatekey_path,
    const uint8_t *passphrase,
    size_t passphrase_length,
    swiftssh_error **error);

/**
 * Authenticates with a key in memory.
 *
 * @param session A session that has exchanged keys.
 * @param username The user's name.
 * @param publickey What a public key's file would hold; NULL takes the public half of the private key.
 * @param publickey_length Its length in bytes.
 * @param privatekey What a private key's file would hold.
 * @param privatekey_length Its length in bytes.
 * @param passphrase What the key is encrypted with; may be NULL when there is none. Not looked at when the key is not encrypted.
 * @param passphrase_length Its length in bytes.
 * @param error Receives the error; may be NULL.
 * @return As swiftssh_session_userauth_publickey_fromfile.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_userauth_publickey_frommemory.
 */
swiftssh_status swiftssh_session_userauth_publickey_frommemory(
    swiftssh_session *session,
    const char *username,
    const uint8_t *publickey,
    size_t publickey_length,
    const uint8_t *privatekey,
    size_t privatekey_length,
    const uint8_t *passphrase,
    size_t passphrase_length,
    swiftssh_error **error);

/**
 * Authenticates by the key of the host that this program runs on.
 *
 * @param session A session that has exchanged keys.
 * @param username The user's name on the server.
 * @param publickey_path The public half of this host's key; NULL takes the private key's path with `.pub`.
 * @param privatekey_path This host's private key.
 * @param passphrase What the key is encrypted with; may be NULL when there is none.
 * @param passphrase_length Its length in bytes.
 * @param hostname This host's name, as the server knows it.
 * @param local_username The user's name on this host; NULL takes username.
 * @param error Receives the error, with the path; may be NULL.
 * @return As swiftssh_session_userauth_publickey_fromfile.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode; reads the files in any mode.
 * @par Source
 *   libssh2_userauth_hostbased_fromfile_ex, RFC 4252, 9.
 */
swiftssh_status swiftssh_session_userauth_hostbased_fromfile(
    swiftssh_session *session,
    const char *username,
    const char *publickey_path,
    const char *privatekey_path,
    const uint8_t *passphrase,
    size_t passphrase_length,
    const char *hostname,
    const char *local_username,
    swiftssh_error **error);

#ifdef __cplusplus
}
#endif

#endif
