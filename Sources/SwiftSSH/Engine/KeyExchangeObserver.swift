/// Reads along until the first key exchange message of a side (RFC 4253, 7.1), to tell which algorithms it offers: for a log, and when there are
/// none in common, of which libssh2 does not say more. Behind it, it looks for a goodbye, which libssh2 (1.11) takes for a breach of strict key exchange.
struct KeyExchangeObserver {
    private var bytes: [UInt8] = []
    private var isIdentified = false
    /// Whether nothing that follows is looked at.
    private var hasEnded = false
    /// Whether it has seen enough, or what it saw is not what it looks for.
    private(set) var isComplete = false
    /// The identification line without its end, escaped; empty until known.
    private(set) var identification = ""
    /// What is offered for each purpose, in the order of ``AlgorithmPurpose``; empty until known.
    private(set) var offers: [[String]] = []

    /// The longest first packet that is taken for one; RFC 4253, 6.1 has 35,000 bytes.
    static let longestPacket: UInt32 = 40_000
    /// The length that the first packet says it has, where that is impossible or too long.
    private(set) var impossibleLength: UInt32?
    /// What was said to end the connection instead of going on with the key exchange; the text is escaped.
    private(set) var farewell: (reason: UInt32, text: String)?

    /// Looks at bytes in the order they came, the identification line first.
    mutating func observe(_ received: UnsafeRawBufferPointer) {
        if hasEnded { return }
        bytes.append(contentsOf: received)
        parse()
        if bytes.count > Self.longestPacket { end() }
    }

    private mutating func end() {
        isComplete = true
        hasEnded = true
        bytes = []
    }

    /// What is offered for one purpose; nil when it is not known.
    func offer(_ purpose: AlgorithmPurpose) -> [String]? {
        offers.indices.contains(Int(purpose.rawValue)) ? offers[Int(purpose.rawValue)] : nil
    }

    private mutating func parse() {
        if !isIdentified {
            guard let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return }
            identification = String(escaping: bytes[..<lineEnd].filter { $0 != 13 })
            bytes.removeFirst(lineEnd + 1)
            isIdentified = true
        }
        while !hasEnded {
            var packet = WireReader(bytes)
            guard let length = packet.uint32() else { return }
            guard (5...Self.longestPacket).contains(length) else {
                if !isComplete { impossibleLength = length }
                return end()
            }
            guard let body = packet.slice(Int(length)) else { return }
            bytes = Array(packet.rest())
            look(at: WireReader(body))
        }
    }

    /// Looks at a packet from its padding's length on.
    private mutating func look(at packet: WireReader) {
        var reader = packet
        guard reader.byte() != nil, let number = reader.byte() else { return end() }
        switch number {
        case 1 where isComplete:
            if let reason = reader.uint32(), let text = reader.string() { farewell = (reason, String(escaping: text)) }
            end()
        case 2...4 where isComplete: break
        case 20 where !isComplete:
            isComplete = true
            guard reader.slice(16) != nil else { return end() }
            for _ in AlgorithmPurpose.allCases {
                guard let names = reader.nameList() else {
                    offers = []
                    return end()
                }
                offers.append(names)
            }
        default: end()
        }
    }
}
