/// Makes libssh2 1.10.0, which signs with SHA-1 only, authenticate RSA keys with SHA-2 as RFC 8332 lays it down.
///
/// `libssh2_userauth_publickey` copies the algorithm's name from the head of the key blob into its first allocation,
/// makes a second one for the packet, and only then copies the blob into that. So it is handed a blob that begins with
/// the wanted name; at the second allocation the true blob takes its place. What goes over the wire is the algorithm
/// `rsa-sha2-512` with a key of type `ssh-rsa`, which every server accepts.
final class LibSSH2BlobSubstitution {
    /// What libssh2 is handed: as long as the true blob.
    let handed: StableBytes
    private let blob: [UInt8]
    private var allocations = 0

    /// Prepares the substitution.
    /// - Parameters:
    ///   - blob: The key as the wire has it, type `ssh-rsa`.
    ///   - algorithm: The signature algorithm's name.
    /// - Returns: nil when the blob is too short to be an RSA key.
    init?(blob: [UInt8], algorithm: String) {
        var head = WireWriter()
        head.string(algorithm)
        guard blob.count > head.bytes.count else { return nil }
        self.blob = blob
        handed = StableBytes(head.bytes + blob[head.bytes.count...])
    }

    /// Called at each allocation of libssh2's while the packet is being built.
    func noteAllocation() {
        allocations += 1
        if allocations == 2 { handed.bytes.copyBytes(from: blob) }
    }
}
