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

/**
 * A connection to one host that checks the host's key, logs in, runs commands and forwards connections. Freed with swiftssh_client_free.
 */
typedef struct swiftssh_client swiftssh_client;

/**
 * A command or a shell that runs on a client's host. Freed with swiftssh_process_free; keeps its client until then.
 */
typedef struct swiftssh_process swiftssh_process;

/** What became of a remote command. Freed with swiftssh_command_result_free. */
typedef struct swiftssh_command_result swiftssh_command_result;

/** A key file that is encrypted; valid only inside the callback that it is handed to. */
typedef struct swiftssh_passphrase_request swiftssh_passphrase_request;

/** A key that a host presents; valid only inside the callback that it is handed to. */
typedef struct swiftssh_presented_host_key swiftssh_presented_host_key;

/**
 * A port whose connections are carried through a client. Freed with swiftssh_forward_free, which closes it; keeps its client until then.
 */
typedef struct swiftssh_forward swiftssh_forward;

/** What ssh_config files say of a host. Freed with swiftssh_host_configuration_free. */
typedef struct swiftssh_host_configuration swiftssh_host_configuration;

/** A command on many hosts at once. Freed with swiftssh_fleet_free, which cancels it. */
typedef struct swiftssh_fleet swiftssh_fleet;

/** The keys of a user. Freed with swiftssh_publickey_list_free. */
typedef struct swiftssh_publickey_list swiftssh_publickey_list;

/** A server's publickey subsystem. Freed with swiftssh_publickey_free; keeps its session alive until then. */
typedef struct swiftssh_publickey swiftssh_publickey;

/** What goes with a key that is added. Freed with swiftssh_publickey_attributes_free. */
typedef struct swiftssh_publickey_attributes swiftssh_publickey_attributes;

/** A server's files. Freed with swiftssh_sftp_free; keeps its session alive until then. */
typedef struct swiftssh_sftp swiftssh_sftp;

/**
 * A file or a directory that is open on a server. Freed with swiftssh_sftp_handle_free; keeps its SFTP session alive until then.
 */
typedef struct swiftssh_sftp_handle swiftssh_sftp_handle;

/** What is known of a file, or is to be set. Freed with swiftssh_sftp_attributes_free. */
typedef struct swiftssh_sftp_attributes swiftssh_sftp_attributes;

/** What is known of a file system. Freed with swiftssh_sftp_filesystem_free. */
typedef struct swiftssh_sftp_filesystem swiftssh_sftp_filesystem;

/** Names of users and groups. Freed with swiftssh_sftp_names_free. */
typedef struct swiftssh_sftp_names swiftssh_sftp_names;

/** How files are copied. Freed with swiftssh_sftp_transfer_options_free. */
typedef struct swiftssh_sftp_transfer_options swiftssh_sftp_transfer_options;

/** What a transfer has done. Freed with swiftssh_sftp_report_free. */
typedef struct swiftssh_sftp_report swiftssh_sftp_report;

/** A walk through a directory. Freed with swiftssh_sftp_walker_free. */
typedef struct swiftssh_sftp_walker swiftssh_sftp_walker;

/** Paths on a server. Freed with swiftssh_sftp_paths_free. */
typedef struct swiftssh_sftp_paths swiftssh_sftp_paths;

/** A connection to an SSH server. Freed with swiftssh_session_free. */
typedef struct swiftssh_session swiftssh_session;

/** A channel of a session. Freed with swiftssh_channel_free; keeps its session alive until then. */
typedef struct swiftssh_channel swiftssh_channel;

/** A list of known hosts. Freed with swiftssh_knownhost_free. */
typedef struct swiftssh_knownhost swiftssh_knownhost;

/**
 * A line of a list of known hosts that names hosts and their key. Freed with swiftssh_knownhost_entry_free; keeps its list alive until then.
 */
typedef struct swiftssh_knownhost_entry swiftssh_knownhost_entry;

/**
 * A program that holds private keys and signs with them (ssh-agent). Freed with swiftssh_agent_free; keeps its session alive until then.
 */
typedef struct swiftssh_agent swiftssh_agent;

/**
 * A port of the server's that listens for a session. Freed with swiftssh_listener_free; keeps its session alive until then.
 */
typedef struct swiftssh_listener swiftssh_listener;

/**
 * Somebody who makes calls of a session without waiting in them. Freed with swiftssh_caller_free; keeps its session alive until then.
 */
typedef struct swiftssh_caller swiftssh_caller;

/** What went wrong in a call. Freed with swiftssh_error_free. */
typedef struct swiftssh_error swiftssh_error;

/** A round of questions of the server; valid only inside the callback that it is handed to. */
typedef struct swiftssh_keyboard_interactive swiftssh_keyboard_interactive;

/** A signature that is wanted; valid only inside the callback that it is handed to. */
typedef struct swiftssh_sign_request swiftssh_sign_request;

/* -------------------------------------------------------------------------------------------------
 * Callbacks
 */

/**
 * Says whether a host's key is accepted. Called on the thread that connects; the time that it takes counts.
 *
 * @param user_data What was handed in with the callback.
 * @param presented The key; valid until the callback returns.
 * @return 1 to accept the key, anything else to refuse it.
 */
typedef int32_t (*swiftssh_host_key_callback)(
    void *user_data,
    swiftssh_presented_host_key *presented);

/**
 * Gives the passphrase of a key file with swiftssh_passphrase_answer. Called on the thread that connects, when the server has said that it takes
 * the key; the time that it takes counts.
 *
 * @param user_data What was handed in with the callback.
 * @param request The file; valid until the callback returns.
 * @return 0 to go on, without that key where no answer was given; anything else to end the login.
 */
typedef int32_t (*swiftssh_passphrase_callback)(
    void *user_data,
    swiftssh_passphrase_request *request);

/**
 * Told how far a transfer has come, at most ten times a second and once at the end, on the thread that called the transfer; it may call into the session.
 *
 * @param user_data What was handed in with the callback.
 * @param bytes The bytes that have been copied, those of a part that was gone on from included.
 * @param total The bytes of all files that are known of so far; while directories are still being listed it grows.
 * @param name The file on the server that was copied from or to last, as bytes; valid until the callback returns.
 * @return 0 to go on, anything else to end the transfer.
 */
typedef int32_t (*swiftssh_sftp_progress_callback)(
    void *user_data,
    uint64_t bytes,
    uint64_t total,
    const char *name);

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
 * Signs for an authentication with swiftssh_sign_request_answer. Called on a thread that is inside a call on the session, which may be
 * another thread's call; it must not call into that session.
 *
 * @param user_data What was handed in with the callback.
 * @param request What is to be answered; valid until the callback returns.
 * @param data What to sign; valid until the callback returns.
 * @param data_length Its length in bytes.
 * @param algorithm The signature algorithm's name, for example `rsa-sha2-512`; valid until the callback returns.
 * @return 0 to go on, anything else to give up.
 */
typedef int32_t (*swiftssh_sign_callback)(
    void *user_data,
    swiftssh_sign_request *request,
    const uint8_t *data,
    size_t data_length,
    const char *algorithm);

/**
 * Says whether the call that the thread waits in is to end. Called on that thread with no lock held: it may call into the library, the
 * session that waits included.
 *
 * @param user_data What was handed in with the callback.
 * @return 0 to wait on, by the same deadline; anything else to have the call return SWIFTSSH_ERROR_INTERRUPTED.
 */
typedef int32_t (*swiftssh_interrupt_callback)(void *user_data);

/**
 * Is told of something that happened in a session. No text has a secret, or any of the data that goes through channels; what a peer said is escaped.
 * Called on whatever thread is in a call of the session then, the library's own included, whose stacks are small: no two events of one session at a time, and in
 * their order. No lock is held: it may call into the library, the session included, but of what it has happen there it is told too. Calls of the session
 * do not return before it has.
 *
 * @param user_data What was handed in with the callback.
 * @param session_number The session, by a number that no other session of this process has.
 * @param microseconds The time since the session was made.
 * @param level One of SWIFTSSH_LOG_*: from which level on this is told.
 * @param phase What was being done, as swiftssh_error_phase has it; valid until the callback returns, as all texts here.
 * @param host The host, as the caller named it; empty where the session adopted a socket.
 * @param message What happened, in one line.
 */
typedef void (*swiftssh_log_callback)(
    void *user_data,
    uint64_t session_number,
    int64_t microseconds,
    int32_t level,
    const char *phase,
    const char *host,
    const char *message);

/**
 * Says that user_data is no longer needed. Called exactly once for each call that took it, also when that call fails.
 *
 * @param user_data What was handed in with the finalizer.
 */
typedef void (*swiftssh_finalizer)(void *user_data);

/* -------------------------------------------------------------------------------------------------
 * Agent
 */

/**
 * Makes an agent that is not connected.
 *
 * @param session The session to authenticate, which is kept alive by the agent; it need not be connected for listing keys and signing.
 * @param out_agent Receives the agent, to be freed with swiftssh_agent_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVAL.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_agent_init.
 */
swiftssh_status swiftssh_agent_new(
    swiftssh_session *session,
    swiftssh_agent **out_agent,
    swiftssh_error **error);

/**
 * Makes an agent that is not connected and has no session: it lists its keys and signs, and swiftssh_agent_userauth returns SWIFTSSH_ERROR_BAD_USE.
 *
 * @param out_agent Receives the agent, to be freed with swiftssh_agent_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for a NULL output.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_agent_new_without_session(
    swiftssh_agent **out_agent,
    swiftssh_error **error);

/**
 * Lets an agent go, and ends its connection.
 *
 * @param agent An agent; NULL, a freed or foreign handle does nothing.
 * @par Source
 *   libssh2_agent_free.
 */
void swiftssh_agent_free(swiftssh_agent *agent);

/**
 * Connects to the agent: at the path that was set, otherwise at the one in the environment's SSH_AUTH_SOCK. A connection that there is already is replaced.
 *
 * @param agent An agent.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AGENT_PROTOCOL with path and errno when there is no agent; SWIFTSSH_ERROR_TIMEOUT.
 * @par Blocks
 *   Only while the agent is overrun, until the session's timeout or 10 seconds have passed, in non-blocking mode too.
 * @par Source
 *   libssh2_agent_connect.
 */
swiftssh_status swiftssh_agent_connect(swiftssh_agent *agent, swiftssh_error **error);

/**
 * Ends the connection, from any thread; calls under way fail with SWIFTSSH_ERROR_AGENT_PROTOCOL. Does nothing where there is none.
 *
 * @param agent An agent.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_agent_disconnect.
 */
swiftssh_status swiftssh_agent_disconnect(swiftssh_agent *agent, swiftssh_error **error);

/**
 * Asks for the keys that the agent holds, which swiftssh_agent_identity and swiftssh_agent_identity_comment then tell.
 *
 * @param agent An agent that is connected.
 * @param error Receives the error; may be NULL.
 * @return The number of keys; or a status: SWIFTSSH_ERROR_BAD_USE before swiftssh_agent_connect, SWIFTSSH_ERROR_AGENT_PROTOCOL when the agent breaks
 *   its protocol, SWIFTSSH_ERROR_TIMEOUT.
 * @par Blocks
 *   Until the agent answers, or the session's timeout or 10 seconds have passed, in non-blocking mode too.
 * @par Source
 *   libssh2_agent_list_identities, RFC 9987, 3.5.
 */
int64_t swiftssh_agent_list_identities(swiftssh_agent *agent, swiftssh_error **error);

/**
 * A key that the agent listed: its public half as the wire has it (RFC 4253, 6.6).
 *
 * @param agent An agent that has listed its keys.
 * @param index The key's number in the list, from 0.
 * @param buffer Receives the bytes; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the key; or a status, SWIFTSSH_ERROR_INVAL where there is no key of that number.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_agent_get_identity.
 */
int64_t swiftssh_agent_identity(
    swiftssh_agent *agent,
    uint32_t index,
    uint8_t *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * What the owner of a key that the agent listed calls it; any bytes, not escaped.
 *
 * @param agent An agent that has listed its keys.
 * @param index The key's number in the list, from 0.
 * @param buffer Receives the bytes, without a NUL; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the comment; or a status, SWIFTSSH_ERROR_INVAL where there is no key of that number.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_agent_get_identity.
 */
int64_t swiftssh_agent_identity_comment(
    swiftssh_agent *agent,
    uint32_t index,
    uint8_t *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * Authenticates the agent's session with one of the agent's keys. The agent is asked to sign only when the server takes the key.
 *
 * @param agent An agent that is connected, of a session that has exchanged keys.
 * @param username The user's name.
 * @param publickey The key as swiftssh_agent_identity gives it.
 * @param publickey_length Its length in bytes.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AUTHENTICATION_FAILED; SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED; SWIFTSSH_ERROR_AGENT_PROTOCOL when the
 *   agent does not sign; SWIFTSSH_ERROR_ALGO_UNSUPPORTED for a type of key that cannot authenticate here; SWIFTSSH_ERROR_BAD_USE; SWIFTSSH_ERROR_TIMEOUT;
 *   SWIFTSSH_ERROR_EAGAIN in non-blocking mode, while the agent or its user thinks too.
 * @par Blocks
 *   Until server and agent answer or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_agent_userauth.
 */
swiftssh_status swiftssh_agent_userauth(
    swiftssh_agent *agent,
    const char *username,
    const uint8_t *publickey,
    size_t publickey_length,
    swiftssh_error **error);

/**
 * Connects to the user's agent and authenticates with whichever of its keys the server takes first. Each one that it does not know counts as an attempt.
 *
 * @param session A session that has exchanged keys.
 * @param username The user's name.
 * @param identity_path The path of the agent's socket; NULL takes the environment's SSH_AUTH_SOCK.
 * @param error Receives the error; may be NULL. Its phase is `connecting` where there is no agent and `agent` where it does not list its keys.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AUTHENTICATION_FAILED when none is accepted or the agent holds none; SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED when
 *   the server took a key and wants another method besides; SWIFTSSH_ERROR_AGENT_PROTOCOL; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until server and agent answer or the session's timeout has passed, unless in non-blocking mode.
 */
swiftssh_status swiftssh_session_userauth_agent(
    swiftssh_session *session,
    const char *username,
    const char *identity_path,
    swiftssh_error **error);

/**
 * Lets the agent sign, which may ask its user first.
 *
 * @param agent An agent that is connected.
 * @param publickey The key to sign with, as swiftssh_agent_identity gives it.
 * @param publickey_length Its length in bytes.
 * @param data What to sign.
 * @param data_length Its length in bytes.
 * @param algorithm The signature algorithm's name, for example `rsa-sha2-256`; NULL takes the key's best, which is SHA-512 for RSA.
 * @param buffer Receives the signature as the wire has it: the algorithm's name as a string, and the rest. 4096 bytes suffice for every common key.
 * @param capacity The size of the buffer in bytes; nothing is written when it is too small.
 * @param error Receives the error; may be NULL.
 * @return The length of the signature; or a status: SWIFTSSH_ERROR_ALGO_UNSUPPORTED, SWIFTSSH_ERROR_BAD_USE before swiftssh_agent_connect,
 *   SWIFTSSH_ERROR_AGENT_PROTOCOL when the agent does not sign, SWIFTSSH_ERROR_TIMEOUT.
 * @par Blocks
 *   Until the agent answers or the session's timeout has passed, in non-blocking mode too.
 * @par Source
 *   libssh2_agent_sign, RFC 9987, 3.6.
 */
int64_t swiftssh_agent_sign(
    swiftssh_agent *agent,
    const uint8_t *publickey,
    size_t publickey_length,
    const uint8_t *data,
    size_t data_length,
    const char *algorithm,
    uint8_t *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * The path of the agent's socket that was set.
 *
 * @param agent An agent.
 * @param buffer Receives the path; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the path, 0 when none was set; or a status.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_agent_get_identity_path.
 */
int64_t swiftssh_agent_identity_path(
    swiftssh_agent *agent,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * Sets the path of the agent's socket for the next swiftssh_agent_connect.
 *
 * @param agent An agent.
 * @param path The path; NULL or an empty one takes the environment's SSH_AUTH_SOCK.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVALID_TEXT.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_agent_set_identity_path.
 */
swiftssh_status swiftssh_agent_set_identity_path(
    swiftssh_agent *agent,
    const char *path,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Algorithm profile
 */

/**
 * Sets how old the server of a session may be: what is offered for the purposes for which swiftssh_session_method_pref is not called.
 *
 * @param session A session that has not been connected.
 * @param profile One of SWIFTSSH_ALGORITHM_PROFILE_*.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for another number, SWIFTSSH_ERROR_BAD_USE after the handshake.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_session_set_algorithm_profile(
    swiftssh_session *session,
    int32_t profile,
    swiftssh_error **error);

/**
 * Sets how old the server of a client may be: what is offered for the purposes for which swiftssh_client_set_algorithms is not called.
 *
 * @param client A client that has not been connected.
 * @param profile One of SWIFTSSH_ALGORITHM_PROFILE_*.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for another number, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_algorithm_profile(
    swiftssh_client *client,
    int32_t profile,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Caller
 *
 * Calls that do not wait, for event loops: each task of the loop has a caller, and one descriptor of the session tells when calls are to be made again.
 */

/**
 * Makes a caller of a session: somebody who makes its calls one after the other, without waiting in them. Between swiftssh_caller_enter and swiftssh_caller_leave
 * a call that would block returns SWIFTSSH_ERROR_EAGAIN; it is made again in the same words when swiftssh_session_turn tells the caller's number. The same call of two
 * callers is two calls. All functions that return SWIFTSSH_ERROR_EAGAIN in non-blocking mode can be called so, and swiftssh_client_start, swiftssh_client_forward_remote and those of
 * swiftssh_process. Those that wait in non-blocking mode wait here too.
 *
 * @param session A session.
 * @param number What swiftssh_session_turn is to tell.
 * @param out_caller Receives the caller, which the caller frees with swiftssh_caller_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVAL for a NULL output.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_caller_new(
    swiftssh_session *session,
    uint64_t number,
    swiftssh_caller **out_caller,
    swiftssh_error **error);

/**
 * Frees a caller. What it has under way is given up: what it opens is closed when it comes. The session goes on.
 *
 * @param caller A caller; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_caller_free(swiftssh_caller *caller);

/**
 * Sets the time for what a caller does from now on, in all. Timeouts of the session and of single calls mean nothing to calls that do not wait.
 *
 * @param caller A caller.
 * @param timeout_ms The time in milliseconds; negative for no limit, as at first. Nobody tells the caller that it has passed: its next call that would
 *   block returns SWIFTSSH_ERROR_TIMEOUT and is given up.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_caller_set_timeout(
    swiftssh_caller *caller,
    int64_t timeout_ms,
    swiftssh_error **error);

/**
 * From here on the calls that this thread makes of the session are the caller's, until swiftssh_caller_leave.
 *
 * @param caller A caller.
 * @param waits 0 for calls that do not wait; 1 for calls that wait until swiftssh_caller_cancel.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE when they are a caller's already; SWIFTSSH_ERROR_INVAL for another value of `waits`; SWIFTSSH_ERROR_REENTERED in a
 *   callback of the session; SWIFTSSH_ERROR_FORKED; SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_caller_enter(
    swiftssh_caller *caller,
    int32_t waits,
    swiftssh_error **error);

/**
 * From here on the calls that this thread makes of the session are nobody's in particular.
 *
 * @param caller The caller that was entered.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_caller_leave(swiftssh_caller *caller, swiftssh_error **error);

/**
 * Ends what a caller does, from any thread: its call that waits, and each that would have to wait from here on, returns SWIFTSSH_ERROR_CANCELLED at once. The session goes on.
 *
 * @param caller A caller.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_caller_cancel(swiftssh_caller *caller, swiftssh_error **error);

/**
 * A descriptor that becomes readable when swiftssh_session_turn is to be called. An event loop waits for it and for nothing else of the session, also while threads wait in the
 * session's calls, and while nobody calls: an idle session then answers the server at once.
 *
 * @param session A session that is connected, by whatever way.
 * @param error Receives the error; may be NULL.
 * @return The descriptor, which is the session's and is closed with it, and must not be read; SWIFTSSH_ERROR_ALLOC where the system has none left;
 *   SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
int64_t swiftssh_session_notice_descriptor(swiftssh_session *session, swiftssh_error **error);

/**
 * Takes in and sends what there is, unless there is a caller to be told already, and tells which caller is to make its call again; there may be no more for it than
 * before. To be called until it returns 0, or a number of times: the descriptor stays readable while there are callers to be told.
 *
 * @param session A session.
 * @param out_number Receives the caller's number; 0 for none, and on failure.
 * @param error Receives the error; may be NULL.
 * @return 1 when a caller is told, 0 for none; SWIFTSSH_ERROR_REENTERED in a callback of the session; SWIFTSSH_ERROR_FORKED; SWIFTSSH_ERROR_INVAL for a NULL output;
 *   SWIFTSSH_ERROR_INVALID_HANDLE. That the connection is over is told by the callers' calls.
 * @par Blocks
 *   No.
 */
int64_t swiftssh_session_turn(
    swiftssh_session *session,
    uint64_t *out_number,
    swiftssh_error **error);

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
 * @param command The command line, as the user's shell on the server is to read it: bytes that end in NUL, UTF-8 or not.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for a command that is longer than the engine can send; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_BAD_USE when something runs already;
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
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for a command (`exec`) that holds a NUL, and for what is longer than the engine can send; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_BAD_USE when something runs already;
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
 * @return SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 */
swiftssh_status swiftssh_channel_wait_exit(
    swiftssh_channel *channel,
    int32_t *out_kind,
    int32_t *out_status,
    swiftssh_error **error);

/**
 * How the remote process ended, as far as that has come.
 *
 * @param channel A channel.
 * @return One of SWIFTSSH_EXIT_*; 0 while it may still come; why the connection is over, where it was cut before the channel's end;
 *   SWIFTSSH_ERROR_REENTERED in a callback of this session; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 * @par Blocks
 *   No.
 */
int32_t swiftssh_channel_exit_kind(swiftssh_channel *channel);

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
 * The server's explanation of the signal that ended the remote process, escaped.
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

/**
 * The language of the server's explanation of the signal (RFC 3066), escaped, for example `en`.
 *
 * @param channel A channel.
 * @param buffer Receives the text; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the text, 0 for none; or a status.
 * @par Blocks
 *   No.
 */
int64_t swiftssh_channel_exit_signal_language(
    swiftssh_channel *channel,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * Whether the remote process dumped core when a signal ended it.
 *
 * @param channel A channel.
 * @return 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_channel_exit_signal_core_dumped(swiftssh_channel *channel);

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
 * Sends a break to the remote process's terminal or line.
 *
 * @param channel A channel.
 * @param milliseconds How long the break is; 0 leaves it to the server.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses, as OpenSSH does without a terminal;
 *   SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_CHANNEL_BREAK; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in
 *   non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   RFC 4335.
 */
swiftssh_status swiftssh_channel_send_break(
    swiftssh_channel *channel,
    uint32_t milliseconds,
    swiftssh_error **error);

/**
 * Asks for the user's authentication agent to be forwarded to what will run. Whoever controls the server can use the agent then. Its connections come to
 * swiftssh_session_listen_agent, and are refused where that has not been called. OpenSSH agrees once in a connection, for all that is started in it from then on,
 * and refuses a second time.
 *
 * @param channel A channel.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without
 *   SWIFTSSH_CAPABILITY_AGENT_FORWARDING; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_channel_request_auth_agent.
 */
swiftssh_status swiftssh_channel_request_auth_agent(
    swiftssh_channel *channel,
    swiftssh_error **error);

/**
 * Asks for X11 to be forwarded to what will run. Its connections come to swiftssh_session_listen_x11, and are refused where that has not been called.
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
 * @param adjustment How many more; the window may grow to 2^31 bytes, beyond that it is SWIFTSSH_ERROR_INVAL.
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
 * Drops what has been received and was not read; what arrives meanwhile stays.
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
 * Client
 */

/**
 * Makes a client that is not connected. It will connect as ~/.ssh/config and /etc/ssh/ssh_config say; where they say nothing, it accepts the hosts that the user's known_hosts
 * files list, and uses the keys of the agent that SSH_AUTH_SOCK names and those of ~/.ssh/id_ed25519, id_ecdsa and id_rsa that exist. What the functions below say goes
 * before what those files say.
 *
 * @param host A name, an alias of ssh_config's, or an address, IPv6 or IPv4.
 * @param port The port; 0 takes what ssh_config says, 22 where it says nothing.
 * @param username The user's name on the server; NULL takes what ssh_config says, and where it says nothing that of this process's user.
 * @param out_client Receives the client, which the caller frees with swiftssh_client_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for a NULL host or output; SWIFTSSH_ERROR_INVALID_TEXT.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_new(
    const char *host,
    uint16_t port,
    const char *username,
    swiftssh_client **out_client,
    swiftssh_error **error);

/**
 * Lets a client go, without waiting. Processes and forwards keep the connection until they are freed too.
 *
 * @param client A client; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_client_free(swiftssh_client *client);

/**
 * Reads the ssh_config files, resolves the host's name, connects, through other hosts where they say so, checks the host's key and logs in, with several credentials where the server wants several. The agent's keys are tried
 * first, then key files, the password, and the answers to the server's questions.
 *
 * @param client A client that has not been connected.
 * @param timeout_ms The time for all of it in milliseconds; negative for no limit.
 * @param error Receives the error; may be NULL. About a host key it has fingerprints, path and line.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_ADDRESS_NOT_FOUND; SWIFTSSH_ERROR_CONNECT; what swiftssh_session_handshake returns; SWIFTSSH_ERROR_HOST_KEY_UNKNOWN,
 *   SWIFTSSH_ERROR_HOST_KEY_MISMATCH, SWIFTSSH_ERROR_HOST_KEY_REVOKED, SWIFTSSH_ERROR_HOST_KEY_REFUSED; SWIFTSSH_ERROR_AUTHENTICATION_FAILED, whose message says what was offered and
 *   what the server takes; SWIFTSSH_ERROR_FILE, also for an ssh_config file that is not understood, SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_CANCELLED; SWIFTSSH_ERROR_BAD_USE for a second time.
 * @par Blocks
 *   Until the user is logged in or the time has passed.
 */
swiftssh_status swiftssh_client_connect(
    swiftssh_client *client,
    int64_t timeout_ms,
    swiftssh_error **error);

/**
 * Says goodbye and ends a client's connection with everything that goes through it. Calls of other threads that wait return SWIFTSSH_ERROR_CANCELLED, also
 * swiftssh_client_connect. Closing it again does nothing.
 *
 * @param client A client.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   Half a second at most.
 */
swiftssh_status swiftssh_client_close(swiftssh_client *client, swiftssh_error **error);

/**
 * Whether a client has logged in and its connection has not ended, as far as is known without asking the server.
 *
 * @param client A client.
 * @return 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_client_is_connected(swiftssh_client *client);

/**
 * The session of a client, for everything that the client has no function for. It ends with the client.
 *
 * @param client A client that has begun to connect.
 * @param out_session Receives the session, which the caller frees with swiftssh_session_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_session(
    swiftssh_client *client,
    swiftssh_session **out_session,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Client attempts
 */

/**
 * Sets how often a server is tried that cannot be connected to, or that drops the connection before it has said who it is, as one does that has too many at once.
 * Between two attempts there is a random wait, which grows: up to 2 seconds, 4, 8 and so on to 16, all within the time that connecting may take. Whatever comes
 * after the server's identification is never tried again, nor is a name without an address.
 *
 * @param client A client that has not been connected.
 * @param attempts How often at most, for each of the hosts on the way too. 0, the default, takes what ssh_config says (ConnectionAttempts), 1 where it says nothing; a fleet
 *   then tries a server that drops connections up to 6 times.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_connection_attempts(
    swiftssh_client *client,
    uint32_t attempts,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Client command
 */

/**
 * Runs a command to its end.
 *
 * @param client A client that is connected.
 * @param command The command line, as the user's shell on the server is to read it: bytes that end in NUL, UTF-8 or not.
 * @param input What the command reads from standard input, which then ends; may be NULL when there is nothing.
 * @param input_length Its length in bytes.
 * @param environment Variables to set, each as `NAME=value` with a NUL after it; may be NULL when there are none. Servers take only names that they are
 *   configured to take.
 * @param environment_length The length of all of them in bytes.
 * @param limit How many bytes are kept of both of the command's outputs together; negative for no limit.
 * @param timeout_ms The time for all of it in milliseconds; negative for no limit.
 * @param out_result Receives the result, which the caller frees with swiftssh_command_result_free; NULL on failure.
 * @param error Receives the error; may be NULL. swiftssh_error_output gives what the command had written.
 * @return SWIFTSSH_ERROR_NONE however the command ended; SWIFTSSH_ERROR_INVAL for a command that is longer than the engine can send; SWIFTSSH_ERROR_CHANNEL_FAILURE and SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses;
 *   SWIFTSSH_ERROR_OUTPUT_LIMIT and SWIFTSSH_ERROR_TIMEOUT, after which the command has been ended as swiftssh_process_kill does; why the connection is over.
 * @par Blocks
 *   Until the command has ended or the time has passed.
 */
swiftssh_status swiftssh_client_run(
    swiftssh_client *client,
    const char *command,
    const uint8_t *input,
    size_t input_length,
    const uint8_t *environment,
    size_t environment_length,
    int64_t limit,
    int64_t timeout_ms,
    swiftssh_command_result **out_result,
    swiftssh_error **error);

/**
 * Starts a command, both of whose outputs are read.
 *
 * @param client A client that is connected.
 * @param command The command line, as the user's shell on the server is to read it: bytes that end in NUL, UTF-8 or not; NULL starts the user's shell.
 * @param environment Variables to set, each as `NAME=value` with a NUL after it; may be NULL when there are none.
 * @param environment_length The length of all of them in bytes.
 * @param terminal The type of the terminal that it gets, as in `TERM`; NULL for no terminal.
 * @param columns The terminal's columns.
 * @param rows The terminal's rows.
 * @param timeout_ms The time until it has been started in milliseconds; negative for no limit.
 * @param out_process Receives the process, which the caller frees with swiftssh_process_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_FAILURE and SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_TIMEOUT; why the
 *   connection is over.
 * @par Blocks
 *   Until the server answers or the time has passed.
 */
swiftssh_status swiftssh_client_start(
    swiftssh_client *client,
    const char *command,
    const uint8_t *environment,
    size_t environment_length,
    const char *terminal,
    uint32_t columns,
    uint32_t rows,
    int64_t timeout_ms,
    swiftssh_process **out_process,
    swiftssh_error **error);

/**
 * Starts a command, and says what becomes of its standard error stream: where that is read apart and nobody reads it, a process that has filled it waits.
 *
 * @param client A client that is connected.
 * @param command The command line, as the user's shell on the server is to read it: bytes that end in NUL, UTF-8 or not; NULL starts the user's shell.
 * @param environment Variables to set, each as `NAME=value` with a NUL after it; may be NULL when there are none.
 * @param environment_length The length of all of them in bytes.
 * @param terminal The type of the terminal that it gets, as in `TERM`; NULL for no terminal.
 * @param columns The terminal's columns.
 * @param rows The terminal's rows.
 * @param standard_error One of SWIFTSSH_EXTENDED_DATA_*: read as stream 1, dropped, or read as part of stream 0.
 * @param timeout_ms The time until it has been started in milliseconds; negative for no limit.
 * @param out_process Receives the process, which the caller frees with swiftssh_process_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for another number; SWIFTSSH_ERROR_CHANNEL_FAILURE and SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_TIMEOUT; why the
 *   connection is over.
 * @par Blocks
 *   Until the server answers or the time has passed.
 */
swiftssh_status swiftssh_client_start_ex(
    swiftssh_client *client,
    const char *command,
    const uint8_t *environment,
    size_t environment_length,
    const char *terminal,
    uint32_t columns,
    uint32_t rows,
    int32_t standard_error,
    int64_t timeout_ms,
    swiftssh_process **out_process,
    swiftssh_error **error);

/**
 * Frees a result.
 *
 * @param result A result; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_command_result_free(swiftssh_command_result *result);

/**
 * How a command ended.
 *
 * @param result A result.
 * @return One of SWIFTSSH_EXIT_*; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_command_result_exit_kind(swiftssh_command_result *result);

/**
 * The status that a command exited with.
 *
 * @param result A result.
 * @return The status with SWIFTSSH_EXIT_EXITED, else 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_command_result_exit_status(swiftssh_command_result *result);

/**
 * The name of the signal that ended a command, without SIG, escaped, for example `KILL`.
 *
 * @param result A result.
 * @return The text, valid until the result is freed; empty where no signal ended it.
 */
const char *swiftssh_command_result_exit_signal(swiftssh_command_result *result);

/**
 * What a command wrote.
 *
 * @param result A result.
 * @param stream_id 0 for standard output, 1 for standard error.
 * @param buffer Receives the bytes; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @return The number of bytes that the command wrote; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_command_result_output(
    swiftssh_command_result *result,
    uint32_t stream_id,
    uint8_t *buffer,
    size_t capacity);

/**
 * Fails unless a command ended by itself with the status 0.
 *
 * @param result A result.
 * @param error Receives the error; may be NULL. Its server text is the end of standard error, escaped.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_COMMAND_FAILED, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_command_result_check(
    swiftssh_command_result *result,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Client configuration
 *
 * What a client takes from ssh_config, and what came of it.
 */

/**
 * Adds an ssh_config file that says how the host is connected to, as far as the caller does not; the first one takes the place of ~/.ssh/config and /etc/ssh/ssh_config.
 *
 * @param client A client that has not been connected.
 * @param path The file's path; it must exist when the client connects.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_add_configuration_file(
    swiftssh_client *client,
    const char *path,
    swiftssh_error **error);

/**
 * Has a client read no ssh_config files, or the user's and the system's again, and forgets those that were added.
 *
 * @param client A client that has not been connected.
 * @param use 0 for none, anything else for ~/.ssh/config and /etc/ssh/ssh_config, the default.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_user_configuration(
    swiftssh_client *client,
    int32_t use,
    swiftssh_error **error);

/**
 * The name or address that a client is connected to: what HostName of ssh_config says; what the caller named before connecting has begun.
 *
 * @param client A client.
 * @return The text, valid until the client is freed; empty for a bad handle.
 */
const char *swiftssh_client_host(swiftssh_client *client);

/**
 * The port that a client is connected to: what Port of ssh_config says where the caller does not, and 22 where it says nothing.
 *
 * @param client A client.
 * @return The port; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_client_port(swiftssh_client *client);

/**
 * The user that a client logs in as: what User of ssh_config says where the caller does not, and this process's user where it says nothing.
 *
 * @param client A client.
 * @return The text, valid until the client is freed; empty for a bad handle, and before connecting has begun where the caller gave none.
 */
const char *swiftssh_client_username(swiftssh_client *client);

/* -------------------------------------------------------------------------------------------------
 * Client keepalive
 */

/**
 * Sets how a server is noticed that no longer answers, although its machine may: when nothing has come for the interval, it is asked.
 *
 * @param client A client that has not been connected.
 * @param interval_ms The interval in milliseconds; 0 for never. Negative, the default, takes what ssh_config says (ServerAliveInterval), 30 seconds where it says nothing.
 * @param count How many intervals the server may leave that question unanswered: the connection then ends with SWIFTSSH_ERROR_SOCKET_DISCONNECT and
 *   ETIMEDOUT. 0, the default, takes what ssh_config says (ServerAliveCountMax), 3 where it says nothing.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_keepalive(
    swiftssh_client *client,
    int64_t interval_ms,
    uint32_t count,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Client key
 */

/**
 * Adds a private key in memory; such keys are tried first, and where there is one the user's own files are not tried. The copy is wiped when the client has connected, or is freed.
 *
 * @param client A client that has not been connected.
 * @param key What a key file would hold, in any format that is read from files; copied.
 * @param key_length Its bytes, at most 16 MiB.
 * @param passphrase What the key is encrypted with; copied; may be NULL when it is not.
 * @param passphrase_length Its bytes, at most 16 MiB.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED. What is no key is told by connecting.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_add_key(
    swiftssh_client *client,
    const uint8_t *key,
    size_t key_length,
    const uint8_t *passphrase,
    size_t passphrase_length,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Client options
 */

/**
 * The keys that known_hosts files list for the host; a file that does not exist lists none. The default where ssh_config says nothing else.
 */
#define SWIFTSSH_HOST_KEYS_STRICT 1

/** The same, but the key of a host that no line names is accepted and written to the first file. */
#define SWIFTSSH_HOST_KEYS_ACCEPT_NEW 2

/** Every key: whoever is on the way to the server can read and change everything, passwords included. */
#define SWIFTSSH_HOST_KEYS_INSECURE_ACCEPT_ANYTHING 3

/**
 * Sets which host keys are accepted.
 *
 * @param client A client that has not been connected.
 * @param policy One of SWIFTSSH_HOST_KEYS_*.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for another number; SWIFTSSH_ERROR_BAD_USE when it has begun to connect; SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_host_key_policy(
    swiftssh_client *client,
    int32_t policy,
    swiftssh_error **error);

/**
 * Adds a known_hosts file; the first one takes the place of those that ssh_config names, of the user's ~/.ssh/known_hosts and of /etc/ssh/ssh_known_hosts. Without a policy the
 * client accepts what they list and nothing else.
 *
 * @param client A client that has not been connected.
 * @param path The file's path.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_add_known_hosts_file(
    swiftssh_client *client,
    const char *path,
    swiftssh_error **error);

/**
 * Has a client accept the keys that a list holds for the host, and no others.
 *
 * @param client A client that has not been connected.
 * @param known_hosts The list.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_known_hosts(
    swiftssh_client *client,
    swiftssh_knownhost *known_hosts,
    swiftssh_error **error);

/**
 * Has a client accept one host key and no other.
 *
 * @param client A client that has not been connected.
 * @param fingerprint The key's SHA-256 fingerprint as ssh-keygen -l shows it: `SHA256:` and base64.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_fingerprint(
    swiftssh_client *client,
    const char *fingerprint,
    swiftssh_error **error);

/**
 * Has a client ask whether a host key is accepted.
 *
 * @param client A client that has not been connected.
 * @param callback Asked once, while the client connects.
 * @param user_data Handed to the callback; may be NULL.
 * @param finalizer Called once when user_data is no longer needed; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for a NULL callback, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_host_key_callback(
    swiftssh_client *client,
    swiftssh_host_key_callback callback,
    void *user_data,
    swiftssh_finalizer finalizer,
    swiftssh_error **error);

/**
 * Sets which agent is asked for keys.
 *
 * @param client A client that has not been connected.
 * @param use 0 for none.
 * @param path The path of the agent's socket; NULL takes the environment's SSH_AUTH_SOCK, the default where ssh_config says nothing else.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_agent(
    swiftssh_client *client,
    int32_t use,
    const char *path,
    swiftssh_error **error);

/**
 * Has an agent forwarded to what is started on the host; none is by default. As long as the connection lasts, whoever controls the host can have that agent sign:
 * log in elsewhere as the user. Its connections are carried by threads of the library.
 *
 * @param client A client that has not been connected.
 * @param use 0 for none.
 * @param path The path of the agent's socket; NULL takes the environment's SSH_AUTH_SOCK.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED. Connecting then returns
 *   SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_AGENT_FORWARDING, and SWIFTSSH_ERROR_AGENT_PROTOCOL where there is no such agent.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_agent_forwarding(
    swiftssh_client *client,
    int32_t use,
    const char *path,
    swiftssh_error **error);

/**
 * Has an X display forwarded to what is started on the host; none is by default. As long as the connection lasts, whoever controls the host can see and do
 * whatever goes on at that display. Its connections are carried by threads of the library; the host gets a cookie that is good for nothing else.
 *
 * @param client A client that has not been connected.
 * @param use 0 for none.
 * @param display The display's name, as in DISPLAY: `:0`, `host:0.1`, or the path of a socket; NULL takes the environment's DISPLAY.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED. Connecting then returns
 *   SWIFTSSH_ERROR_INVAL where that does not name a display.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_x11_forwarding(
    swiftssh_client *client,
    int32_t use,
    const char *display,
    swiftssh_error **error);

/**
 * Adds a private key's file; the first one takes the place of those that ssh_config names and of the user's own.
 *
 * @param client A client that has not been connected.
 * @param path The file's path.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_add_key_file(
    swiftssh_client *client,
    const char *path,
    swiftssh_error **error);

/**
 * Has a client use no key files, or the user's own again, and forgets those that were added.
 *
 * @param client A client that has not been connected.
 * @param use 0 for none, anything else for those that ssh_config names or the user's own, the default.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_user_key_files(
    swiftssh_client *client,
    int32_t use,
    swiftssh_error **error);

/**
 * Has a client ask for the passphrases of encrypted key files; without it they are not used.
 *
 * @param client A client that has not been connected.
 * @param callback Asked for each such file that the server takes, while the client connects.
 * @param user_data Handed to the callback; may be NULL.
 * @param finalizer Called once when user_data is no longer needed; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for a NULL callback, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_passphrase_callback(
    swiftssh_client *client,
    swiftssh_passphrase_callback callback,
    void *user_data,
    swiftssh_finalizer finalizer,
    swiftssh_error **error);

/**
 * Sets the user's password, which is also given to a server that asks for it by keyboard-interactive in one hidden question.
 *
 * @param client A client that has not been connected.
 * @param password The password's bytes, which are copied; may be NULL when there are none. The copy is wiped when the client has connected, or is freed.
 * @param password_length Their number, at most 65536.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_password(
    swiftssh_client *client,
    const uint8_t *password,
    size_t password_length,
    swiftssh_error **error);

/**
 * Has a client let the caller answer the server's questions.
 *
 * @param client A client that has not been connected.
 * @param callback Called once for each round of questions, while the client connects; it must not call into the client.
 * @param user_data Handed to the callback; may be NULL.
 * @param finalizer Called once when user_data is no longer needed; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for a NULL callback, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_keyboard_interactive_callback(
    swiftssh_client *client,
    swiftssh_keyboard_interactive_callback callback,
    void *user_data,
    swiftssh_finalizer finalizer,
    swiftssh_error **error);

/**
 * Sets how many attempts the server is taken to allow: keys are offered only as long as one is left for each of the other credentials.
 *
 * @param client A client that has not been connected.
 * @param attempts The number, OpenSSH's MaxAuthTries; 6 is the default.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_attempts(
    swiftssh_client *client,
    uint32_t attempts,
    swiftssh_error **error);

/**
 * Sets which algorithms are offered for a purpose, for both directions where it has two.
 *
 * @param client A client that has not been connected.
 * @param method_type One of SWIFTSSH_METHOD_*.
 * @param preferences The algorithms' names, favourite first, with commas between. What the engine does not have is left out.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for an unknown purpose, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 *   Where the engine has none of them, connecting returns SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_algorithms(
    swiftssh_client *client,
    int32_t method_type,
    const char *preferences,
    swiftssh_error **error);

/**
 * Sets whether compression is offered; by default ssh_config says, and it is not where that says nothing.
 *
 * @param client A client that has not been connected.
 * @param offered 0 or not 0.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_compression(
    swiftssh_client *client,
    int32_t offered,
    swiftssh_error **error);

/**
 * Has the connection go through another client's host, and not where ssh_config would have it go.
 *
 * @param client A client that has not been connected.
 * @param jump_host A client that is connected; it stays in use as long as the first one, also when its handle is freed.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when the first has begun to connect or the second has not, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_jump_host(
    swiftssh_client *client,
    swiftssh_client *jump_host,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Client questions
 *
 * What a client asks of its callbacks.
 */

/**
 * The host that presents a key: the name or address that is connected to.
 *
 * @param presented A key.
 * @return The text, valid inside the callback; empty for a bad handle.
 */
const char *swiftssh_presented_host_key_host(swiftssh_presented_host_key *presented);

/**
 * The port of the host that presents a key.
 *
 * @param presented A key.
 * @return The port; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_presented_host_key_port(swiftssh_presented_host_key *presented);

/**
 * The name of the key's type, escaped, for example `ssh-ed25519`.
 *
 * @param presented A key.
 * @return The text, valid inside the callback; empty for a bad handle.
 */
const char *swiftssh_presented_host_key_type(swiftssh_presented_host_key *presented);

/**
 * The key's SHA-256 fingerprint as ssh-keygen -l shows it: `SHA256:` and base64.
 *
 * @param presented A key.
 * @return The text, valid inside the callback; empty for a bad handle and where the system's cryptography does not allow SHA-256.
 */
const char *swiftssh_presented_host_key_fingerprint(swiftssh_presented_host_key *presented);

/**
 * The key as the wire has it (RFC 4253, 6.6).
 *
 * @param presented A key.
 * @param buffer Receives the bytes; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the key; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_presented_host_key_blob(
    swiftssh_presented_host_key *presented,
    uint8_t *buffer,
    size_t capacity);

/**
 * The path of the key file whose passphrase is asked for.
 *
 * @param request A file.
 * @return The text, valid inside the callback; empty for a bad handle.
 */
const char *swiftssh_passphrase_request_path(swiftssh_passphrase_request *request);

/**
 * Gives the passphrase that is asked for; a second answer takes the place of the first.
 *
 * @param request A file.
 * @param passphrase The passphrase's bytes, which are copied; may be NULL when there are none.
 * @param passphrase_length Their number, at most 65536.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL when it is too long, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_passphrase_answer(
    swiftssh_passphrase_request *request,
    const uint8_t *passphrase,
    size_t passphrase_length,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Engine
 */

/** The engine that the environment variable SWIFTSSH_ENGINE names, or libssh2. */
#define SWIFTSSH_ENGINE_DEFAULT 0

/** libssh2, as the process has loaded it. */
#define SWIFTSSH_ENGINE_LIBSSH2 1

/** This library's own engine. */
#define SWIFTSSH_ENGINE_NATIVE 2

/**
 * Makes a session that is not connected, on an engine of the caller's choice.
 *
 * @param engine One of SWIFTSSH_ENGINE_*.
 * @param out_session Receives the session, which the caller frees with swiftssh_session_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_ALLOC, SWIFTSSH_ERROR_INVAL for a NULL output or an engine that there is not.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_session_new_with_engine(
    int32_t engine,
    swiftssh_session **out_session,
    swiftssh_error **error);

/**
 * Sets the engine that a client's session runs on.
 *
 * @param client A client that has not been connected.
 * @param engine One of SWIFTSSH_ENGINE_*; the default is SWIFTSSH_ENGINE_DEFAULT.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for an engine that there is not, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_engine(
    swiftssh_client *client,
    int32_t engine,
    swiftssh_error **error);

/**
 * The engine that a session runs on.
 *
 * @param session A session.
 * @return One of SWIFTSSH_ENGINE_*; or SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
int32_t swiftssh_session_engine(swiftssh_session *session);

/**
 * What the engine of a session can do.
 *
 * @param session A session.
 * @return Bits of SWIFTSSH_CAPABILITY_*; 0 for a handle that is none.
 * @par Blocks
 *   No.
 */
uint64_t swiftssh_session_capabilities(swiftssh_session *session);

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
 * The port of that host.
 *
 * @param error An error.
 * @return The port, 1 to 65535; 0 where there is no host, as in a session over a caller's socket, and where nobody had said the port yet;
 *   SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_error_port(swiftssh_error *error);

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
 * The whole error in one line: phase, host with its port where that is not 22, path, message, the server's text, the status's name and number.
 *
 * @param error An error.
 * @return The text, valid until the error is freed; empty where there is none and for a bad handle.
 */
const char *swiftssh_error_description(swiftssh_error *error);

/* -------------------------------------------------------------------------------------------------
 * Error details
 */

/**
 * The fingerprint of the host key that was refused.
 *
 * @param error An error.
 * @return `SHA256:` and base64, valid until the error is freed; empty where the error is not about a host key.
 */
const char *swiftssh_error_host_key_fingerprint(swiftssh_error *error);

/**
 * The type of the host key that was refused, for example `ssh-ed25519`, escaped.
 *
 * @param error An error.
 * @return The text, valid until the error is freed; empty where the error is not about a host key.
 */
const char *swiftssh_error_host_key_type(swiftssh_error *error);

/**
 * The fingerprint of the host key that was expected.
 *
 * @param error An error.
 * @return `SHA256:` and base64, valid until the error is freed; empty where none was.
 */
const char *swiftssh_error_expected_fingerprint(swiftssh_error *error);

/**
 * The line of the error's file that it is about.
 *
 * @param error An error.
 * @return The line's number, the first being 1; 0 for none; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_error_line(swiftssh_error *error);

/**
 * What a remote command had written when the call failed.
 *
 * @param error An error.
 * @param stream_id 0 for standard output, 1 for standard error.
 * @param buffer Receives the bytes; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @return The number of bytes, 0 where no command was run; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_error_output(
    swiftssh_error *error,
    uint32_t stream_id,
    uint8_t *buffer,
    size_t capacity);

/* -------------------------------------------------------------------------------------------------
 * Fleet
 */

/**
 * Makes a list of hosts to run a command on, empty at first.
 *
 * @param options A client that has not been connected, whose options are taken for every host; its own host is not.
 * @param concurrency On how many hosts at most the command runs at once, 1 to 1024; each takes a thread.
 * @param out_fleet Receives the list, which the caller frees with swiftssh_fleet_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE when the client has begun to connect; SWIFTSSH_ERROR_INVAL for a NULL output.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_fleet_new(
    swiftssh_client *options,
    uint32_t concurrency,
    swiftssh_fleet **out_fleet,
    swiftssh_error **error);

/**
 * Frees a list of hosts; what runs on them is ended, without waiting.
 *
 * @param fleet A fleet; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_fleet_free(swiftssh_fleet *fleet);

/**
 * Adds a host.
 *
 * @param fleet A fleet that has not been started.
 * @param host A name or an address.
 * @param port The port; 0 takes what ssh_config says, 22 where it says nothing.
 * @param username The user's name there; NULL takes what ssh_config says, and where it says nothing that of this process's user.
 * @param error Receives the error; may be NULL.
 * @return The host's number, from 0; SWIFTSSH_ERROR_BAD_USE when the fleet has been started; SWIFTSSH_ERROR_INVAL, SWIFTSSH_ERROR_INVALID_TEXT.
 * @par Blocks
 *   No.
 */
int64_t swiftssh_fleet_add(
    swiftssh_fleet *fleet,
    const char *host,
    uint16_t port,
    const char *username,
    swiftssh_error **error);

/**
 * Begins to run a command on all hosts: each is connected to, runs it and is left.
 *
 * @param fleet A fleet that has not been started.
 * @param command The command line, as the user's shell on the server is to read it: bytes that end in NUL, UTF-8 or not.
 * @param input What the command reads from standard input on each; may be NULL when there is nothing.
 * @param input_length Its length in bytes.
 * @param environment Variables to set, each as `NAME=value` with a NUL after it; may be NULL when there are none.
 * @param environment_length The length of all of them in bytes.
 * @param limit How many bytes of output are kept for each host; negative for no limit.
 * @param timeout_ms The time for one host in milliseconds, connecting included; negative for no limit, but for connecting a minute.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE for a second time; SWIFTSSH_ERROR_ALLOC where the system has no thread left.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_fleet_start(
    swiftssh_fleet *fleet,
    const char *command,
    const uint8_t *input,
    size_t input_length,
    const uint8_t *environment,
    size_t environment_length,
    int64_t limit,
    int64_t timeout_ms,
    swiftssh_error **error);

/**
 * Waits for a host that is done and has not been told yet.
 *
 * @param fleet A fleet that has been started, with swiftssh_fleet_remaining above 0.
 * @param timeout_ms The time to wait in milliseconds; negative for no limit.
 * @param error Receives the error; may be NULL.
 * @return The host's number; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_BAD_USE when all have been told, and before the start.
 * @par Blocks
 *   Until a host is done or the time has passed.
 */
int64_t swiftssh_fleet_next(swiftssh_fleet *fleet, int64_t timeout_ms, swiftssh_error **error);

/**
 * How many hosts swiftssh_fleet_next has not told yet.
 *
 * @param fleet A fleet that has been started.
 * @return The number; SWIFTSSH_ERROR_BAD_USE before the start, SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_fleet_remaining(swiftssh_fleet *fleet);

/**
 * On how many hosts at most a fleet runs at once: what was asked for, as far as the process's limit of open files (RLIMIT_NOFILE) has room for six for
 * each host, eight behind a jump host. The limit is the program's to raise, before the start.
 *
 * @param fleet A fleet that has been started.
 * @return The number; SWIFTSSH_ERROR_BAD_USE before the start, SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_fleet_concurrency(swiftssh_fleet *fleet);

/**
 * What became of a host, as if swiftssh_client_connect and swiftssh_client_run had been called for it here.
 *
 * @param fleet A fleet that has been started.
 * @param index The host's number.
 * @param out_result Receives the result, which the caller frees with swiftssh_command_result_free; NULL on failure.
 * @param error Receives the host's error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE however the command ended; what connecting and running return; SWIFTSSH_ERROR_CANCELLED; SWIFTSSH_ERROR_BAD_USE when the host is not
 *   done, SWIFTSSH_ERROR_INVAL for a NULL output.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_fleet_result(
    swiftssh_fleet *fleet,
    uint64_t index,
    swiftssh_command_result **out_result,
    swiftssh_error **error);

/**
 * Ends what runs on hosts: the result of those that were not done is SWIFTSSH_ERROR_CANCELLED.
 *
 * @param fleet A fleet that has been started.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE before the start, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_fleet_cancel(swiftssh_fleet *fleet, swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Forward
 */

/**
 * Listens on a port of this machine and has the server connect to a host for each connection that comes. At most 128 are carried at once; others wait.
 *
 * @param client A client that is connected.
 * @param bind_host The address to listen on; NULL takes 127.0.0.1.
 * @param bind_port The port to listen on; 0 lets the system choose.
 * @param host The host to connect to, as the server is to resolve it.
 * @param port Its port, 1 to 65535.
 * @param out_forward Receives the forward, which the caller frees with swiftssh_forward_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_ADDRESS_NOT_FOUND; SWIFTSSH_ERROR_CONNECT with the error's errno when the port is not to be had; SWIFTSSH_ERROR_INVAL for
 *   port 0 of the host; SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_forward_local(
    swiftssh_client *client,
    const char *bind_host,
    uint16_t bind_port,
    const char *host,
    uint16_t port,
    swiftssh_forward **out_forward,
    swiftssh_error **error);

/**
 * Has the server listen on a port of its own and connects to a host from here for each connection that comes to it. At most 128 are carried at once; others wait.
 *
 * @param client A client that is connected.
 * @param bind_host The address that the server listens on; NULL takes 127.0.0.1, an empty text all, where the server allows that.
 * @param bind_port The port that it listens on; 0 lets the server choose.
 * @param host The host to connect to, as this machine resolves it.
 * @param port Its port, 1 to 65535.
 * @param timeout_ms The time for the server's answer in milliseconds; negative for no limit.
 * @param out_forward Receives the forward, which the caller frees with swiftssh_forward_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_INVAL for port 0 of the host; SWIFTSSH_ERROR_TIMEOUT;
 *   SWIFTSSH_ERROR_CLOSED; why the connection is over.
 * @par Blocks
 *   Until the server answers or the time has passed.
 */
swiftssh_status swiftssh_client_forward_remote(
    swiftssh_client *client,
    const char *bind_host,
    uint16_t bind_port,
    const char *host,
    uint16_t port,
    int64_t timeout_ms,
    swiftssh_forward **out_forward,
    swiftssh_error **error);

/**
 * Serves SOCKS 4, 4a and 5 without authentication on a port of this machine: the server connects to whatever a client of it asks for.
 *
 * @param client A client that is connected.
 * @param bind_host The address to listen on; NULL takes 127.0.0.1. Everybody who can connect to it can use what the server can reach.
 * @param bind_port The port to listen on; 0 lets the system choose.
 * @param out_forward Receives the forward, which the caller frees with swiftssh_forward_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_ADDRESS_NOT_FOUND; SWIFTSSH_ERROR_CONNECT with the error's errno when the port is not to be had; SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_forward_socks(
    swiftssh_client *client,
    const char *bind_host,
    uint16_t bind_port,
    swiftssh_forward **out_forward,
    swiftssh_error **error);

/**
 * Ends a forward and all of its connections, without waiting, and frees it.
 *
 * @param forward A forward; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_forward_free(swiftssh_forward *forward);

/**
 * Ends a forward and all of its connections, and waits for its threads. Closing it again does nothing.
 *
 * @param forward A forward.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   Until its threads have ended, which they do at once.
 */
swiftssh_status swiftssh_forward_close(swiftssh_forward *forward, swiftssh_error **error);

/**
 * The port that a forward listens on.
 *
 * @param forward A forward.
 * @return The port; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_forward_bound_port(swiftssh_forward *forward);

/**
 * Whether a forward still accepts connections.
 *
 * @param forward A forward.
 * @return 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_forward_is_open(swiftssh_forward *forward);

/**
 * What a forward has counted.
 *
 * @param forward A forward.
 * @param out_active Receives the number of connections that are carried now; may be NULL.
 * @param out_total Receives the number of connections that were accepted; may be NULL.
 * @param out_failed Receives the number of those that could not be carried on or did not end in order; may be NULL.
 * @param out_sent Receives the number of bytes that went to the server's side; may be NULL.
 * @param out_received Receives the number of bytes that came from the server's side; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_forward_counts(
    swiftssh_forward *forward,
    uint64_t *out_active,
    uint64_t *out_total,
    uint64_t *out_failed,
    uint64_t *out_sent,
    uint64_t *out_received,
    swiftssh_error **error);

/**
 * The last failure of one of a forward's connections, as if this call had failed with it.
 *
 * @param forward A forward.
 * @param error Receives the failure; may be NULL.
 * @return SWIFTSSH_ERROR_NONE when none has failed, the failure's status, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_forward_last_error(swiftssh_forward *forward, swiftssh_error **error);

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
 * Has the server listen on a UNIX socket of its own and hand over the connections that come.
 *
 * @param session An authenticated session.
 * @param path The socket's path on the server, where nothing may be yet; OpenSSH leaves the socket's file behind.
 * @param queue_maxsize How many connections may wait to be accepted; more are refused.
 * @param out_listener Receives the listener, which the caller frees with swiftssh_listener_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_STREAMLOCAL_LISTENING;
 *   SWIFTSSH_ERROR_REQUEST_DENIED when the server refuses; SWIFTSSH_ERROR_INVAL before authentication; SWIFTSSH_ERROR_TIMEOUT;
 *   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   OpenSSH's PROTOCOL, 2.4.
 */
swiftssh_status swiftssh_session_forward_listen_streamlocal(
    swiftssh_session *session,
    const char *path,
    int32_t queue_maxsize,
    swiftssh_listener **out_listener,
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

/**
 * Takes the connections to the user's agent that the server hands over once a channel has asked for it with swiftssh_channel_request_auth_agent. What
 * swiftssh_listener_accept gives speaks the agent's protocol as its client: it is to be carried to an agent. Without a listener such connections are
 * refused. A client does all of that by itself: swiftssh_client_set_agent_forwarding.
 *
 * @param session A session.
 * @param queue_maxsize How many connections may wait to be accepted; more are refused.
 * @param out_listener Receives the listener, which the caller frees with swiftssh_listener_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_AGENT_FORWARDING; SWIFTSSH_ERROR_BAD_USE where the session
 *   has such a listener; why the connection is over.
 * @par Blocks
 *   No: the server is not asked.
 * @par Source
 *   OpenSSH's PROTOCOL.agent.
 */
swiftssh_status swiftssh_session_listen_agent(
    swiftssh_session *session,
    int32_t queue_maxsize,
    swiftssh_listener **out_listener,
    swiftssh_error **error);

/**
 * Takes the connections to the user's display that the server hands over once a channel has asked for it with swiftssh_channel_x11_req. What
 * swiftssh_listener_accept gives speaks X11 as its client, with the cookie that the channel named: it is to be checked, and carried to a display. Without a
 * listener such connections are refused. A client does all of that by itself: swiftssh_client_set_x11_forwarding.
 *
 * @param session A session.
 * @param queue_maxsize How many connections may wait to be accepted; more are refused.
 * @param out_listener Receives the listener, which the caller frees with swiftssh_listener_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE where the session has such a listener; why the connection is over.
 * @par Blocks
 *   No: the server is not asked.
 * @par Source
 *   RFC 4254, 6.3.2.
 */
swiftssh_status swiftssh_session_listen_x11(
    swiftssh_session *session,
    int32_t queue_maxsize,
    swiftssh_listener **out_listener,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Host configuration
 */

/**
 * Reads what ssh_config files say of a host, for who only wants to know; clients read it by themselves.
 *
 * @param host The host as a user names it, which may be an alias.
 * @param port The port, where it is not for the files to say; 0 where it is.
 * @param username The user's name on the server, where it is not for the files to say; NULL where it is.
 * @param paths The files, each path with a NUL after it, which must exist; NULL takes ~/.ssh/config and /etc/ssh/ssh_config as far as they exist, and
 *   what is not NULL and has no bytes reads none.
 * @param paths_length The length of all of them in bytes.
 * @param timeout_ms The time that commands of `Match exec` may take in milliseconds; negative for no limit.
 * @param out_configuration Receives what they say, which the caller frees with swiftssh_host_configuration_free; NULL on failure.
 * @param error Receives the error, with the path, and the line in its message; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_FILE for a file that cannot be read, does not belong to its user, or has a line that is not understood;
 *   SWIFTSSH_ERROR_INVAL for a NULL host or output; SWIFTSSH_ERROR_INVALID_TEXT; SWIFTSSH_ERROR_TIMEOUT.
 * @par Blocks
 *   While files are read, and commands run.
 */
swiftssh_status swiftssh_host_configuration_new(
    const char *host,
    uint16_t port,
    const char *username,
    const uint8_t *paths,
    size_t paths_length,
    int64_t timeout_ms,
    swiftssh_host_configuration **out_configuration,
    swiftssh_error **error);

/**
 * Frees what swiftssh_host_configuration_new made.
 *
 * @param configuration What it made; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_host_configuration_free(swiftssh_host_configuration *configuration);

/**
 * A keyword that has values, in small letters, as `ssh -G` shows it.
 *
 * @param configuration What files say of a host.
 * @param index The keyword's number, from 0.
 * @return The text, valid until the configuration is freed; empty beyond the last one.
 */
const char *swiftssh_host_configuration_keyword(
    swiftssh_host_configuration *configuration,
    uint64_t index);

/**
 * How many values a keyword has: several for IdentityFile, CertificateFile and the lists of known hosts, one for others, 0 where it is not set.
 *
 * @param configuration What files say of a host.
 * @param keyword The keyword, whatever the case of its letters.
 * @return The number; SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVAL for NULL.
 */
int64_t swiftssh_host_configuration_count(
    swiftssh_host_configuration *configuration,
    const char *keyword);

/**
 * A value of a keyword as `ssh -G` shows it, with tokens and home directories replaced.
 *
 * @param configuration What files say of a host.
 * @param keyword The keyword, whatever the case of its letters.
 * @param index The value's number, from 0.
 * @return The text, valid until the configuration is freed; empty beyond the last one.
 */
const char *swiftssh_host_configuration_value(
    swiftssh_host_configuration *configuration,
    const char *keyword,
    uint64_t index);

/* -------------------------------------------------------------------------------------------------
 * Interrupt
 */

/**
 * Has this thread asked whether it is to wait on: whenever it has waited in the library for a tenth of a second, and at once when a signal has
 * come to it meanwhile.
 *
 * For programs that do on this thread what they have to do when a signal comes; a signal alone ends no call. There is one callback in a process, for
 * one thread: this takes the place of the one that there was, whichever thread's that was. Other threads are not asked. A call that ends something
 * ends it all the same, and may then return SWIFTSSH_ERROR_NONE.
 *
 * @param callback Called in the midst of calls of this thread that wait; the time that it takes counts. NULL for none.
 * @param user_data Handed to the callback; may be NULL.
 * @param finalizer Called once when user_data is no longer needed, which is when another callback or none is set; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_set_interrupt_callback(
    swiftssh_interrupt_callback callback,
    void *user_data,
    swiftssh_finalizer finalizer,
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
 * Known host
 */

/**
 * Makes a list that knows nobody.
 *
 * @param out_hosts Receives the list, which the caller frees with swiftssh_knownhost_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for a NULL output.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_knownhost_init.
 */
swiftssh_status swiftssh_knownhost_new(swiftssh_knownhost **out_hosts, swiftssh_error **error);

/**
 * Lets a list go. Entries that were handed out keep it alive until they are freed too.
 *
 * @param hosts A list; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_knownhost_free(swiftssh_knownhost *hosts);

/**
 * Adds a line at the end of a list; no file is touched. Lines of the same host may be added again.
 *
 * @param hosts A list.
 * @param host The host's name, `[name]:port` for another port than 22, patterns and several names with commas; with
 *   SWIFTSSH_KNOWNHOST_TYPE_SHA1 the HMAC-SHA1 of the name in base64.
 * @param salt The salt of the HMAC in base64; NULL for other types.
 * @param key The key, as typemask says. Its bytes are not looked at.
 * @param key_length Its length in bytes.
 * @param comment What follows the key in the line; NULL for nothing.
 * @param typemask One of SWIFTSSH_KNOWNHOST_TYPE_*, one of SWIFTSSH_KNOWNHOST_KEYENC_* and one of SWIFTSSH_KNOWNHOST_KEY_*.
 * @param out_entry Receives the entry, which the caller frees with swiftssh_knownhost_entry_free; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when that makes no line; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for another type of name.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_knownhost_addc.
 */
swiftssh_status swiftssh_knownhost_addc(
    swiftssh_knownhost *hosts,
    const char *host,
    const char *salt,
    const uint8_t *key,
    size_t key_length,
    const char *comment,
    int32_t typemask,
    swiftssh_knownhost_entry **out_entry,
    swiftssh_error **error);

/**
 * Asks whether a key is a host's. The host is to be trusted if the answer is SWIFTSSH_KNOWNHOST_CHECK_MATCH (0), and in no other
 * case. A revoked key never matches, and the key of a `@cert-authority` line is no host's own. A line without a port is good for every
 * port of its host.
 *
 * @param hosts A list.
 * @param host The host as the user named it.
 * @param port The port; -1 takes host for the whole name.
 * @param key The key or certificate, as typemask says.
 * @param key_length Its length in bytes.
 * @param typemask One of SWIFTSSH_KNOWNHOST_KEYENC_*, SWIFTSSH_KNOWNHOST_TYPE_PLAIN, and one of SWIFTSSH_KNOWNHOST_KEY_* to have
 *   regard only to keys of that type; without one a host that is known by keys of other types is a mismatch.
 * @param out_entry Receives the line that the answer rests on, which the caller frees with swiftssh_knownhost_entry_free; NULL
 *   when there is none. May be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_KNOWNHOST_CHECK_MATCH, SWIFTSSH_KNOWNHOST_CHECK_MISMATCH, SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND or
 *   SWIFTSSH_KNOWNHOST_CHECK_REVOKED; or a status when the check failed.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_knownhost_checkp.
 */
int64_t swiftssh_knownhost_checkp(
    swiftssh_knownhost *hosts,
    const char *host,
    int32_t port,
    const uint8_t *key,
    size_t key_length,
    int32_t typemask,
    swiftssh_knownhost_entry **out_entry,
    swiftssh_error **error);

/**
 * Asks whether the key that the server of a session proved to own is a host's, as OpenSSH does: keys of all types are regarded, and a
 * line without a port that has another key leaves other ports unknown. To be called before the user is authenticated.
 *
 * @param hosts A list.
 * @param session A session that has exchanged keys.
 * @param host The host as the user named it.
 * @param port The port; -1 takes host for the whole name.
 * @param out_entry As with swiftssh_knownhost_checkp; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return As swiftssh_knownhost_checkp; SWIFTSSH_ERROR_BAD_USE before the handshake.
 * @par Blocks
 *   No.
 */
int64_t swiftssh_knownhost_check_session(
    swiftssh_knownhost *hosts,
    swiftssh_session *session,
    const char *host,
    int32_t port,
    swiftssh_knownhost_entry **out_entry,
    swiftssh_error **error);

/**
 * Takes an entry out of its list; no file is touched. The entry itself is still to be freed.
 *
 * @param hosts A list.
 * @param entry An entry of the list.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when it was deleted before or is another list's.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_knownhost_del.
 */
swiftssh_status swiftssh_knownhost_delete(
    swiftssh_knownhost *hosts,
    swiftssh_knownhost_entry *entry,
    swiftssh_error **error);

/**
 * Goes from entry to entry. What is added meanwhile is seen, what is deleted meanwhile is not.
 *
 * @param hosts A list.
 * @param previous An entry of the list, which may have been deleted; NULL for the first.
 * @param out_entry Receives the entry after it, which the caller frees with swiftssh_knownhost_entry_free; NULL at the end.
 * @param error Receives the error; may be NULL.
 * @return 0 when there is an entry, 1 at the end; or a status.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_knownhost_get.
 */
int64_t swiftssh_knownhost_get(
    swiftssh_knownhost *hosts,
    swiftssh_knownhost_entry *previous,
    swiftssh_knownhost_entry **out_entry,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Known host constants
 *
 * What the typemask of a known host is made of, by libssh2's numbers, and what a check may tell.
 */

/** The bits that say how the name is given. */
#define SWIFTSSH_KNOWNHOST_TYPE_MASK 0xffff

/** The name as it is. */
#define SWIFTSSH_KNOWNHOST_TYPE_PLAIN 1

/** The HMAC-SHA1 of the name in base64, with its salt. */
#define SWIFTSSH_KNOWNHOST_TYPE_SHA1 2

/** The same as SWIFTSSH_KNOWNHOST_TYPE_PLAIN. */
#define SWIFTSSH_KNOWNHOST_TYPE_CUSTOM 3

/** The bits that say how the key is given. */
#define SWIFTSSH_KNOWNHOST_KEYENC_MASK 0x30000

/** The key's bytes. */
#define SWIFTSSH_KNOWNHOST_KEYENC_RAW 0x10000

/** The key in base64. */
#define SWIFTSSH_KNOWNHOST_KEYENC_BASE64 0x20000

/** The bits that say what type the key is of. */
#define SWIFTSSH_KNOWNHOST_KEY_MASK 0x3c0000

/** By how many bits the type is shifted. */
#define SWIFTSSH_KNOWNHOST_KEY_SHIFT 18

/** An RSA key of SSH 1, which no line holds. */
#define SWIFTSSH_KNOWNHOST_KEY_RSA1 0x40000

/** RSA. */
#define SWIFTSSH_KNOWNHOST_KEY_SSHRSA 0x80000

/** DSA. */
#define SWIFTSSH_KNOWNHOST_KEY_SSHDSS 0xc0000

/** ECDSA over nistp256. */
#define SWIFTSSH_KNOWNHOST_KEY_ECDSA_256 0x100000

/** ECDSA over nistp384. */
#define SWIFTSSH_KNOWNHOST_KEY_ECDSA_384 0x140000

/** ECDSA over nistp521. */
#define SWIFTSSH_KNOWNHOST_KEY_ECDSA_521 0x180000

/** Ed25519. */
#define SWIFTSSH_KNOWNHOST_KEY_ED25519 0x1c0000

/** A type that has no number; the key itself says which. */
#define SWIFTSSH_KNOWNHOST_KEY_UNKNOWN 0x3c0000

/** The form of OpenSSH's known_hosts, the only one. */
#define SWIFTSSH_KNOWNHOST_FILE_OPENSSH 1

/** The key is the host's. */
#define SWIFTSSH_KNOWNHOST_CHECK_MATCH 0

/** The host is known, but by other keys only. */
#define SWIFTSSH_KNOWNHOST_CHECK_MISMATCH 1

/** The host is not known. */
#define SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND 2

/** The check failed. Functions of this library return a status instead; the number is libssh2's. */
#define SWIFTSSH_KNOWNHOST_CHECK_FAILURE 3

/** The key, or the authority that signed it, is revoked. */
#define SWIFTSSH_KNOWNHOST_CHECK_REVOKED 4

/** A line whose key is the hosts' own. */
#define SWIFTSSH_KNOWNHOST_MARKER_NONE 0

/** A line that begins with `@cert-authority`: its key signs the certificates of hosts, and is no host's own. */
#define SWIFTSSH_KNOWNHOST_MARKER_CERT_AUTHORITY 1

/** A line that begins with `@revoked`: its key must not be accepted. */
#define SWIFTSSH_KNOWNHOST_MARKER_REVOKED 2

/* -------------------------------------------------------------------------------------------------
 * Known host entry
 */

/**
 * Lets an entry go; it stays in its list.
 *
 * @param entry An entry; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_knownhost_entry_free(swiftssh_knownhost_entry *entry);

/**
 * The names of an entry, with commas between.
 *
 * @param entry An entry.
 * @param buffer Receives the names; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the names, which were copied if it is not above the capacity, 0 when the name is hashed; or a status.
 * @par Blocks
 *   No.
 */
int64_t swiftssh_knownhost_entry_name(
    swiftssh_knownhost_entry *entry,
    uint8_t *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * What the name of an entry was hashed with.
 *
 * @param entry An entry.
 * @param buffer Receives the salt, 20 bytes; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the salt, which was copied if it is not above the capacity, 0 when the names are readable; or a status.
 * @par Blocks
 *   No.
 */
int64_t swiftssh_knownhost_entry_salt(
    swiftssh_knownhost_entry *entry,
    uint8_t *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * The key of an entry.
 *
 * @param entry An entry.
 * @param buffer Receives the key, not in base64; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the key, which was copied if it is not above the capacity; or a status.
 * @par Blocks
 *   No.
 */
int64_t swiftssh_knownhost_entry_key(
    swiftssh_knownhost_entry *entry,
    uint8_t *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * What follows the key of an entry.
 *
 * @param entry An entry.
 * @param buffer Receives the comment, which need not be UTF-8; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the comment, which was copied if it is not above the capacity; or a status.
 * @par Blocks
 *   No.
 */
int64_t swiftssh_knownhost_entry_comment(
    swiftssh_knownhost_entry *entry,
    uint8_t *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * How the name and the key of an entry are held, and the type of the key.
 *
 * @param entry An entry.
 * @return What it was added with; for a line that was read one of SWIFTSSH_KNOWNHOST_TYPE_*, SWIFTSSH_KNOWNHOST_KEYENC_BASE64 and one of
 *   SWIFTSSH_KNOWNHOST_KEY_*; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_knownhost_entry_typemask(swiftssh_knownhost_entry *entry);

/**
 * The word before the names of an entry.
 *
 * @param entry An entry.
 * @return One of SWIFTSSH_KNOWNHOST_MARKER_*; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_knownhost_entry_marker(swiftssh_knownhost_entry *entry);

/**
 * The type of the key of an entry, for example `ssh-ed25519`.
 *
 * @param entry An entry.
 * @return The text, valid until the entry is freed; empty for a bad handle.
 */
const char *swiftssh_knownhost_entry_key_type(swiftssh_knownhost_entry *entry);

/**
 * The SHA-256 fingerprint of the key of an entry, as `ssh-keygen -l` shows it.
 *
 * @param entry An entry.
 * @return The text, valid until the entry is freed; empty for a bad handle.
 */
const char *swiftssh_knownhost_entry_fingerprint(swiftssh_knownhost_entry *entry);

/**
 * The file that an entry was read from.
 *
 * @param entry An entry.
 * @return The path, valid until the entry is freed; empty where it is from none and for a bad handle.
 */
const char *swiftssh_knownhost_entry_file(swiftssh_knownhost_entry *entry);

/**
 * The number of an entry's line in its file.
 *
 * @param entry An entry.
 * @return The number, the first line being 1; 0 where it is from no file; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_knownhost_entry_line(swiftssh_knownhost_entry *entry);

/* -------------------------------------------------------------------------------------------------
 * Known host files
 */

/**
 * Reads one line and puts it at the end of a list. A comment and an empty line are kept, but are no entry.
 *
 * @param hosts A list.
 * @param line The line, with or without its end.
 * @param line_length Its length in bytes.
 * @param type SWIFTSSH_KNOWNHOST_FILE_OPENSSH.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_KNOWN_HOSTS when the line is not understood; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for another type.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_knownhost_readline.
 */
swiftssh_status swiftssh_knownhost_readline(
    swiftssh_knownhost *hosts,
    const uint8_t *line,
    size_t line_length,
    int32_t type,
    swiftssh_error **error);

/**
 * Reads a file and puts its lines at the end of a list.
 *
 * @param hosts A list.
 * @param path A regular file of at most 256 MiB and two million lines.
 * @param type SWIFTSSH_KNOWNHOST_FILE_OPENSSH.
 * @param error Receives the error; may be NULL.
 * @return How many lines of the file name hosts; or a status, and then none was added: SWIFTSSH_ERROR_FILE with the error's errno and
 *   path, SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for another type.
 * @par Blocks
 *   For the file system.
 * @par Source
 *   libssh2_knownhost_readfile.
 */
int64_t swiftssh_knownhost_readfile(
    swiftssh_knownhost *hosts,
    const char *path,
    int32_t type,
    swiftssh_error **error);

/**
 * How many lines of a list were not understood and so have no effect.
 *
 * @param hosts A list.
 * @return The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_knownhost_not_understood(swiftssh_knownhost *hosts);

/**
 * An entry as a line of a file.
 *
 * @param hosts A list.
 * @param entry An entry of the list.
 * @param type SWIFTSSH_KNOWNHOST_FILE_OPENSSH.
 * @param buffer Receives the line as it was read, its line feed included; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the line, which was copied if it is not above the capacity; or a status: SWIFTSSH_ERROR_INVAL when the entry
 *   is not in the list, SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for another type.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_knownhost_writeline.
 */
int64_t swiftssh_knownhost_writeline(
    swiftssh_knownhost *hosts,
    swiftssh_knownhost_entry *entry,
    int32_t type,
    uint8_t *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * Writes a whole list in place of a file, at once: whoever reads it sees the old or the new one. Every line is written as it was
 * read, those of several files one after the other. What others added to the file since it was read is lost: use
 * swiftssh_knownhost_append to add.
 *
 * @param hosts A list.
 * @param path A regular file or none, which is then made with the mode 0600; a symbolic link is followed.
 * @param type SWIFTSSH_KNOWNHOST_FILE_OPENSSH.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; or, and then the old file is as it was, SWIFTSSH_ERROR_FILE with the error's errno and path,
 *   SWIFTSSH_ERROR_TIMEOUT when another process keeps the file locked, SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED for another type.
 * @par Blocks
 *   For the file system, and ten seconds at most for other processes.
 * @par Source
 *   libssh2_knownhost_writefile.
 */
swiftssh_status swiftssh_knownhost_writefile(
    swiftssh_knownhost *hosts,
    const char *path,
    int32_t type,
    swiftssh_error **error);

/**
 * Adds one line to a file, which other processes may read and add to at the same time.
 *
 * @param hosts A list.
 * @param entry An entry of the list.
 * @param path A regular file; it is made with the mode 0600 when there is none.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when the entry is not in the list; SWIFTSSH_ERROR_FILE with the error's errno and
 *   path; SWIFTSSH_ERROR_TIMEOUT when another process keeps the file locked.
 * @par Blocks
 *   For the file system, and ten seconds at most for other processes.
 */
swiftssh_status swiftssh_knownhost_append(
    swiftssh_knownhost *hosts,
    swiftssh_knownhost_entry *entry,
    const char *path,
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

/** Security keys log users in, and are known as host keys. */
#define SWIFTSSH_CAPABILITY_SECURITY_KEYS UINT64_C(128)

/** This side can have keys exchanged anew, and does so by itself when they are old. */
#define SWIFTSSH_CAPABILITY_REKEYING UINT64_C(256)

/** The server can be asked to listen on a UNIX socket. */
#define SWIFTSSH_CAPABILITY_STREAMLOCAL_LISTENING UINT64_C(512)

/** Breaks can be sent to the remote process's terminal. */
#define SWIFTSSH_CAPABILITY_CHANNEL_BREAK UINT64_C(1024)

/** Connections to the user's agent that the server forwards are handed over. */
#define SWIFTSSH_CAPABILITY_AGENT_FORWARDING UINT64_C(2048)

/** What the server says to users before they are in is kept. */
#define SWIFTSSH_CAPABILITY_AUTHENTICATION_BANNER UINT64_C(4096)

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
 * What the engine of sessions that name none can do, as the process has loaded it. swiftssh_session_capabilities tells it of one session.
 *
 * @return Bits of SWIFTSSH_CAPABILITY_*.
 */
uint64_t swiftssh_capabilities(void);

/**
 * The name of the engine of sessions that name none.
 *
 * @return A text such as `libssh2`; never freed.
 */
const char *swiftssh_engine_name(void);

/**
 * The version of the engine of sessions that name none, as the process has loaded it, which may be newer than what was built against.
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
 * Makes the server stop listening; connections that wait are closed, those that were accepted go on. Cancelling it again waits for what the
 * first call did not wait for, or does nothing. From the first call on nothing is accepted, whether or not the server answers.
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
 * Log
 */

/** What somebody should look at: a host key that is refused, a connection that is lost. */
#define SWIFTSSH_LOG_WARNING 1

/** How a connection comes about and ends: addresses, what was agreed on, keys, logins. */
#define SWIFTSSH_LOG_INFO 2

/** Everything: what both sides offer, channels and their requests, SFTP's greeting. */
#define SWIFTSSH_LOG_DEBUG 3

/**
 * Sets who is told of what happens in all sessions that are made from now on, beside those whom a session names itself. The environment variable SWIFTSSH_LOG
 * (`warning`, `info` or `debug`) has each session write the same to standard error, whatever is set here.
 *
 * @param level One of SWIFTSSH_LOG_*: how much is told.
 * @param callback Is told; NULL for nobody, who is then told nothing of the sessions that there are, either.
 * @param user_data Handed to the callback; may be NULL.
 * @param finalizer Called once when user_data is no longer needed, which is when another callback or none is set and no thread is in this one; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for another level.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_set_log_callback(
    int32_t level,
    swiftssh_log_callback callback,
    void *user_data,
    swiftssh_finalizer finalizer,
    swiftssh_error **error);

/**
 * Sets who is told of what happens in a session from here on.
 *
 * @param session A session.
 * @param level One of SWIFTSSH_LOG_*: how much is told.
 * @param callback Is told; NULL for nobody.
 * @param user_data Handed to the callback; may be NULL.
 * @param finalizer Called once when user_data is no longer needed, which is when another callback or none is set, or the session is gone; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for another level.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_session_set_log_callback(
    swiftssh_session *session,
    int32_t level,
    swiftssh_log_callback callback,
    void *user_data,
    swiftssh_finalizer finalizer,
    swiftssh_error **error);

/**
 * Sets who is told of what happens in a client's session, from its beginning on.
 *
 * @param client A client that has not been connected.
 * @param level One of SWIFTSSH_LOG_*: how much is told.
 * @param callback Is told; NULL for nobody.
 * @param user_data Handed to the callback; may be NULL.
 * @param finalizer Called once when user_data is no longer needed, which is when another callback or none is set, or the client and its session are
 *   gone; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for another level, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_client_set_log_callback(
    swiftssh_client *client,
    int32_t level,
    swiftssh_log_callback callback,
    void *user_data,
    swiftssh_finalizer finalizer,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Process
 */

/**
 * Lets a process go: its channel is closed, without waiting.
 *
 * @param process A process; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_process_free(swiftssh_process *process);

/**
 * Gives a process its input and the end of it, takes all that it writes to both streams, and waits for its end.
 *
 * @param process A process.
 * @param input All that it is to read from standard input; may be NULL when there is nothing.
 * @param input_length Its length in bytes.
 * @param limit How many bytes are kept of both streams together; negative for no limit.
 * @param timeout_ms The time for all of it in milliseconds; negative for no limit.
 * @param out_result Receives the result, which the caller frees with swiftssh_command_result_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE however it ended; SWIFTSSH_ERROR_TIMEOUT, after which the call can be made again with the same input and goes on;
 *   SWIFTSSH_ERROR_OUTPUT_LIMIT; SWIFTSSH_ERROR_CANCELLED; why the connection is over. swiftssh_process_output gives what had come.
 * @par Blocks
 *   Until the process has ended or the time has passed.
 */
swiftssh_status swiftssh_process_communicate(
    swiftssh_process *process,
    const uint8_t *input,
    size_t input_length,
    int64_t limit,
    int64_t timeout_ms,
    swiftssh_command_result **out_result,
    swiftssh_error **error);

/**
 * What swiftssh_process_communicate has taken so far.
 *
 * @param process A process.
 * @param stream_id 0 for standard output, 1 for standard error.
 * @param buffer Receives the bytes; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @return The number of bytes; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_process_output(
    swiftssh_process *process,
    uint32_t stream_id,
    uint8_t *buffer,
    size_t capacity);

/**
 * Reads what there is of one of a process's streams, waiting for at least one byte.
 *
 * @param process A process.
 * @param stream_id 0 for standard output, 1 for standard error.
 * @param timeout_ms The time to wait for a byte in milliseconds; negative for no limit.
 * @param buffer Receives the bytes; may be NULL when the capacity is 0.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return How many bytes were read; 0 at the end of the stream; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_CANCELLED; why the connection is over.
 * @par Blocks
 *   Until there is a byte or the time has passed.
 */
int64_t swiftssh_process_read(
    swiftssh_process *process,
    uint32_t stream_id,
    int64_t timeout_ms,
    void *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * Writes bytes to a process's standard input, as many as it takes in that time.
 *
 * @param process A process.
 * @param data The bytes; may be NULL when there are none.
 * @param length Their number.
 * @param timeout_ms The time for all of them in milliseconds; negative for no limit.
 * @param error Receives the error; may be NULL.
 * @return How many bytes were taken: all of them, or fewer when the time has passed; SWIFTSSH_ERROR_TIMEOUT when none were; SWIFTSSH_ERROR_CHANNEL_CLOSED when
 *   the process has ended; SWIFTSSH_ERROR_CHANNEL_EOF_SENT; SWIFTSSH_ERROR_CANCELLED; why the connection is over.
 * @par Blocks
 *   Until the bytes are taken or the time has passed.
 */
int64_t swiftssh_process_write(
    swiftssh_process *process,
    const void *data,
    size_t length,
    int64_t timeout_ms,
    swiftssh_error **error);

/**
 * Ends a process's standard input.
 *
 * @param process A process.
 * @param timeout_ms The time it may take in milliseconds; negative for no limit.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_TIMEOUT, SWIFTSSH_ERROR_CANCELLED, why the connection is over.
 * @par Blocks
 *   Until it is sent or the time has passed.
 */
swiftssh_status swiftssh_process_send_eof(
    swiftssh_process *process,
    int64_t timeout_ms,
    swiftssh_error **error);

/**
 * Waits for a process's end. What it writes meanwhile is kept for its readers; where that is more than a megabyte, somebody must read it.
 *
 * @param process A process.
 * @param timeout_ms The time it may take in milliseconds; negative for no limit.
 * @param out_kind Receives one of SWIFTSSH_EXIT_*, 0 on failure; may be NULL.
 * @param out_status Receives the exit status with SWIFTSSH_EXIT_EXITED, else 0; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_TIMEOUT, SWIFTSSH_ERROR_CANCELLED, why the connection is over.
 * @par Blocks
 *   Until the process has ended or the time has passed.
 */
swiftssh_status swiftssh_process_wait(
    swiftssh_process *process,
    int64_t timeout_ms,
    int32_t *out_kind,
    int32_t *out_status,
    swiftssh_error **error);

/**
 * Tells a process's terminal its new size.
 *
 * @param process A process.
 * @param columns Columns.
 * @param rows Rows.
 * @param timeout_ms The time it may take in milliseconds; negative for no limit.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_TIMEOUT, SWIFTSSH_ERROR_CANCELLED, why the connection is over.
 * @par Blocks
 *   Until it is sent or the time has passed.
 */
swiftssh_status swiftssh_process_resize_terminal(
    swiftssh_process *process,
    uint32_t columns,
    uint32_t rows,
    int64_t timeout_ms,
    swiftssh_error **error);

/**
 * Sends a process a signal.
 *
 * @param process A process.
 * @param signal_name The signal's name without SIG, for example `TERM`.
 * @param timeout_ms The time it may take in milliseconds; negative for no limit.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_CHANNEL_SIGNAL; SWIFTSSH_ERROR_TIMEOUT; why the connection is over.
 * @par Blocks
 *   Until it is sent or the time has passed.
 */
swiftssh_status swiftssh_process_signal(
    swiftssh_process *process,
    const char *signal_name,
    int64_t timeout_ms,
    swiftssh_error **error);

/**
 * Ends a process as far as that goes from here: sends it the signal KILL where the engine can, and closes its channel. Calls of other threads that wait for it
 * return SWIFTSSH_ERROR_CANCELLED, later ones too.
 *
 * @param process A process.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_process_kill(swiftssh_process *process, swiftssh_error **error);

/**
 * The channel that a process runs in, for everything that the process has no function for.
 *
 * @param process A process.
 * @param out_channel Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVAL for a NULL output.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_process_channel(
    swiftssh_process *process,
    swiftssh_channel **out_channel,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Public key list
 *
 * The keys that a publickey subsystem has listed. A list is a copy: it stays as it is until it is freed.
 */

/**
 * Asks for the user's keys.
 *
 * @param publickey A subsystem.
 * @param out_list Receives the list, which the caller frees with swiftssh_publickey_list_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL when the server refuses, with its words in swiftssh_error_server_text, or breaks
 *   the protocol; SWIFTSSH_ERROR_BAD_USE after swiftssh_publickey_shutdown; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server's whole answer is there or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_publickey_list_fetch, RFC 4819, 4.3.
 */
swiftssh_status swiftssh_publickey_list_fetch(
    swiftssh_publickey *publickey,
    swiftssh_publickey_list **out_list,
    swiftssh_error **error);

/**
 * Frees a list of keys.
 *
 * @param list A list; NULL, a freed or foreign handle does nothing.
 * @par Source
 *   libssh2_publickey_list_free.
 */
void swiftssh_publickey_list_free(swiftssh_publickey_list *list);

/**
 * How many keys a list has.
 *
 * @param list A list.
 * @return The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_publickey_list_count(swiftssh_publickey_list *list);

/**
 * The name of a key's algorithm, for example `ssh-ed25519`, as the server sent it: it may hold anything.
 *
 * @param list A list.
 * @param index The key's place in the list, from 0.
 * @param buffer Receives the name, and a NUL where there is room for it; untouched when it is too small.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the name in bytes; SWIFTSSH_ERROR_INVAL when there is no such key; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_publickey_list_name(
    swiftssh_publickey_list *list,
    uint64_t index,
    char *buffer,
    size_t capacity);

/**
 * A key as the protocol writes it.
 *
 * @param list A list.
 * @param index The key's place in the list, from 0.
 * @param buffer Receives the key; untouched when it is too small.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the key in bytes; SWIFTSSH_ERROR_INVAL when there is no such key; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_publickey_list_blob(
    swiftssh_publickey_list *list,
    uint64_t index,
    uint8_t *buffer,
    size_t capacity);

/**
 * How many attributes a key has.
 *
 * @param list A list.
 * @param index The key's place in the list, from 0.
 * @return The number; SWIFTSSH_ERROR_INVAL when there is no such key; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_publickey_list_attribute_count(swiftssh_publickey_list *list, uint64_t index);

/**
 * The name of a key's attribute, for example `comment`, as the server sent it: it may hold anything.
 *
 * @param list A list.
 * @param index The key's place in the list, from 0.
 * @param attribute The attribute's place among the key's, from 0.
 * @param buffer Receives the name, and a NUL where there is room for it; untouched when it is too small.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the name in bytes; SWIFTSSH_ERROR_INVAL when there is no such attribute; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_publickey_list_attribute_name(
    swiftssh_publickey_list *list,
    uint64_t index,
    uint64_t attribute,
    char *buffer,
    size_t capacity);

/**
 * The value of a key's attribute.
 *
 * @param list A list.
 * @param index The key's place in the list, from 0.
 * @param attribute The attribute's place among the key's, from 0.
 * @param buffer Receives the value; untouched when it is too small.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the value in bytes; SWIFTSSH_ERROR_INVAL when there is no such attribute; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_publickey_list_attribute_value(
    swiftssh_publickey_list *list,
    uint64_t index,
    uint64_t attribute,
    uint8_t *buffer,
    size_t capacity);

/* -------------------------------------------------------------------------------------------------
 * Public key system
 *
 * The publickey subsystem of a server (RFC 4819): the keys that a user logs in with are listed, added and removed. Few servers have it.
 */

/**
 * Starts the server's publickey subsystem.
 *
 * @param session An authenticated session.
 * @param out_publickey Receives the subsystem, which the caller frees with swiftssh_publickey_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server has no such subsystem; SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL
 *   when it does not speak version 2 of the protocol; SWIFTSSH_ERROR_INVAL before authentication; SWIFTSSH_ERROR_CHANNEL_FAILURE;
 *   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until both sides have told their version or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_publickey_init, RFC 4819, 3.4.
 */
swiftssh_status swiftssh_session_publickey_init(
    swiftssh_session *session,
    swiftssh_publickey **out_publickey,
    swiftssh_error **error);

/**
 * Lets a publickey subsystem go: it is closed without waiting.
 *
 * @param publickey A subsystem; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_publickey_free(swiftssh_publickey *publickey);

/**
 * Makes an empty list of attributes.
 *
 * @param out_attributes Receives the list, which the caller frees with swiftssh_publickey_attributes_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when out_attributes is NULL.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_publickey_attributes_new(
    swiftssh_publickey_attributes **out_attributes,
    swiftssh_error **error);

/**
 * Puts an attribute at the end of a list.
 *
 * @param attributes A list.
 * @param name The attribute's name, for example `comment` (RFC 4819, 6.4).
 * @param value Its value; may be NULL when there is none. It is copied.
 * @param value_length The length of the value in bytes.
 * @param mandatory 1 when the server must refuse the key if it cannot heed the attribute, else 0.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for more than can ever be sent.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_publickey_attributes_append(
    swiftssh_publickey_attributes *attributes,
    const char *name,
    const uint8_t *value,
    size_t value_length,
    int32_t mandatory,
    swiftssh_error **error);

/**
 * Frees a list of attributes.
 *
 * @param attributes A list; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_publickey_attributes_free(swiftssh_publickey_attributes *attributes);

/**
 * Adds a key.
 *
 * @param publickey A subsystem.
 * @param name The name of the key's algorithm, for example `ssh-ed25519`.
 * @param blob The key as the protocol writes it.
 * @param blob_length The length of the key in bytes.
 * @param overwrite 1 when the attributes of a key that is there already are replaced; 0 when such a key is refused.
 * @param attributes What goes with the key; NULL for nothing. It stays the caller's.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL when the server refuses, with its words in swiftssh_error_server_text, or breaks
 *   the protocol; SWIFTSSH_ERROR_INVAL beyond 256 KiB; SWIFTSSH_ERROR_BAD_USE after swiftssh_publickey_shutdown; SWIFTSSH_ERROR_TIMEOUT;
 *   SWIFTSSH_ERROR_EAGAIN in non-blocking mode: called again in the same words it goes on.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_publickey_add_ex, RFC 4819, 4.1.
 */
swiftssh_status swiftssh_publickey_add(
    swiftssh_publickey *publickey,
    const char *name,
    const uint8_t *blob,
    size_t blob_length,
    int32_t overwrite,
    swiftssh_publickey_attributes *attributes,
    swiftssh_error **error);

/**
 * Removes a key.
 *
 * @param publickey A subsystem.
 * @param name The name of the key's algorithm.
 * @param blob The key as the protocol writes it.
 * @param blob_length The length of the key in bytes.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_publickey_add`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_publickey_remove_ex, RFC 4819, 4.2.
 */
swiftssh_status swiftssh_publickey_remove(
    swiftssh_publickey *publickey,
    const char *name,
    const uint8_t *blob,
    size_t blob_length,
    swiftssh_error **error);

/**
 * Ends a publickey subsystem, and the requests that are under way. Ending it again does nothing.
 *
 * @param publickey A subsystem, which is still to be freed.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server has closed its side or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_publickey_shutdown.
 */
swiftssh_status swiftssh_publickey_shutdown(swiftssh_publickey *publickey, swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * SCP
 *
 * Copying one file over a channel. The channel carries the file's bytes and nothing else: the protocol's acknowledgements are kept from it.
 */

/**
 * Has the server send a file by SCP. The channel reads out_size bytes and then its end; where the server cannot send all of them, or
 * cannot read its file, a read fails with SWIFTSSH_ERROR_SCP_PROTOCOL instead. Only the file that was asked for is accepted.
 *
 * @param session An authenticated session.
 * @param path The remote path; relative ones begin at the user's home. No shell looks into it: `~` and `*` are themselves.
 * @param out_channel Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
 * @param out_size Receives the size in bytes, 0 or more; may be NULL.
 * @param out_mode Receives the permission bits, for example 0644; may be NULL.
 * @param out_mtime Receives when the file was last written, in seconds since 1970; may be NULL.
 * @param out_atime Receives when the file was last read, in seconds since 1970; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_SCP_PROTOCOL when the server has no such file or sends something else, with its words in
 *   swiftssh_error_server_text; SWIFTSSH_ERROR_INVAL before authentication and for an empty path; SWIFTSSH_ERROR_CHANNEL_FAILURE;
 *   SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode: called again in the same words
 *   it goes on.
 * @par Blocks
 *   Until the file's bytes come or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_scp_recv2.
 */
swiftssh_status swiftssh_session_scp_recv(
    swiftssh_session *session,
    const char *path,
    swiftssh_channel **out_channel,
    int64_t *out_size,
    uint32_t *out_mode,
    int64_t *out_mtime,
    int64_t *out_atime,
    swiftssh_error **error);

/**
 * Has the server take a file by SCP. Exactly size bytes are to be written to the channel. Whether the server has kept them is known from
 * swiftssh_channel_wait_eof after swiftssh_channel_send_eof, or from swiftssh_channel_close: they fail with SWIFTSSH_ERROR_SCP_PROTOCOL when
 * it has not.
 *
 * @param session An authenticated session.
 * @param path The remote path, as in `swiftssh_session_scp_recv`.
 * @param mode The permission bits, for example 0644; without times the server's umask takes some away.
 * @param size The number of bytes, at most 2^63 - 1.
 * @param mtime When the file was last written, in seconds since 1970. Both times 0 leave them to the server.
 * @param atime When the file was last read, in seconds since 1970.
 * @param out_channel Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_SCP_PROTOCOL when the server does not take the file, with its words in
 *   swiftssh_error_server_text; SWIFTSSH_ERROR_INVAL before authentication, for a size that is too large and for a path that does not end in
 *   a file's name; SWIFTSSH_ERROR_CHANNEL_FAILURE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in
 *   non-blocking mode: called again in the same words it goes on.
 * @par Blocks
 *   Until bytes can be written or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_scp_send64.
 */
swiftssh_status swiftssh_session_scp_send(
    swiftssh_session *session,
    const char *path,
    uint32_t mode,
    uint64_t size,
    int64_t mtime,
    int64_t atime,
    swiftssh_channel **out_channel,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * SFTP
 *
 * The files of a server (SFTP version 3 with OpenSSH's extensions).
 *
 * Paths and names are bytes, as servers have them: they go in as bytes that end in NUL and need not be UTF-8, and come out as the server
 * sent them. Calls go side by side, each with its own answer; in non-blocking mode a call that gave SWIFTSSH_ERROR_EAGAIN is made again in the same
 * words. A server's refusal is SWIFTSSH_ERROR_SFTP_PROTOCOL, with swiftssh_error_sftp_status, swiftssh_error_server_text and
 * swiftssh_error_path; so is a breach of the protocol, which ends this SFTP session and not the SSH session, and has the status -1.
 */

/**
 * Starts the server's SFTP subsystem.
 *
 * @param session An authenticated session.
 * @param out_sftp Receives the SFTP session, which the caller frees with swiftssh_sftp_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED when the server has no SFTP; SWIFTSSH_ERROR_SFTP_PROTOCOL when it does not
 *   speak version 3 or breaks the protocol; SWIFTSSH_ERROR_INVAL before authentication; SWIFTSSH_ERROR_CHANNEL_FAILURE; SWIFTSSH_ERROR_TIMEOUT;
 *   SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until both sides have greeted each other or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_init, draft-ietf-secsh-filexfer-02, 4.
 */
swiftssh_status swiftssh_session_sftp_init(
    swiftssh_session *session,
    swiftssh_sftp **out_sftp,
    swiftssh_error **error);

/**
 * Starts the server's SFTP subsystem, and says how much each file may have under way.
 *
 * @param session An authenticated session.
 * @param bytes_in_flight How many bytes each file may have under way: asked for ahead of its reader, or written and not acknowledged. From
 *   32 KiB to 256 MiB, what is beyond counts as the bound; 0 for 8 MiB. The channel is opened with a window to match.
 * @param out_sftp Receives the SFTP session, which the caller frees with swiftssh_sftp_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_session_sftp_init`.
 * @par Blocks
 *   Until both sides have greeted each other or the session's timeout has passed, unless in non-blocking mode.
 */
swiftssh_status swiftssh_session_sftp_init_ex(
    swiftssh_session *session,
    uint64_t bytes_in_flight,
    swiftssh_sftp **out_sftp,
    swiftssh_error **error);

/**
 * Lets an SFTP session go: it is closed without waiting, once its files have been freed too.
 *
 * @param sftp An SFTP session; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_sftp_free(swiftssh_sftp *sftp);

/**
 * Ends an SFTP session, and the requests that are under way. What files have accepted to write is sent, but whether the server has written it is
 * not waited for: close them first. Ending it again does nothing.
 *
 * @param sftp An SFTP session, which is still to be freed.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server has closed its side or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_shutdown.
 */
swiftssh_status swiftssh_sftp_shutdown(swiftssh_sftp *sftp, swiftssh_error **error);

/**
 * The status of the last reply that made a call fail. A success does not reset it.
 *
 * @param sftp An SFTP session.
 * @return One of SWIFTSSH_FX_*, or a number that this version does not know; 0 while no call has failed; SWIFTSSH_ERROR_INVALID_HANDLE for a bad
 *   handle.
 * @par Source
 *   libssh2_sftp_last_error.
 */
int64_t swiftssh_sftp_last_error(swiftssh_sftp *sftp);

/**
 * The channel that the requests go over. It belongs to the protocol: what is read from it or written to it breaks the SFTP session.
 *
 * @param sftp An SFTP session.
 * @param out_channel Receives the channel, which the caller frees with swiftssh_channel_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when out_channel is NULL.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_sftp_get_channel.
 */
swiftssh_status swiftssh_sftp_get_channel(
    swiftssh_sftp *sftp,
    swiftssh_channel **out_channel,
    swiftssh_error **error);

/**
 * How many bytes each file may have under way.
 *
 * @param sftp An SFTP session.
 * @return The number; 0 for a bad handle.
 */
uint64_t swiftssh_sftp_bytes_in_flight(swiftssh_sftp *sftp);

/**
 * Sets how many bytes each file may have under way from here on.
 *
 * @param sftp An SFTP session.
 * @param bytes_in_flight The number, from 32 KiB to what the SFTP session was started with; what is beyond counts as the bound.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sftp_set_bytes_in_flight(
    swiftssh_sftp *sftp,
    uint64_t bytes_in_flight,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * SFTP attributes
 *
 * What is known of a file, or is to be set. Calls that tell attributes write them into an object that the caller has made, which can be used for
 * many of them.
 */

/**
 * Makes attributes of which none is known.
 *
 * @param out_attributes Receives the attributes, which the caller frees with swiftssh_sftp_attributes_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when out_attributes is NULL.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sftp_attributes_new(
    swiftssh_sftp_attributes **out_attributes,
    swiftssh_error **error);

/**
 * Frees attributes.
 *
 * @param attributes Attributes; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_sftp_attributes_free(swiftssh_sftp_attributes *attributes);

/**
 * All attributes at once; what is not known is 0.
 *
 * @param attributes Attributes.
 * @param out_size Receives the number of bytes; may be NULL.
 * @param out_uid Receives the owner's number; may be NULL.
 * @param out_gid Receives the group's number; may be NULL.
 * @param out_permissions Receives the kind of file and the permission bits, as POSIX has them; may be NULL.
 * @param out_atime Receives when the file was last read, in seconds since 1970; may be NULL.
 * @param out_mtime Receives when the file was last written, in seconds since 1970; may be NULL.
 * @return Which are known, of SWIFTSSH_SFTP_ATTR_*; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_sftp_attributes_get(
    swiftssh_sftp_attributes *attributes,
    uint64_t *out_size,
    uint32_t *out_uid,
    uint32_t *out_gid,
    uint32_t *out_permissions,
    uint32_t *out_atime,
    uint32_t *out_mtime);

/**
 * Which attributes are known.
 *
 * @param attributes Attributes.
 * @return Bits of SWIFTSSH_SFTP_ATTR_*; 0 for a bad handle.
 */
uint32_t swiftssh_sftp_attributes_flags(swiftssh_sftp_attributes *attributes);

/**
 * The number of bytes.
 *
 * @param attributes Attributes.
 * @return The number; 0 where it is not known and for a bad handle.
 */
uint64_t swiftssh_sftp_attributes_size(swiftssh_sftp_attributes *attributes);

/**
 * The kind of file (SWIFTSSH_SFTP_S_*) and the permission bits, as POSIX has them.
 *
 * @param attributes Attributes.
 * @return The bits; 0 where they are not known and for a bad handle.
 */
uint32_t swiftssh_sftp_attributes_permissions(swiftssh_sftp_attributes *attributes);

/**
 * Forgets all attributes.
 *
 * @param attributes Attributes.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sftp_attributes_clear(
    swiftssh_sftp_attributes *attributes,
    swiftssh_error **error);

/**
 * Sets the number of bytes: a file that is set to fewer is cut, one that is set to more is filled up with zeros.
 *
 * @param attributes Attributes.
 * @param size The number.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sftp_attributes_set_size(
    swiftssh_sftp_attributes *attributes,
    uint64_t size,
    swiftssh_error **error);

/**
 * Sets the owner.
 *
 * @param attributes Attributes.
 * @param uid The user's number.
 * @param gid The group's number.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sftp_attributes_set_owner(
    swiftssh_sftp_attributes *attributes,
    uint32_t uid,
    uint32_t gid,
    swiftssh_error **error);

/**
 * Sets the permission bits.
 *
 * @param attributes Attributes.
 * @param permissions The bits, for example 0644; servers pass over those of the kind of file.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sftp_attributes_set_permissions(
    swiftssh_sftp_attributes *attributes,
    uint32_t permissions,
    swiftssh_error **error);

/**
 * Sets when the file was last used.
 *
 * @param attributes Attributes.
 * @param atime When it was last read, in seconds since 1970.
 * @param mtime When it was last written, in seconds since 1970.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sftp_attributes_set_times(
    swiftssh_sftp_attributes *attributes,
    uint32_t atime,
    uint32_t mtime,
    swiftssh_error **error);

/**
 * How many attributes there are that have no field of their own.
 *
 * @param attributes Attributes.
 * @return The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_sftp_attributes_extended_count(swiftssh_sftp_attributes *attributes);

/**
 * What kind of attribute one is that has no field of its own, for example `name@domain`; it may hold anything.
 *
 * @param attributes Attributes.
 * @param index The attribute's place, from 0.
 * @param buffer Receives the kind, and a NUL where there is room for it; untouched when it is too small.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the kind in bytes; SWIFTSSH_ERROR_INVAL when there is no such attribute; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_sftp_attributes_extended_type(
    swiftssh_sftp_attributes *attributes,
    uint64_t index,
    char *buffer,
    size_t capacity);

/**
 * The value of an attribute that has no field of its own.
 *
 * @param attributes Attributes.
 * @param index The attribute's place, from 0.
 * @param buffer Receives the value; untouched when it is too small.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the value in bytes; SWIFTSSH_ERROR_INVAL when there is no such attribute; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_sftp_attributes_extended_value(
    swiftssh_sftp_attributes *attributes,
    uint64_t index,
    uint8_t *buffer,
    size_t capacity);

/* -------------------------------------------------------------------------------------------------
 * SFTP constants
 *
 * Numbers of SFTP, by libssh2's and the protocol's.
 */

/** For reading. */
#define SWIFTSSH_FXF_READ UINT32_C(0x1)

/** For writing. */
#define SWIFTSSH_FXF_WRITE UINT32_C(0x2)

/** What is written goes to the end of the file, whatever the position. */
#define SWIFTSSH_FXF_APPEND UINT32_C(0x4)

/** A file that is not there is made. */
#define SWIFTSSH_FXF_CREAT UINT32_C(0x8)

/** A file that is there is emptied. */
#define SWIFTSSH_FXF_TRUNC UINT32_C(0x10)

/** With SWIFTSSH_FXF_CREAT: a file that is there is an error. */
#define SWIFTSSH_FXF_EXCL UINT32_C(0x20)

/** It was done. */
#define SWIFTSSH_FX_OK 0

/** The end of the file or of the listing. */
#define SWIFTSSH_FX_EOF 1

/** There is no such file. */
#define SWIFTSSH_FX_NO_SUCH_FILE 2

/** The user may not do that. */
#define SWIFTSSH_FX_PERMISSION_DENIED 3

/** It failed, for a reason that has no number of its own: in version 3 most have none. */
#define SWIFTSSH_FX_FAILURE 4

/** The server could not read the request. */
#define SWIFTSSH_FX_BAD_MESSAGE 5

/** There is no connection. */
#define SWIFTSSH_FX_NO_CONNECTION 6

/** The connection was lost. */
#define SWIFTSSH_FX_CONNECTION_LOST 7

/** The server cannot do that. */
#define SWIFTSSH_FX_OP_UNSUPPORTED 8

/** The size is known. */
#define SWIFTSSH_SFTP_ATTR_SIZE UINT32_C(0x1)

/** The owner is known. */
#define SWIFTSSH_SFTP_ATTR_UIDGID UINT32_C(0x2)

/** The kind of file and its permission bits are known. */
#define SWIFTSSH_SFTP_ATTR_PERMISSIONS UINT32_C(0x4)

/** The times are known. */
#define SWIFTSSH_SFTP_ATTR_ACMODTIME UINT32_C(0x8)

/** There are attributes that have no field of their own. */
#define SWIFTSSH_SFTP_ATTR_EXTENDED UINT32_C(0x80000000)

/** The bits of the permissions that say what kind of file it is. */
#define SWIFTSSH_SFTP_S_IFMT UINT32_C(0xf000)

/** A named pipe. */
#define SWIFTSSH_SFTP_S_IFIFO UINT32_C(0x1000)

/** A character device. */
#define SWIFTSSH_SFTP_S_IFCHR UINT32_C(0x2000)

/** A directory. */
#define SWIFTSSH_SFTP_S_IFDIR UINT32_C(0x4000)

/** A block device. */
#define SWIFTSSH_SFTP_S_IFBLK UINT32_C(0x6000)

/** A regular file. */
#define SWIFTSSH_SFTP_S_IFREG UINT32_C(0x8000)

/** A symbolic link. */
#define SWIFTSSH_SFTP_S_IFLNK UINT32_C(0xa000)

/** A socket. */
#define SWIFTSSH_SFTP_S_IFSOCK UINT32_C(0xc000)

/** The owner may do all of it. */
#define SWIFTSSH_SFTP_S_IRWXU UINT32_C(0x1c0)

/** The owner may read. */
#define SWIFTSSH_SFTP_S_IRUSR UINT32_C(0x100)

/** The owner may write. */
#define SWIFTSSH_SFTP_S_IWUSR UINT32_C(0x80)

/** The owner may run it, or go through it. */
#define SWIFTSSH_SFTP_S_IXUSR UINT32_C(0x40)

/** The group may do all of it. */
#define SWIFTSSH_SFTP_S_IRWXG UINT32_C(0x38)

/** The group may read. */
#define SWIFTSSH_SFTP_S_IRGRP UINT32_C(0x20)

/** The group may write. */
#define SWIFTSSH_SFTP_S_IWGRP UINT32_C(0x10)

/** The group may run it, or go through it. */
#define SWIFTSSH_SFTP_S_IXGRP UINT32_C(0x8)

/** The others may do all of it. */
#define SWIFTSSH_SFTP_S_IRWXO UINT32_C(0x7)

/** The others may read. */
#define SWIFTSSH_SFTP_S_IROTH UINT32_C(0x4)

/** The others may write. */
#define SWIFTSSH_SFTP_S_IWOTH UINT32_C(0x2)

/** The others may run it, or go through it. */
#define SWIFTSSH_SFTP_S_IXOTH UINT32_C(0x1)

/** A file that has the new name is replaced. */
#define SWIFTSSH_SFTP_RENAME_OVERWRITE UINT32_C(0x1)

/** No other sees a state between. */
#define SWIFTSSH_SFTP_RENAME_ATOMIC UINT32_C(0x2)

/** The server may do it in its own way. */
#define SWIFTSSH_SFTP_RENAME_NATIVE UINT32_C(0x4)

/** Nothing can be written. */
#define SWIFTSSH_SFTP_ST_RDONLY UINT64_C(0x1)

/** Programs do not run with the rights of their owner. */
#define SWIFTSSH_SFTP_ST_NOSUID UINT64_C(0x2)

/* -------------------------------------------------------------------------------------------------
 * SFTP files
 *
 * Opening, naming and removing a server's files.
 */

/**
 * Opens a file.
 *
 * @param sftp An SFTP session.
 * @param path The file; relative paths begin in the directory in which the server starts, mostly the user's home.
 * @param flags What it is opened for: bits of SWIFTSSH_FXF_*. None counts as reading with most servers.
 * @param mode The permission bits of a file that is made, for example 0644, of which the server's umask takes some away; of no meaning
 *   without SWIFTSSH_FXF_CREAT.
 * @param out_handle Receives the file, which the caller frees with swiftssh_sftp_handle_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_SFTP_PROTOCOL when the server refuses or breaks the protocol; SWIFTSSH_ERROR_BAD_USE after
 *   swiftssh_sftp_shutdown; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_open_ex, draft-ietf-secsh-filexfer-02, 6.3.
 */
swiftssh_status swiftssh_sftp_open(
    swiftssh_sftp *sftp,
    const char *path,
    uint32_t flags,
    uint32_t mode,
    swiftssh_sftp_handle **out_handle,
    swiftssh_error **error);

/**
 * Opens a directory to be listed by swiftssh_sftp_handle_readdir.
 *
 * @param sftp An SFTP session.
 * @param path The directory.
 * @param out_handle Receives the directory, which the caller frees with swiftssh_sftp_handle_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_opendir, draft-ietf-secsh-filexfer-02, 6.7.
 */
swiftssh_status swiftssh_sftp_opendir(
    swiftssh_sftp *sftp,
    const char *path,
    swiftssh_sftp_handle **out_handle,
    swiftssh_error **error);

/**
 * Removes a file or a symbolic link.
 *
 * @param sftp An SFTP session.
 * @param path What is removed; no directory.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_unlink_ex, draft-ietf-secsh-filexfer-02, 6.5.
 */
swiftssh_status swiftssh_sftp_unlink(
    swiftssh_sftp *sftp,
    const char *path,
    swiftssh_error **error);

/**
 * Makes a directory.
 *
 * @param sftp An SFTP session.
 * @param path The directory.
 * @param mode Its permission bits, for example 0755, of which the server's umask takes some away.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_mkdir_ex, draft-ietf-secsh-filexfer-02, 6.6.
 */
swiftssh_status swiftssh_sftp_mkdir(
    swiftssh_sftp *sftp,
    const char *path,
    uint32_t mode,
    swiftssh_error **error);

/**
 * Removes an empty directory.
 *
 * @param sftp An SFTP session.
 * @param path The directory.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_rmdir_ex, draft-ietf-secsh-filexfer-02, 6.6.
 */
swiftssh_status swiftssh_sftp_rmdir(swiftssh_sftp *sftp, const char *path, swiftssh_error **error);

/**
 * Gives a file another name. Where the new name is taken the server decides: OpenSSH refuses; swiftssh_sftp_posix_rename replaces.
 *
 * @param sftp An SFTP session.
 * @param path The file.
 * @param target Its new name.
 * @param flags Bits of SWIFTSSH_SFTP_RENAME_*, as libssh2 has them. Version 3 of the protocol has no room for them, and they are not sent.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_rename_ex, draft-ietf-secsh-filexfer-02, 6.5.
 */
swiftssh_status swiftssh_sftp_rename(
    swiftssh_sftp *sftp,
    const char *path,
    const char *target,
    uint32_t flags,
    swiftssh_error **error);

/**
 * Gives a file another name, and replaces what has that name, so that nobody sees a state between.
 *
 * @param sftp An SFTP session.
 * @param path The file.
 * @param target Its new name.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `posix-rename@openssh.com`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_posix_rename_ex.
 */
swiftssh_status swiftssh_sftp_posix_rename(
    swiftssh_sftp *sftp,
    const char *path,
    const char *target,
    swiftssh_error **error);

/**
 * Copies bytes from one file of the server's to another, without them coming here.
 *
 * @param sftp The SFTP session of both files.
 * @param source The file that is read, open for reading.
 * @param source_offset Where in it the bytes begin.
 * @param count How many; 0 copies up to its end.
 * @param target The file that is written, open for writing; not the same as the source.
 * @param target_offset Where in it the bytes go.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `copy-data`; SWIFTSSH_ERROR_INVAL when a
 *   file is another SFTP session's.
 * @par Blocks
 *   Until all is copied or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   draft-ietf-secsh-filexfer-extensions-00, 7.
 */
swiftssh_status swiftssh_sftp_copy_data(
    swiftssh_sftp *sftp,
    swiftssh_sftp_handle *source,
    uint64_t source_offset,
    uint64_t count,
    swiftssh_sftp_handle *target,
    uint64_t target_offset,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * SFTP filesystem
 *
 * What is known of a server's file systems. An answer is a copy: it stays as it is until it is freed.
 */

/** The size of a block in bytes. */
#define SWIFTSSH_SFTP_STATVFS_BSIZE 0

/** The size in bytes of the unit that the numbers of blocks are in. */
#define SWIFTSSH_SFTP_STATVFS_FRSIZE 1

/** All blocks. */
#define SWIFTSSH_SFTP_STATVFS_BLOCKS 2

/** Free blocks. */
#define SWIFTSSH_SFTP_STATVFS_BFREE 3

/** Blocks that are free for users without privileges. */
#define SWIFTSSH_SFTP_STATVFS_BAVAIL 4

/** All inodes. */
#define SWIFTSSH_SFTP_STATVFS_FILES 5

/** Free inodes. */
#define SWIFTSSH_SFTP_STATVFS_FFREE 6

/** Inodes that are free for users without privileges. */
#define SWIFTSSH_SFTP_STATVFS_FAVAIL 7

/** The file system's number. */
#define SWIFTSSH_SFTP_STATVFS_FSID 8

/** How it is mounted: bits of SWIFTSSH_SFTP_ST_*. */
#define SWIFTSSH_SFTP_STATVFS_FLAG 9

/** The longest name in bytes. */
#define SWIFTSSH_SFTP_STATVFS_NAMEMAX 10

/**
 * What is known of the file system that a path is on.
 *
 * @param sftp An SFTP session.
 * @param path A path.
 * @param out_filesystem Receives the answer, which the caller frees with swiftssh_sftp_filesystem_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `statvfs@openssh.com`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_statvfs, OpenSSH's `statvfs@openssh.com`.
 */
swiftssh_status swiftssh_sftp_statvfs(
    swiftssh_sftp *sftp,
    const char *path,
    swiftssh_sftp_filesystem **out_filesystem,
    swiftssh_error **error);

/**
 * What is known of the file system that a file is on.
 *
 * @param handle A file or directory.
 * @param out_filesystem Receives the answer, which the caller frees with swiftssh_sftp_filesystem_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_handle_fstat`; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `fstatvfs@openssh.com`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_fstatvfs, OpenSSH's `fstatvfs@openssh.com`.
 */
swiftssh_status swiftssh_sftp_handle_fstatvfs(
    swiftssh_sftp_handle *handle,
    swiftssh_sftp_filesystem **out_filesystem,
    swiftssh_error **error);

/**
 * Frees what is known of a file system.
 *
 * @param filesystem An answer; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_sftp_filesystem_free(swiftssh_sftp_filesystem *filesystem);

/**
 * One number of a file system, as POSIX's `statvfs` has it.
 *
 * @param filesystem An answer.
 * @param field One of SWIFTSSH_SFTP_STATVFS_*.
 * @return The number; 0 for a field that there is not and for a bad handle.
 */
uint64_t swiftssh_sftp_filesystem_value(swiftssh_sftp_filesystem *filesystem, int32_t field);

/* -------------------------------------------------------------------------------------------------
 * SFTP handle
 *
 * Files and directories that are open on a server. What will be wanted next of a file is asked for ahead, and what is written goes to the server
 * behind the caller's back: a write that fails is told by the next write, flush or close.
 */

/**
 * Lets a file or directory go: it is closed without waiting, and what could not be written is not told.
 *
 * @param handle A file or directory; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_sftp_handle_free(swiftssh_sftp_handle *handle);

/**
 * Closes a file or directory, after the server has acknowledged all that was written. Closing it again does nothing.
 *
 * @param handle A file or directory, which is still to be freed.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; what went wrong with a write that no call has told yet, the file being closed all the same; why the connection is
 *   over; SWIFTSSH_ERROR_TIMEOUT or, in non-blocking mode, SWIFTSSH_ERROR_EAGAIN: called again it goes on.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_close_handle, draft-ietf-secsh-filexfer-02, 6.3.
 */
swiftssh_status swiftssh_sftp_handle_close(swiftssh_sftp_handle *handle, swiftssh_error **error);

/**
 * Whether a file or directory has been closed.
 *
 * @param handle A file or directory.
 * @return 1 or 0; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_sftp_handle_is_closed(swiftssh_sftp_handle *handle);

/**
 * Reads on, waiting for at least one byte.
 *
 * @param handle A file.
 * @param buffer Receives the bytes; may be NULL when length is 0.
 * @param length The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return How many bytes were read; 0 at the end of the file, which only the server's word makes: a connection that is cut gives
 *   SWIFTSSH_ERROR_SOCKET_DISCONNECT or its like after the bytes that came; SWIFTSSH_ERROR_SFTP_PROTOCOL; SWIFTSSH_ERROR_BAD_USE for a directory and
 *   after the file was closed; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until there is a byte or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_read, draft-ietf-secsh-filexfer-02, 6.4.
 */
int64_t swiftssh_sftp_handle_read(
    swiftssh_sftp_handle *handle,
    void *buffer,
    size_t length,
    swiftssh_error **error);

/**
 * Writes all of the bytes; in non-blocking mode what fits. They are accepted when the call returns, and on their way: swiftssh_sftp_handle_flush and
 * swiftssh_sftp_handle_close wait until the server has acknowledged them.
 *
 * @param handle A file.
 * @param data The bytes; may be NULL when there are none.
 * @param length Their number.
 * @param error Receives the error; may be NULL.
 * @return How many bytes were accepted: all of them, or in non-blocking mode at least one; SWIFTSSH_ERROR_SFTP_PROTOCOL also for an earlier write
 *   that the server refused, nothing being accepted then; SWIFTSSH_ERROR_BAD_USE for a directory and after the file was closed; why the connection
 *   is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode when none could be accepted.
 * @par Blocks
 *   While more than swiftssh_sftp_bytes_in_flight would be unacknowledged, until the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_write, draft-ietf-secsh-filexfer-02, 6.4.
 */
int64_t swiftssh_sftp_handle_write(
    swiftssh_sftp_handle *handle,
    const void *data,
    size_t length,
    swiftssh_error **error);

/**
 * Waits until the server has acknowledged all that was written, which says nothing of its disk.
 *
 * @param handle A file.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_handle_close`, and SWIFTSSH_ERROR_BAD_USE after the file was closed.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 */
swiftssh_status swiftssh_sftp_handle_flush(swiftssh_sftp_handle *handle, swiftssh_error **error);

/**
 * Waits until all that was written is on the server's disk.
 *
 * @param handle A file.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_handle_flush`; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `fsync@openssh.com`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_fsync, OpenSSH's `fsync@openssh.com`.
 */
swiftssh_status swiftssh_sftp_handle_fsync(swiftssh_sftp_handle *handle, swiftssh_error **error);

/**
 * Sets where a file is read and written on. Nothing is sent; a position beyond the end is allowed.
 *
 * @param handle A file.
 * @param offset The position, in bytes from the beginning.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_sftp_seek64.
 */
swiftssh_status swiftssh_sftp_handle_seek(
    swiftssh_sftp_handle *handle,
    uint64_t offset,
    swiftssh_error **error);

/**
 * Where a file is read and written on.
 *
 * @param handle A file.
 * @return The position, in bytes from the beginning; 0 for a bad handle.
 * @par Source
 *   libssh2_sftp_tell64.
 */
uint64_t swiftssh_sftp_handle_tell(swiftssh_sftp_handle *handle);

/**
 * What the server knows of an open file or directory.
 *
 * @param handle A file or directory.
 * @param attributes Takes what is known in place of what it held; nothing is known after a failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_SFTP_PROTOCOL when the server refuses or breaks the protocol; SWIFTSSH_ERROR_BAD_USE after it was
 *   closed; why the connection is over; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_fstat_ex, draft-ietf-secsh-filexfer-02, 6.8.
 */
swiftssh_status swiftssh_sftp_handle_fstat(
    swiftssh_sftp_handle *handle,
    swiftssh_sftp_attributes *attributes,
    swiftssh_error **error);

/**
 * Sets attributes of an open file or directory.
 *
 * @param handle A file or directory.
 * @param attributes What is to be set; what is not known stays as it is.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_handle_fstat`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_fstat_ex, draft-ietf-secsh-filexfer-02, 6.9.
 */
swiftssh_status swiftssh_sftp_handle_fsetstat(
    swiftssh_sftp_handle *handle,
    swiftssh_sftp_attributes *attributes,
    swiftssh_error **error);

/**
 * The next name of a directory, in the server's order, `.` and `..` among them. A name may hold a slash or a control character. It is passed over
 * when it, and the line if that is wanted, did fit; else the next call tells it again.
 *
 * @param handle A directory.
 * @param attributes Takes what the server says of the file, of a symbolic link itself; NULL when that is not wanted.
 * @param buffer Receives the name, and a NUL where there is room for it.
 * @param capacity The size of the buffer in bytes.
 * @param longentry_buffer Receives the line that `ls -l` would print, in no fixed form, and a NUL where there is room for it; NULL when it is not
 *   wanted. It may hold anything: escape it before it is shown.
 * @param longentry_capacity The size of that buffer in bytes.
 * @param out_longentry_length Receives the length of the line in bytes; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return The length of the name in bytes, which was copied if it is not above the capacity; 0 after the last name, which only the server's word
 *   makes; a status as of `swiftssh_sftp_handle_fstat`, and SWIFTSSH_ERROR_BAD_USE for a file.
 * @par Blocks
 *   Until there is a name or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_readdir_ex, draft-ietf-secsh-filexfer-02, 6.7.
 */
int64_t swiftssh_sftp_handle_readdir(
    swiftssh_sftp_handle *handle,
    swiftssh_sftp_attributes *attributes,
    char *buffer,
    size_t capacity,
    char *longentry_buffer,
    size_t longentry_capacity,
    uint64_t *out_longentry_length,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * SFTP names
 *
 * The names of a server's users and groups. An answer is a copy: it stays as it is until it is freed.
 */

/**
 * Looks up the names of users and groups by their numbers.
 *
 * @param sftp An SFTP session.
 * @param users The numbers of users, each a uint32_t; may be NULL when there are none.
 * @param users_length Their length in bytes, a multiple of 4.
 * @param groups The numbers of groups, each a uint32_t; may be NULL when there are none. Both together at most 16,384.
 * @param groups_length Their length in bytes, a multiple of 4.
 * @param out_names Receives the names, which the caller frees with swiftssh_sftp_names_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `users-groups-by-id@openssh.com`;
 *   SWIFTSSH_ERROR_INVAL for too many, or a length that is no multiple of 4.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   OpenSSH's `users-groups-by-id@openssh.com`.
 */
swiftssh_status swiftssh_sftp_users_groups_by_id(
    swiftssh_sftp *sftp,
    const void *users,
    size_t users_length,
    const void *groups,
    size_t groups_length,
    swiftssh_sftp_names **out_names,
    swiftssh_error **error);

/**
 * Frees names.
 *
 * @param names Names; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_sftp_names_free(swiftssh_sftp_names *names);

/**
 * The name of a user.
 *
 * @param names Names.
 * @param index The place of the user's number among those that were asked for, from 0.
 * @param buffer Receives the name, and a NUL where there is room for it; untouched when it is too small.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the name in bytes, 0 when there is no such user; SWIFTSSH_ERROR_INVAL when so many were not asked for;
 *   SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_sftp_names_user(
    swiftssh_sftp_names *names,
    uint64_t index,
    char *buffer,
    size_t capacity);

/**
 * The name of a group.
 *
 * @param names Names.
 * @param index The place of the group's number among those that were asked for, from 0.
 * @param buffer Receives the name, and a NUL where there is room for it; untouched when it is too small.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the name in bytes, 0 when there is no such group; SWIFTSSH_ERROR_INVAL when so many were not asked for;
 *   SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_sftp_names_group(
    swiftssh_sftp_names *names,
    uint64_t index,
    char *buffer,
    size_t capacity);

/* -------------------------------------------------------------------------------------------------
 * SFTP paths
 *
 * Links and paths on a server.
 */

/**
 * What a symbolic link points to, as it was written.
 *
 * @param sftp An SFTP session.
 * @param path The link.
 * @param buffer Receives the path, and a NUL where there is room for it; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the path in bytes, which was copied if it is not above the capacity; or a status as of `swiftssh_sftp_open`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_symlink_ex, draft-ietf-secsh-filexfer-02, 6.10.
 */
int64_t swiftssh_sftp_readlink(
    swiftssh_sftp *sftp,
    const char *path,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * Makes a symbolic link.
 *
 * @param sftp An SFTP session.
 * @param link The link that is made.
 * @param target What it points to; it need not be there.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_symlink_ex, draft-ietf-secsh-filexfer-02, 6.10; servers that have the two the other way round get them so.
 */
swiftssh_status swiftssh_sftp_symlink(
    swiftssh_sftp *sftp,
    const char *link,
    const char *target,
    swiftssh_error **error);

/**
 * Gives a file a second name.
 *
 * @param sftp An SFTP session.
 * @param link The new name.
 * @param target The file.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `hardlink@openssh.com`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   OpenSSH's `hardlink@openssh.com`.
 */
swiftssh_status swiftssh_sftp_hardlink(
    swiftssh_sftp *sftp,
    const char *link,
    const char *target,
    swiftssh_error **error);

/**
 * The absolute path without `.`, `..` and symbolic links, as the server sees it. The path `.` gives the directory in which relative paths begin.
 *
 * @param sftp An SFTP session.
 * @param path A path.
 * @param buffer Receives the path, and a NUL where there is room for it; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the path in bytes, which was copied if it is not above the capacity; or a status as of `swiftssh_sftp_open`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_symlink_ex, draft-ietf-secsh-filexfer-02, 6.11.
 */
int64_t swiftssh_sftp_realpath(
    swiftssh_sftp *sftp,
    const char *path,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * The absolute path of one that may begin with `~` or `~user`.
 *
 * @param sftp An SFTP session.
 * @param path A path.
 * @param buffer Receives the path, and a NUL where there is room for it; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the path in bytes, which was copied if it is not above the capacity; or a status as of `swiftssh_sftp_open`;
 *   SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `expand-path@openssh.com`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   OpenSSH's `expand-path@openssh.com`.
 */
int64_t swiftssh_sftp_expand_path(
    swiftssh_sftp *sftp,
    const char *path,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * A user's home directory.
 *
 * @param sftp An SFTP session.
 * @param user The user's name; NULL or empty for the user that is logged in, which OpenSSH does not take: there swiftssh_sftp_realpath of `.` mostly tells it.
 * @param buffer Receives the path, and a NUL where there is room for it; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of the path in bytes, which was copied if it is not above the capacity; or a status as of `swiftssh_sftp_open`;
 *   SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `home-directory`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   draft-ietf-secsh-filexfer-extensions-00, 5.
 */
int64_t swiftssh_sftp_home_directory(
    swiftssh_sftp *sftp,
    const char *user,
    char *buffer,
    size_t capacity,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * SFTP report
 *
 * What a transfer has done. A report is a copy: it stays as it is until it is freed.
 */

/** How many files were copied whole. */
#define SWIFTSSH_SFTP_REPORT_FILES 0

/** How many files were there already. */
#define SWIFTSSH_SFTP_REPORT_UNCHANGED_FILES 1

/** How many directories were copied, or were there already. */
#define SWIFTSSH_SFTP_REPORT_DIRECTORIES 2

/** How many symbolic links were made. */
#define SWIFTSSH_SFTP_REPORT_LINKS 3

/** How many bytes of files were copied by the transfer. */
#define SWIFTSSH_SFTP_REPORT_BYTES 4

/**
 * How many problems swiftssh_sftp_report_problem tells: one for each file, directory and link that could not be copied. At most 10,000, of which the
 * last one's message then says how many more there were.
 */
#define SWIFTSSH_SFTP_REPORT_PROBLEMS 5

/**
 * Frees a report.
 *
 * @param report A report; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_sftp_report_free(swiftssh_sftp_report *report);

/**
 * One number of a report.
 *
 * @param report A report.
 * @param field One of SWIFTSSH_SFTP_REPORT_*.
 * @return The number; 0 for a field that there is not and for a bad handle.
 */
uint64_t swiftssh_sftp_report_value(swiftssh_sftp_report *report, int32_t field);

/**
 * Tells why something could not be copied, as the call that copies it alone would have: by its status and its error, which has the path.
 *
 * @param report A report.
 * @param index The problem's place, from 0.
 * @param error Receives the problem, or what is wrong with the call; may be NULL.
 * @return The problem's status, which is negative; SWIFTSSH_ERROR_OUT_OF_BOUNDARY when there is no such problem.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sftp_report_problem(
    swiftssh_sftp_report *report,
    uint64_t index,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * SFTP server
 *
 * What an SFTP server offers and takes.
 */

/**
 * How many extensions the server offers.
 *
 * @param sftp An SFTP session.
 * @return The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_sftp_extension_count(swiftssh_sftp *sftp);

/**
 * The name of an extension that the server offers, for example `fsync@openssh.com`, as the server sent it: it may hold anything.
 *
 * @param sftp An SFTP session.
 * @param index The extension's place, from 0.
 * @param buffer Receives the name, and a NUL where there is room for it; untouched when it is too small.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the name in bytes; SWIFTSSH_ERROR_INVAL when there is no such extension; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_sftp_extension_name(
    swiftssh_sftp *sftp,
    uint64_t index,
    char *buffer,
    size_t capacity);

/**
 * What the server says of an extension that it offers, mostly its version.
 *
 * @param sftp An SFTP session.
 * @param index The extension's place, from 0.
 * @param buffer Receives the bytes; untouched when it is too small.
 * @param capacity The size of the buffer in bytes.
 * @return Their number; SWIFTSSH_ERROR_INVAL when there is no such extension; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_sftp_extension_data(
    swiftssh_sftp *sftp,
    uint64_t index,
    uint8_t *buffer,
    size_t capacity);

/**
 * Whether the server offers an extension.
 *
 * @param sftp An SFTP session.
 * @param name The extension's name, for example `fsync@openssh.com`.
 * @return 1 or 0; SWIFTSSH_ERROR_INVAL for NULL; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int32_t swiftssh_sftp_offers(swiftssh_sftp *sftp, const char *name);

/**
 * What the server says that it takes; each 0 where it does not say.
 *
 * @param sftp An SFTP session.
 * @param out_packet_length Receives the length of the longest packet in bytes; may be NULL.
 * @param out_read_length Receives the most bytes that one read gives; may be NULL.
 * @param out_write_length Receives the most bytes that one write takes; may be NULL.
 * @param out_open_handles Receives how many files may be open at a time; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   No.
 * @par Source
 *   OpenSSH's `limits@openssh.com`.
 */
swiftssh_status swiftssh_sftp_limits(
    swiftssh_sftp *sftp,
    uint64_t *out_packet_length,
    uint64_t *out_read_length,
    uint64_t *out_write_length,
    uint64_t *out_open_handles,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * SFTP stat
 *
 * Telling and setting the attributes of a server's files by their paths.
 */

/**
 * What the server knows of a file, or of what a symbolic link points to.
 *
 * @param sftp An SFTP session.
 * @param path The file.
 * @param attributes Takes what is known in place of what it held; nothing is known after a failure.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_stat_ex, draft-ietf-secsh-filexfer-02, 6.8.
 */
swiftssh_status swiftssh_sftp_stat(
    swiftssh_sftp *sftp,
    const char *path,
    swiftssh_sftp_attributes *attributes,
    swiftssh_error **error);

/**
 * What the server knows of a file; of a symbolic link itself.
 *
 * @param sftp An SFTP session.
 * @param path The file.
 * @param attributes Takes what is known in place of what it held; nothing is known after a failure.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_stat_ex, draft-ietf-secsh-filexfer-02, 6.8.
 */
swiftssh_status swiftssh_sftp_lstat(
    swiftssh_sftp *sftp,
    const char *path,
    swiftssh_sftp_attributes *attributes,
    swiftssh_error **error);

/**
 * Sets attributes of a file, or of what a symbolic link points to.
 *
 * @param sftp An SFTP session.
 * @param path The file.
 * @param attributes What is to be set; what is not known stays as it is.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_sftp_stat_ex, draft-ietf-secsh-filexfer-02, 6.9.
 */
swiftssh_status swiftssh_sftp_setstat(
    swiftssh_sftp *sftp,
    const char *path,
    swiftssh_sftp_attributes *attributes,
    swiftssh_error **error);

/**
 * Sets attributes of a file; of a symbolic link itself.
 *
 * @param sftp An SFTP session.
 * @param path The file.
 * @param attributes What is to be set; what is not known stays as it is.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_open`; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED when the server does not offer `lsetstat@openssh.com`.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   OpenSSH's `lsetstat@openssh.com`.
 */
swiftssh_status swiftssh_sftp_lsetstat(
    swiftssh_sftp *sftp,
    const char *path,
    swiftssh_sftp_attributes *attributes,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * SFTP transfer
 *
 * Copying files and trees between this machine and a server. A file has its own name when it is whole; one that was there before stays as it is until
 * then. Nothing is written outside of the directory that is named, whatever names and links a server has.
 */

/** Whether a directory is copied with all that is in it, else it is an error: 0 or 1, at first 0. */
#define SWIFTSSH_SFTP_TRANSFER_RECURSIVE 0

/**
 * Whether files that are there already with the same size and time are left as they are, and parts that an earlier transfer has left are gone on
 * from, after their last bytes have been compared: 0 or 1, at first 0.
 */
#define SWIFTSSH_SFTP_TRANSFER_RESUME 1

/**
 * Whether the files' own names are written to from the beginning on. Else a file has the name `NAME.swiftssh.part` until it is whole: 0 or 1, at first 0.
 */
#define SWIFTSSH_SFTP_TRANSFER_IN_PLACE 2

/** Whether permission bits are kept: 0 or 1, at first 1. */
#define SWIFTSSH_SFTP_TRANSFER_PERMISSIONS 3

/** Whether the times of the last use are kept: 0 or 1, at first 1. */
#define SWIFTSSH_SFTP_TRANSFER_TIMES 4

/**
 * What becomes of symbolic links in directories: one of SWIFTSSH_SFTP_LINKS_*, at first SWIFTSSH_SFTP_LINKS_KEEP.
 */
#define SWIFTSSH_SFTP_TRANSFER_LINKS 5

/** How many files are under way at a time: 1 to 1024, what is beyond counts as the bound; at first 64. */
#define SWIFTSSH_SFTP_TRANSFER_FILES_AT_ONCE 6

/**
 * The time for all of it in milliseconds; at first 0, which is no limit. The session's timeout is the time in which nothing may come.
 */
#define SWIFTSSH_SFTP_TRANSFER_TIMEOUT 7

/** A link is copied as a link; from a server only one that cannot lead out of the directory that is copied. */
#define SWIFTSSH_SFTP_LINKS_KEEP 0

/** What a link points to is copied in its place; a link to a directory that the link is in is refused. */
#define SWIFTSSH_SFTP_LINKS_FOLLOW 1

/** A link is left out. */
#define SWIFTSSH_SFTP_LINKS_SKIP 2

/**
 * Makes options, as they are at first.
 *
 * @param out_options Receives the options, which the caller frees with swiftssh_sftp_transfer_options_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when out_options is NULL.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sftp_transfer_options_new(
    swiftssh_sftp_transfer_options **out_options,
    swiftssh_error **error);

/**
 * Frees options.
 *
 * @param options Options; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_sftp_transfer_options_free(swiftssh_sftp_transfer_options *options);

/**
 * Sets one option.
 *
 * @param options Options.
 * @param option One of SWIFTSSH_SFTP_TRANSFER_*, each of which says what values it has.
 * @param value Its value.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for an option or a value that there is not.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sftp_transfer_options_set(
    swiftssh_sftp_transfer_options *options,
    int32_t option,
    int64_t value,
    swiftssh_error **error);

/**
 * Copies a file from the server, or a directory with all that is in it. Waits in non-blocking mode too. A transfer that is interrupted leaves its part,
 * which one with SWIFTSSH_SFTP_TRANSFER_RESUME goes on from.
 *
 * @param sftp An SFTP session.
 * @param path The file or directory on the server; links in its path are followed.
 * @param target Where it goes on this machine, its own name included; a directory that is there is filled, not put beside.
 * @param options How it is copied; NULL for options as they are at first. They stay the caller's.
 * @param progress Told how far it has come; may be NULL.
 * @param user_data Handed to the callback; may be NULL.
 * @param finalizer Called once when user_data is no longer needed, which is before this call returns; may be NULL.
 * @param out_report Receives what was done, which the caller frees with swiftssh_sftp_report_free; NULL on failure. May be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, also when of a directory not all could be copied, which the report tells; of a single file what went wrong with it:
 *   SWIFTSSH_ERROR_FILE with errno and path where this machine refuses or the file has shrunk meanwhile, SWIFTSSH_ERROR_SFTP_PROTOCOL where the server
 *   does; SWIFTSSH_ERROR_CANCELLED when the callback ended it; SWIFTSSH_ERROR_TIMEOUT; why the connection is over.
 * @par Blocks
 *   Until all is copied, or the time that the options give has passed.
 */
swiftssh_status swiftssh_sftp_get(
    swiftssh_sftp *sftp,
    const char *path,
    const char *target,
    swiftssh_sftp_transfer_options *options,
    swiftssh_sftp_progress_callback progress,
    void *user_data,
    swiftssh_finalizer finalizer,
    swiftssh_sftp_report **out_report,
    swiftssh_error **error);

/**
 * Copies a file to the server, or a directory with all that is in it. Waits in non-blocking mode too.
 *
 * @param sftp An SFTP session.
 * @param source The file or directory of this machine; links in its path are followed.
 * @param path Where it goes on the server, its own name included; a directory that is there is filled, not put beside.
 * @param options How it is copied; NULL for options as they are at first. They stay the caller's.
 * @param progress Told how far it has come; may be NULL.
 * @param user_data Handed to the callback; may be NULL.
 * @param finalizer Called once when user_data is no longer needed, which is before this call returns; may be NULL.
 * @param out_report Receives what was done, which the caller frees with swiftssh_sftp_report_free; NULL on failure. May be NULL.
 * @param error Receives the error; may be NULL.
 * @return As `swiftssh_sftp_get`.
 * @par Blocks
 *   Until all is copied, or the time that the options give has passed.
 */
swiftssh_status swiftssh_sftp_put(
    swiftssh_sftp *sftp,
    const char *source,
    const char *path,
    swiftssh_sftp_transfer_options *options,
    swiftssh_sftp_progress_callback progress,
    void *user_data,
    swiftssh_finalizer finalizer,
    swiftssh_sftp_report **out_report,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * SFTP trees
 *
 * Whole files, and directories with all that is in them, on a server.
 */

/**
 * Whether there is a file, a directory or whatever else of that name; a symbolic link is followed.
 *
 * @param sftp An SFTP session.
 * @param path The path.
 * @param error Receives the error; may be NULL.
 * @return 1 or 0; a status as of `swiftssh_sftp_open` when the server does not say.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 */
int64_t swiftssh_sftp_exists(swiftssh_sftp *sftp, const char *path, swiftssh_error **error);

/**
 * Reads a whole file.
 *
 * @param sftp An SFTP session.
 * @param path The file.
 * @param buffer Receives what the file holds; may be NULL for an empty file.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return How many bytes the file holds; SWIFTSSH_ERROR_OUT_OF_BOUNDARY for a longer file than there is room for; SWIFTSSH_ERROR_BAD_USE in
 *   non-blocking mode; else as `swiftssh_sftp_handle_read`.
 * @par Blocks
 *   Until the file has come, each piece of it within the session's timeout.
 */
int64_t swiftssh_sftp_read_bytes(
    swiftssh_sftp *sftp,
    const char *path,
    uint8_t *buffer,
    size_t capacity,
    swiftssh_error **error);

/**
 * Writes a whole file, in place of what it holds. After a failure it may hold a part of the bytes; swiftssh_sftp_put keeps a file whole.
 *
 * @param sftp An SFTP session.
 * @param path The file; made where it is missing.
 * @param data What it is to hold; may be NULL when length is 0.
 * @param length The number of bytes, at most 16 MiB: larger ones go by swiftssh_sftp_handle_write.
 * @param mode The permission bits of a file that is made, for example 0644, of which the server's umask takes some away.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_BAD_USE in non-blocking mode; SWIFTSSH_ERROR_INVAL beyond 16 MiB; else as `swiftssh_sftp_handle_close`.
 * @par Blocks
 *   Until the server has acknowledged all of it, each step within the session's timeout.
 */
swiftssh_status swiftssh_sftp_write_bytes(
    swiftssh_sftp *sftp,
    const char *path,
    const uint8_t *data,
    size_t length,
    uint32_t mode,
    swiftssh_error **error);

/**
 * Removes a directory with all that is in it, or a file. Symbolic links are removed and not followed.
 *
 * @param sftp An SFTP session.
 * @param path The directory or file.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; the first thing that went wrong, the rest being removed all the same; SWIFTSSH_ERROR_TIMEOUT; why the connection is over.
 * @par Blocks
 *   Until all is removed, in non-blocking mode too.
 */
swiftssh_status swiftssh_sftp_remove_tree(
    swiftssh_sftp *sftp,
    const char *path,
    swiftssh_error **error);

/**
 * Finds the paths that a pattern names.
 *
 * @param sftp An SFTP session.
 * @param pattern A path in whose names `*`, `?`, `[...]` and `\` mean what they mean to a shell, and `**` any number of directories, up to 256. A
 *   name that begins with a dot is found only by one that does.
 * @param out_paths Receives the paths, sorted, which the caller frees with swiftssh_sftp_paths_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, also where nothing matches; SWIFTSSH_ERROR_BAD_USE in non-blocking mode; else as `swiftssh_sftp_open`. Directories
 *   that cannot be listed are passed over.
 * @par Blocks
 *   Until all is listed, each question to the server within the session's timeout.
 */
swiftssh_status swiftssh_sftp_glob(
    swiftssh_sftp *sftp,
    const char *pattern,
    swiftssh_sftp_paths **out_paths,
    swiftssh_error **error);

/**
 * Frees paths.
 *
 * @param paths Paths; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_sftp_paths_free(swiftssh_sftp_paths *paths);

/**
 * How many paths there are.
 *
 * @param paths Paths.
 * @return The number; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_sftp_paths_count(swiftssh_sftp_paths *paths);

/**
 * One path.
 *
 * @param paths Paths.
 * @param index Its place, from 0.
 * @param buffer Receives the path, and a NUL where there is room for it; untouched when it is too small.
 * @param capacity The size of the buffer in bytes.
 * @return The length of the path in bytes; SWIFTSSH_ERROR_INVAL when there is no such path; SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
 */
int64_t swiftssh_sftp_paths_path(
    swiftssh_sftp_paths *paths,
    uint64_t index,
    char *buffer,
    size_t capacity);

/**
 * Begins a walk through a directory with all that is in it: each name once, a directory before what is in it, symbolic links not followed. Nothing is
 * asked of the server before the first step, and few names are in memory at a time.
 *
 * @param sftp An SFTP session.
 * @param path The directory.
 * @param out_walker Receives the walk, which the caller frees with swiftssh_sftp_walker_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL when an argument is NULL.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sftp_walk(
    swiftssh_sftp *sftp,
    const char *path,
    swiftssh_sftp_walker **out_walker,
    swiftssh_error **error);

/**
 * Ends a walk, without waiting.
 *
 * @param walker A walk; NULL, a freed or foreign handle does nothing.
 */
void swiftssh_sftp_walker_free(swiftssh_sftp_walker *walker);

/**
 * Goes on to the next path of a walk. It is passed over when it did fit; else the next call tells it again. For one thread at a time: others wait.
 *
 * @param walker A walk.
 * @param attributes Takes what the server says of the file, of a symbolic link itself; NULL when that is not wanted. Where a listing does not
 *   say what a name is, the server is asked.
 * @param buffer Receives the path: that of the walk with the names below it, and a NUL where there is room for it.
 * @param capacity The size of the buffer in bytes.
 * @param out_depth Receives how many directories it is below the one that the walk began with, 1 for what is in that; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return The length of the path in bytes, which was copied if it is not above the capacity; 0 after the last one; a status as of
 *   `swiftssh_sftp_open`: called again after a directory that could not be listed, or that is within more than 256 others and is not gone into, it
 *   goes on behind that.
 * @par Blocks
 *   Until there is a name or the session's timeout has passed, unless in non-blocking mode.
 */
int64_t swiftssh_sftp_walker_next(
    swiftssh_sftp_walker *walker,
    swiftssh_sftp_attributes *attributes,
    char *buffer,
    size_t capacity,
    uint64_t *out_depth,
    swiftssh_error **error);

/**
 * Has a walk not go into the directory that swiftssh_sftp_walker_next has just given.
 *
 * @param walker A walk.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, or SWIFTSSH_ERROR_INVALID_HANDLE.
 * @par Blocks
 *   Only while another thread goes on with the same walk.
 */
swiftssh_status swiftssh_sftp_walker_skip_directory(
    swiftssh_sftp_walker *walker,
    swiftssh_error **error);

/* -------------------------------------------------------------------------------------------------
 * Session
 */

/** The session waits for bytes of the server. */
#define SWIFTSSH_BLOCK_INBOUND 1

/** The session has bytes for the server. */
#define SWIFTSSH_BLOCK_OUTBOUND 2

/**
 * Makes a session that is not connected, on the engine that the environment variable SWIFTSSH_ENGINE names (`libssh2` or `native`),
 * or on libssh2.
 *
 * @param out_session Receives the session, which the caller frees with swiftssh_session_free; NULL on failure.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_ALLOC, SWIFTSSH_ERROR_INVAL for a NULL output or an engine that there is not.
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
 * later calls SWIFTSSH_ERROR_CLOSED. In a callback of the session's, the call that the callback is within ends so when it has
 * returned. Closing it again does nothing.
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
 *   SWIFTSSH_ERROR_INVAL for port 0; SWIFTSSH_ERROR_TIMEOUT; what swiftssh_session_handshake returns.
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
 * Has keys exchanged anew and waits until both sides use them. Nobody need call it: where the engine can, keys are renewed by themselves
 * after an hour and a GiB. Other calls go on beside it.
 *
 * @param session An authenticated session.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_REKEYING; SWIFTSSH_ERROR_INVAL before authentication;
 *   SWIFTSSH_ERROR_TIMEOUT; why the connection is over; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
 * @par Blocks
 *   Until the keys are there or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   RFC 4253, 9.
 */
swiftssh_status swiftssh_session_rekey(swiftssh_session *session, swiftssh_error **error);

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

/** Nothing that rests on SHA-1. */
#define SWIFTSSH_ALGORITHM_PROFILE_MODERN 1

/** Also SHA-1 where it is not known to be broken, for servers of some years ago: the default. */
#define SWIFTSSH_ALGORITHM_PROFILE_COMPATIBLE 2

/**
 * Also what is weak: CBC, RC4, 3DES, DSA, MD5, truncated MACs and key exchanges over 1024-bit groups. For the one host that has nothing else.
 */
#define SWIFTSSH_ALGORITHM_PROFILE_LEGACY 3

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
 * Signer
 */

/**
 * Authenticates with a key whose private half is elsewhere, for example in a security module.
 *
 * @param session A session that has exchanged keys.
 * @param username The user's name.
 * @param publickey The public key or certificate as the wire has it, which is what base64 holds in a `.pub` file; Ed25519, ECDSA or RSA,
 *   and a security key with SWIFTSSH_CAPABILITY_SECURITY_KEYS.
 * @param publickey_length Its length in bytes.
 * @param callback Signs; called when the server takes the key, for an RSA key perhaps once for each algorithm, inside this or
 *   another thread's call on the session.
 * @param user_data Handed to the callback; may be NULL.
 * @param finalizer Called once when user_data is no longer needed, which is before this call returns unless it returns
 *   SWIFTSSH_ERROR_EAGAIN or SWIFTSSH_ERROR_TIMEOUT; may be NULL.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AUTHENTICATION_FAILED when the server does not take the key;
 *   SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED when it refuses the signature; SWIFTSSH_ERROR_ALGO_UNSUPPORTED for other keys;
 *   SWIFTSSH_ERROR_CALLBACK when the callback gave up or gave no signature; SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in
 *   non-blocking mode.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode; the callback blocks every call on the
 *   session.
 * @par Source
 *   libssh2_userauth_publickey, RFC 4252, 7, RFC 8332.
 */
swiftssh_status swiftssh_session_userauth_publickey(
    swiftssh_session *session,
    const char *username,
    const uint8_t *publickey,
    size_t publickey_length,
    swiftssh_sign_callback callback,
    void *user_data,
    swiftssh_finalizer finalizer,
    swiftssh_error **error);

/**
 * Gives the signature that a callback was asked for. Given again, the last one counts.
 *
 * @param request What the callback was handed.
 * @param signature The signature as swiftssh_agent_sign gives it, or what follows the algorithm's name there: 64 bytes for Ed25519, two
 *   `mpint`s for ECDSA (RFC 5656, 3.1.2), PKCS #1 v1.5 for RSA. A security key's is given whole: the algorithm's name, the signature, a byte of flags
 *   and the counter (OpenSSH's PROTOCOL.u2f).
 * @param signature_length Its length in bytes; more than 4096 are no signature, which ends the authentication.
 * @param error Receives the error; may be NULL.
 * @return SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVALID_HANDLE outside the callback.
 * @par Blocks
 *   No.
 */
swiftssh_status swiftssh_sign_request_answer(
    swiftssh_sign_request *request,
    const uint8_t *signature,
    size_t signature_length,
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

/** The call was ended from another thread, by closing the session or the client. */
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

/** The call was ended by the program, which was asked while it waited. */
#define SWIFTSSH_ERROR_INTERRUPTED (-1011)

/** No list of known hosts names the host. */
#define SWIFTSSH_ERROR_HOST_KEY_UNKNOWN (-1021)

/** The host presented another key than the one that it is known by. */
#define SWIFTSSH_ERROR_HOST_KEY_MISMATCH (-1022)

/** The host's key is revoked. */
#define SWIFTSSH_ERROR_HOST_KEY_REVOKED (-1023)

/** The caller did not accept the host's key. */
#define SWIFTSSH_ERROR_HOST_KEY_REFUSED (-1024)

/** A remote command ended by a signal or with another status than 0. */
#define SWIFTSSH_ERROR_COMMAND_FAILED (-1025)

/** A remote command wrote more than the caller wanted to keep. */
#define SWIFTSSH_ERROR_OUTPUT_LIMIT (-1026)

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
 * What the server has said to users before they are in, as far as it has come: any bytes, neither checked nor escaped, so that showing them may drive a
 * terminal. libssh2 keeps only what comes with the answer to swiftssh_session_userauth_list, up to a NUL.
 *
 * @param session A session.
 * @param buffer Receives the bytes, without a NUL; may be NULL.
 * @param capacity The size of the buffer in bytes.
 * @param error Receives the error; may be NULL.
 * @return The length of it, at most 65536; 0 for nothing, and where the engine does not keep it (SWIFTSSH_CAPABILITY_AUTHENTICATION_BANNER); or a status.
 * @par Blocks
 *   No.
 * @par Source
 *   libssh2_userauth_banner, RFC 4252, 5.4.
 */
int64_t swiftssh_session_userauth_banner(
    swiftssh_session *session,
    uint8_t *buffer,
    size_t capacity,
    swiftssh_error **error);

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
 * Authenticates by a password that has expired, and changes it. A password that has not expired stays as it is.
 *
 * @param session A session that has exchanged keys.
 * @param username The user's name.
 * @param password The old password's bytes; may be NULL when there are none.
 * @param password_length Their number, at most 65536.
 * @param new_password The new password's bytes; may be NULL when there are none.
 * @param new_password_length Their number, at most 65536.
 * @param error Receives the error; may be NULL.
 * @return As swiftssh_session_userauth_password; SWIFTSSH_ERROR_PASSWORD_EXPIRED when the server does not like the new password.
 * @par Blocks
 *   Until the server answers or the session's timeout has passed, unless in non-blocking mode.
 * @par Source
 *   libssh2_userauth_password_ex with a callback, RFC 4252, 8.
 */
swiftssh_status swiftssh_session_userauth_password_change(
    swiftssh_session *session,
    const char *username,
    const uint8_t *password,
    size_t password_length,
    const uint8_t *new_password,
    size_t new_password_length,
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
