/// A signature as the wire has it (RFC 4253, 6.6): the algorithm's name, the signature, and what a security key says with it.
struct SignatureBlob {
    /// What a security key signs beside the data (OpenSSH's `PROTOCOL.u2f`).
    struct Presence {
        /// Bit 0 where somebody touched the key, bit 2 where the key knew who.
        var flags: UInt8
        /// How many signatures the key has made, as far as it counts them.
        var counter: UInt32
    }

    /// The algorithm's name.
    let name: String
    /// What ``OpenSSLKey/signature(over:algorithm:)`` makes.
    let signature: [UInt8]
    /// What a security key says; `nil` for the algorithms of other keys.
    let presence: Presence?

    /// Reads a signature; `nil` for what has another form than that of the algorithm that it names.
    init?(_ bytes: [UInt8]) {
        var reader = WireReader(bytes)
        guard let name = reader.text(), let signature = reader.string() else { return nil }
        if SecurityKey.Kind(rawValue: name) == nil {
            presence = nil
        } else {
            guard let flags = reader.byte(), let counter = reader.uint32() else { return nil }
            presence = Presence(flags: flags, counter: counter)
        }
        guard reader.isAtEnd else { return nil }
        self.name = name
        self.signature = signature
    }

    /// Puts together what belongs together.
    init(name: String, signature: [UInt8], presence: Presence? = nil) {
        self.name = name
        self.signature = signature
        self.presence = presence
    }

    /// The signature as the wire has it.
    var bytes: [UInt8] {
        var writer = WireWriter(capacity: signature.count + 64)
        writer.string(name)
        writer.string(signature)
        if let presence {
            writer.byte(presence.flags)
            writer.uint32(presence.counter)
        }
        return writer.bytes
    }
}
