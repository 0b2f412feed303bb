/// SSH_MSG_KEXINIT (RFC 4253, 7.1).
struct KeyExchangeInit {
    /// The whole message, as it stands in the exchange hash.
    let payload: [UInt8]
    /// The names for each purpose, in the order of ``AlgorithmPurpose``.
    private let lists: [[String]]
    /// Whether the sender has sent the first message of the key exchange that it thinks will be agreed on.
    let guesses: Bool

    /// What the client says beside its algorithms (RFC 8308, 2.1; OpenSSH's `PROTOCOL`, 1.10).
    private static let indicators = ["ext-info-c", "kex-strict-c-v00@openssh.com"]
    /// What a server says that keeps to strict key exchange.
    private static let strictServer = "kex-strict-s-v00@openssh.com"

    /// The client's message.
    /// - Parameters:
    ///   - offers: What is offered.
    ///   - isFirst: Whether this is the connection's first key exchange.
    init(_ offers: AlgorithmOffers, isFirst: Bool) throws(SSHError) {
        var lists = AlgorithmPurpose.allCases.map { offers[$0] }
        if isFirst { lists[checked: 0]?.append(contentsOf: Self.indicators) }
        var writer = WireWriter(capacity: 1024)
        writer.byte(Message.keyExchangeInit)
        writer.raw(try Random.bytes(16))
        for list in lists { writer.nameList(list) }
        writer.boolean(false)
        writer.uint32(0)
        payload = writer.bytes
        self.lists = lists
        guesses = false
    }

    /// Reads the server's message.
    /// - Throws: `protocolError` where it is malformed.
    init(payload: [UInt8]) throws(SSHError) {
        var reader = WireReader(payload)
        guard reader.byte() == Message.keyExchangeInit, reader.slice(16) != nil else {
            throw Message.malformed(Message.keyExchangeInit)
        }
        var lists: [[String]] = []
        for _ in AlgorithmPurpose.allCases {
            guard let list = reader.nameList() else { throw Message.malformed(Message.keyExchangeInit) }
            lists.append(list)
        }
        guard let guesses = reader.boolean(), reader.uint32() != nil else {
            throw Message.malformed(Message.keyExchangeInit)
        }
        self.payload = payload
        self.lists = lists
        self.guesses = guesses
    }

    /// The names for a purpose.
    subscript(_ purpose: AlgorithmPurpose) -> [String] {
        lists[checked: Int(purpose.rawValue)] ?? []
    }

    /// Whether the server keeps to strict key exchange; asked of its first message only.
    var isStrict: Bool { self[.keyExchange].contains(Self.strictServer) }
}
