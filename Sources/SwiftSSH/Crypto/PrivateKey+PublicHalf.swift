extension PrivateKey {
    /// The public half of a private key's file, as far as it can be had without a passphrase: from the file beside it whose name ends in
    /// `.pub`, or from the key itself, which OpenSSH's format keeps readable.
    /// - Parameter path: The private key's path.
    /// - Returns: The key as the wire has it; nil where it cannot be had.
    static func publicHalf(path: String) -> [UInt8]? {
        if let key = try? PublicKey(path: path + ".pub") { return key.blob }
        guard var file = try? KeyFile(path: path) else { return nil }
        defer { wipe(&file.bytes) }
        guard var armor = try? KeyArmor(findingIn: file.bytes) else { return nil }
        defer { wipe(&armor.content) }
        guard armor.label == "OPENSSH PRIVATE KEY" else { return nil }
        return OpenSSHKeyFile.publicKeyBlob(content: armor.content)
    }
}

extension OpenSSHKeyFile {
    /// The public half in the decoded content of the armor, which is readable although the key may be encrypted; nil where it is damaged.
    fileprivate static func publicKeyBlob(content: [UInt8]) -> [UInt8]? {
        var reader = WireReader(content)
        // Cipher, derivation and its options stand before the number of keys.
        guard let start = reader.slice(magic.count), start.elementsEqual(magic), reader.stringSlice() != nil,
            reader.stringSlice() != nil, reader.stringSlice() != nil, reader.uint32() == 1
        else { return nil }
        return reader.string()
    }
}
