extension SSHError {
    /// The number of an error. Numbers down to -999 are libssh2's, those from -1000 are ours; none is ever reused,
    /// and a number that this version does not know is kept as it is.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The number, as C and Python see it.
        public let rawValue: Int32

        /// Makes a code of a number, known or not.
        /// - Parameter rawValue: The number, 0 or negative.
        public init(rawValue: Int32) {
            self.rawValue = rawValue
        }
    }
}

extension SSHError.Code {
    /// Nothing went wrong.
    public static let none = SSHError.Code(rawValue: 0)
    /// There is no socket, or an error that has no number of its own.
    public static let socketNone = SSHError.Code(rawValue: -1)
    /// The peer's identification line was not one of SSH 2.
    public static let bannerReceive = SSHError.Code(rawValue: -2)
    /// The identification line could not be sent.
    public static let bannerSend = SSHError.Code(rawValue: -3)
    /// A packet's message authentication code was wrong: the connection was tampered with or is damaged.
    public static let invalidMAC = SSHError.Code(rawValue: -4)
    /// No algorithms in common, or the key exchange failed.
    public static let keyExchangeFailure = SSHError.Code(rawValue: -5)
    /// Memory could not be had, or a peer made the session ask for more than it may.
    public static let allocation = SSHError.Code(rawValue: -6)
    /// The socket refused to send.
    public static let socketSend = SSHError.Code(rawValue: -7)
    /// The key exchange was refused.
    public static let keyExchange = SSHError.Code(rawValue: -8)
    /// The deadline passed.
    public static let timeout = SSHError.Code(rawValue: -9)
    /// The host key could not be read.
    public static let hostKeyInitialization = SSHError.Code(rawValue: -10)
    /// The host's signature was wrong: this is not the host that owns the key.
    public static let hostKeySignature = SSHError.Code(rawValue: -11)
    /// A packet could not be decrypted.
    public static let decrypt = SSHError.Code(rawValue: -12)
    /// The connection ended.
    public static let socketDisconnect = SSHError.Code(rawValue: -13)
    /// The peer broke the protocol.
    public static let protocolError = SSHError.Code(rawValue: -14)
    /// The password has expired and must be changed.
    public static let passwordExpired = SSHError.Code(rawValue: -15)
    /// A local file could not be read, or is not what it should be.
    public static let file = SSHError.Code(rawValue: -16)
    /// No method is set.
    public static let methodNone = SSHError.Code(rawValue: -17)
    /// The server refused the credentials.
    public static let authenticationFailed = SSHError.Code(rawValue: -18)
    /// The server refused the key or its signature.
    public static let publicKeyUnverified = SSHError.Code(rawValue: -19)
    /// A channel message came at the wrong time.
    public static let channelOutOfOrder = SSHError.Code(rawValue: -20)
    /// The server refused to open the channel, or a channel request failed.
    public static let channelFailure = SSHError.Code(rawValue: -21)
    /// The server refused a request on the channel.
    public static let channelRequestDenied = SSHError.Code(rawValue: -22)
    /// There is no such channel.
    public static let channelUnknown = SSHError.Code(rawValue: -23)
    /// The peer sent more than the channel's window allows.
    public static let channelWindowExceeded = SSHError.Code(rawValue: -24)
    /// The peer sent a larger packet than the channel allows.
    public static let channelPacketExceeded = SSHError.Code(rawValue: -25)
    /// The channel is closed.
    public static let channelClosed = SSHError.Code(rawValue: -26)
    /// The end of file has already been sent on the channel.
    public static let channelEOFSent = SSHError.Code(rawValue: -27)
    /// The SCP peer broke its protocol or reported an error.
    public static let scpProtocol = SSHError.Code(rawValue: -28)
    /// Compressed data is damaged.
    public static let zlib = SSHError.Code(rawValue: -29)
    /// The socket timed out.
    public static let socketTimeout = SSHError.Code(rawValue: -30)
    /// The SFTP server reported an error or broke its protocol.
    public static let sftpProtocol = SSHError.Code(rawValue: -31)
    /// The server refused a global request.
    public static let requestDenied = SSHError.Code(rawValue: -32)
    /// The method is not supported by the engine or the server.
    public static let methodNotSupported = SSHError.Code(rawValue: -33)
    /// An argument is not allowed, or not now.
    public static let invalidArgument = SSHError.Code(rawValue: -34)
    /// Not a type that can be polled.
    public static let invalidPollType = SSHError.Code(rawValue: -35)
    /// The publickey subsystem reported an error or broke its protocol.
    public static let publicKeyProtocol = SSHError.Code(rawValue: -36)
    /// The call would block and the session is in non-blocking mode: call again.
    public static let again = SSHError.Code(rawValue: -37)
    /// The buffer is too small.
    public static let bufferTooSmall = SSHError.Code(rawValue: -38)
    /// The call is not allowed in this state.
    public static let badUse = SSHError.Code(rawValue: -39)
    /// Data could not be compressed.
    public static let compress = SSHError.Code(rawValue: -40)
    /// A length that the peer sent is out of bounds.
    public static let outOfBoundary = SSHError.Code(rawValue: -41)
    /// The authentication agent broke its protocol or could not be reached.
    public static let agentProtocol = SSHError.Code(rawValue: -42)
    /// The socket refused to receive.
    public static let socketReceive = SSHError.Code(rawValue: -43)
    /// A packet could not be encrypted.
    public static let encrypt = SSHError.Code(rawValue: -44)
    /// The descriptor is not a connected socket.
    public static let badSocket = SSHError.Code(rawValue: -45)
    /// The known hosts could not be read or written.
    public static let knownHosts = SSHError.Code(rawValue: -46)
    /// The channel's window is full.
    public static let channelWindowFull = SSHError.Code(rawValue: -47)
    /// The key's passphrase is missing or wrong.
    public static let keyFileAuthenticationFailed = SSHError.Code(rawValue: -48)
    /// No random numbers could be had.
    public static let randomGenerator = SSHError.Code(rawValue: -49)
    /// The server sent no authentication banner.
    public static let missingUserAuthenticationBanner = SSHError.Code(rawValue: -50)
    /// The algorithm is not supported.
    public static let algorithmUnsupported = SSHError.Code(rawValue: -51)
    /// A message authentication code could not be computed.
    public static let macFailure = SSHError.Code(rawValue: -52)
    /// A digest could not be begun.
    public static let hashInitialization = SSHError.Code(rawValue: -53)
    /// A digest could not be computed.
    public static let hashCalculation = SSHError.Code(rawValue: -54)
    /// A value is too large to be stored.
    public static let storeOverflow = SSHError.Code(rawValue: -55)
}

// Ours.
extension SSHError.Code {
    /// The call was ended from another thread, by closing the session or the client.
    public static let cancelled = SSHError.Code(rawValue: -1001)
    /// The handle is null, freed, of another kind, or never was one.
    public static let invalidHandle = SSHError.Code(rawValue: -1002)
    /// The host's name has no address.
    public static let addressNotFound = SSHError.Code(rawValue: -1003)
    /// No address of the host could be connected to; errno says why.
    public static let connect = SSHError.Code(rawValue: -1004)
    /// The object was used after it had been closed.
    public static let closed = SSHError.Code(rawValue: -1005)
    /// A callback called into the session that was calling it.
    public static let reentered = SSHError.Code(rawValue: -1006)
    /// A callback gave up.
    public static let callback = SSHError.Code(rawValue: -1007)
    /// The session belongs to the parent of this process.
    public static let forked = SSHError.Code(rawValue: -1008)
    /// A fault in this library.
    public static let internalError = SSHError.Code(rawValue: -1009)
    /// A text is not valid UTF-8 or holds a NUL.
    public static let invalidText = SSHError.Code(rawValue: -1010)
    /// The call was ended by the program, which was asked while it waited.
    public static let interrupted = SSHError.Code(rawValue: -1011)
    /// No list of known hosts names the host.
    public static let hostKeyUnknown = SSHError.Code(rawValue: -1021)
    /// The host presented another key than the one that it is known by.
    public static let hostKeyMismatch = SSHError.Code(rawValue: -1022)
    /// The host's key is revoked.
    public static let hostKeyRevoked = SSHError.Code(rawValue: -1023)
    /// The caller did not accept the host's key.
    public static let hostKeyRefused = SSHError.Code(rawValue: -1024)
    /// A remote command ended by a signal or with another status than 0.
    public static let commandFailed = SSHError.Code(rawValue: -1025)
    /// A remote command wrote more than the caller wanted to keep.
    public static let outputLimit = SSHError.Code(rawValue: -1026)
}

extension SSHError.Code {
    /// Every code of this version with its name in C, without the prefix `SWIFTSSH_ERROR_`.
    static let names: [(code: SSHError.Code, name: String)] = [
        (.none, "NONE"),
        (.socketNone, "SOCKET_NONE"),
        (.bannerReceive, "BANNER_RECV"),
        (.bannerSend, "BANNER_SEND"),
        (.invalidMAC, "INVALID_MAC"),
        (.keyExchangeFailure, "KEX_FAILURE"),
        (.allocation, "ALLOC"),
        (.socketSend, "SOCKET_SEND"),
        (.keyExchange, "KEY_EXCHANGE_FAILURE"),
        (.timeout, "TIMEOUT"),
        (.hostKeyInitialization, "HOSTKEY_INIT"),
        (.hostKeySignature, "HOSTKEY_SIGN"),
        (.decrypt, "DECRYPT"),
        (.socketDisconnect, "SOCKET_DISCONNECT"),
        (.protocolError, "PROTO"),
        (.passwordExpired, "PASSWORD_EXPIRED"),
        (.file, "FILE"),
        (.methodNone, "METHOD_NONE"),
        (.authenticationFailed, "AUTHENTICATION_FAILED"),
        (.publicKeyUnverified, "PUBLICKEY_UNVERIFIED"),
        (.channelOutOfOrder, "CHANNEL_OUTOFORDER"),
        (.channelFailure, "CHANNEL_FAILURE"),
        (.channelRequestDenied, "CHANNEL_REQUEST_DENIED"),
        (.channelUnknown, "CHANNEL_UNKNOWN"),
        (.channelWindowExceeded, "CHANNEL_WINDOW_EXCEEDED"),
        (.channelPacketExceeded, "CHANNEL_PACKET_EXCEEDED"),
        (.channelClosed, "CHANNEL_CLOSED"),
        (.channelEOFSent, "CHANNEL_EOF_SENT"),
        (.scpProtocol, "SCP_PROTOCOL"),
        (.zlib, "ZLIB"),
        (.socketTimeout, "SOCKET_TIMEOUT"),
        (.sftpProtocol, "SFTP_PROTOCOL"),
        (.requestDenied, "REQUEST_DENIED"),
        (.methodNotSupported, "METHOD_NOT_SUPPORTED"),
        (.invalidArgument, "INVAL"),
        (.invalidPollType, "INVALID_POLL_TYPE"),
        (.publicKeyProtocol, "PUBLICKEY_PROTOCOL"),
        (.again, "EAGAIN"),
        (.bufferTooSmall, "BUFFER_TOO_SMALL"),
        (.badUse, "BAD_USE"),
        (.compress, "COMPRESS"),
        (.outOfBoundary, "OUT_OF_BOUNDARY"),
        (.agentProtocol, "AGENT_PROTOCOL"),
        (.socketReceive, "SOCKET_RECV"),
        (.encrypt, "ENCRYPT"),
        (.badSocket, "BAD_SOCKET"),
        (.knownHosts, "KNOWN_HOSTS"),
        (.channelWindowFull, "CHANNEL_WINDOW_FULL"),
        (.keyFileAuthenticationFailed, "KEYFILE_AUTH_FAILED"),
        (.randomGenerator, "RANDGEN"),
        (.missingUserAuthenticationBanner, "MISSING_USERAUTH_BANNER"),
        (.algorithmUnsupported, "ALGO_UNSUPPORTED"),
        (.macFailure, "MAC_FAILURE"),
        (.hashInitialization, "HASH_INIT"),
        (.hashCalculation, "HASH_CALC"),
        (.storeOverflow, "STORE_OVERFLOW"),
        (.cancelled, "CANCELLED"),
        (.invalidHandle, "INVALID_HANDLE"),
        (.addressNotFound, "ADDRESS_NOT_FOUND"),
        (.connect, "CONNECT"),
        (.closed, "CLOSED"),
        (.reentered, "REENTERED"),
        (.callback, "CALLBACK"),
        (.forked, "FORKED"),
        (.internalError, "INTERNAL"),
        (.invalidText, "INVALID_TEXT"),
        (.interrupted, "INTERRUPTED"),
        (.hostKeyUnknown, "HOST_KEY_UNKNOWN"),
        (.hostKeyMismatch, "HOST_KEY_MISMATCH"),
        (.hostKeyRevoked, "HOST_KEY_REVOKED"),
        (.hostKeyRefused, "HOST_KEY_REFUSED"),
        (.commandFailed, "COMMAND_FAILED"),
        (.outputLimit, "OUTPUT_LIMIT"),
    ]
}

extension SSHError.Code: CustomStringConvertible {
    /// The name that C knows it by, without its prefix; `UNKNOWN` for a number of another version.
    public var description: String {
        Self.names.first { $0.code == self }?.name ?? "UNKNOWN"
    }
}
