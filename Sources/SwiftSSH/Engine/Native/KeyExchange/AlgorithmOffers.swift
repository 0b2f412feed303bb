/// What is offered for each purpose: what the caller prefers, or what is best.
struct AlgorithmOffers {
    private var chosen: [AlgorithmPurpose: [String]] = [:]
    /// How old the server may be; nothing that this engine has is dated.
    var profile = AlgorithmProfile.compatible
    /// Whether compression is wanted.
    var compresses = false

    /// The names that there are for a purpose, the favourite first.
    /// - Throws: `methodNotSupported` for the languages, of which there are none.
    func supported(_ purpose: AlgorithmPurpose) throws(SSHError) -> [String] {
        switch purpose {
        case .keyExchange: return KeyExchangeMethod.offered.map(\.rawValue)
        case .hostKey: return HostKeyAlgorithm.all
        case .cipherClientToServer, .cipherServerToClient: return PacketCipherAlgorithm.allCases.map(\.rawValue)
        case .macClientToServer, .macServerToClient: return PacketMACAlgorithm.allCases.map(\.rawValue)
        case .compressionClientToServer, .compressionServerToClient:
            return compresses ? CompressionMethod.offered.map(\.rawValue) : [CompressionMethod.none.rawValue]
        case .languageClientToServer, .languageServerToClient:
            throw SSHError(.methodNotSupported, "there are no algorithms for languages")
        }
    }

    /// What is offered for a purpose.
    subscript(_ purpose: AlgorithmPurpose) -> [String] {
        // One direction that was set alone is the other's too, as with every engine.
        if let names = chosen[purpose] ?? chosen[purpose.opposite] { return names }
        let usual = purpose == .hostKey ? HostKeyAlgorithm.offered : (try? supported(purpose)) ?? []
        return usual.filter(profile.offers)
    }

    /// Sets what is offered for a purpose.
    /// - Throws: `methodNotSupported` where a name is unknown.
    mutating func prefer(_ purpose: AlgorithmPurpose, _ names: [String]) throws(SSHError) {
        let supported = try supported(purpose)
        guard !names.isEmpty, names.allSatisfy(supported.contains) else {
            throw SSHError(
                .methodNotSupported, "could not prefer \(String(escaping: names.joined(separator: ",").utf8))")
        }
        chosen[purpose] = names
    }
}
