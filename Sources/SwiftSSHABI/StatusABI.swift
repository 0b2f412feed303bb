// The statuses that every fallible function may return, by their published numbers.

/// Nothing went wrong.
public let SWIFTSSH_ERROR_NONE: Int32 = 0
/// There is no socket, or an error that has no number of its own.
public let SWIFTSSH_ERROR_SOCKET_NONE: Int32 = -1
/// The peer's identification line was not one of SSH 2.
public let SWIFTSSH_ERROR_BANNER_RECV: Int32 = -2
/// The identification line could not be sent.
public let SWIFTSSH_ERROR_BANNER_SEND: Int32 = -3
/// A packet's message authentication code was wrong: the connection was tampered with or is damaged.
public let SWIFTSSH_ERROR_INVALID_MAC: Int32 = -4
/// No algorithms in common, or the key exchange failed.
public let SWIFTSSH_ERROR_KEX_FAILURE: Int32 = -5
/// Memory could not be had, or a peer made the session ask for more than it may.
public let SWIFTSSH_ERROR_ALLOC: Int32 = -6
/// The socket refused to send.
public let SWIFTSSH_ERROR_SOCKET_SEND: Int32 = -7
/// The key exchange was refused.
public let SWIFTSSH_ERROR_KEY_EXCHANGE_FAILURE: Int32 = -8
/// The deadline passed.
public let SWIFTSSH_ERROR_TIMEOUT: Int32 = -9
/// The host key could not be read.
public let SWIFTSSH_ERROR_HOSTKEY_INIT: Int32 = -10
/// The host's signature was wrong: this is not the host that owns the key.
public let SWIFTSSH_ERROR_HOSTKEY_SIGN: Int32 = -11
/// A packet could not be decrypted.
public let SWIFTSSH_ERROR_DECRYPT: Int32 = -12
/// The connection ended.
public let SWIFTSSH_ERROR_SOCKET_DISCONNECT: Int32 = -13
/// The peer broke the protocol.
public let SWIFTSSH_ERROR_PROTO: Int32 = -14
/// The password has expired and must be changed.
public let SWIFTSSH_ERROR_PASSWORD_EXPIRED: Int32 = -15
/// A local file could not be read, or is not what it should be.
public let SWIFTSSH_ERROR_FILE: Int32 = -16
/// No method is set.
public let SWIFTSSH_ERROR_METHOD_NONE: Int32 = -17
/// The server refused the credentials.
public let SWIFTSSH_ERROR_AUTHENTICATION_FAILED: Int32 = -18
/// The server refused the key or its signature.
public let SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED: Int32 = -19
/// A channel message came at the wrong time.
public let SWIFTSSH_ERROR_CHANNEL_OUTOFORDER: Int32 = -20
/// The server refused to open the channel, or a channel request failed.
public let SWIFTSSH_ERROR_CHANNEL_FAILURE: Int32 = -21
/// The server refused a request on the channel.
public let SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED: Int32 = -22
/// There is no such channel.
public let SWIFTSSH_ERROR_CHANNEL_UNKNOWN: Int32 = -23
/// The peer sent more than the channel's window allows.
public let SWIFTSSH_ERROR_CHANNEL_WINDOW_EXCEEDED: Int32 = -24
/// The peer sent a larger packet than the channel allows.
public let SWIFTSSH_ERROR_CHANNEL_PACKET_EXCEEDED: Int32 = -25
/// The channel is closed.
public let SWIFTSSH_ERROR_CHANNEL_CLOSED: Int32 = -26
/// The end of file has already been sent on the channel.
public let SWIFTSSH_ERROR_CHANNEL_EOF_SENT: Int32 = -27
/// The SCP peer broke its protocol or reported an error.
public let SWIFTSSH_ERROR_SCP_PROTOCOL: Int32 = -28
/// Compressed data is damaged.
public let SWIFTSSH_ERROR_ZLIB: Int32 = -29
/// The socket timed out.
public let SWIFTSSH_ERROR_SOCKET_TIMEOUT: Int32 = -30
/// The SFTP server reported an error or broke its protocol.
public let SWIFTSSH_ERROR_SFTP_PROTOCOL: Int32 = -31
/// The server refused a global request.
public let SWIFTSSH_ERROR_REQUEST_DENIED: Int32 = -32
/// The method is not supported by the engine or the server.
public let SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED: Int32 = -33
/// An argument is not allowed, or not now.
public let SWIFTSSH_ERROR_INVAL: Int32 = -34
/// Not a type that can be polled.
public let SWIFTSSH_ERROR_INVALID_POLL_TYPE: Int32 = -35
/// The publickey subsystem reported an error or broke its protocol.
public let SWIFTSSH_ERROR_PUBLICKEY_PROTOCOL: Int32 = -36
/// The call would block and the session is in non-blocking mode: call again.
public let SWIFTSSH_ERROR_EAGAIN: Int32 = -37
/// The buffer is too small.
public let SWIFTSSH_ERROR_BUFFER_TOO_SMALL: Int32 = -38
/// The call is not allowed in this state.
public let SWIFTSSH_ERROR_BAD_USE: Int32 = -39
/// Data could not be compressed.
public let SWIFTSSH_ERROR_COMPRESS: Int32 = -40
/// A length that the peer sent is out of bounds.
public let SWIFTSSH_ERROR_OUT_OF_BOUNDARY: Int32 = -41
/// The authentication agent broke its protocol or could not be reached.
public let SWIFTSSH_ERROR_AGENT_PROTOCOL: Int32 = -42
/// The socket refused to receive.
public let SWIFTSSH_ERROR_SOCKET_RECV: Int32 = -43
/// A packet could not be encrypted.
public let SWIFTSSH_ERROR_ENCRYPT: Int32 = -44
/// The descriptor is not a connected socket.
public let SWIFTSSH_ERROR_BAD_SOCKET: Int32 = -45
/// The known hosts could not be read or written.
public let SWIFTSSH_ERROR_KNOWN_HOSTS: Int32 = -46
/// The channel's window is full.
public let SWIFTSSH_ERROR_CHANNEL_WINDOW_FULL: Int32 = -47
/// The key's passphrase is missing or wrong.
public let SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED: Int32 = -48
/// No random numbers could be had.
public let SWIFTSSH_ERROR_RANDGEN: Int32 = -49
/// The server sent no authentication banner.
public let SWIFTSSH_ERROR_MISSING_USERAUTH_BANNER: Int32 = -50
/// The algorithm is not supported.
public let SWIFTSSH_ERROR_ALGO_UNSUPPORTED: Int32 = -51
/// A message authentication code could not be computed.
public let SWIFTSSH_ERROR_MAC_FAILURE: Int32 = -52
/// A digest could not be begun.
public let SWIFTSSH_ERROR_HASH_INIT: Int32 = -53
/// A digest could not be computed.
public let SWIFTSSH_ERROR_HASH_CALC: Int32 = -54
/// A value is too large to be stored.
public let SWIFTSSH_ERROR_STORE_OVERFLOW: Int32 = -55
/// The call was ended from another thread, by closing the session or the client.
public let SWIFTSSH_ERROR_CANCELLED: Int32 = -1001
/// The handle is null, freed, of another kind, or never was one.
public let SWIFTSSH_ERROR_INVALID_HANDLE: Int32 = -1002
/// The host's name has no address.
public let SWIFTSSH_ERROR_ADDRESS_NOT_FOUND: Int32 = -1003
/// No address of the host could be connected to; errno says why.
public let SWIFTSSH_ERROR_CONNECT: Int32 = -1004
/// The object was used after it had been closed.
public let SWIFTSSH_ERROR_CLOSED: Int32 = -1005
/// A callback called into the session that was calling it.
public let SWIFTSSH_ERROR_REENTERED: Int32 = -1006
/// A callback gave up.
public let SWIFTSSH_ERROR_CALLBACK: Int32 = -1007
/// The session belongs to the parent of this process.
public let SWIFTSSH_ERROR_FORKED: Int32 = -1008
/// A fault in this library.
public let SWIFTSSH_ERROR_INTERNAL: Int32 = -1009
/// A text is not valid UTF-8 or holds a NUL.
public let SWIFTSSH_ERROR_INVALID_TEXT: Int32 = -1010
/// The call was ended by the program, which was asked while it waited.
public let SWIFTSSH_ERROR_INTERRUPTED: Int32 = -1011
/// No list of known hosts names the host.
public let SWIFTSSH_ERROR_HOST_KEY_UNKNOWN: Int32 = -1021
/// The host presented another key than the one that it is known by.
public let SWIFTSSH_ERROR_HOST_KEY_MISMATCH: Int32 = -1022
/// The host's key is revoked.
public let SWIFTSSH_ERROR_HOST_KEY_REVOKED: Int32 = -1023
/// The caller did not accept the host's key.
public let SWIFTSSH_ERROR_HOST_KEY_REFUSED: Int32 = -1024
/// A remote command ended by a signal or with another status than 0.
public let SWIFTSSH_ERROR_COMMAND_FAILED: Int32 = -1025
/// A remote command wrote more than the caller wanted to keep.
public let SWIFTSSH_ERROR_OUTPUT_LIMIT: Int32 = -1026
