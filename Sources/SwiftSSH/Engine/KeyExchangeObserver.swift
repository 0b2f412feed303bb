/// Reads along until the first key exchange message of a side (RFC 4253, 7.1), to tell which algorithms it offers: for a log, and when there are
/// none in common, of which libssh2 does not say more.
struct KeyExchangeObserver {
    private var bytes: [UInt8] = []
    /// Whether it has seen enough, or what it saw is not what it looks for.
    private(set) var isComplete = false
    /// The identification line without its end, escaped; empty until known.
    private(set) var identification = ""
    /// What is offered for each purpose, in the order of ``AlgorithmPurpose``; empty until known.
    private(set) var offers: [[String]] = []

    /// Looks at bytes in the order they came, the identification line first.
    mutating func observe(_ received: UnsafeRawBufferPointer) {
        if isComplete { return }
        bytes.append(contentsOf: received)
        if !parse() { isComplete = bytes.count > 40_000 }
        if isComplete { bytes = [] }
    }

    /// What is offered for one purpose; nil when it is not known.
    func offer(_ purpose: AlgorithmPurpose) -> [String]? {
        offers.indices.contains(Int(purpose.rawValue)) ? offers[Int(purpose.rawValue)] : nil
    }

    /// Tells whether it is known what is offered, or that it cannot be known.
    private mutating func parse() -> Bool {
        guard let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return false }
        identification = String(escaping: bytes[..<lineEnd].filter { $0 != 13 })
        var packet = WireReader(bytes[(lineEnd + 1)...])
        guard let length = packet.uint32(), let body = packet.slice(Int(length)) else { return false }
        isComplete = true
        var reader = WireReader(body)
        guard reader.byte() != nil, reader.byte() == 20, reader.slice(16) != nil else { return true }
        for _ in AlgorithmPurpose.allCases {
            guard let names = reader.nameList() else {
                offers = []
                return true
            }
            offers.append(names)
        }
        return true
    }
}
