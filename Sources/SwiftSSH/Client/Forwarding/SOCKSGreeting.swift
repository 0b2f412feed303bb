import Glibc

/// What a SOCKS client asks for: version 5 (RFC 1928) without authentication, version 4, or 4a with a name.
struct SOCKSGreeting {
    /// How long a client may take to say what it wants.
    private static let patience = Duration.seconds(30)
    private static let longestText = 255

    /// The host that is to be connected to: a name or an address.
    let host: String
    /// Its port.
    let port: UInt16
    private let version: UInt8

    /// Hears what the client wants.
    /// - Parameter descriptor: The client's socket.
    /// - Throws: `protocolError` for what is not SOCKS or not supported, which the client has then been told.
    init(from descriptor: Int32) throws(SSHError) {
        let reader = Reader(descriptor: descriptor, deadline: Deadline(after: Self.patience))
        version = try reader.byte()
        switch version {
        case 5: (host, port) = try Self.version5(reader)
        case 4: (host, port) = try Self.version4(reader)
        default: throw Self.broken("its first byte is \(version)")
        }
    }

    /// Tells the client how it went.
    func answer(_ descriptor: Int32, isConnected: Bool) {
        let bytes: [UInt8] =
            version == 5
            ? [5, isConnected ? 0 : 5, 0, 1, 0, 0, 0, 0, 0, 0] : [0, isConnected ? 90 : 91, 0, 0, 0, 0, 0, 0]
        Self.send(bytes, descriptor)
    }

    private static func version5(_ reader: Reader) throws(SSHError) -> (String, UInt16) {
        let methods = try reader.bytes(Int(try reader.byte()))
        guard methods.contains(0) else {
            send([5, 0xFF], reader.descriptor)
            throw broken("the client wants to authenticate")
        }
        send([5, 0], reader.descriptor)
        let head = try reader.bytes(4)
        guard head.first == 5, head.dropFirst().first == 1 else {
            send([5, 7, 0, 1, 0, 0, 0, 0, 0, 0], reader.descriptor)
            throw broken("only connecting is supported")
        }
        let host: String
        switch head.last {
        case 1: host = try address(AF_INET, reader.bytes(4))
        case 3: host = try name(reader.bytes(Int(try reader.byte())))
        case 4: host = try address(AF_INET6, reader.bytes(16))
        default:
            send([5, 8, 0, 1, 0, 0, 0, 0, 0, 0], reader.descriptor)
            throw broken("its kind of address is not known")
        }
        return (host, try reader.port())
    }

    private static func version4(_ reader: Reader) throws(SSHError) -> (String, UInt16) {
        guard try reader.byte() == 1 else {
            send([0, 91, 0, 0, 0, 0, 0, 0], reader.descriptor)
            throw broken("only connecting is supported")
        }
        let port = try reader.port()
        let bytes = try reader.bytes(4)
        _ = try reader.text(longestText)
        // An address of 0.0.0.x says that a name follows.
        if bytes.dropLast().allSatisfy({ $0 == 0 }), bytes.last != 0 {
            return (try name(try reader.text(longestText)), port)
        }
        return (try address(AF_INET, bytes), port)
    }

    private static func name(_ bytes: [UInt8]) throws(SSHError) -> String {
        guard !bytes.isEmpty, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw broken("its host is not the name of one")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func address(_ family: Int32, _ bytes: [UInt8]) throws(SSHError) -> String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { throw broken("its address is none") }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func send(_ bytes: [UInt8], _ descriptor: Int32) {
        // So few bytes always fit; a client that is gone is noticed when its connection is carried.
        _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    private static func broken(_ what: String) -> SSHError {
        SSHError(.protocolError, "the client does not speak SOCKS as it is served here: \(what)", phase: .forwarding)
    }

    /// Reads from a socket before a deadline.
    private struct Reader {
        let descriptor: Int32
        let deadline: Deadline

        func bytes(_ count: Int) throws(SSHError) -> [UInt8] {
            var bytes: [UInt8] = []
            while bytes.count < count { bytes.append(try byte()) }
            return bytes
        }

        func byte() throws(SSHError) -> UInt8 {
            while true {
                var wait = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                poll(&wait, 1, deadline.pollTimeout)
                var byte: UInt8 = 0
                let count = recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT))
                if count == 1 { return byte }
                if count < 0, errno == EINTR || errno == EAGAIN {
                    guard deadline.hasPassed else { continue }
                    throw SSHError(.timeout, "the SOCKS client did not say what it wants", phase: .forwarding)
                }
                throw SOCKSGreeting.broken("it ended too early")
            }
        }

        func port() throws(SSHError) -> UInt16 {
            UInt16(try byte()) << 8 | UInt16(try byte())
        }

        /// Bytes up to a zero byte, which is taken too.
        func text(_ longest: Int) throws(SSHError) -> [UInt8] {
            var bytes: [UInt8] = []
            while true {
                let next = try byte()
                if next == 0 { return bytes }
                guard bytes.count < longest else { throw SOCKSGreeting.broken("a text is too long") }
                bytes.append(next)
            }
        }
    }
}
