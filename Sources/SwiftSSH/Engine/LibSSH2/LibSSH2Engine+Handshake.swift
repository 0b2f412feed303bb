internal import CLibSSH2

extension LibSSH2Engine {
    func rekey() -> Step<Void> { lacking("have keys exchanged anew: only the server begins", .keyExchange) }

    var keyExchangeCount: Int { 0 }

    /// The error of a handshake that failed, with both sides' algorithms where none were in common.
    func handshakeFailure(_ code: Int32) -> SSHError {
        var error = failure(code, "agree on keys", .keyExchange)
        // For a packet that is none 1.10 has no number.
        if error.code == .socketNone { error.code = .keyExchangeFailure }
        if let length = context.observer.impossibleLength {
            error.message =
                "could not agree on keys: the server's first packet says that it is \(length) bytes long, and 5 to \(KeyExchangeObserver.longestPacket) "
                + "are possible; what answers there hardly speaks SSH"
        }
        guard let purpose = purposeWithoutCommonAlgorithm, let offered = context.observer.offer(purpose) else {
            if context.disconnect == nil, let farewell = context.observer.farewell {
                error.becomeFarewell("agree on keys", farewell.reason, farewell.text)
            }
            return error
        }
        let ours = (try? offeredAlgorithms(purpose)) ?? []
        error.message =
            "no \(purpose.term) in common: the server offers \(offered.joined(separator: ",")); "
            + "this side, libssh2 \(LibSSH2Library.version), offers \(ours.joined(separator: ","))"
        if purpose == .hostKey, offered.contains(where: { $0.hasPrefix("rsa-sha2-") }) {
            error.message +=
                "; the server's RSA host key needs libssh2 1.11 or newer, or give the server an Ed25519 or ECDSA host key"
        }
        if purpose == .hostKey || !isChosen(purpose) {
            error.message += profile.remedy(theirs: offered, supported: (try? supportedAlgorithms(purpose)) ?? [])
        }
        return error
    }

    private var purposeWithoutCommonAlgorithm: AlgorithmPurpose? {
        AlgorithmPurpose.allCases.first { purpose in
            guard purpose.rawValue < AlgorithmPurpose.compressionClientToServer.rawValue,
                let offered = context.observer.offer(purpose), let ours = try? offeredAlgorithms(purpose)
            else { return false }
            return !offered.contains(where: ours.contains)
        }
    }
}
