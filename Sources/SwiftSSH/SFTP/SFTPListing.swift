/// The names of one directory as they come. Touched under the connection's lock.
final class SFTPListing {
    /// How many requests for names are under way at most.
    private static let most = 8

    private let exchange: SFTPExchange
    private let handle: [UInt8]
    private var names: [SFTPName] = []
    private var next = 0
    private var underWay: [SFTPPending] = []
    private var depth = 1
    private var isAtEnd = false

    /// Lists nothing yet.
    init(_ exchange: SFTPExchange, _ handle: [UInt8]) {
        self.exchange = exchange
        self.handle = handle
    }

    /// Takes the next name; nil after the last one.
    func take() throws(SSHError) -> Progress<SFTPName?> {
        while next >= names.count {
            if isAtEnd { return .done(nil) }
            try ask()
            exchange.advance()
            guard let result = underWay.first?.result else { return .wouldBlock }
            let reply = try result.get()
            underWay.removeFirst()
            guard case .names(let names) = reply else {
                drop()
                if case .status(.endOfFile, _) = reply {
                    isAtEnd = true
                } else {
                    _ = try reply.checked(.readdir(handle), nil)
                }
                continue
            }
            self.names = names
            next = 0
            // Servers that answer one after the other can be asked ahead; others may mix up what they have listed.
            if exchange.server.isOpenSSH { depth = min(depth * 2, Self.most) }
            try? ask()
        }
        defer { next += 1 }
        return .done(names[checked: next])
    }

    /// Forgets what has been asked for.
    func drop() {
        for pending in underWay { exchange.abandon(pending) }
        underWay = []
    }

    private func ask() throws(SSHError) {
        while underWay.count < depth, exchange.hasRoom { underWay.append(try exchange.begin(.readdir(handle))) }
    }
}
