/// Which of libssh2's algorithms are offered when the caller has no wish of its own, by version.
///
/// - 1.10: AES in counter mode with plain HMAC; there is nothing better in it, and nothing of it is known to be unsafe.
/// - 1.11.0 and 1.11.1: the same. Their AES-GCM, ChaCha20 and encrypt-then-MAC code has memory faults that a server, or
///   anyone on the way, can reach (CVE-2026-55200, -66033, -66035), and their ChaCha20 loops for ever on one wrong bit.
/// - Later: ChaCha20-Poly1305 first, libssh2's fastest.
///
/// What a profile does not offer is left out; what only ``AlgorithmProfile/legacy`` offers comes last.
enum LibSSH2AlgorithmPolicy {
    /// The preference to set for one purpose, favourite first.
    /// - Parameters:
    ///   - purpose: What the algorithms are for.
    ///   - profile: How old the server may be.
    ///   - supported: What the library has.
    /// - Returns: nil where the library's own order is to stay.
    static func preference(
        _ purpose: AlgorithmPurpose, _ profile: AlgorithmProfile, supported: [String]
    ) -> [String]? {
        let wanted: [String]
        switch purpose {
        case .cipherClientToServer, .cipherServerToClient:
            let counterMode = ["aes128-ctr", "aes192-ctr", "aes256-ctr"]
            wanted =
                trustsNewCiphers
                ? ["chacha20-poly1305@openssh.com"] + counterMode + [
                    "aes128-gcm@openssh.com", "aes256-gcm@openssh.com",
                ]
                : counterMode
        case .macClientToServer, .macServerToClient:
            let plain = ["hmac-sha2-256", "hmac-sha2-512", "hmac-sha1"]
            wanted =
                trustsNewCiphers
                ? ["hmac-sha2-256-etm@openssh.com", "hmac-sha2-512-etm@openssh.com"] + plain : plain
        case .keyExchange where LibSSH2Library.isAtLeast(1, 11, 0) && (profile == .compatible || dropsExtensions):
            // A preference would drop ext-info-c in 1.11.0, and with it RSA keys; later versions leave the weak ones out.
            return nil
        case .keyExchange:
            wanted = supported
        case .hostKey:
            wanted = supported.filter { $0 != "ssh-rsa" } + ["ssh-rsa"]
        case .compressionClientToServer, .compressionServerToClient, .languageClientToServer, .languageServerToClient:
            return nil
        }
        let weak = supported.filter(AlgorithmProfile.isWeak)
        let offered = (wanted.filter { !weak.contains($0) } + weak).filter {
            supported.contains($0) && profile.offers($0)
        }
        return offered.isEmpty ? nil : offered
    }

    private static let trustsNewCiphers = LibSSH2Library.isAtLeast(1, 11, 2)
    private static var dropsExtensions: Bool { !LibSSH2Library.isAtLeast(1, 11, 1) }
}
