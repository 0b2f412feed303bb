/// Where the authentication protocol stands (RFC 4252): one request at a time, and one answer for it.
struct UserAuthentication {
    /// The service that authentication is part of (RFC 4253, 10).
    enum Service {
        case notRequested, requested, accepted
    }

    /// A server's answer to a request.
    enum Answer {
        case success
        /// The methods that can go on, and whether the request itself succeeded (RFC 4252, 5.1).
        case failure(methods: [String], isPartial: Bool)
        /// A message of the method under way.
        case method([UInt8])
        /// The server does not know the message (RFC 4253, 11.4).
        case unknown
    }

    /// Whether the authentication service was asked for, and given.
    var service = Service.notRequested
    /// The request for it.
    let serviceRequest = RequestTicket()
    /// Whether the server has accepted the user.
    private(set) var isAuthenticated = false
    /// The most bytes of banners that are kept.
    private static let longestBanner = 64 << 10
    /// What the server has said to users before they are in (RFC 4252, 5.4), one banner after the other.
    private(set) var banner: [UInt8] = []
    /// The signature algorithms that the server takes (RFC 8308, 3.1); nil where it did not say.
    private(set) var serverSignatureAlgorithms: [String]?
    /// The request that waits for its answer.
    private var request: RequestTicket?
    private var answer: Answer?

    /// A request is going to be sent, as what is returned.
    mutating func awaitAnswer() -> RequestTicket {
        let ticket = RequestTicket()
        request = ticket
        answer = nil
        return ticket
    }

    /// The server does not know what came in a packet; tells whether that was the request.
    mutating func refuseAsUnknown(_ packet: PacketNumber) -> Bool {
        guard request?.packet == packet else { return false }
        request = nil
        answer = .unknown
        return true
    }

    /// The answer to the request, once it is there.
    mutating func takeAnswer() -> Answer? {
        defer { answer = nil }
        return answer
    }

    /// Takes in one of the messages 6, 7, 51 to 53 and 60 to 79.
    /// - Throws: `protocolError` for what is malformed or was not asked for.
    mutating func receive(_ payload: [UInt8]) throws(SSHError) {
        let number = payload.first ?? 0
        var reader = WireReader(payload.dropFirst())
        switch number {
        case Message.serviceAccept:
            guard service == .requested, let name = reader.text(), name == "ssh-userauth" else {
                throw Message.broken("a service was accepted that was not asked for")
            }
            service = .accepted
        case Message.extensionInformation:
            guard !isAuthenticated else { throw Self.misplaced(number) }
            try receiveExtensions(&reader)
        case Message.userAuthenticationBanner:
            guard service == .accepted, !isAuthenticated else { throw Self.misplaced(number) }
            // One without a text says nothing, and does no harm.
            banner += (reader.stringSlice() ?? []).prefix(Self.longestBanner - banner.count)
        default:
            guard request != nil, !isAuthenticated else { throw Self.misplaced(number) }
            request = nil
            answer = try Self.answer(number, payload, &reader)
            if case .success? = answer { isAuthenticated = true }
        }
    }

    private static func answer(
        _ number: UInt8, _ payload: [UInt8], _ reader: inout WireReader
    ) throws(SSHError) -> Answer {
        switch number {
        case Message.userAuthenticationSuccess:
            return .success
        case Message.userAuthenticationFailure:
            guard let methods = reader.nameList(), let isPartial = reader.boolean() else {
                throw Message.malformed(number)
            }
            return .failure(methods: methods, isPartial: isPartial)
        case Message.userAuthenticationMethod:
            return .method(payload)
        default:
            throw misplaced(number)
        }
    }

    private mutating func receiveExtensions(_ reader: inout WireReader) throws(SSHError) {
        guard let count = reader.uint32() else { throw Message.malformed(Message.extensionInformation) }
        for _ in 0..<min(count, 256) {
            guard let name = reader.stringSlice(), let value = reader.stringSlice() else {
                throw Message.malformed(Message.extensionInformation)
            }
            if name.elementsEqual("server-sig-algs".utf8) {
                serverSignatureAlgorithms = value.split(separator: UInt8(ascii: ",")).map {
                    String(decoding: $0, as: UTF8.self)
                }
            }
        }
    }

    private static func misplaced(_ number: UInt8) -> SSHError {
        Message.broken("message \(number) has no place at this point of the authentication")
    }
}
