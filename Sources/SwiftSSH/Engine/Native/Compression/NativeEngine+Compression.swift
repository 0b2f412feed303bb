// Compression begins behind the server's word that the user is in, and anew with each set of keys (OpenSSH's zlib@openssh.com).
extension NativeEngine {
    /// Compresses what is sent from here on, where that was agreed on.
    func compressSent() throws(SSHError) {
        writer.compression = sendingCompression == .none ? nil : try .compressing()
    }

    /// Decompresses what comes from here on, where that was agreed on.
    func decompressReceived() throws(SSHError) {
        reader.compression = receivingCompression == .none ? nil : try .decompressing()
    }
}
