/// What two sides have agreed on (RFC 4253, 7.1).
struct AgreedAlgorithms {
    let keyExchange: KeyExchangeMethod
    let hostKey: String
    let clientToServer: PacketProtection
    let serverToClient: PacketProtection
    let compressionClientToServer: CompressionMethod
    let compressionServerToClient: CompressionMethod
    /// Whether the server's guess was wrong, so that the message that it sent by it is not looked at.
    let isGuessWrong: Bool

    /// Agrees: for each purpose the client's first that the server has too.
    /// - Throws: `keyExchangeFailure` where nothing is in common, with what both sides have.
    init(client: KeyExchangeInit, server: KeyExchangeInit) throws(SSHError) {
        func agree(_ purpose: AlgorithmPurpose) throws(SSHError) -> String {
            let theirs = server[purpose]
            if let name = client[purpose].first(where: theirs.contains) { return name }
            throw SSHError(
                .keyExchangeFailure,
                "no \(purpose.term) in common: the server offers "
                    + String(escaping: theirs.joined(separator: ",").utf8)
                    + "; the native engine offers " + client[purpose].joined(separator: ",")
                    + AlgorithmProfile.remedyElsewhere(theirs: theirs))
        }
        func protection(_ cipher: AlgorithmPurpose, _ mac: AlgorithmPurpose) throws(SSHError) -> PacketProtection {
            guard let cipher = PacketCipherAlgorithm(rawValue: try agree(cipher)) else { throw Self.unknown }
            if cipher.authenticates { return PacketProtection(cipher: cipher, mac: nil) }
            guard let mac = PacketMACAlgorithm(rawValue: try agree(mac)) else { throw Self.unknown }
            return PacketProtection(cipher: cipher, mac: mac)
        }
        func compression(_ purpose: AlgorithmPurpose) throws(SSHError) -> CompressionMethod {
            guard let method = CompressionMethod(rawValue: try agree(purpose)) else { throw Self.unknown }
            return method
        }
        guard let method = KeyExchangeMethod(rawValue: try agree(.keyExchange)) else { throw Self.unknown }
        keyExchange = method
        hostKey = try agree(.hostKey)
        clientToServer = try protection(.cipherClientToServer, .macClientToServer)
        serverToClient = try protection(.cipherServerToClient, .macServerToClient)
        compressionClientToServer = try compression(.compressionClientToServer)
        compressionServerToClient = try compression(.compressionServerToClient)
        isGuessWrong =
            server.guesses
            && (server[.keyExchange].first != method.rawValue || server[.hostKey].first != hostKey)
    }

    /// A peer may name what is no algorithm; this side never does.
    private static let unknown = SSHError(.keyExchangeFailure, "what was agreed on is no algorithm")

    /// The name in use for a purpose.
    func name(_ purpose: AlgorithmPurpose) -> String {
        switch purpose {
        case .keyExchange: keyExchange.rawValue
        case .hostKey: hostKey
        case .cipherClientToServer: clientToServer.cipher.rawValue
        case .cipherServerToClient: serverToClient.cipher.rawValue
        case .macClientToServer: clientToServer.mac?.rawValue ?? Self.implicit
        case .macServerToClient: serverToClient.mac?.rawValue ?? Self.implicit
        case .compressionClientToServer: compressionClientToServer.rawValue
        case .compressionServerToClient: compressionServerToClient.rawValue
        case .languageClientToServer, .languageServerToClient: ""
        }
    }

    /// What OpenSSH calls the MAC of a cipher that authenticates by itself.
    private static let implicit = "<implicit>"
}
