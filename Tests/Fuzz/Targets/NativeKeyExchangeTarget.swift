@testable import SwiftSSH

/// The key exchange of the native engine with a server that owns its key: messages of the input, each behind its length in two bytes, between
/// which `[20, how]` is a KEXINIT that agrees, and `[31 or 33, part, change...]` the reply that belongs here, one part of it changed.
let nativeKeyExchangeTarget = FuzzTarget(name: "native-key-exchange") { input in
    var bytes = input
    let methods = KeyExchangeMethod.offered.filter { $0 != .group16 && $0 != .group18 }
    let method = methods[Int(bytes.takeFirst()) % methods.count]
    let hostKey = HostKeyAlgorithm.all[Int(bytes.takeFirst()) % HostKeyAlgorithm.all.count]
    var peer = KeyExchangePeer(method, hostKey: hostKey)
    var exchange = KeyExchange(clientIdentification: KeyExchangePeer.identification)
    exchange.serverIdentification = KeyExchangePeer.identification
    var rest = bytes[...]
    var count: UInt64 = 0
    do throws(SSHError) {
        while rest.count > 2, let high = rest.popFirst(), let low = rest.popFirst() {
            let part = [UInt8](rest.prefix(Int(high) << 8 | Int(low)))
            rest = rest.dropFirst(part.count)
            let message = peer.message(part)
            checkHybrid(message)
            guard let number = message.first, (20...49).contains(number) else { return }
            let action = try exchange.receive(message, packetNumber: count, peer.offers)
            count += 1
            peer.noteOwn(message)
            for message in action.messages { peer.note(message) }
            require(!action.isComplete || action.receiving != nil, "keys without an end, or an end without keys")
            require(exchange.hostKey.isEmpty || exchange.hostKey == knownHostKey.publicKeyBlob, "a key that nobody has")
            require(exchange.count == 0 || !exchange.sessionIdentifier.isEmpty, "a connection without an identifier")
        }
    } catch {}
}

/// A reply's public value as that of ML-KEM with X25519, which needs no ML-KEM to be taken apart: the libcrypto at hand may have none.
private func checkHybrid(_ message: [UInt8]) {
    var reader = WireReader(message.dropFirst())
    guard reader.stringSlice() != nil, let value = reader.string() else { return }
    let halves = KeyAgreement.halves(value)
    require((halves != nil) == (value.count == 1088 + 32), "a hybrid of another length")
    require(
        halves.map { $0.ciphertext.count == 1088 && $0.ciphertext + $0.publicValue == value } ?? true, "other halves")
}

/// A server's side of key exchanges.
private struct KeyExchangePeer {
    static let identification = Array("SSH-2.0-Fuzz".utf8)
    private let method: KeyExchangeMethod
    private let hostKey: String
    private(set) var offers = AlgorithmOffers()
    private var clientInit: [UInt8] = []
    private var serverInit: [UInt8] = []
    private var group: (prime: [UInt8], generator: [UInt8])?
    private var clientValue: [UInt8] = []

    init(_ method: KeyExchangeMethod, hostKey: String) {
        self.method = method
        self.hostKey = hostKey
        try? offers.prefer(.keyExchange, [method.rawValue])
        try? offers.prefer(.hostKey, [hostKey])
    }

    /// The message that a part of the input stands for.
    mutating func message(_ part: [UInt8]) -> [UInt8] {
        guard part.count >= 2 else { return part }
        switch part[0] {
        case Message.keyExchangeInit where part.count == 2: return makeInit(part[1])
        case 31 where part[1] < 4 && method.agreement != nil, 33 where part[1] < 4:
            return (try? makeReply(part[0], part[1], Array(part[2...]))) ?? part
        default: return part
        }
    }

    private func makeInit(_ how: UInt8) -> [UInt8] {
        var writer = WireWriter()
        writer.byte(Message.keyExchangeInit)
        writer.raw([UInt8](repeating: 7, count: 16))
        for purpose in AlgorithmPurpose.allCases {
            var names = offers[purpose]
            if purpose == .keyExchange {
                if how & 1 != 0 { names.append("kex-strict-s-v00@openssh.com") }
                if how & 4 != 0 { names.insert("another", at: 0) }
            }
            writer.nameList(names)
        }
        writer.boolean(how & 2 != 0)
        writer.uint32(0)
        return writer.bytes
    }

    private func makeReply(_ number: UInt8, _ part: UInt8, _ change: [UInt8]) throws(SSHError) -> [UInt8] {
        let isAgreed = method.agreement != nil
        let agreement = try KeyAgreement(
            method.agreement ?? .group(prime: group?.prime ?? [], generator: group?.generator ?? []))
        let encode = { (writer: inout WireWriter, value: [UInt8]) in
            method.exchangesNumbers ? writer.mpint(value) : writer.string(value)
        }
        var secret = WireWriter()
        secret.mpint(try agreement.sharedSecret(with: clientValue))
        var exchange = WireWriter()
        if !isAgreed, let group {
            for size in [GroupExchangeSizes.minimum, GroupExchangeSizes.preferred, GroupExchangeSizes.maximum] {
                exchange.uint32(size)
            }
            exchange.mpint(group.prime)
            exchange.mpint(group.generator)
        }
        encode(&exchange, clientValue)
        encode(&exchange, agreement.publicValue)
        let hash = try ExchangeHash(
            clientIdentification: Self.identification, serverIdentification: Self.identification,
            clientInit: clientInit, serverInit: serverInit
        ).hash(method.digest, hostKey: knownHostKey.publicKeyBlob, exchange: exchange.bytes, secret: secret.bytes)
        let proof = SignatureBlob(
            name: "ssh-ed25519", signature: try knownHostKey.signature(over: hash, algorithm: .ed25519))
        var parts = [knownHostKey.publicKeyBlob, agreement.publicValue, proof.bytes]
        if part < 3 { parts[Int(part)].change(change) }
        var writer = WireWriter()
        writer.byte(number)
        writer.string(parts[0])
        encode(&writer, parts[1])
        writer.string(parts[2])
        return writer.bytes
    }

    /// Keeps of what this side has said what goes into the exchange hash.
    mutating func noteOwn(_ message: [UInt8]) {
        var reader = WireReader(message.dropFirst())
        if message.first == Message.keyExchangeInit { serverInit = message }
        guard message.first == 31, method.agreement == nil, let prime = reader.mpint(), let generator = reader.mpint()
        else { return }
        group = (prime, generator)
    }

    /// Keeps of what the client has said what goes into the exchange hash.
    mutating func note(_ message: [UInt8]) {
        var reader = WireReader(message.dropFirst())
        if message.first == Message.keyExchangeInit { clientInit = message }
        guard message.first == 30 || message.first == 32 else { return }
        clientValue = (method.exchangesNumbers ? reader.mpint() : reader.string()) ?? []
    }
}

extension [UInt8] {
    /// Changes bits of it, as far as the other one is as long.
    fileprivate mutating func change(_ bits: [UInt8]) {
        for (index, bits) in zip(indices, bits) { self[index] ^= bits }
    }
}
