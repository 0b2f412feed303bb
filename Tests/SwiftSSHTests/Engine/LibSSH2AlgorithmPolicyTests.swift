import Testing

@testable import SwiftSSH

@Suite("Which algorithms are offered")
struct LibSSH2AlgorithmPolicyTests {
    private static let weak = [
        "aes256-cbc", "rijndael-cbc@lysator.liu.se", "blowfish-cbc", "arcfour128", "arcfour", "cast128-cbc",
        "3des-cbc", "hmac-md5", "hmac-md5-96", "hmac-sha1-96", "hmac-ripemd160", "none", "ssh-dss",
    ]

    private func preference(
        _ purpose: AlgorithmPurpose, _ supported: [String], _ profile: AlgorithmProfile = .compatible
    ) -> [String]? {
        LibSSH2AlgorithmPolicy.preference(purpose, profile, supported: supported)
    }

    @Test("Weak ciphers and MACs are never offered, in either direction")
    func weak() throws {
        let ciphers = Self.weak + ["aes256-ctr", "aes128-ctr"]
        let macs = Self.weak + ["hmac-sha1", "hmac-sha2-256"]
        for purpose in [AlgorithmPurpose.cipherClientToServer, .cipherServerToClient] {
            #expect(preference(purpose, ciphers) == ["aes128-ctr", "aes256-ctr"])
        }
        for purpose in [AlgorithmPurpose.macClientToServer, .macServerToClient] {
            #expect(preference(purpose, macs) == ["hmac-sha2-256", "hmac-sha1"])
        }
    }

    @Test("Ciphers and MACs whose code has faults are offered only by versions without them")
    func faulty() throws {
        let ciphers = ["chacha20-poly1305@openssh.com", "aes256-gcm@openssh.com", "aes128-ctr"]
        let macs = ["hmac-sha2-256-etm@openssh.com", "hmac-sha2-256"]
        if LibSSH2Library.isAtLeast(1, 11, 2) {
            #expect(preference(.cipherClientToServer, ciphers)?.first == "chacha20-poly1305@openssh.com")
            #expect(preference(.macClientToServer, macs) == macs)
        } else {
            #expect(preference(.cipherClientToServer, ciphers) == ["aes128-ctr"])
            #expect(preference(.macClientToServer, macs) == ["hmac-sha2-256"])
        }
    }

    @Test("Host keys: DSA never, RSA with SHA-1 last")
    func hostKeys() {
        #expect(
            preference(.hostKey, ["ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp256"])
                == ["ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-rsa"])
        #expect(preference(.hostKey, ["ssh-ed25519"]) == ["ssh-ed25519"])
    }

    @Test("Key exchanges: those over small groups never, or the library's own choice")
    func keyExchanges() {
        let supported = [
            "curve25519-sha256", "diffie-hellman-group1-sha1", "diffie-hellman-group-exchange-sha1",
            "diffie-hellman-group14-sha256",
        ]
        if LibSSH2Library.isAtLeast(1, 11, 0) {
            #expect(preference(.keyExchange, supported) == nil)
        } else {
            #expect(preference(.keyExchange, supported) == ["curve25519-sha256", "diffie-hellman-group14-sha256"])
        }
    }

    @Test("A profile leaves out what is too old for it, and what is weak comes last")
    func profiles() {
        let ciphers = ["aes256-cbc", "3des-cbc", "aes128-ctr"]
        #expect(preference(.cipherClientToServer, ciphers, .modern) == ["aes128-ctr"])
        #expect(preference(.cipherClientToServer, ciphers, .legacy) == ["aes128-ctr", "aes256-cbc", "3des-cbc"])
        let macs = ["hmac-md5", "hmac-sha1", "hmac-sha2-256"]
        #expect(preference(.macClientToServer, macs, .modern) == ["hmac-sha2-256"])
        #expect(preference(.macClientToServer, macs, .legacy) == ["hmac-sha2-256", "hmac-sha1", "hmac-md5"])
        let keys = ["ssh-dss", "ssh-rsa", "ssh-ed25519"]
        #expect(preference(.hostKey, keys, .modern) == ["ssh-ed25519"])
        #expect(preference(.hostKey, keys, .legacy) == ["ssh-ed25519", "ssh-rsa", "ssh-dss"])
        let exchanges = ["diffie-hellman-group1-sha1", "diffie-hellman-group14-sha1", "curve25519-sha256"]
        if !LibSSH2Library.isAtLeast(1, 11, 0) || LibSSH2Library.isAtLeast(1, 11, 1) {
            #expect(preference(.keyExchange, exchanges, .modern) == ["curve25519-sha256"])
            #expect(
                preference(.keyExchange, exchanges, .legacy)
                    == ["diffie-hellman-group14-sha1", "curve25519-sha256", "diffie-hellman-group1-sha1"])
        }
    }

    @Test("The library's own order stays where nothing is known or wanted")
    func unknown() {
        for purpose in AlgorithmPurpose.allCases where purpose != .keyExchange {
            #expect(preference(purpose, []) == nil)
        }
        #expect(preference(.cipherClientToServer, ["new-cipher"]) == nil)
        #expect(preference(.compressionClientToServer, ["none", "zlib"]) == nil)
    }

    @Test("What this version has leaves something to offer for every purpose")
    func thisVersion() throws {
        let engine = try LibSSH2Engine()
        for purpose in AlgorithmPurpose.allCases.prefix(6) {
            let supported = try engine.supportedAlgorithms(purpose)
            guard let offered = preference(purpose, supported) else { continue }
            #expect(!offered.isEmpty && offered.allSatisfy(supported.contains))
        }
    }
}
