import Glibc

/// An OpenSSH host certificate (`PROTOCOL.certkeys`), as far as its own words go: whether its authority is to be believed is for others to say.
struct HostCertificate {
    /// The key that it is about.
    let certifiedKey: [UInt8]
    /// The key that signed it.
    let authority: [UInt8]

    private static let hostKind: UInt32 = 2
    private let kind: UInt32
    private let principals: [[UInt8]]
    private let validAfter: UInt64
    private let validBefore: UInt64
    private let hasCriticalOptions: Bool
    private let signed: [UInt8]
    private let signature: [UInt8]

    /// Reads a certificate; nil for a plain key and for one that is damaged.
    init?(blob: [UInt8]) {
        guard let key = try? PublicKey(blob: blob), let certifiedKey = key.certifiedKeyBlob,
            let fieldCount = key.certifiedFieldCount
        else { return nil }
        var reader = WireReader(blob)
        // The type's name, the nonce and the fields of the key.
        for _ in 0..<(2 + fieldCount) where reader.stringSlice() == nil { return nil }
        guard reader.uint64() != nil, let kind = reader.uint32(), reader.stringSlice() != nil,
            let names = reader.stringSlice(), let validAfter = reader.uint64(), let validBefore = reader.uint64(),
            let options = reader.stringSlice(), reader.stringSlice() != nil, reader.stringSlice() != nil,
            let authority = reader.string()
        else { return nil }
        let end = blob.count - reader.remaining
        guard let signature = reader.string(), reader.isAtEnd else { return nil }
        var principals: [[UInt8]] = []
        var nameReader = WireReader(names)
        while !nameReader.isAtEnd {
            guard let name = nameReader.string() else { return nil }
            principals.append(name)
        }
        self.certifiedKey = certifiedKey
        self.authority = authority
        self.kind = kind
        self.principals = principals
        self.validAfter = validAfter
        self.validBefore = validBefore
        hasCriticalOptions = !options.isEmpty
        signed = Array(blob.prefix(end))
        self.signature = signature
    }

    /// Whether the certificate is a host's, names this one or none, is in force and was signed by its authority.
    /// - Parameters:
    ///   - host: The host in small letters, without a port.
    ///   - now: The time in seconds since 1970.
    func isValid(host: [UInt8], now: UInt64 = UInt64(clamping: time(nil))) -> Bool {
        guard kind == Self.hostKind, !hasCriticalOptions, principals.isEmpty || principals.contains(host),
            now >= validAfter, now < validBefore
        else { return false }
        guard let signature = SignatureBlob(signature), signature.name != SignatureAlgorithm.rsaSHA1.name,
            let key = try? PublicKey(blob: authority), !key.isCertificate
        else { return false }
        return (try? key.isValid(signature, over: signed)) ?? false
    }
}
