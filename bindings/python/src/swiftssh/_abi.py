# Generated from Sources/SwiftSSHABI by scripts/generate.
# Do not edit: change the Swift sources and run scripts/generate.

"""The C interface of SwiftSSH for ctypes.

generated from Sources/SwiftSSHABI by scripts/generate
"""

from __future__ import annotations

import ctypes
from typing import Any, Final

SWIFTSSH_VERSION_MAJOR: Final = 0
SWIFTSSH_VERSION_MINOR: Final = 1
SWIFTSSH_VERSION_PATCH: Final = 0
SWIFTSSH_VERSION_NUMBER: Final = 256
SWIFTSSH_VERSION_STRING: Final = "0.1.0"
VERSION: Final = "0.1.0"
#: A library whose swiftssh_abi_version() differs cannot be used.
ABI_VERSION: Final = 0
SWIFTSSH_ABI_VERSION: Final = 0

# Channel
#: The remote process ended by itself, with a status.
SWIFTSSH_EXIT_EXITED: Final = 1
#: A signal ended the remote process.
SWIFTSSH_EXIT_SIGNALLED: Final = 2
#: The server closed the channel without saying how the remote process ended.
SWIFTSSH_EXIT_CLOSED_WITHOUT_STATUS: Final = 3

# Channel window
#: Standard error is read as stream 1.
SWIFTSSH_EXTENDED_DATA_NORMAL: Final = 0
#: Standard error is dropped.
SWIFTSSH_EXTENDED_DATA_IGNORE: Final = 1
#: Standard error is read as part of stream 0, in the order in which it came.
SWIFTSSH_EXTENDED_DATA_MERGE: Final = 2
#: Every stream but standard output.
SWIFTSSH_FLUSH_EXTENDED_DATA: Final = -1
#: Every stream.
SWIFTSSH_FLUSH_ALL: Final = -2

# Client options
#: The keys that known_hosts files list for the host; a file that does not exist lists
#: none. The default where ssh_config says nothing else.
SWIFTSSH_HOST_KEYS_STRICT: Final = 1
#: The same, but the key of a host that no line names is accepted and written to the
#: first file.
SWIFTSSH_HOST_KEYS_ACCEPT_NEW: Final = 2
#: Every key: whoever is on the way to the server can read and change everything,
#: passwords included.
SWIFTSSH_HOST_KEYS_INSECURE_ACCEPT_ANYTHING: Final = 3

# Engine
#: The engine that the environment variable SWIFTSSH_ENGINE names, or libssh2.
SWIFTSSH_ENGINE_DEFAULT: Final = 0
#: libssh2, as the process has loaded it.
SWIFTSSH_ENGINE_LIBSSH2: Final = 1
#: This library's own engine.
SWIFTSSH_ENGINE_NATIVE: Final = 2

# Known host constants
#: The bits that say how the name is given.
SWIFTSSH_KNOWNHOST_TYPE_MASK: Final = 0xffff
#: The name as it is.
SWIFTSSH_KNOWNHOST_TYPE_PLAIN: Final = 1
#: The HMAC-SHA1 of the name in base64, with its salt.
SWIFTSSH_KNOWNHOST_TYPE_SHA1: Final = 2
#: The same as SWIFTSSH_KNOWNHOST_TYPE_PLAIN.
SWIFTSSH_KNOWNHOST_TYPE_CUSTOM: Final = 3
#: The bits that say how the key is given.
SWIFTSSH_KNOWNHOST_KEYENC_MASK: Final = 0x30000
#: The key's bytes.
SWIFTSSH_KNOWNHOST_KEYENC_RAW: Final = 0x10000
#: The key in base64.
SWIFTSSH_KNOWNHOST_KEYENC_BASE64: Final = 0x20000
#: The bits that say what type the key is of.
SWIFTSSH_KNOWNHOST_KEY_MASK: Final = 0x3c0000
#: By how many bits the type is shifted.
SWIFTSSH_KNOWNHOST_KEY_SHIFT: Final = 18
#: An RSA key of SSH 1, which no line holds.
SWIFTSSH_KNOWNHOST_KEY_RSA1: Final = 0x40000
#: RSA.
SWIFTSSH_KNOWNHOST_KEY_SSHRSA: Final = 0x80000
#: DSA.
SWIFTSSH_KNOWNHOST_KEY_SSHDSS: Final = 0xc0000
#: ECDSA over nistp256.
SWIFTSSH_KNOWNHOST_KEY_ECDSA_256: Final = 0x100000
#: ECDSA over nistp384.
SWIFTSSH_KNOWNHOST_KEY_ECDSA_384: Final = 0x140000
#: ECDSA over nistp521.
SWIFTSSH_KNOWNHOST_KEY_ECDSA_521: Final = 0x180000
#: Ed25519.
SWIFTSSH_KNOWNHOST_KEY_ED25519: Final = 0x1c0000
#: A type that has no number; the key itself says which.
SWIFTSSH_KNOWNHOST_KEY_UNKNOWN: Final = 0x3c0000
#: The form of OpenSSH's known_hosts, the only one.
SWIFTSSH_KNOWNHOST_FILE_OPENSSH: Final = 1
#: The key is the host's.
SWIFTSSH_KNOWNHOST_CHECK_MATCH: Final = 0
#: The host is known, but by other keys only.
SWIFTSSH_KNOWNHOST_CHECK_MISMATCH: Final = 1
#: The host is not known.
SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND: Final = 2
#: The check failed. Functions of this library return a status instead; the number is
#: libssh2's.
SWIFTSSH_KNOWNHOST_CHECK_FAILURE: Final = 3
#: The key, or the authority that signed it, is revoked.
SWIFTSSH_KNOWNHOST_CHECK_REVOKED: Final = 4
#: A line whose key is the hosts' own.
SWIFTSSH_KNOWNHOST_MARKER_NONE: Final = 0
#: A line that begins with `@cert-authority`: its key signs the certificates of hosts,
#: and is no host's own.
SWIFTSSH_KNOWNHOST_MARKER_CERT_AUTHORITY: Final = 1
#: A line that begins with `@revoked`: its key must not be accepted.
SWIFTSSH_KNOWNHOST_MARKER_REVOKED: Final = 2

# Library
#: RSA user keys work with SHA-2 signatures.
SWIFTSSH_CAPABILITY_RSA_SHA2_USER_KEYS: Final = 1
#: Servers that have only an RSA host key can be reached.
SWIFTSSH_CAPABILITY_RSA_SHA2_HOST_KEYS: Final = 2
#: Signals can be sent to the remote process.
SWIFTSSH_CAPABILITY_CHANNEL_SIGNAL: Final = 4
#: An exit status of 0 is told apart from none.
SWIFTSSH_CAPABILITY_EXIT_STATUS_KNOWN: Final = 8
#: Strict key exchange is offered.
SWIFTSSH_CAPABILITY_STRICT_KEY_EXCHANGE: Final = 16
#: AES-GCM ciphers are there.
SWIFTSSH_CAPABILITY_AES_GCM: Final = 32
#: The ChaCha20-Poly1305 cipher is there.
SWIFTSSH_CAPABILITY_CHACHA20_POLY1305: Final = 64
#: Security keys log users in, and are known as host keys.
SWIFTSSH_CAPABILITY_SECURITY_KEYS: Final = 128
#: This side can have keys exchanged anew, and does so by itself when they are old.
SWIFTSSH_CAPABILITY_REKEYING: Final = 256
#: The server can be asked to listen on a UNIX socket.
SWIFTSSH_CAPABILITY_STREAMLOCAL_LISTENING: Final = 512
#: Breaks can be sent to the remote process's terminal.
SWIFTSSH_CAPABILITY_CHANNEL_BREAK: Final = 1024
#: Connections to the user's agent that the server forwards are handed over.
SWIFTSSH_CAPABILITY_AGENT_FORWARDING: Final = 2048
#: What the server says to users before they are in is kept.
SWIFTSSH_CAPABILITY_AUTHENTICATION_BANNER: Final = 4096

# Log
#: What somebody should look at: a host key that is refused, a connection that is lost.
SWIFTSSH_LOG_WARNING: Final = 1
#: How a connection comes about and ends: addresses, what was agreed on, keys, logins.
SWIFTSSH_LOG_INFO: Final = 2
#: Everything: what both sides offer, channels and their requests, SFTP's greeting.
SWIFTSSH_LOG_DEBUG: Final = 3

# SFTP constants
#: For reading.
SWIFTSSH_FXF_READ: Final = 0x1
#: For writing.
SWIFTSSH_FXF_WRITE: Final = 0x2
#: What is written goes to the end of the file, whatever the position.
SWIFTSSH_FXF_APPEND: Final = 0x4
#: A file that is not there is made.
SWIFTSSH_FXF_CREAT: Final = 0x8
#: A file that is there is emptied.
SWIFTSSH_FXF_TRUNC: Final = 0x10
#: With SWIFTSSH_FXF_CREAT: a file that is there is an error.
SWIFTSSH_FXF_EXCL: Final = 0x20
#: It was done.
SWIFTSSH_FX_OK: Final = 0
#: The end of the file or of the listing.
SWIFTSSH_FX_EOF: Final = 1
#: There is no such file.
SWIFTSSH_FX_NO_SUCH_FILE: Final = 2
#: The user may not do that.
SWIFTSSH_FX_PERMISSION_DENIED: Final = 3
#: It failed, for a reason that has no number of its own: in version 3 most have none.
SWIFTSSH_FX_FAILURE: Final = 4
#: The server could not read the request.
SWIFTSSH_FX_BAD_MESSAGE: Final = 5
#: There is no connection.
SWIFTSSH_FX_NO_CONNECTION: Final = 6
#: The connection was lost.
SWIFTSSH_FX_CONNECTION_LOST: Final = 7
#: The server cannot do that.
SWIFTSSH_FX_OP_UNSUPPORTED: Final = 8
#: The size is known.
SWIFTSSH_SFTP_ATTR_SIZE: Final = 0x1
#: The owner is known.
SWIFTSSH_SFTP_ATTR_UIDGID: Final = 0x2
#: The kind of file and its permission bits are known.
SWIFTSSH_SFTP_ATTR_PERMISSIONS: Final = 0x4
#: The times are known.
SWIFTSSH_SFTP_ATTR_ACMODTIME: Final = 0x8
#: There are attributes that have no field of their own.
SWIFTSSH_SFTP_ATTR_EXTENDED: Final = 0x80000000
#: The bits of the permissions that say what kind of file it is.
SWIFTSSH_SFTP_S_IFMT: Final = 0xf000
#: A named pipe.
SWIFTSSH_SFTP_S_IFIFO: Final = 0x1000
#: A character device.
SWIFTSSH_SFTP_S_IFCHR: Final = 0x2000
#: A directory.
SWIFTSSH_SFTP_S_IFDIR: Final = 0x4000
#: A block device.
SWIFTSSH_SFTP_S_IFBLK: Final = 0x6000
#: A regular file.
SWIFTSSH_SFTP_S_IFREG: Final = 0x8000
#: A symbolic link.
SWIFTSSH_SFTP_S_IFLNK: Final = 0xa000
#: A socket.
SWIFTSSH_SFTP_S_IFSOCK: Final = 0xc000
#: The owner may do all of it.
SWIFTSSH_SFTP_S_IRWXU: Final = 0x1c0
#: The owner may read.
SWIFTSSH_SFTP_S_IRUSR: Final = 0x100
#: The owner may write.
SWIFTSSH_SFTP_S_IWUSR: Final = 0x80
#: The owner may run it, or go through it.
SWIFTSSH_SFTP_S_IXUSR: Final = 0x40
#: The group may do all of it.
SWIFTSSH_SFTP_S_IRWXG: Final = 0x38
#: The group may read.
SWIFTSSH_SFTP_S_IRGRP: Final = 0x20
#: The group may write.
SWIFTSSH_SFTP_S_IWGRP: Final = 0x10
#: The group may run it, or go through it.
SWIFTSSH_SFTP_S_IXGRP: Final = 0x8
#: The others may do all of it.
SWIFTSSH_SFTP_S_IRWXO: Final = 0x7
#: The others may read.
SWIFTSSH_SFTP_S_IROTH: Final = 0x4
#: The others may write.
SWIFTSSH_SFTP_S_IWOTH: Final = 0x2
#: The others may run it, or go through it.
SWIFTSSH_SFTP_S_IXOTH: Final = 0x1
#: A file that has the new name is replaced.
SWIFTSSH_SFTP_RENAME_OVERWRITE: Final = 0x1
#: No other sees a state between.
SWIFTSSH_SFTP_RENAME_ATOMIC: Final = 0x2
#: The server may do it in its own way.
SWIFTSSH_SFTP_RENAME_NATIVE: Final = 0x4
#: Nothing can be written.
SWIFTSSH_SFTP_ST_RDONLY: Final = 0x1
#: Programs do not run with the rights of their owner.
SWIFTSSH_SFTP_ST_NOSUID: Final = 0x2

# SFTP filesystem
#: The size of a block in bytes.
SWIFTSSH_SFTP_STATVFS_BSIZE: Final = 0
#: The size in bytes of the unit that the numbers of blocks are in.
SWIFTSSH_SFTP_STATVFS_FRSIZE: Final = 1
#: All blocks.
SWIFTSSH_SFTP_STATVFS_BLOCKS: Final = 2
#: Free blocks.
SWIFTSSH_SFTP_STATVFS_BFREE: Final = 3
#: Blocks that are free for users without privileges.
SWIFTSSH_SFTP_STATVFS_BAVAIL: Final = 4
#: All inodes.
SWIFTSSH_SFTP_STATVFS_FILES: Final = 5
#: Free inodes.
SWIFTSSH_SFTP_STATVFS_FFREE: Final = 6
#: Inodes that are free for users without privileges.
SWIFTSSH_SFTP_STATVFS_FAVAIL: Final = 7
#: The file system's number.
SWIFTSSH_SFTP_STATVFS_FSID: Final = 8
#: How it is mounted: bits of SWIFTSSH_SFTP_ST_*.
SWIFTSSH_SFTP_STATVFS_FLAG: Final = 9
#: The longest name in bytes.
SWIFTSSH_SFTP_STATVFS_NAMEMAX: Final = 10

# SFTP report
#: How many files were copied whole.
SWIFTSSH_SFTP_REPORT_FILES: Final = 0
#: How many files were there already.
SWIFTSSH_SFTP_REPORT_UNCHANGED_FILES: Final = 1
#: How many directories were copied, or were there already.
SWIFTSSH_SFTP_REPORT_DIRECTORIES: Final = 2
#: How many symbolic links were made.
SWIFTSSH_SFTP_REPORT_LINKS: Final = 3
#: How many bytes of files were copied by the transfer.
SWIFTSSH_SFTP_REPORT_BYTES: Final = 4
#: How many problems swiftssh_sftp_report_problem tells: one for each file, directory
#: and link that could not be copied. At most 10,000, of which the last one's message
#: then says how many more there were.
SWIFTSSH_SFTP_REPORT_PROBLEMS: Final = 5

# SFTP transfer
#: Whether a directory is copied with all that is in it, else it is an error: 0 or 1, at
#: first 0.
SWIFTSSH_SFTP_TRANSFER_RECURSIVE: Final = 0
#: Whether files that are there already with the same size and time are left as they
#: are, and parts that an earlier transfer has left are gone on from, after their last
#: bytes have been compared: 0 or 1, at first 0.
SWIFTSSH_SFTP_TRANSFER_RESUME: Final = 1
#: Whether the files' own names are written to from the beginning on. Else a file has
#: the name `NAME.swiftssh.part` until it is whole: 0 or 1, at first 0.
SWIFTSSH_SFTP_TRANSFER_IN_PLACE: Final = 2
#: Whether permission bits are kept: 0 or 1, at first 1.
SWIFTSSH_SFTP_TRANSFER_PERMISSIONS: Final = 3
#: Whether the times of the last use are kept: 0 or 1, at first 1.
SWIFTSSH_SFTP_TRANSFER_TIMES: Final = 4
#: What becomes of symbolic links in directories: one of SWIFTSSH_SFTP_LINKS_*, at first
#: SWIFTSSH_SFTP_LINKS_KEEP.
SWIFTSSH_SFTP_TRANSFER_LINKS: Final = 5
#: How many files are under way at a time: 1 to 1024, what is beyond counts as the
#: bound; at first 64.
SWIFTSSH_SFTP_TRANSFER_FILES_AT_ONCE: Final = 6
#: The time for all of it in milliseconds; at first 0, which is no limit. The session's
#: timeout is the time in which nothing may come.
SWIFTSSH_SFTP_TRANSFER_TIMEOUT: Final = 7
#: A link is copied as a link; from a server only one that cannot lead out of the
#: directory that is copied.
SWIFTSSH_SFTP_LINKS_KEEP: Final = 0
#: What a link points to is copied in its place; a link to a directory that the link is
#: in is refused.
SWIFTSSH_SFTP_LINKS_FOLLOW: Final = 1
#: A link is left out.
SWIFTSSH_SFTP_LINKS_SKIP: Final = 2

# Session
#: The session waits for bytes of the server.
SWIFTSSH_BLOCK_INBOUND: Final = 1
#: The session has bytes for the server.
SWIFTSSH_BLOCK_OUTBOUND: Final = 2

# Session algorithms
#: Key exchange.
SWIFTSSH_METHOD_KEX: Final = 0
#: The server's host key.
SWIFTSSH_METHOD_HOSTKEY: Final = 1
#: Encryption from client to server.
SWIFTSSH_METHOD_CRYPT_CS: Final = 2
#: Encryption from server to client.
SWIFTSSH_METHOD_CRYPT_SC: Final = 3
#: Integrity from client to server.
SWIFTSSH_METHOD_MAC_CS: Final = 4
#: Integrity from server to client.
SWIFTSSH_METHOD_MAC_SC: Final = 5
#: Compression from client to server.
SWIFTSSH_METHOD_COMP_CS: Final = 6
#: Compression from server to client.
SWIFTSSH_METHOD_COMP_SC: Final = 7
#: Language from client to server.
SWIFTSSH_METHOD_LANG_CS: Final = 8
#: Language from server to client.
SWIFTSSH_METHOD_LANG_SC: Final = 9
#: Accepted for libssh2's sake: this library never raises SIGPIPE.
SWIFTSSH_FLAG_SIGPIPE: Final = 1
#: Offer compression.
SWIFTSSH_FLAG_COMPRESS: Final = 2
#: A host key of a kind that has no number.
SWIFTSSH_HOSTKEY_TYPE_UNKNOWN: Final = 0
#: An RSA host key.
SWIFTSSH_HOSTKEY_TYPE_RSA: Final = 1
#: A DSA host key.
SWIFTSSH_HOSTKEY_TYPE_DSS: Final = 2
#: An ECDSA host key over nistp256.
SWIFTSSH_HOSTKEY_TYPE_ECDSA_256: Final = 3
#: An ECDSA host key over nistp384.
SWIFTSSH_HOSTKEY_TYPE_ECDSA_384: Final = 4
#: An ECDSA host key over nistp521.
SWIFTSSH_HOSTKEY_TYPE_ECDSA_521: Final = 5
#: An Ed25519 host key.
SWIFTSSH_HOSTKEY_TYPE_ED25519: Final = 6
#: MD5, 16 bytes.
SWIFTSSH_HOSTKEY_HASH_MD5: Final = 1
#: SHA-1, 20 bytes.
SWIFTSSH_HOSTKEY_HASH_SHA1: Final = 2
#: SHA-256, 32 bytes.
SWIFTSSH_HOSTKEY_HASH_SHA256: Final = 3
#: Nothing that rests on SHA-1.
SWIFTSSH_ALGORITHM_PROFILE_MODERN: Final = 1
#: Also SHA-1 where it is not known to be broken, for servers of some years ago: the
#: default.
SWIFTSSH_ALGORITHM_PROFILE_COMPATIBLE: Final = 2
#: Also what is weak: CBC, RC4, 3DES, DSA, MD5, truncated MACs and key exchanges over
#: 1024-bit groups. For the one host that has nothing else.
SWIFTSSH_ALGORITHM_PROFILE_LEGACY: Final = 3

# Status
#: Nothing went wrong.
SWIFTSSH_ERROR_NONE: Final = 0
#: There is no socket, or an error that has no number of its own.
SWIFTSSH_ERROR_SOCKET_NONE: Final = -1
#: The peer's identification line was not one of SSH 2.
SWIFTSSH_ERROR_BANNER_RECV: Final = -2
#: The identification line could not be sent.
SWIFTSSH_ERROR_BANNER_SEND: Final = -3
#: A packet's message authentication code was wrong: the connection was tampered with or
#: is damaged.
SWIFTSSH_ERROR_INVALID_MAC: Final = -4
#: No algorithms in common, or the key exchange failed.
SWIFTSSH_ERROR_KEX_FAILURE: Final = -5
#: Memory could not be had, or a peer made the session ask for more than it may.
SWIFTSSH_ERROR_ALLOC: Final = -6
#: The socket refused to send.
SWIFTSSH_ERROR_SOCKET_SEND: Final = -7
#: The key exchange was refused.
SWIFTSSH_ERROR_KEY_EXCHANGE_FAILURE: Final = -8
#: The deadline passed.
SWIFTSSH_ERROR_TIMEOUT: Final = -9
#: The host key could not be read.
SWIFTSSH_ERROR_HOSTKEY_INIT: Final = -10
#: The host's signature was wrong: this is not the host that owns the key.
SWIFTSSH_ERROR_HOSTKEY_SIGN: Final = -11
#: A packet could not be decrypted.
SWIFTSSH_ERROR_DECRYPT: Final = -12
#: The connection ended.
SWIFTSSH_ERROR_SOCKET_DISCONNECT: Final = -13
#: The peer broke the protocol.
SWIFTSSH_ERROR_PROTO: Final = -14
#: The password has expired and must be changed.
SWIFTSSH_ERROR_PASSWORD_EXPIRED: Final = -15
#: A local file could not be read, or is not what it should be.
SWIFTSSH_ERROR_FILE: Final = -16
#: No method is set.
SWIFTSSH_ERROR_METHOD_NONE: Final = -17
#: The server refused the credentials.
SWIFTSSH_ERROR_AUTHENTICATION_FAILED: Final = -18
#: The server refused the key or its signature.
SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED: Final = -19
#: A channel message came at the wrong time.
SWIFTSSH_ERROR_CHANNEL_OUTOFORDER: Final = -20
#: The server refused to open the channel, or a channel request failed.
SWIFTSSH_ERROR_CHANNEL_FAILURE: Final = -21
#: The server refused a request on the channel.
SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED: Final = -22
#: There is no such channel.
SWIFTSSH_ERROR_CHANNEL_UNKNOWN: Final = -23
#: The peer sent more than the channel's window allows.
SWIFTSSH_ERROR_CHANNEL_WINDOW_EXCEEDED: Final = -24
#: The peer sent a larger packet than the channel allows.
SWIFTSSH_ERROR_CHANNEL_PACKET_EXCEEDED: Final = -25
#: The channel is closed.
SWIFTSSH_ERROR_CHANNEL_CLOSED: Final = -26
#: The end of file has already been sent on the channel.
SWIFTSSH_ERROR_CHANNEL_EOF_SENT: Final = -27
#: The SCP peer broke its protocol or reported an error.
SWIFTSSH_ERROR_SCP_PROTOCOL: Final = -28
#: Compressed data is damaged.
SWIFTSSH_ERROR_ZLIB: Final = -29
#: The socket timed out.
SWIFTSSH_ERROR_SOCKET_TIMEOUT: Final = -30
#: The SFTP server reported an error or broke its protocol.
SWIFTSSH_ERROR_SFTP_PROTOCOL: Final = -31
#: The server refused a global request.
SWIFTSSH_ERROR_REQUEST_DENIED: Final = -32
#: The method is not supported by the engine or the server.
SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED: Final = -33
#: An argument is not allowed, or not now.
SWIFTSSH_ERROR_INVAL: Final = -34
#: Not a type that can be polled.
SWIFTSSH_ERROR_INVALID_POLL_TYPE: Final = -35
#: The publickey subsystem reported an error or broke its protocol.
SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL: Final = -36
#: The call would block and the session is in non-blocking mode: call again.
SWIFTSSH_ERROR_EAGAIN: Final = -37
#: The buffer is too small.
SWIFTSSH_ERROR_BUFFER_TOO_SMALL: Final = -38
#: The call is not allowed in this state.
SWIFTSSH_ERROR_BAD_USE: Final = -39
#: Data could not be compressed.
SWIFTSSH_ERROR_COMPRESS: Final = -40
#: A length that the peer sent is out of bounds.
SWIFTSSH_ERROR_OUT_OF_BOUNDARY: Final = -41
#: The authentication agent broke its protocol or could not be reached.
SWIFTSSH_ERROR_AGENT_PROTOCOL: Final = -42
#: The socket refused to receive.
SWIFTSSH_ERROR_SOCKET_RECV: Final = -43
#: A packet could not be encrypted.
SWIFTSSH_ERROR_ENCRYPT: Final = -44
#: The descriptor is not a connected socket.
SWIFTSSH_ERROR_BAD_SOCKET: Final = -45
#: The known hosts could not be read or written.
SWIFTSSH_ERROR_KNOWN_HOSTS: Final = -46
#: The channel's window is full.
SWIFTSSH_ERROR_CHANNEL_WINDOW_FULL: Final = -47
#: The key's passphrase is missing or wrong.
SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED: Final = -48
#: No random numbers could be had.
SWIFTSSH_ERROR_RANDGEN: Final = -49
#: The server sent no authentication banner.
SWIFTSSH_ERROR_MISSING_USERAUTH_BANNER: Final = -50
#: The algorithm is not supported.
SWIFTSSH_ERROR_ALGO_UNSUPPORTED: Final = -51
#: A message authentication code could not be computed.
SWIFTSSH_ERROR_MAC_FAILURE: Final = -52
#: A digest could not be begun.
SWIFTSSH_ERROR_HASH_INIT: Final = -53
#: A digest could not be computed.
SWIFTSSH_ERROR_HASH_CALC: Final = -54
#: A value is too large to be stored.
SWIFTSSH_ERROR_STORE_OVERFLOW: Final = -55
#: The call was ended from another thread, by closing the session or the client.
SWIFTSSH_ERROR_CANCELLED: Final = -1001
#: The handle is null, freed, of another kind, or never was one.
SWIFTSSH_ERROR_INVALID_HANDLE: Final = -1002
#: The host's name has no address.
SWIFTSSH_ERROR_ADDRESS_NOT_FOUND: Final = -1003
#: No address of the host could be connected to; errno says why.
SWIFTSSH_ERROR_CONNECT: Final = -1004
#: The object was used after it had been closed.
SWIFTSSH_ERROR_CLOSED: Final = -1005
#: A callback called into the session that was calling it.
SWIFTSSH_ERROR_REENTERED: Final = -1006
#: A callback gave up.
SWIFTSSH_ERROR_CALLBACK: Final = -1007
#: The session belongs to the parent of this process.
SWIFTSSH_ERROR_FORKED: Final = -1008
#: A fault in this library.
SWIFTSSH_ERROR_INTERNAL: Final = -1009
#: A text is not valid UTF-8 or holds a NUL.
SWIFTSSH_ERROR_INVALID_TEXT: Final = -1010
#: The call was ended by the program, which was asked while it waited.
SWIFTSSH_ERROR_INTERRUPTED: Final = -1011
#: No list of known hosts names the host.
SWIFTSSH_ERROR_HOST_KEY_UNKNOWN: Final = -1021
#: The host presented another key than the one that it is known by.
SWIFTSSH_ERROR_HOST_KEY_MISMATCH: Final = -1022
#: The host's key is revoked.
SWIFTSSH_ERROR_HOST_KEY_REVOKED: Final = -1023
#: The caller did not accept the host's key.
SWIFTSSH_ERROR_HOST_KEY_REFUSED: Final = -1024
#: A remote command ended by a signal or with another status than 0.
SWIFTSSH_ERROR_COMMAND_FAILED: Final = -1025
#: A remote command wrote more than the caller wanted to keep.
SWIFTSSH_ERROR_OUTPUT_LIMIT: Final = -1026


class swiftssh_client(ctypes.Structure):
    """A connection to one host that checks the host's key, logs in, runs commands and
    forwards connections. Freed with swiftssh_client_free.
    """


class swiftssh_process(ctypes.Structure):
    """A command or a shell that runs on a client's host. Freed with
    swiftssh_process_free; keeps its client until then.
    """


class swiftssh_command_result(ctypes.Structure):
    """What became of a remote command. Freed with swiftssh_command_result_free."""


class swiftssh_passphrase_request(ctypes.Structure):
    """A key file that is encrypted; valid only inside the callback that it is handed
    to.
    """


class swiftssh_presented_host_key(ctypes.Structure):
    """A key that a host presents; valid only inside the callback that it is handed to."""


class swiftssh_forward(ctypes.Structure):
    """A port whose connections are carried through a client. Freed with
    swiftssh_forward_free, which closes it; keeps its client until then.
    """


class swiftssh_host_configuration(ctypes.Structure):
    """What ssh_config files say of a host. Freed with swiftssh_host_configuration_free."""


class swiftssh_fleet(ctypes.Structure):
    """A command on many hosts at once. Freed with swiftssh_fleet_free, which cancels
    it.
    """


class swiftssh_publickey_list(ctypes.Structure):
    """The keys of a user. Freed with swiftssh_publickey_list_free."""


class swiftssh_publickey(ctypes.Structure):
    """A server's publickey subsystem. Freed with swiftssh_publickey_free; keeps its
    session alive until then.
    """


class swiftssh_publickey_attributes(ctypes.Structure):
    """What goes with a key that is added. Freed with
    swiftssh_publickey_attributes_free.
    """


class swiftssh_sftp(ctypes.Structure):
    """A server's files. Freed with swiftssh_sftp_free; keeps its session alive until
    then.
    """


class swiftssh_sftp_handle(ctypes.Structure):
    """A file or a directory that is open on a server. Freed with
    swiftssh_sftp_handle_free; keeps its SFTP session alive until then.
    """


class swiftssh_sftp_attributes(ctypes.Structure):
    """What is known of a file, or is to be set. Freed with
    swiftssh_sftp_attributes_free.
    """


class swiftssh_sftp_filesystem(ctypes.Structure):
    """What is known of a file system. Freed with swiftssh_sftp_filesystem_free."""


class swiftssh_sftp_names(ctypes.Structure):
    """Names of users and groups. Freed with swiftssh_sftp_names_free."""


class swiftssh_sftp_transfer_options(ctypes.Structure):
    """How files are copied. Freed with swiftssh_sftp_transfer_options_free."""


class swiftssh_sftp_report(ctypes.Structure):
    """What a transfer has done. Freed with swiftssh_sftp_report_free."""


class swiftssh_sftp_walker(ctypes.Structure):
    """A walk through a directory. Freed with swiftssh_sftp_walker_free."""


class swiftssh_sftp_paths(ctypes.Structure):
    """Paths on a server. Freed with swiftssh_sftp_paths_free."""


class swiftssh_session(ctypes.Structure):
    """A connection to an SSH server. Freed with swiftssh_session_free."""


class swiftssh_channel(ctypes.Structure):
    """A channel of a session. Freed with swiftssh_channel_free; keeps its session alive
    until then.
    """


class swiftssh_knownhost(ctypes.Structure):
    """A list of known hosts. Freed with swiftssh_knownhost_free."""


class swiftssh_knownhost_entry(ctypes.Structure):
    """A line of a list of known hosts that names hosts and their key. Freed with
    swiftssh_knownhost_entry_free; keeps its list alive until then.
    """


class swiftssh_agent(ctypes.Structure):
    """A program that holds private keys and signs with them (ssh-agent). Freed with
    swiftssh_agent_free; keeps its session alive until then.
    """


class swiftssh_listener(ctypes.Structure):
    """A port of the server's that listens for a session. Freed with
    swiftssh_listener_free; keeps its session alive until then.
    """


class swiftssh_caller(ctypes.Structure):
    """Somebody who makes calls of a session without waiting in them. Freed with
    swiftssh_caller_free; keeps its session alive until then.
    """


class swiftssh_error(ctypes.Structure):
    """What went wrong in a call. Freed with swiftssh_error_free."""


class swiftssh_keyboard_interactive(ctypes.Structure):
    """A round of questions of the server; valid only inside the callback that it is
    handed to.
    """


class swiftssh_sign_request(ctypes.Structure):
    """A signature that is wanted; valid only inside the callback that it is handed to."""


#: Says whether a host's key is accepted. Called on the thread that connects; the time
#: that it takes counts.
swiftssh_host_key_callback = ctypes.CFUNCTYPE(
    ctypes.c_int32,
    ctypes.c_void_p,
    ctypes.POINTER(swiftssh_presented_host_key),
)

#: Gives the passphrase of a key file with swiftssh_passphrase_answer. Called on the
#: thread that connects, when the server has said that it takes the key; the time that
#: it takes counts.
swiftssh_passphrase_callback = ctypes.CFUNCTYPE(
    ctypes.c_int32,
    ctypes.c_void_p,
    ctypes.POINTER(swiftssh_passphrase_request),
)

#: Told how far a transfer has come, at most ten times a second and once at the end, on
#: the thread that called the transfer; it may call into the session.
swiftssh_sftp_progress_callback = ctypes.CFUNCTYPE(
    ctypes.c_int32,
    ctypes.c_void_p,
    ctypes.c_uint64,
    ctypes.c_uint64,
    ctypes.c_char_p,
)

#: Answers a round of questions of the server with swiftssh_keyboard_interactive_answer;
#: what is left unanswered is empty. Returns 0 to go on, anything else to give up.
#: Called on a thread that is inside a call on the session, which may be another
#: thread's call; it must not call into that session.
swiftssh_keyboard_interactive_callback = ctypes.CFUNCTYPE(
    ctypes.c_int32,
    ctypes.c_void_p,
    ctypes.POINTER(swiftssh_keyboard_interactive),
)

#: Signs for an authentication with swiftssh_sign_request_answer. Called on a thread
#: that is inside a call on the session, which may be another thread's call; it must not
#: call into that session.
swiftssh_sign_callback = ctypes.CFUNCTYPE(
    ctypes.c_int32,
    ctypes.c_void_p,
    ctypes.POINTER(swiftssh_sign_request),
    ctypes.c_void_p,
    ctypes.c_size_t,
    ctypes.c_char_p,
)

#: Says whether the call that the thread waits in is to end. Called on that thread with
#: no lock held: it may call into the library, the session that waits included.
swiftssh_interrupt_callback = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p)

#: Is told of something that happened in a session. No text has a secret, or any of the
#: data that goes through channels; what a peer said is escaped. Called on whatever
#: thread is in a call of the session then, the library's own included, whose stacks are
#: small: no two events of one session at a time, and in their order. No lock is held:
#: it may call into the library, the session included, but of what it has happen there
#: it is told too. Calls of the session do not return before it has.
swiftssh_log_callback = ctypes.CFUNCTYPE(
    None,
    ctypes.c_void_p,
    ctypes.c_uint64,
    ctypes.c_int64,
    ctypes.c_int32,
    ctypes.c_char_p,
    ctypes.c_char_p,
    ctypes.c_char_p,
)

#: Says that user_data is no longer needed. Called exactly once for each call that took
#: it, also when that call fails.
swiftssh_finalizer = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


#: The functions by name: the type of the result and the types of the parameters.
FUNCTIONS: Final[dict[str, tuple[Any, tuple[Any, ...]]]] = {
    # Makes an agent that is not connected.
    "swiftssh_agent_new": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.POINTER(ctypes.POINTER(swiftssh_agent)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Makes an agent that is not connected and has no session: it lists its keys and
    # signs, and swiftssh_agent_userauth returns SWIFTSSH_ERROR_BAD_USE.
    "swiftssh_agent_new_without_session": (
        ctypes.c_int32,
        (
            ctypes.POINTER(ctypes.POINTER(swiftssh_agent)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Lets an agent go, and ends its connection.
    "swiftssh_agent_free": (
        None,
        (ctypes.POINTER(swiftssh_agent),),
    ),
    # Connects to the agent: at the path that was set, otherwise at the one in the
    # environment's SSH_AUTH_SOCK.
    "swiftssh_agent_connect": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_agent),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Ends the connection, from any thread; calls under way fail with
    # SWIFTSSH_ERROR_AGENT_PROTOCOL.
    "swiftssh_agent_disconnect": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_agent),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Asks for the keys that the agent holds, which swiftssh_agent_identity and
    # swiftssh_agent_identity_comment then tell.
    "swiftssh_agent_list_identities": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_agent),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # A key that the agent listed: its public half as the wire has it (RFC 4253, 6.6).
    "swiftssh_agent_identity": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_agent),
            ctypes.c_uint32,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # What the owner of a key that the agent listed calls it; any bytes, not escaped.
    "swiftssh_agent_identity_comment": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_agent),
            ctypes.c_uint32,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Authenticates the agent's session with one of the agent's keys.
    "swiftssh_agent_userauth": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_agent),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Connects to the user's agent and authenticates with whichever of its keys the
    # server takes first.
    "swiftssh_session_userauth_agent": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Lets the agent sign, which may ask its user first.
    "swiftssh_agent_sign": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_agent),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The path of the agent's socket that was set.
    "swiftssh_agent_identity_path": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_agent),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets the path of the agent's socket for the next swiftssh_agent_connect.
    "swiftssh_agent_set_identity_path": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_agent),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets how old the server of a session may be: what is offered for the purposes for
    # which swiftssh_session_method_pref is not called.
    "swiftssh_session_set_algorithm_profile": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets how old the server of a client may be: what is offered for the purposes for
    # which swiftssh_client_set_algorithms is not called.
    "swiftssh_client_set_algorithm_profile": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Makes a caller of a session: somebody who makes its calls one after the other,
    # without waiting in them.
    "swiftssh_caller_new": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_uint64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_caller)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees a caller.
    "swiftssh_caller_free": (
        None,
        (ctypes.POINTER(swiftssh_caller),),
    ),
    # Sets the time for what a caller does from now on, in all.
    "swiftssh_caller_set_timeout": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_caller),
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # From here on the calls that this thread makes of the session are the caller's,
    # until swiftssh_caller_leave.
    "swiftssh_caller_enter": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_caller),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # From here on the calls that this thread makes of the session are nobody's in
    # particular.
    "swiftssh_caller_leave": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_caller),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Ends what a caller does, from any thread: its call that waits, and each that would
    # have to wait from here on, returns SWIFTSSH_ERROR_CANCELLED at once.
    "swiftssh_caller_cancel": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_caller),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # A descriptor that becomes readable when swiftssh_session_turn is to be called.
    "swiftssh_session_notice_descriptor": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Takes in and sends what there is, unless there is a caller to be told already, and
    # tells which caller is to make its call again; there may be no more for it than
    # before.
    "swiftssh_session_turn": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Lets a channel go: it is closed without waiting, and what was not read is lost.
    "swiftssh_channel_free": (
        None,
        (ctypes.POINTER(swiftssh_channel),),
    ),
    # Runs a command.
    "swiftssh_channel_exec": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Starts the user's shell.
    "swiftssh_channel_shell": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Starts a subsystem of the server.
    "swiftssh_channel_subsystem": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Starts a process by a request of any type.
    "swiftssh_channel_process_startup": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets a variable in the environment of what will run.
    "swiftssh_channel_setenv": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Waits until the server has closed the channel, and tells how the remote process
    # ended.
    "swiftssh_channel_wait_exit": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.POINTER(ctypes.c_int32),
            ctypes.POINTER(ctypes.c_int32),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # How the remote process ended, as far as that has come.
    "swiftssh_channel_exit_kind": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_channel),),
    ),
    # The exit status that has come so far.
    "swiftssh_channel_exit_status": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_channel),),
    ),
    # The name of the signal that ended the remote process, without SIG, for example
    # `KILL`.
    "swiftssh_channel_exit_signal": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The server's explanation of the signal that ended the remote process, escaped.
    "swiftssh_channel_exit_signal_message": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The language of the server's explanation of the signal (RFC 3066), escaped, for
    # example `en`.
    "swiftssh_channel_exit_signal_language": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Whether the remote process dumped core when a signal ended it.
    "swiftssh_channel_exit_signal_core_dumped": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_channel),),
    ),
    # Reads what there is of one stream, waiting for at least one byte.
    "swiftssh_channel_read": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_uint32,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Writes all of the bytes; in non-blocking mode what fits.
    "swiftssh_channel_write": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_uint32,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Says that no more bytes will be written.
    "swiftssh_channel_send_eof": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Whether the server has said that no more bytes will come, and all that came were
    # read.
    "swiftssh_channel_eof": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_channel),),
    ),
    # Waits until the server has said that no more bytes will come.
    "swiftssh_channel_wait_eof": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Closes the channel on this side; bytes that came can still be read.
    "swiftssh_channel_close": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Waits until the server has closed the channel.
    "swiftssh_channel_wait_closed": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Asks for a pseudo-terminal for what will run.
    "swiftssh_channel_request_pty": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Tells the server that the pseudo-terminal's size has changed.
    "swiftssh_channel_request_pty_size": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sends a signal to the remote process.
    "swiftssh_channel_signal": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sends a break to the remote process's terminal or line.
    "swiftssh_channel_send_break": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Asks for the user's authentication agent to be forwarded to what will run.
    "swiftssh_channel_request_auth_agent": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Asks for X11 to be forwarded to what will run.
    "swiftssh_channel_x11_req": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_int32,
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The bytes that the server may send before it must be granted more.
    "swiftssh_channel_window_read": (
        ctypes.c_uint64,
        (ctypes.POINTER(swiftssh_channel), ctypes.POINTER(ctypes.c_uint64)),
    ),
    # The bytes that may be written before the server must grant more.
    "swiftssh_channel_window_write": (
        ctypes.c_uint64,
        (ctypes.POINTER(swiftssh_channel), ctypes.POINTER(ctypes.c_uint64)),
    ),
    # Grants the server more bytes.
    "swiftssh_channel_receive_window_adjust": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_uint32,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets what becomes of the standard error stream from here on; what came before
    # stays where it is.
    "swiftssh_channel_handle_extended_data": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Drops what has been received and was not read; what arrives meanwhile stays.
    "swiftssh_channel_flush": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_channel),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # How many bytes of one stream have come and can be read without waiting.
    "swiftssh_channel_available": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_channel), ctypes.c_uint32),
    ),
    # Makes a client that is not connected.
    "swiftssh_client_new": (
        ctypes.c_int32,
        (
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_client)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Lets a client go, without waiting.
    "swiftssh_client_free": (
        None,
        (ctypes.POINTER(swiftssh_client),),
    ),
    # Reads the ssh_config files, resolves the host's name, connects, through other
    # hosts where they say so, checks the host's key and logs in, with several
    # credentials where the server wants several.
    "swiftssh_client_connect": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Says goodbye and ends a client's connection with everything that goes through it.
    "swiftssh_client_close": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Whether a client has logged in and its connection has not ended, as far as is
    # known without asking the server.
    "swiftssh_client_is_connected": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_client),),
    ),
    # The session of a client, for everything that the client has no function for.
    "swiftssh_client_session": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.POINTER(ctypes.POINTER(swiftssh_session)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets how often a server is tried that cannot be connected to, or that drops the
    # connection before it has said who it is, as one does that has too many at once.
    "swiftssh_client_set_connection_attempts": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Runs a command to its end.
    "swiftssh_client_run": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_int64,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_command_result)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Starts a command, both of whose outputs are read.
    "swiftssh_client_start": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_char_p,
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_process)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Starts a command, and says what becomes of its standard error stream: where that
    # is read apart and nobody reads it, a process that has filled it waits.
    "swiftssh_client_start_ex": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_char_p,
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.c_int32,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_process)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees a result.
    "swiftssh_command_result_free": (
        None,
        (ctypes.POINTER(swiftssh_command_result),),
    ),
    # How a command ended.
    "swiftssh_command_result_exit_kind": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_command_result),),
    ),
    # The status that a command exited with.
    "swiftssh_command_result_exit_status": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_command_result),),
    ),
    # The name of the signal that ended a command, without SIG, escaped, for example
    # `KILL`.
    "swiftssh_command_result_exit_signal": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_command_result),),
    ),
    # What a command wrote.
    "swiftssh_command_result_output": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_command_result),
            ctypes.c_uint32,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # Fails unless a command ended by itself with the status 0.
    "swiftssh_command_result_check": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_command_result),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Adds an ssh_config file that says how the host is connected to, as far as the
    # caller does not; the first one takes the place of ~/.ssh/config and
    # /etc/ssh/ssh_config.
    "swiftssh_client_add_configuration_file": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has a client read no ssh_config files, or the user's and the system's again, and
    # forgets those that were added.
    "swiftssh_client_set_user_configuration": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The name or address that a client is connected to: what HostName of ssh_config
    # says; what the caller named before connecting has begun.
    "swiftssh_client_host": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_client),),
    ),
    # The port that a client is connected to: what Port of ssh_config says where the
    # caller does not, and 22 where it says nothing.
    "swiftssh_client_port": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_client),),
    ),
    # The user that a client logs in as: what User of ssh_config says where the caller
    # does not, and this process's user where it says nothing.
    "swiftssh_client_username": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_client),),
    ),
    # Sets how a server is noticed that no longer answers, although its machine may:
    # when nothing has come for the interval, it is asked.
    "swiftssh_client_set_keepalive": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int64,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Adds a private key in memory; such keys are tried first, and where there is one
    # the user's own files are not tried.
    "swiftssh_client_add_key": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets which host keys are accepted.
    "swiftssh_client_set_host_key_policy": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Adds a known_hosts file; the first one takes the place of those that ssh_config
    # names, of the user's ~/.ssh/known_hosts and of /etc/ssh/ssh_known_hosts.
    "swiftssh_client_add_known_hosts_file": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has a client accept the keys that a list holds for the host, and no others.
    "swiftssh_client_set_known_hosts": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.POINTER(swiftssh_knownhost),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has a client accept one host key and no other.
    "swiftssh_client_set_fingerprint": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has a client ask whether a host key is accepted.
    "swiftssh_client_set_host_key_callback": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            swiftssh_host_key_callback,
            ctypes.c_void_p,
            swiftssh_finalizer,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets which agent is asked for keys.
    "swiftssh_client_set_agent": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int32,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has an agent forwarded to what is started on the host; none is by default.
    "swiftssh_client_set_agent_forwarding": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int32,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has an X display forwarded to what is started on the host; none is by default.
    "swiftssh_client_set_x11_forwarding": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int32,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Adds a private key's file; the first one takes the place of those that ssh_config
    # names and of the user's own.
    "swiftssh_client_add_key_file": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has a client use no key files, or the user's own again, and forgets those that
    # were added.
    "swiftssh_client_set_user_key_files": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has a client ask for the passphrases of encrypted key files; without it they are
    # not used.
    "swiftssh_client_set_passphrase_callback": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            swiftssh_passphrase_callback,
            ctypes.c_void_p,
            swiftssh_finalizer,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets the user's password, which is also given to a server that asks for it by
    # keyboard-interactive in one hidden question.
    "swiftssh_client_set_password": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has a client let the caller answer the server's questions.
    "swiftssh_client_set_keyboard_interactive_callback": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            swiftssh_keyboard_interactive_callback,
            ctypes.c_void_p,
            swiftssh_finalizer,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets how many attempts the server is taken to allow: keys are offered only as long
    # as one is left for each of the other credentials.
    "swiftssh_client_set_attempts": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets which algorithms are offered for a purpose, for both directions where it has
    # two.
    "swiftssh_client_set_algorithms": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int32,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets whether compression is offered; by default ssh_config says, and it is not
    # where that says nothing.
    "swiftssh_client_set_compression": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has the connection go through another client's host, and not where ssh_config
    # would have it go.
    "swiftssh_client_set_jump_host": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.POINTER(swiftssh_client),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The host that presents a key: the name or address that is connected to.
    "swiftssh_presented_host_key_host": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_presented_host_key),),
    ),
    # The port of the host that presents a key.
    "swiftssh_presented_host_key_port": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_presented_host_key),),
    ),
    # The name of the key's type, escaped, for example `ssh-ed25519`.
    "swiftssh_presented_host_key_type": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_presented_host_key),),
    ),
    # The key's SHA-256 fingerprint as ssh-keygen -l shows it: `SHA256:` and base64.
    "swiftssh_presented_host_key_fingerprint": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_presented_host_key),),
    ),
    # The key as the wire has it (RFC 4253, 6.6).
    "swiftssh_presented_host_key_blob": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_presented_host_key), ctypes.c_void_p, ctypes.c_size_t),
    ),
    # The path of the key file whose passphrase is asked for.
    "swiftssh_passphrase_request_path": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_passphrase_request),),
    ),
    # Gives the passphrase that is asked for; a second answer takes the place of the
    # first.
    "swiftssh_passphrase_answer": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_passphrase_request),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Makes a session that is not connected, on an engine of the caller's choice.
    "swiftssh_session_new_with_engine": (
        ctypes.c_int32,
        (
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_session)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets the engine that a client's session runs on.
    "swiftssh_client_set_engine": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The engine that a session runs on.
    "swiftssh_session_engine": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_session),),
    ),
    # What the engine of a session can do.
    "swiftssh_session_capabilities": (
        ctypes.c_uint64,
        (ctypes.POINTER(swiftssh_session),),
    ),
    # Frees an error.
    "swiftssh_error_free": (
        None,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The status that the call returned.
    "swiftssh_error_code": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The system's errno that goes with an error.
    "swiftssh_error_errno": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The SFTP status that the server sent (SSH_FX_*).
    "swiftssh_error_sftp_status": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # What went wrong and what would help.
    "swiftssh_error_message": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # What was being done, for example `key exchange`.
    "swiftssh_error_phase": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The host that the session talks to, as the caller named it.
    "swiftssh_error_host": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The port of that host.
    "swiftssh_error_port": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The file that the error is about.
    "swiftssh_error_path": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The server's own words, escaped: safe to show on a terminal.
    "swiftssh_error_server_text": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The whole error in one line: phase, host with its port where that is not 22, path,
    # message, the server's text, the status's name and number.
    "swiftssh_error_description": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The fingerprint of the host key that was refused.
    "swiftssh_error_host_key_fingerprint": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The type of the host key that was refused, for example `ssh-ed25519`, escaped.
    "swiftssh_error_host_key_type": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The fingerprint of the host key that was expected.
    "swiftssh_error_expected_fingerprint": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # The line of the error's file that it is about.
    "swiftssh_error_line": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_error),),
    ),
    # What a remote command had written when the call failed.
    "swiftssh_error_output": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_error),
            ctypes.c_uint32,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # Makes a list of hosts to run a command on, empty at first.
    "swiftssh_fleet_new": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_fleet)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees a list of hosts; what runs on them is ended, without waiting.
    "swiftssh_fleet_free": (
        None,
        (ctypes.POINTER(swiftssh_fleet),),
    ),
    # Adds a host.
    "swiftssh_fleet_add": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_fleet),
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Begins to run a command on all hosts: each is connected to, runs it and is left.
    "swiftssh_fleet_start": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_fleet),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_int64,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Waits for a host that is done and has not been told yet.
    "swiftssh_fleet_next": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_fleet),
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # How many hosts swiftssh_fleet_next has not told yet.
    "swiftssh_fleet_remaining": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_fleet),),
    ),
    # On how many hosts at most a fleet runs at once: what was asked for, as far as the
    # process's limit of open files (RLIMIT_NOFILE) has room for six for each host,
    # eight behind a jump host.
    "swiftssh_fleet_concurrency": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_fleet),),
    ),
    # What became of a host, as if swiftssh_client_connect and swiftssh_client_run had
    # been called for it here.
    "swiftssh_fleet_result": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_fleet),
            ctypes.c_uint64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_command_result)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Ends what runs on hosts: the result of those that were not done is
    # SWIFTSSH_ERROR_CANCELLED.
    "swiftssh_fleet_cancel": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_fleet),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Listens on a port of this machine and has the server connect to a host for each
    # connection that comes.
    "swiftssh_client_forward_local": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.POINTER(ctypes.POINTER(swiftssh_forward)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has the server listen on a port of its own and connects to a host from here for
    # each connection that comes to it.
    "swiftssh_client_forward_remote": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_forward)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Serves SOCKS 4, 4a and 5 without authentication on a port of this machine: the
    # server connects to whatever a client of it asks for.
    "swiftssh_client_forward_socks": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.POINTER(ctypes.POINTER(swiftssh_forward)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Ends a forward and all of its connections, without waiting, and frees it.
    "swiftssh_forward_free": (
        None,
        (ctypes.POINTER(swiftssh_forward),),
    ),
    # Ends a forward and all of its connections, and waits for its threads.
    "swiftssh_forward_close": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_forward),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The port that a forward listens on.
    "swiftssh_forward_bound_port": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_forward),),
    ),
    # Whether a forward still accepts connections.
    "swiftssh_forward_is_open": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_forward),),
    ),
    # What a forward has counted.
    "swiftssh_forward_counts": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_forward),
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The last failure of one of a forward's connections, as if this call had failed
    # with it.
    "swiftssh_forward_last_error": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_forward),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has the server connect to a TCP port that it can reach.
    "swiftssh_session_direct_tcpip": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.POINTER(ctypes.POINTER(swiftssh_channel)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has the server listen on a UNIX socket of its own and hand over the connections
    # that come.
    "swiftssh_session_forward_listen_streamlocal": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_listener)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has the server connect to a UNIX socket of its own.
    "swiftssh_session_direct_streamlocal": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.POINTER(ctypes.POINTER(swiftssh_channel)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has the server listen on a port of its own and hand over the connections that
    # come.
    "swiftssh_session_forward_listen": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_listener)),
            ctypes.POINTER(ctypes.c_int32),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Takes the connections to the user's agent that the server hands over once a
    # channel has asked for it with swiftssh_channel_request_auth_agent.
    "swiftssh_session_listen_agent": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_listener)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Takes the connections to the user's display that the server hands over once a
    # channel has asked for it with swiftssh_channel_x11_req.
    "swiftssh_session_listen_x11": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_listener)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Reads what ssh_config files say of a host, for who only wants to know; clients
    # read it by themselves.
    "swiftssh_host_configuration_new": (
        ctypes.c_int32,
        (
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_host_configuration)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees what swiftssh_host_configuration_new made.
    "swiftssh_host_configuration_free": (
        None,
        (ctypes.POINTER(swiftssh_host_configuration),),
    ),
    # A keyword that has values, in small letters, as `ssh -G` shows it.
    "swiftssh_host_configuration_keyword": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_host_configuration), ctypes.c_uint64),
    ),
    # How many values a keyword has: several for IdentityFile, CertificateFile and the
    # lists of known hosts, one for others, 0 where it is not set.
    "swiftssh_host_configuration_count": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_host_configuration), ctypes.c_char_p),
    ),
    # A value of a keyword as `ssh -G` shows it, with tokens and home directories
    # replaced.
    "swiftssh_host_configuration_value": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_host_configuration), ctypes.c_char_p, ctypes.c_uint64),
    ),
    # Has this thread asked whether it is to wait on: whenever it has waited in the
    # library for a tenth of a second, and at once when a signal has come to it
    # meanwhile.
    "swiftssh_set_interrupt_callback": (
        ctypes.c_int32,
        (
            swiftssh_interrupt_callback,
            ctypes.c_void_p,
            swiftssh_finalizer,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Authenticates by answering the server's questions.
    "swiftssh_session_userauth_keyboard_interactive": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            swiftssh_keyboard_interactive_callback,
            ctypes.c_void_p,
            swiftssh_finalizer,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The name of a round of questions, not escaped.
    "swiftssh_keyboard_interactive_name": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_keyboard_interactive),),
    ),
    # What to tell the user before a round of questions, not escaped.
    "swiftssh_keyboard_interactive_instruction": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_keyboard_interactive),),
    ),
    # How many questions a round has; a round may have none.
    "swiftssh_keyboard_interactive_prompt_count": (
        ctypes.c_uint32,
        (ctypes.POINTER(swiftssh_keyboard_interactive),),
    ),
    # A question, not escaped.
    "swiftssh_keyboard_interactive_prompt": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_keyboard_interactive), ctypes.c_uint32),
    ),
    # Whether what the user types may be shown.
    "swiftssh_keyboard_interactive_echo": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_keyboard_interactive), ctypes.c_uint32),
    ),
    # Answers a question; a second answer takes the place of the first.
    "swiftssh_keyboard_interactive_answer": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_keyboard_interactive),
            ctypes.c_uint32,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Makes a list that knows nobody.
    "swiftssh_knownhost_new": (
        ctypes.c_int32,
        (
            ctypes.POINTER(ctypes.POINTER(swiftssh_knownhost)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Lets a list go.
    "swiftssh_knownhost_free": (
        None,
        (ctypes.POINTER(swiftssh_knownhost),),
    ),
    # Adds a line at the end of a list; no file is touched.
    "swiftssh_knownhost_addc": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_knownhost),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_char_p,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_knownhost_entry)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Asks whether a key is a host's.
    "swiftssh_knownhost_checkp": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_knownhost),
            ctypes.c_char_p,
            ctypes.c_int32,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_knownhost_entry)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Asks whether the key that the server of a session proved to own is a host's, as
    # OpenSSH does: keys of all types are regarded, and a line without a port that has
    # another key leaves other ports unknown.
    "swiftssh_knownhost_check_session": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_knownhost),
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_knownhost_entry)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Takes an entry out of its list; no file is touched.
    "swiftssh_knownhost_delete": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_knownhost),
            ctypes.POINTER(swiftssh_knownhost_entry),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Goes from entry to entry.
    "swiftssh_knownhost_get": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_knownhost),
            ctypes.POINTER(swiftssh_knownhost_entry),
            ctypes.POINTER(ctypes.POINTER(swiftssh_knownhost_entry)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Lets an entry go; it stays in its list.
    "swiftssh_knownhost_entry_free": (
        None,
        (ctypes.POINTER(swiftssh_knownhost_entry),),
    ),
    # The names of an entry, with commas between.
    "swiftssh_knownhost_entry_name": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_knownhost_entry),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # What the name of an entry was hashed with.
    "swiftssh_knownhost_entry_salt": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_knownhost_entry),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The key of an entry.
    "swiftssh_knownhost_entry_key": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_knownhost_entry),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # What follows the key of an entry.
    "swiftssh_knownhost_entry_comment": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_knownhost_entry),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # How the name and the key of an entry are held, and the type of the key.
    "swiftssh_knownhost_entry_typemask": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_knownhost_entry),),
    ),
    # The word before the names of an entry.
    "swiftssh_knownhost_entry_marker": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_knownhost_entry),),
    ),
    # The type of the key of an entry, for example `ssh-ed25519`.
    "swiftssh_knownhost_entry_key_type": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_knownhost_entry),),
    ),
    # The SHA-256 fingerprint of the key of an entry, as `ssh-keygen -l` shows it.
    "swiftssh_knownhost_entry_fingerprint": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_knownhost_entry),),
    ),
    # The file that an entry was read from.
    "swiftssh_knownhost_entry_file": (
        ctypes.c_char_p,
        (ctypes.POINTER(swiftssh_knownhost_entry),),
    ),
    # The number of an entry's line in its file.
    "swiftssh_knownhost_entry_line": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_knownhost_entry),),
    ),
    # Reads one line and puts it at the end of a list.
    "swiftssh_knownhost_readline": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_knownhost),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Reads a file and puts its lines at the end of a list.
    "swiftssh_knownhost_readfile": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_knownhost),
            ctypes.c_char_p,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # How many lines of a list were not understood and so have no effect.
    "swiftssh_knownhost_not_understood": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_knownhost),),
    ),
    # An entry as a line of a file.
    "swiftssh_knownhost_writeline": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_knownhost),
            ctypes.POINTER(swiftssh_knownhost_entry),
            ctypes.c_int32,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Writes a whole list in place of a file, at once: whoever reads it sees the old or
    # the new one.
    "swiftssh_knownhost_writefile": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_knownhost),
            ctypes.c_char_p,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Adds one line to a file, which other processes may read and add to at the same
    # time.
    "swiftssh_knownhost_append": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_knownhost),
            ctypes.POINTER(swiftssh_knownhost_entry),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The version of this library.
    "swiftssh_version": (
        ctypes.c_char_p,
        (),
    ),
    # The version of this interface; it changes when a program built for an older one
    # would not run.
    "swiftssh_abi_version": (
        ctypes.c_uint32,
        (),
    ),
    # What the engine of sessions that name none can do, as the process has loaded it.
    "swiftssh_capabilities": (
        ctypes.c_uint64,
        (),
    ),
    # The name of the engine of sessions that name none.
    "swiftssh_engine_name": (
        ctypes.c_char_p,
        (),
    ),
    # The version of the engine of sessions that name none, as the process has loaded
    # it, which may be newer than what was built against.
    "swiftssh_engine_version": (
        ctypes.c_char_p,
        (),
    ),
    # The name of a status.
    "swiftssh_status_name": (
        ctypes.c_char_p,
        (ctypes.c_int32,),
    ),
    # Lets a listener go: the server stops listening, without anybody waiting for that.
    "swiftssh_listener_free": (
        None,
        (ctypes.POINTER(swiftssh_listener),),
    ),
    # Waits for the next connection.
    "swiftssh_listener_accept": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_listener),
            ctypes.POINTER(ctypes.POINTER(swiftssh_channel)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Makes the server stop listening; connections that wait are closed, those that were
    # accepted go on.
    "swiftssh_listener_cancel": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_listener),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets who is told of what happens in all sessions that are made from now on, beside
    # those whom a session names itself.
    "swiftssh_set_log_callback": (
        ctypes.c_int32,
        (
            ctypes.c_int32,
            swiftssh_log_callback,
            ctypes.c_void_p,
            swiftssh_finalizer,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets who is told of what happens in a session from here on.
    "swiftssh_session_set_log_callback": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            swiftssh_log_callback,
            ctypes.c_void_p,
            swiftssh_finalizer,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets who is told of what happens in a client's session, from its beginning on.
    "swiftssh_client_set_log_callback": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_client),
            ctypes.c_int32,
            swiftssh_log_callback,
            ctypes.c_void_p,
            swiftssh_finalizer,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Lets a process go: its channel is closed, without waiting.
    "swiftssh_process_free": (
        None,
        (ctypes.POINTER(swiftssh_process),),
    ),
    # Gives a process its input and the end of it, takes all that it writes to both
    # streams, and waits for its end.
    "swiftssh_process_communicate": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_process),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_int64,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_command_result)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # What swiftssh_process_communicate has taken so far.
    "swiftssh_process_output": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_process),
            ctypes.c_uint32,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # Reads what there is of one of a process's streams, waiting for at least one byte.
    "swiftssh_process_read": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_process),
            ctypes.c_uint32,
            ctypes.c_int64,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Writes bytes to a process's standard input, as many as it takes in that time.
    "swiftssh_process_write": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_process),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Ends a process's standard input.
    "swiftssh_process_send_eof": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_process),
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Waits for a process's end.
    "swiftssh_process_wait": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_process),
            ctypes.c_int64,
            ctypes.POINTER(ctypes.c_int32),
            ctypes.POINTER(ctypes.c_int32),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Tells a process's terminal its new size.
    "swiftssh_process_resize_terminal": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_process),
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sends a process a signal.
    "swiftssh_process_signal": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_process),
            ctypes.c_char_p,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Ends a process as far as that goes from here: sends it the signal KILL where the
    # engine can, and closes its channel.
    "swiftssh_process_kill": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_process),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The channel that a process runs in, for everything that the process has no
    # function for.
    "swiftssh_process_channel": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_process),
            ctypes.POINTER(ctypes.POINTER(swiftssh_channel)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Asks for the user's keys.
    "swiftssh_publickey_list_fetch": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_publickey),
            ctypes.POINTER(ctypes.POINTER(swiftssh_publickey_list)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees a list of keys.
    "swiftssh_publickey_list_free": (
        None,
        (ctypes.POINTER(swiftssh_publickey_list),),
    ),
    # How many keys a list has.
    "swiftssh_publickey_list_count": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_publickey_list),),
    ),
    # The name of a key's algorithm, for example `ssh-ed25519`, as the server sent it:
    # it may hold anything.
    "swiftssh_publickey_list_name": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_publickey_list),
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # A key as the protocol writes it.
    "swiftssh_publickey_list_blob": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_publickey_list),
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # How many attributes a key has.
    "swiftssh_publickey_list_attribute_count": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_publickey_list), ctypes.c_uint64),
    ),
    # The name of a key's attribute, for example `comment`, as the server sent it: it
    # may hold anything.
    "swiftssh_publickey_list_attribute_name": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_publickey_list),
            ctypes.c_uint64,
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # The value of a key's attribute.
    "swiftssh_publickey_list_attribute_value": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_publickey_list),
            ctypes.c_uint64,
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # Starts the server's publickey subsystem.
    "swiftssh_session_publickey_init": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.POINTER(ctypes.POINTER(swiftssh_publickey)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Lets a publickey subsystem go: it is closed without waiting.
    "swiftssh_publickey_free": (
        None,
        (ctypes.POINTER(swiftssh_publickey),),
    ),
    # Makes an empty list of attributes.
    "swiftssh_publickey_attributes_new": (
        ctypes.c_int32,
        (
            ctypes.POINTER(ctypes.POINTER(swiftssh_publickey_attributes)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Puts an attribute at the end of a list.
    "swiftssh_publickey_attributes_append": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_publickey_attributes),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees a list of attributes.
    "swiftssh_publickey_attributes_free": (
        None,
        (ctypes.POINTER(swiftssh_publickey_attributes),),
    ),
    # Adds a key.
    "swiftssh_publickey_add": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_publickey),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_int32,
            ctypes.POINTER(swiftssh_publickey_attributes),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Removes a key.
    "swiftssh_publickey_remove": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_publickey),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Ends a publickey subsystem, and the requests that are under way.
    "swiftssh_publickey_shutdown": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_publickey),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has the server send a file by SCP.
    "swiftssh_session_scp_recv": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_channel)),
            ctypes.POINTER(ctypes.c_int64),
            ctypes.POINTER(ctypes.c_uint32),
            ctypes.POINTER(ctypes.c_int64),
            ctypes.POINTER(ctypes.c_int64),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has the server take a file by SCP.
    "swiftssh_session_scp_send": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_uint32,
            ctypes.c_uint64,
            ctypes.c_int64,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_channel)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Starts the server's SFTP subsystem.
    "swiftssh_session_sftp_init": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Starts the server's SFTP subsystem, and says how much each file may have under
    # way.
    "swiftssh_session_sftp_init_ex": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_uint64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Lets an SFTP session go: it is closed without waiting, once its files have been
    # freed too.
    "swiftssh_sftp_free": (
        None,
        (ctypes.POINTER(swiftssh_sftp),),
    ),
    # Ends an SFTP session, and the requests that are under way.
    "swiftssh_sftp_shutdown": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_sftp), ctypes.POINTER(ctypes.POINTER(swiftssh_error))),
    ),
    # The status of the last reply that made a call fail.
    "swiftssh_sftp_last_error": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_sftp),),
    ),
    # The channel that the requests go over.
    "swiftssh_sftp_get_channel": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.POINTER(ctypes.POINTER(swiftssh_channel)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # How many bytes each file may have under way.
    "swiftssh_sftp_bytes_in_flight": (
        ctypes.c_uint64,
        (ctypes.POINTER(swiftssh_sftp),),
    ),
    # Sets how many bytes each file may have under way from here on.
    "swiftssh_sftp_set_bytes_in_flight": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_uint64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Makes attributes of which none is known.
    "swiftssh_sftp_attributes_new": (
        ctypes.c_int32,
        (
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_attributes)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees attributes.
    "swiftssh_sftp_attributes_free": (
        None,
        (ctypes.POINTER(swiftssh_sftp_attributes),),
    ),
    # All attributes at once; what is not known is 0.
    "swiftssh_sftp_attributes_get": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.c_uint32),
            ctypes.POINTER(ctypes.c_uint32),
            ctypes.POINTER(ctypes.c_uint32),
            ctypes.POINTER(ctypes.c_uint32),
            ctypes.POINTER(ctypes.c_uint32),
        ),
    ),
    # Which attributes are known.
    "swiftssh_sftp_attributes_flags": (
        ctypes.c_uint32,
        (ctypes.POINTER(swiftssh_sftp_attributes),),
    ),
    # The number of bytes.
    "swiftssh_sftp_attributes_size": (
        ctypes.c_uint64,
        (ctypes.POINTER(swiftssh_sftp_attributes),),
    ),
    # The kind of file (SWIFTSSH_SFTP_S_*) and the permission bits, as POSIX has them.
    "swiftssh_sftp_attributes_permissions": (
        ctypes.c_uint32,
        (ctypes.POINTER(swiftssh_sftp_attributes),),
    ),
    # Forgets all attributes.
    "swiftssh_sftp_attributes_clear": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets the number of bytes: a file that is set to fewer is cut, one that is set to
    # more is filled up with zeros.
    "swiftssh_sftp_attributes_set_size": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.c_uint64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets the owner.
    "swiftssh_sftp_attributes_set_owner": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets the permission bits.
    "swiftssh_sftp_attributes_set_permissions": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets when the file was last used.
    "swiftssh_sftp_attributes_set_times": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # How many attributes there are that have no field of their own.
    "swiftssh_sftp_attributes_extended_count": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_sftp_attributes),),
    ),
    # What kind of attribute one is that has no field of its own, for example
    # `name@domain`; it may hold anything.
    "swiftssh_sftp_attributes_extended_type": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # The value of an attribute that has no field of its own.
    "swiftssh_sftp_attributes_extended_value": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # Opens a file.
    "swiftssh_sftp_open": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_uint32,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_handle)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Opens a directory to be listed by swiftssh_sftp_handle_readdir.
    "swiftssh_sftp_opendir": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_handle)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Removes a file or a symbolic link.
    "swiftssh_sftp_unlink": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Makes a directory.
    "swiftssh_sftp_mkdir": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Removes an empty directory.
    "swiftssh_sftp_rmdir": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Gives a file another name.
    "swiftssh_sftp_rename": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Gives a file another name, and replaces what has that name, so that nobody sees a
    # state between.
    "swiftssh_sftp_posix_rename": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Copies bytes from one file of the server's to another, without them coming here.
    "swiftssh_sftp_copy_data": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.c_uint64,
            ctypes.c_uint64,
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.c_uint64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # What is known of the file system that a path is on.
    "swiftssh_sftp_statvfs": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_filesystem)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # What is known of the file system that a file is on.
    "swiftssh_sftp_handle_fstatvfs": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_filesystem)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees what is known of a file system.
    "swiftssh_sftp_filesystem_free": (
        None,
        (ctypes.POINTER(swiftssh_sftp_filesystem),),
    ),
    # One number of a file system, as POSIX's `statvfs` has it.
    "swiftssh_sftp_filesystem_value": (
        ctypes.c_uint64,
        (ctypes.POINTER(swiftssh_sftp_filesystem), ctypes.c_int32),
    ),
    # Lets a file or directory go: it is closed without waiting, and what could not be
    # written is not told.
    "swiftssh_sftp_handle_free": (
        None,
        (ctypes.POINTER(swiftssh_sftp_handle),),
    ),
    # Closes a file or directory, after the server has acknowledged all that was
    # written.
    "swiftssh_sftp_handle_close": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Whether a file or directory has been closed.
    "swiftssh_sftp_handle_is_closed": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_sftp_handle),),
    ),
    # Reads on, waiting for at least one byte.
    "swiftssh_sftp_handle_read": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Writes all of the bytes; in non-blocking mode what fits.
    "swiftssh_sftp_handle_write": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Waits until the server has acknowledged all that was written, which says nothing
    # of its disk.
    "swiftssh_sftp_handle_flush": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Waits until all that was written is on the server's disk.
    "swiftssh_sftp_handle_fsync": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets where a file is read and written on.
    "swiftssh_sftp_handle_seek": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.c_uint64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Where a file is read and written on.
    "swiftssh_sftp_handle_tell": (
        ctypes.c_uint64,
        (ctypes.POINTER(swiftssh_sftp_handle),),
    ),
    # What the server knows of an open file or directory.
    "swiftssh_sftp_handle_fstat": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets attributes of an open file or directory.
    "swiftssh_sftp_handle_fsetstat": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The next name of a directory, in the server's order, `.` and `..` among them.
    "swiftssh_sftp_handle_readdir": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp_handle),
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Looks up the names of users and groups by their numbers.
    "swiftssh_sftp_users_groups_by_id": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_names)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees names.
    "swiftssh_sftp_names_free": (
        None,
        (ctypes.POINTER(swiftssh_sftp_names),),
    ),
    # The name of a user.
    "swiftssh_sftp_names_user": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp_names),
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # The name of a group.
    "swiftssh_sftp_names_group": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp_names),
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # What a symbolic link points to, as it was written.
    "swiftssh_sftp_readlink": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Makes a symbolic link.
    "swiftssh_sftp_symlink": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Gives a file a second name.
    "swiftssh_sftp_hardlink": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The absolute path without `.`, `..` and symbolic links, as the server sees it.
    "swiftssh_sftp_realpath": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The absolute path of one that may begin with `~` or `~user`.
    "swiftssh_sftp_expand_path": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # A user's home directory.
    "swiftssh_sftp_home_directory": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees a report.
    "swiftssh_sftp_report_free": (
        None,
        (ctypes.POINTER(swiftssh_sftp_report),),
    ),
    # One number of a report.
    "swiftssh_sftp_report_value": (
        ctypes.c_uint64,
        (ctypes.POINTER(swiftssh_sftp_report), ctypes.c_int32),
    ),
    # Tells why something could not be copied, as the call that copies it alone would
    # have: by its status and its error, which has the path.
    "swiftssh_sftp_report_problem": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_report),
            ctypes.c_uint64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # How many extensions the server offers.
    "swiftssh_sftp_extension_count": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_sftp),),
    ),
    # The name of an extension that the server offers, for example `fsync@openssh.com`,
    # as the server sent it: it may hold anything.
    "swiftssh_sftp_extension_name": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # What the server says of an extension that it offers, mostly its version.
    "swiftssh_sftp_extension_data": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # Whether the server offers an extension.
    "swiftssh_sftp_offers": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_sftp), ctypes.c_char_p),
    ),
    # What the server says that it takes; each 0 where it does not say.
    "swiftssh_sftp_limits": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # What the server knows of a file, or of what a symbolic link points to.
    "swiftssh_sftp_stat": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # What the server knows of a file; of a symbolic link itself.
    "swiftssh_sftp_lstat": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets attributes of a file, or of what a symbolic link points to.
    "swiftssh_sftp_setstat": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets attributes of a file; of a symbolic link itself.
    "swiftssh_sftp_lsetstat": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Makes options, as they are at first.
    "swiftssh_sftp_transfer_options_new": (
        ctypes.c_int32,
        (
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_transfer_options)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees options.
    "swiftssh_sftp_transfer_options_free": (
        None,
        (ctypes.POINTER(swiftssh_sftp_transfer_options),),
    ),
    # Sets one option.
    "swiftssh_sftp_transfer_options_set": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_transfer_options),
            ctypes.c_int32,
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Copies a file from the server, or a directory with all that is in it.
    "swiftssh_sftp_get": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.POINTER(swiftssh_sftp_transfer_options),
            swiftssh_sftp_progress_callback,
            ctypes.c_void_p,
            swiftssh_finalizer,
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_report)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Copies a file to the server, or a directory with all that is in it.
    "swiftssh_sftp_put": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.POINTER(swiftssh_sftp_transfer_options),
            swiftssh_sftp_progress_callback,
            ctypes.c_void_p,
            swiftssh_finalizer,
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_report)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Whether there is a file, a directory or whatever else of that name; a symbolic
    # link is followed.
    "swiftssh_sftp_exists": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Reads a whole file.
    "swiftssh_sftp_read_bytes": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Writes a whole file, in place of what it holds.
    "swiftssh_sftp_write_bytes": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Removes a directory with all that is in it, or a file.
    "swiftssh_sftp_remove_tree": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Finds the paths that a pattern names.
    "swiftssh_sftp_glob": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_paths)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Frees paths.
    "swiftssh_sftp_paths_free": (
        None,
        (ctypes.POINTER(swiftssh_sftp_paths),),
    ),
    # How many paths there are.
    "swiftssh_sftp_paths_count": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_sftp_paths),),
    ),
    # One path.
    "swiftssh_sftp_paths_path": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp_paths),
            ctypes.c_uint64,
            ctypes.c_void_p,
            ctypes.c_size_t,
        ),
    ),
    # Begins a walk through a directory with all that is in it: each name once, a
    # directory before what is in it, symbolic links not followed.
    "swiftssh_sftp_walk": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp),
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_sftp_walker)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Ends a walk, without waiting.
    "swiftssh_sftp_walker_free": (
        None,
        (ctypes.POINTER(swiftssh_sftp_walker),),
    ),
    # Goes on to the next path of a walk.
    "swiftssh_sftp_walker_next": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_sftp_walker),
            ctypes.POINTER(swiftssh_sftp_attributes),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.c_uint64),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has a walk not go into the directory that swiftssh_sftp_walker_next has just
    # given.
    "swiftssh_sftp_walker_skip_directory": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sftp_walker),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Makes a session that is not connected, on the engine that the environment variable
    # SWIFTSSH_ENGINE names (`libssh2` or `native`), or on libssh2.
    "swiftssh_session_new": (
        ctypes.c_int32,
        (
            ctypes.POINTER(ctypes.POINTER(swiftssh_session)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Lets a session go, without a word to the server and without waiting.
    "swiftssh_session_free": (
        None,
        (ctypes.POINTER(swiftssh_session),),
    ),
    # Ends a session at once, without a word to the server.
    "swiftssh_session_close": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Resolves a host's name, connects to its addresses one after the other and
    # exchanges keys.
    "swiftssh_session_connect": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_uint16,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Exchanges keys over a connected socket of the caller's, which is neither closed
    # nor put into another mode, and must stay open as long as the session is used.
    "swiftssh_session_handshake": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Says goodbye and ends the connection.
    "swiftssh_session_disconnect": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_uint32,
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets whether calls wait.
    "swiftssh_session_set_blocking": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Whether calls wait.
    "swiftssh_session_get_blocking": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_session),),
    ),
    # Sets the time that one blocking call may take in all.
    "swiftssh_session_set_timeout": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int64,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The time that one blocking call may take in all.
    "swiftssh_session_get_timeout": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_session),),
    ),
    # What the socket must become ready for so that calls go on.
    "swiftssh_session_block_directions": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_session),),
    ),
    # The descriptor of a session's socket.
    "swiftssh_session_socket": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_session),),
    ),
    # The server's identification line, escaped, for example `SSH-2.0-OpenSSH_9.2p1`.
    "swiftssh_session_banner": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets how often swiftssh_session_keepalive_send sends.
    "swiftssh_session_keepalive_config": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.c_uint32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sends a keepalive if one is due.
    "swiftssh_session_keepalive_send": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.POINTER(ctypes.c_int32),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Makes the server answer, and waits for it: a dead peer shows as
    # SWIFTSSH_ERROR_TIMEOUT.
    "swiftssh_session_ping": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Has keys exchanged anew and waits until both sides use them.
    "swiftssh_session_rekey": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Opens a channel for a remote process.
    "swiftssh_session_open_session": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.POINTER(ctypes.POINTER(swiftssh_channel)),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The key that the server proved to own, as the wire has it (RFC 4253, 6.6).
    "swiftssh_session_hostkey": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.c_int32),
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # A digest of the server's host key.
    "swiftssh_session_hostkey_hash": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The SHA-256 fingerprint of the server's host key as ssh-keygen -l shows it.
    "swiftssh_session_hostkey_fingerprint": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The algorithm in use for one purpose.
    "swiftssh_session_methods": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The algorithms that the engine has for one purpose, its favourite first, separated
    # by commas.
    "swiftssh_session_supported_algs": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets what is offered for one purpose, before the handshake.
    "swiftssh_session_method_pref": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Sets a flag, before the handshake.
    "swiftssh_session_flag": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.c_int32,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # The status of the last failure that a caller of a session saw.
    "swiftssh_session_last_errno": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_session),),
    ),
    # The message of the last failure that a caller of a session saw.
    "swiftssh_session_last_error": (
        ctypes.c_int64,
        (ctypes.POINTER(swiftssh_session), ctypes.c_void_p, ctypes.c_size_t),
    ),
    # Sets what swiftssh_session_last_errno and swiftssh_session_last_error tell.
    "swiftssh_session_set_last_error": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_int32,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Authenticates with a key whose private half is elsewhere, for example in a
    # security module.
    "swiftssh_session_userauth_publickey": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            swiftssh_sign_callback,
            ctypes.c_void_p,
            swiftssh_finalizer,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Gives the signature that a callback was asked for.
    "swiftssh_sign_request_answer": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_sign_request),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Asks which authentication methods the server would take, separated by commas.
    "swiftssh_session_userauth_list": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Whether the server has accepted the user.
    "swiftssh_session_userauth_authenticated": (
        ctypes.c_int32,
        (ctypes.POINTER(swiftssh_session),),
    ),
    # What the server has said to users before they are in, as far as it has come: any
    # bytes, neither checked nor escaped, so that showing them may drive a terminal.
    "swiftssh_session_userauth_banner": (
        ctypes.c_int64,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Authenticates by password.
    "swiftssh_session_userauth_password": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Authenticates by a password that has expired, and changes it.
    "swiftssh_session_userauth_password_change": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Authenticates with a key in a file: OpenSSH's own format or PEM, encrypted or not;
    # Ed25519, ECDSA or RSA.
    "swiftssh_session_userauth_publickey_fromfile": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Authenticates with a key in memory.
    "swiftssh_session_userauth_publickey_frommemory": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
    # Authenticates by the key of the host that this program runs on.
    "swiftssh_session_userauth_hostbased_fromfile": (
        ctypes.c_int32,
        (
            ctypes.POINTER(swiftssh_session),
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.c_void_p,
            ctypes.c_size_t,
            ctypes.c_char_p,
            ctypes.c_char_p,
            ctypes.POINTER(ctypes.POINTER(swiftssh_error)),
        ),
    ),
}

#: The functions whose last parameter is the error.
FALLIBLE: Final[frozenset[str]] = frozenset(
    (
        "swiftssh_agent_new",
        "swiftssh_agent_new_without_session",
        "swiftssh_agent_connect",
        "swiftssh_agent_disconnect",
        "swiftssh_agent_list_identities",
        "swiftssh_agent_identity",
        "swiftssh_agent_identity_comment",
        "swiftssh_agent_userauth",
        "swiftssh_session_userauth_agent",
        "swiftssh_agent_sign",
        "swiftssh_agent_identity_path",
        "swiftssh_agent_set_identity_path",
        "swiftssh_session_set_algorithm_profile",
        "swiftssh_client_set_algorithm_profile",
        "swiftssh_caller_new",
        "swiftssh_caller_set_timeout",
        "swiftssh_caller_enter",
        "swiftssh_caller_leave",
        "swiftssh_caller_cancel",
        "swiftssh_session_notice_descriptor",
        "swiftssh_session_turn",
        "swiftssh_channel_exec",
        "swiftssh_channel_shell",
        "swiftssh_channel_subsystem",
        "swiftssh_channel_process_startup",
        "swiftssh_channel_setenv",
        "swiftssh_channel_wait_exit",
        "swiftssh_channel_exit_signal",
        "swiftssh_channel_exit_signal_message",
        "swiftssh_channel_exit_signal_language",
        "swiftssh_channel_read",
        "swiftssh_channel_write",
        "swiftssh_channel_send_eof",
        "swiftssh_channel_wait_eof",
        "swiftssh_channel_close",
        "swiftssh_channel_wait_closed",
        "swiftssh_channel_request_pty",
        "swiftssh_channel_request_pty_size",
        "swiftssh_channel_signal",
        "swiftssh_channel_send_break",
        "swiftssh_channel_request_auth_agent",
        "swiftssh_channel_x11_req",
        "swiftssh_channel_receive_window_adjust",
        "swiftssh_channel_handle_extended_data",
        "swiftssh_channel_flush",
        "swiftssh_client_new",
        "swiftssh_client_connect",
        "swiftssh_client_close",
        "swiftssh_client_session",
        "swiftssh_client_set_connection_attempts",
        "swiftssh_client_run",
        "swiftssh_client_start",
        "swiftssh_client_start_ex",
        "swiftssh_command_result_check",
        "swiftssh_client_add_configuration_file",
        "swiftssh_client_set_user_configuration",
        "swiftssh_client_set_keepalive",
        "swiftssh_client_add_key",
        "swiftssh_client_set_host_key_policy",
        "swiftssh_client_add_known_hosts_file",
        "swiftssh_client_set_known_hosts",
        "swiftssh_client_set_fingerprint",
        "swiftssh_client_set_host_key_callback",
        "swiftssh_client_set_agent",
        "swiftssh_client_set_agent_forwarding",
        "swiftssh_client_set_x11_forwarding",
        "swiftssh_client_add_key_file",
        "swiftssh_client_set_user_key_files",
        "swiftssh_client_set_passphrase_callback",
        "swiftssh_client_set_password",
        "swiftssh_client_set_keyboard_interactive_callback",
        "swiftssh_client_set_attempts",
        "swiftssh_client_set_algorithms",
        "swiftssh_client_set_compression",
        "swiftssh_client_set_jump_host",
        "swiftssh_passphrase_answer",
        "swiftssh_session_new_with_engine",
        "swiftssh_client_set_engine",
        "swiftssh_fleet_new",
        "swiftssh_fleet_add",
        "swiftssh_fleet_start",
        "swiftssh_fleet_next",
        "swiftssh_fleet_result",
        "swiftssh_fleet_cancel",
        "swiftssh_client_forward_local",
        "swiftssh_client_forward_remote",
        "swiftssh_client_forward_socks",
        "swiftssh_forward_close",
        "swiftssh_forward_counts",
        "swiftssh_forward_last_error",
        "swiftssh_session_direct_tcpip",
        "swiftssh_session_forward_listen_streamlocal",
        "swiftssh_session_direct_streamlocal",
        "swiftssh_session_forward_listen",
        "swiftssh_session_listen_agent",
        "swiftssh_session_listen_x11",
        "swiftssh_host_configuration_new",
        "swiftssh_set_interrupt_callback",
        "swiftssh_session_userauth_keyboard_interactive",
        "swiftssh_keyboard_interactive_answer",
        "swiftssh_knownhost_new",
        "swiftssh_knownhost_addc",
        "swiftssh_knownhost_checkp",
        "swiftssh_knownhost_check_session",
        "swiftssh_knownhost_delete",
        "swiftssh_knownhost_get",
        "swiftssh_knownhost_entry_name",
        "swiftssh_knownhost_entry_salt",
        "swiftssh_knownhost_entry_key",
        "swiftssh_knownhost_entry_comment",
        "swiftssh_knownhost_readline",
        "swiftssh_knownhost_readfile",
        "swiftssh_knownhost_writeline",
        "swiftssh_knownhost_writefile",
        "swiftssh_knownhost_append",
        "swiftssh_listener_accept",
        "swiftssh_listener_cancel",
        "swiftssh_set_log_callback",
        "swiftssh_session_set_log_callback",
        "swiftssh_client_set_log_callback",
        "swiftssh_process_communicate",
        "swiftssh_process_read",
        "swiftssh_process_write",
        "swiftssh_process_send_eof",
        "swiftssh_process_wait",
        "swiftssh_process_resize_terminal",
        "swiftssh_process_signal",
        "swiftssh_process_kill",
        "swiftssh_process_channel",
        "swiftssh_publickey_list_fetch",
        "swiftssh_session_publickey_init",
        "swiftssh_publickey_attributes_new",
        "swiftssh_publickey_attributes_append",
        "swiftssh_publickey_add",
        "swiftssh_publickey_remove",
        "swiftssh_publickey_shutdown",
        "swiftssh_session_scp_recv",
        "swiftssh_session_scp_send",
        "swiftssh_session_sftp_init",
        "swiftssh_session_sftp_init_ex",
        "swiftssh_sftp_shutdown",
        "swiftssh_sftp_get_channel",
        "swiftssh_sftp_set_bytes_in_flight",
        "swiftssh_sftp_attributes_new",
        "swiftssh_sftp_attributes_clear",
        "swiftssh_sftp_attributes_set_size",
        "swiftssh_sftp_attributes_set_owner",
        "swiftssh_sftp_attributes_set_permissions",
        "swiftssh_sftp_attributes_set_times",
        "swiftssh_sftp_open",
        "swiftssh_sftp_opendir",
        "swiftssh_sftp_unlink",
        "swiftssh_sftp_mkdir",
        "swiftssh_sftp_rmdir",
        "swiftssh_sftp_rename",
        "swiftssh_sftp_posix_rename",
        "swiftssh_sftp_copy_data",
        "swiftssh_sftp_statvfs",
        "swiftssh_sftp_handle_fstatvfs",
        "swiftssh_sftp_handle_close",
        "swiftssh_sftp_handle_read",
        "swiftssh_sftp_handle_write",
        "swiftssh_sftp_handle_flush",
        "swiftssh_sftp_handle_fsync",
        "swiftssh_sftp_handle_seek",
        "swiftssh_sftp_handle_fstat",
        "swiftssh_sftp_handle_fsetstat",
        "swiftssh_sftp_handle_readdir",
        "swiftssh_sftp_users_groups_by_id",
        "swiftssh_sftp_readlink",
        "swiftssh_sftp_symlink",
        "swiftssh_sftp_hardlink",
        "swiftssh_sftp_realpath",
        "swiftssh_sftp_expand_path",
        "swiftssh_sftp_home_directory",
        "swiftssh_sftp_report_problem",
        "swiftssh_sftp_limits",
        "swiftssh_sftp_stat",
        "swiftssh_sftp_lstat",
        "swiftssh_sftp_setstat",
        "swiftssh_sftp_lsetstat",
        "swiftssh_sftp_transfer_options_new",
        "swiftssh_sftp_transfer_options_set",
        "swiftssh_sftp_get",
        "swiftssh_sftp_put",
        "swiftssh_sftp_exists",
        "swiftssh_sftp_read_bytes",
        "swiftssh_sftp_write_bytes",
        "swiftssh_sftp_remove_tree",
        "swiftssh_sftp_glob",
        "swiftssh_sftp_walk",
        "swiftssh_sftp_walker_next",
        "swiftssh_sftp_walker_skip_directory",
        "swiftssh_session_new",
        "swiftssh_session_close",
        "swiftssh_session_connect",
        "swiftssh_session_handshake",
        "swiftssh_session_disconnect",
        "swiftssh_session_set_blocking",
        "swiftssh_session_set_timeout",
        "swiftssh_session_banner",
        "swiftssh_session_keepalive_config",
        "swiftssh_session_keepalive_send",
        "swiftssh_session_ping",
        "swiftssh_session_rekey",
        "swiftssh_session_open_session",
        "swiftssh_session_hostkey",
        "swiftssh_session_hostkey_hash",
        "swiftssh_session_hostkey_fingerprint",
        "swiftssh_session_methods",
        "swiftssh_session_supported_algs",
        "swiftssh_session_method_pref",
        "swiftssh_session_flag",
        "swiftssh_session_set_last_error",
        "swiftssh_session_userauth_publickey",
        "swiftssh_sign_request_answer",
        "swiftssh_session_userauth_list",
        "swiftssh_session_userauth_banner",
        "swiftssh_session_userauth_password",
        "swiftssh_session_userauth_password_change",
        "swiftssh_session_userauth_publickey_fromfile",
        "swiftssh_session_userauth_publickey_frommemory",
        "swiftssh_session_userauth_hostbased_fromfile",
    )
)


def declare(library: ctypes.CDLL) -> None:
    """Tells ctypes the types of every function; raises AttributeError where the library lacks one."""
    for name, (result, parameters) in FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = parameters
