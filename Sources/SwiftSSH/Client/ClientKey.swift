/// A private key in memory for a client to log in with. What it holds is wiped when it goes.
public final class ClientKey: Sendable {
    // Changed only when nobody has the object any more.
    nonisolated(unsafe) private var text: [UInt8]
    nonisolated(unsafe) private var passphrase: [UInt8]

    /// Takes a key; it is looked at when it is tried.
    /// - Parameters:
    ///   - text: What a key file would hold, in any of the formats that are read from files. A copy that the caller keeps is the caller's to wipe.
    ///   - passphrase: What the key is encrypted with; empty for none.
    public init(_ text: [UInt8], passphrase: [UInt8] = []) {
        self.text = text
        self.passphrase = passphrase
    }

    deinit {
        wipe(&text)
        wipe(&passphrase)
    }

    /// The key.
    /// - Throws: As ``PrivateKey/init(parsing:passphrase:path:)``.
    func privateKey() throws(SSHError) -> PrivateKey {
        try PrivateKey(parsing: text, passphrase: passphrase)
    }
}
