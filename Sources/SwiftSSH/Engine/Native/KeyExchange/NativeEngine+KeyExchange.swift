extension NativeEngine {
    /// What identifies this side (RFC 4253, 4.2), without its end.
    static let identification = Array("SSH-2.0-SwiftSSH_\(Version.string)".utf8)

    func handshake() -> Step<Void> {
        { () throws(SSHError) -> Progress<Void> in
            try self.requireLife()
            if !self.hasBegun {
                self.hasBegun = true
                (Self.identification + [13, 10]).withUnsafeBytes { self.output.append($0) }
                try self.beginKeyExchange()
            }
            try self.pump()
            return self.keyExchange.algorithms == nil ? .wouldBlock : .done(())
        }
    }

    var hostKey: HostKey? {
        keyExchange.algorithms == nil ? nil : HostKey(blob: keyExchange.hostKey)
    }

    var sessionBinding: SessionBinding? {
        hostKey.map {
            SessionBinding(
                hostKey: $0.blob, sessionIdentifier: keyExchange.sessionIdentifier,
                signature: keyExchange.firstSignature)
        }
    }

    func algorithm(_ purpose: AlgorithmPurpose) -> String? {
        keyExchange.algorithms?.name(purpose)
    }

    var keyExchangeCount: Int { keyExchange.count }

    /// A key exchange that is under way already will do.
    func rekey() -> Step<Void> {
        var awaited: Int?
        return { () throws(SSHError) -> Progress<Void> in
            try self.requireLife()
            guard let awaited else {
                awaited = self.keyExchangeCount + 1
                try self.beginKeyExchange()
                return .wouldBlock
            }
            return self.keyExchangeCount >= awaited ? .done(()) : .wouldBlock
        }
    }

    /// Takes the server's identification line out of the input; tells whether it was there.
    func takeIdentification() throws(SSHError) -> Bool {
        if !keyExchange.serverIdentification.isEmpty { return true }
        let bytes = input.bytes
        // What stood before it, and its form, the transport has seen to.
        guard let end = bytes.firstIndex(of: 10) else {
            if bytes.count <= IdentificationFilter.longestLine { return false }
            throw SSHError(.bannerReceive, "the server sent no identification", phase: .identification)
        }
        var line = Array(bytes[..<end])
        if line.last == 13 { line.removeLast() }
        input.removeFirst(end + 1)
        guard line.starts(with: "SSH-".utf8) else {
            throw SSHError(.bannerReceive, "the server sent no identification", phase: .identification)
        }
        keyExchange.serverIdentification = line
        return true
    }

    /// Begins a key exchange unless one is under way.
    func beginKeyExchange() throws(SSHError) {
        try perform(try keyExchange.begin(offers))
    }

    /// Goes on with a message of the key exchange.
    func receiveKeyExchange(_ payload: [UInt8]) throws(SSHError) {
        // The reader has counted the message itself. Its sequence numbers would not do: they wrap around.
        let action = try keyExchange.receive(payload, packetNumber: reader.traffic.packets &- 1, offers)
        try perform(action)
    }

    private func perform(_ action: KeyExchange.Action) throws(SSHError) {
        for message in action.messages { try writer.append(message, to: output) }
        if let keys = action.sending {
            writer.use(keys.cipher, resetsSequence: keyExchange.isStrict)
            sendingCompression = keys.compression
            if isAuthenticated { try compressSent() }
            if userAuthentication.service == .notRequested { try requestService() }
            try sendHeldMessages()
        }
        if let keys = action.receiving {
            reader.use(keys.cipher, resetsSequence: keyExchange.isStrict)
            receivingCompression = keys.compression
            if isAuthenticated { try decompressReceived() }
        }
    }

    /// Begins a key exchange where the keys in use have protected as much as they may (RFC 4344, 3).
    func renewKeysWhenDue() throws(SSHError) {
        guard keyExchange.isIdle, keyExchange.algorithms != nil else { return }
        if keyLifetime.isOver(reader.traffic) || keyLifetime.isOver(writer.traffic) { try beginKeyExchange() }
    }
}

/// How much one set of keys protects.
struct KeyLifetime {
    /// A GiB, as RFC 4253, 9 recommends.
    var bytes: UInt64 = 1 << 30
    /// Half of what RFC 4344, 3.1 allows.
    var packets: UInt64 = 1 << 31

    /// Whether so much is enough.
    func isOver(_ traffic: Traffic) -> Bool {
        traffic.bytes >= bytes || traffic.packets >= packets
    }
}
