import Testing

@testable import SwiftSSH

@Suite("Key agreement: public values and groups that are none")
struct KeyAgreementTests {
    /// The prime of RFC 3526, 3.
    private static let prime: [UInt8] = {
        let digits = """
            FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B\
            302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE6\
            49286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D\
            670C354E4ABC9804F1746C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718\
            3995497CEA956AE515D2261898FA051015728E5A8AACAA68FFFFFFFFFFFFFFFF
            """
        let values = digits.compactMap(\.hexDigitValue)
        return stride(from: 0, to: values.count - 1, by: 2).map { UInt8(values[$0] * 16 + values[$0 + 1]) }
    }()

    /// The prime with its last byte, which is 255, changed by so much.
    private static func prime(plus difference: Int) -> [UInt8] {
        guard difference > 0 else { return prime.dropLast() + [UInt8(255 + difference)] }
        // All of its last eight bytes are 255: the carry ends in what stands before.
        let head = Array(prime.dropLast(8))
        return head.dropLast() + [(head.last ?? 0) + 1] + [UInt8](repeating: 0, count: 7) + [UInt8(difference - 1)]
    }

    /// 0, 1, p - 1, p and p + 5.
    private static let values: [[UInt8]] = [
        [], [0], [1], prime(plus: -1), prime, prime(plus: 5), [UInt8](repeating: 255, count: 257),
    ]

    @Test("The public values of Diffie-Hellman that give the secret away are refused", arguments: values)
    func diffieHellman(value: [UInt8]) throws {
        for method in [KeyAgreement.Method.namedGroup("modp_2048"), .group(prime: Self.prime, generator: [2])] {
            let agreement = try KeyAgreement(method)
            #expect(failure(of: { _ = try agreement.sharedSecret(with: value) })?.code == .keyExchange)
            // What a peer of ours says is taken.
            let peer = try KeyAgreement(method)
            #expect(
                try agreement.sharedSecret(with: peer.publicValue) == peer.sharedSecret(with: agreement.publicValue))
        }
    }

    @Test("What is no point of the curve is refused", arguments: EllipticCurve.allCases)
    func ellipticCurve(curve: EllipticCurve) throws {
        let agreement = try KeyAgreement(.ellipticCurve(curve))
        let peer = try KeyAgreement(.ellipticCurve(curve)).publicValue
        let length = curve.coordinateLength
        let isNot: [[UInt8]] = [
            [], [0], [4], [0] + peer.dropFirst(), [5] + peer.dropFirst(), Array(peer.dropLast()), peer + [0],
            // The point at infinity has no coordinates; zeros are none of these curves'.
            [4] + [UInt8](repeating: 0, count: 2 * length),
            [4] + [UInt8](repeating: 255, count: 2 * length),
            peer.dropLast() + [(peer.last ?? 0) ^ 1],
            [4] + peer[1...length] + peer[1...length],
        ]
        for point in isNot {
            #expect(failure(of: { _ = try agreement.sharedSecret(with: point) })?.code == .keyExchange, "\(point)")
        }
        #expect(try agreement.sharedSecret(with: peer).count == length)
    }

    @Test("Points of small order, and what is no point, are refused by X25519")
    func x25519() throws {
        let agreement = try KeyAgreement(.x25519)
        let order8: [UInt8] = [
            0xE0, 0xEB, 0x7A, 0x7C, 0x3B, 0x41, 0xB8, 0xAE, 0x16, 0x56, 0xE3, 0xFA, 0xF1, 0x9F, 0xC4, 0x6A, 0xDA, 0x09,
            0x8D,
            0xEB, 0x9C, 0x32, 0xB1, 0xFD, 0x86, 0x62, 0x05, 0x16, 0x5F, 0x49, 0xB8, 0x00,
        ]
        let zeros = [UInt8](repeating: 0, count: 31)
        for point in [[], [9], [0] + zeros, [1] + zeros, order8, [9] + zeros + [0]] {
            #expect(failure(of: { _ = try agreement.sharedSecret(with: point) })?.code == .keyExchange, "\(point)")
        }
        #expect(try agreement.sharedSecret(with: [9] + zeros).count == 32)
    }

    /// What comes of a server that answers the request for a group with one.
    private func outcome(prime: [UInt8], generator: [UInt8], isNegative: Bool = false) throws -> SSHError? {
        let server = try NativeServer()
        server.offers[.keyExchange] = ["diffie-hellman-group-exchange-sha256"]
        return failure(of: {
            try server.run(server.engine.handshake()) { message in
                switch message.first {
                case 34:
                    try server.send(31) { writer in
                        if isNegative { writer.string(prime) } else { writer.mpint(prime) }
                        writer.mpint(generator)
                    }
                case 32: throw SSHError(.none, "the group was taken")
                default: break
                }
            }
        })
    }

    @Test("Groups that are too small, too large, or none, are refused")
    func groups() throws {
        let ones = { (count: Int) in [UInt8](repeating: 255, count: count) }
        let isNot: [([UInt8], [UInt8])] = [
            (ones(128), [2]), (ones(255), [2]), (ones(1125), [2]), (Self.prime(plus: -1), [2]), (Self.prime, []),
            (Self.prime, [1]), (Self.prime, Self.prime(plus: -1)), (Self.prime, Self.prime), ([], [2]),
        ]
        for (prime, generator) in isNot {
            let error = try outcome(prime: prime, generator: generator)
            #expect(error?.code == .keyExchange, "\(prime.count) \(generator)")
        }
        #expect(try outcome(prime: Self.prime, generator: [2], isNegative: true)?.code == .keyExchangeFailure)
        #expect(try outcome(prime: Self.prime, generator: [2])?.code == SSHError.Code.none)
    }
}
