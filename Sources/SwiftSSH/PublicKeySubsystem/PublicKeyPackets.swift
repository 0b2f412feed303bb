/// Puts a server's bytes together to the packets of the publickey subsystem (RFC 4819, 3.1): a length and so many bytes. A value:
/// it is fed bytes and knows no channel.
struct PublicKeyPackets {
    /// The longest packet: more than any key with its attributes.
    static let longest = 256 * 1024

    private var bytes: [UInt8] = []
    private var length: Int?

    /// How many bytes may be fed next: never more than belong to the packet that has begun.
    var needed: Int { (length ?? 4) - bytes.count }

    /// Takes bytes, at most as many as are needed.
    /// - Returns: The packet that they complete; nil while it is not complete.
    /// - Throws: `publicKeyProtocol` for a packet that is too long.
    mutating func take(_ more: some Collection<UInt8>) throws(SSHError) -> [UInt8]? {
        // Memory is taken as bytes come, not as they are announced.
        bytes += more
        guard needed <= 0 else { return nil }
        if length != nil {
            defer { self = PublicKeyPackets() }
            return bytes
        }
        var reader = WireReader(bytes)
        let announced = reader.uint32() ?? 0
        guard announced <= Self.longest else {
            throw .publicKeySubsystem("the server announced a packet of \(announced) bytes")
        }
        self = PublicKeyPackets()
        if announced == 0 { return [] }
        length = Int(announced)
        return nil
    }
}

/// What a server answers (RFC 4819, 3.3 and 4).
enum PublicKeyResponse: Equatable {
    case version(UInt32)
    case status(UInt32, text: [UInt8])
    case key(RegisteredPublicKey)

    /// Reads a packet.
    /// - Throws: `publicKeyProtocol` for one that is none of these or does not hold what it says.
    init(_ packet: [UInt8]) throws(SSHError) {
        var reader = WireReader(packet)
        let name = reader.text()
        switch name {
        case "version":
            guard let version = reader.uint32() else { throw Self.broken(packet) }
            self = .version(version)
        case "status":
            guard let code = reader.uint32() else { throw Self.broken(packet) }
            self = .status(code, text: reader.string() ?? [])
        case "publickey":
            guard let algorithm = reader.text(), let blob = reader.string(), let count = reader.uint32() else {
                throw Self.broken(packet)
            }
            var attributes: [PublicKeyAttribute] = []
            for _ in 0..<count {
                guard let name = reader.text(), let value = reader.string() else { throw Self.broken(packet) }
                attributes.append(PublicKeyAttribute(name: name, value: value))
            }
            guard reader.isAtEnd else { throw Self.broken(packet) }
            self = .key(RegisteredPublicKey(algorithm: algorithm, blob: blob, attributes: attributes))
        default:
            throw Self.broken(packet)
        }
    }

    private static func broken(_ packet: [UInt8]) -> SSHError {
        .publicKeySubsystem("the server sent a packet that breaks the protocol", packet)
    }
}

/// What a client asks, as packets with their length.
enum PublicKeyPacket {
    /// The version of the protocol that this side speaks (RFC 4819, 3.4).
    static let version: UInt32 = 2

    static func hello() -> [UInt8] {
        packet("version") { $0.uint32(version) }
    }

    static func add(
        algorithm: String, blob: [UInt8], attributes: [PublicKeyAttribute], overwrites: Bool
    ) -> [UInt8] {
        packet("add") { writer in
            writer.string(algorithm)
            writer.string(blob)
            writer.boolean(overwrites)
            writer.uint32(UInt32(clamping: attributes.count))
            for attribute in attributes {
                writer.string(attribute.name)
                writer.string(attribute.value)
                writer.boolean(attribute.isMandatory)
            }
        }
    }

    static func remove(algorithm: String, blob: [UInt8]) -> [UInt8] {
        packet("remove") { writer in
            writer.string(algorithm)
            writer.string(blob)
        }
    }

    static func list() -> [UInt8] {
        packet("list") { _ in }
    }

    private static func packet(_ name: String, _ body: (inout WireWriter) -> Void) -> [UInt8] {
        var content = WireWriter()
        content.string(name)
        body(&content)
        var packet = WireWriter()
        packet.string(content.bytes)
        return packet.bytes
    }
}
