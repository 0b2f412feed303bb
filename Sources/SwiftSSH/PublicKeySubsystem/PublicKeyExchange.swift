/// A request to the publickey subsystem, from its first byte to its answer. Touched under the connection's lock.
final class PublicKeyRequest {
    /// The most bytes that a list of keys may have.
    static let longestList = 16 << 20

    fileprivate var unsent: [UInt8]
    fileprivate var hasBegun = false
    fileprivate var isAbandoned = false
    private let wantsKeys: Bool
    private var keys: [RegisteredPublicKey] = []
    private var length = 0
    /// What came of it; nil while it is under way.
    fileprivate(set) var result: Result<[RegisteredPublicKey], SSHError>?

    /// Makes a request that has not begun.
    /// - Parameters:
    ///   - packet: What is sent.
    ///   - wantsKeys: Whether keys come before the status.
    init(_ packet: [UInt8], wantsKeys: Bool = false) {
        unsent = packet
        self.wantsKeys = wantsKeys
    }

    /// Takes in a packet of the server's.
    /// - Throws: `publicKeyProtocol` for one that is no answer to this.
    fileprivate func take(_ packet: [UInt8]) throws(SSHError) {
        switch try PublicKeyResponse(packet) {
        case .status(0, _):
            result = .success(keys)
        case .status(let code, let text):
            result = .failure(.publicKeySubsystem(status: code, text: text))
        case .key(let key):
            length += packet.count
            guard wantsKeys, length <= Self.longestList else {
                throw .publicKeySubsystem(
                    wantsKeys
                        ? "the server's list is longer than \(Self.longestList) bytes"
                        : "the server sent a key that was not asked for")
            }
            if !isAbandoned { keys.append(key) }
        case .version:
            throw .publicKeySubsystem("the server told its version twice")
        }
    }
}

/// The requests of one publickey subsystem: one at a time, for answers carry no number. Touched under the connection's lock.
final class PublicKeyExchange {
    private let queues: ChannelQueues
    private var packets = PublicKeyPackets()
    private var requests: [PublicKeyRequest] = []
    /// Why there can be no more requests; nil while there can.
    private var failure: SSHError?

    /// Takes over a channel on which both sides have told their version.
    init(_ queues: ChannelQueues) {
        self.queues = queues
    }

    /// Puts a request behind those that are under way.
    func begin(_ request: PublicKeyRequest) {
        requests.append(request)
    }

    /// Nobody waits for a request any more; one that has begun goes on to its end, so that its answer is not taken for the next one's.
    func giveUp(_ request: PublicKeyRequest) {
        request.isAbandoned = true
        if !request.hasBegun { requests.removeAll { $0 === request } }
    }

    /// Ends all requests, those to come too.
    func end(_ error: SSHError) {
        if failure == nil { failure = error }
        for request in requests where request.result == nil { request.result = .failure(failure ?? error) }
        requests = []
    }

    /// Goes as far as it can without waiting.
    /// - Returns: Whether a request has ended.
    func advance() -> Bool {
        var hasEnded = false
        do throws(SSHError) {
            if let failure { throw failure }
            while let request = requests.first {
                request.hasBegun = true
                guard try queues.send(&request.unsent) else { return hasEnded }
                while request.result == nil {
                    guard let packet = try queues.take(&packets) else { return hasEnded }
                    try request.take(packet)
                }
                requests.removeFirst()
                hasEnded = true
            }
        } catch {
            hasEnded = hasEnded || !requests.isEmpty
            end(error)
            _ = try? queues.channel.close()
        }
        return hasEnded
    }
}

extension ChannelQueues {
    /// Takes a packet of the publickey subsystem.
    /// - Returns: The packet; nil when it has not come whole.
    /// - Throws: `publicKeyProtocol` when the server has ended the subsystem.
    func take(_ packets: inout PublicKeyPackets) throws(SSHError) -> [UInt8]? {
        while true {
            var result: Result<[UInt8], SSHError> = .success([])
            withUnsafeTemporaryAllocation(byteCount: min(packets.needed, 32768), alignment: 1) { buffer in
                do throws(SSHError) {
                    let count = try take(stream: 0, into: buffer)
                    result = .success(Array(buffer.prefix(count)))
                } catch {
                    result = .failure(error)
                }
            }
            let bytes = try result.get()
            if !bytes.isEmpty {
                if let packet = try packets.take(bytes) { return packet }
            } else if hasEnded(stream: 0) {
                var error = SSHError.publicKeySubsystem("the server ended the subsystem")
                error.serverText = errorText
                throw error
            } else {
                return nil
            }
        }
    }
}
