/// A public key or an OpenSSH certificate: the blob of the wire format and the words around it in a `.pub` file.
struct PublicKey: Hashable, Sendable {
    /// The type that the blob begins with: `ssh-ed25519`, `ssh-rsa-cert-v01@openssh.com`.
    let typeName: String
    /// The key in SSH's format (RFC 4253, 6.6).
    let blob: [UInt8]
    /// The comment, not escaped; empty when there is none.
    let comment: String

    /// Puts together what is known to belong together.
    init(typeName: String, blob: [UInt8], comment: String) {
        self.typeName = typeName
        self.blob = blob
        self.comment = comment
    }

    /// A key from its blob. Only the type name is read; keys of unknown types are kept as they are.
    ///
    /// - Throws: `protocolError` when the blob does not begin with a type name and something after it.
    init(blob: [UInt8], comment: String = "") throws(SSHError) {
        var reader = WireReader(blob)
        guard let name = reader.stringSlice(), !name.isEmpty, name.count <= 64, !reader.isAtEnd,
            name.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw SSHError(.protocolError, "the public key does not begin with the name of its type") }
        self.init(typeName: String(decoding: name, as: UTF8.self), blob: blob, comment: comment)
    }

    /// A key from a line of a `.pub` file: the type name, the blob in base64, and a comment that may be missing.
    ///
    /// - Throws: `file` when the line has another form or the name is not that of the blob.
    init(line: [UInt8]) throws(SSHError) {
        let words = line.split(maxSplits: 2, whereSeparator: { $0 == 0x20 || $0 == 0x09 })
        guard words.count >= 2, let blob = Base64.decode(words[1]), let key = try? PublicKey(blob: blob),
            words[0].elementsEqual(key.typeName.utf8)
        else {
            throw SSHError(.file, "the line is not a public key (type, base64, comment)", phase: .keyFile)
        }
        var comment = words.count > 2 ? words[2] : []
        while let last = comment.last, last <= 0x20 { comment.removeLast() }
        self.init(typeName: key.typeName, blob: blob, comment: String(decoding: comment, as: UTF8.self))
    }

    /// The first key in the text of a `.pub` file; empty lines and lines that begin with `#` are passed over.
    ///
    /// - Throws: `file` when there is none or the first other line is not a key.
    init(parsing text: [UInt8], path: String? = nil) throws(SSHError) {
        let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let lines = text[start...].split { $0 == 0x0A || $0 == 0x0D }.map { $0.drop { $0 == 0x20 || $0 == 0x09 } }
        guard let line = lines.first(where: { $0.first.map { $0 != UInt8(ascii: "#") } ?? false }) else {
            throw SSHError(.file, "there is no public key in the file: it is empty", phase: .keyFile, path: path)
        }
        do throws(SSHError) {
            try self.init(line: [UInt8](line))
        } catch {
            let isPrivate = line.starts(with: "-----BEGIN ".utf8)
            throw SSHError(
                .file,
                isPrivate
                    ? "there is no public key in the file: it looks like a private key; give the .pub file"
                    : "there is no public key in the file: its first line is not \"type base64 comment\"",
                phase: .keyFile, path: path)
        }
    }

    /// Reads the `.pub` file at `path`.
    ///
    /// - Throws: as ``KeyFile/init(path:)`` and ``init(parsing:path:)``.
    init(path: String) throws(SSHError) {
        var file = try KeyFile(path: path)
        defer { wipe(&file.bytes) }
        try self.init(parsing: file.bytes, path: path)
    }

    /// Whether this is an OpenSSH certificate (`PROTOCOL.certkeys`).
    var isCertificate: Bool { certifiedTypeName != nil }

    /// The type of the key that a certificate is about; `nil` for plain keys.
    private var certifiedTypeName: String? { CertificateName.plain(of: typeName) }

    /// How many fields of a certificate, after its type and nonce, are those of its key; `nil` for plain keys and unknown types.
    var certifiedFieldCount: Int? {
        guard let plainName = certifiedTypeName else { return nil }
        let fieldCounts = [
            "ssh-ed25519": 1, "ssh-rsa": 2, "ssh-dss": 4, SecurityKey.Kind.ed25519.rawValue: 2,
            SecurityKey.Kind.ecdsa.rawValue: 3,
        ]
        return fieldCounts[plainName] ?? (plainName.hasPrefix("ecdsa-sha2-") ? 2 : nil)
    }

    /// The blob of the key that a certificate is about; `nil` for plain keys, unknown types and damaged certificates.
    var certifiedKeyBlob: [UInt8]? {
        guard let plainName = certifiedTypeName, let fields = certifiedFieldCount else { return nil }
        var reader = WireReader(blob)
        // The type's name and the nonce come first.
        guard reader.stringSlice() != nil, reader.stringSlice() != nil else { return nil }
        var writer = WireWriter(capacity: blob.count)
        writer.string(plainName)
        for _ in 0..<fields {
            guard let field = reader.stringSlice() else { return nil }
            writer.string(field)
        }
        return writer.bytes
    }
}
