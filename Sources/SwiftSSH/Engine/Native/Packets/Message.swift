/// The message numbers of RFC 4250, 4.1.
enum Message {
    static let disconnect: UInt8 = 1
    static let ignore: UInt8 = 2
    static let unimplemented: UInt8 = 3
    static let debug: UInt8 = 4
    static let serviceRequest: UInt8 = 5
    static let serviceAccept: UInt8 = 6
    /// RFC 8308.
    static let extensionInformation: UInt8 = 7
    static let keyExchangeInit: UInt8 = 20
    static let newKeys: UInt8 = 21
    /// The messages of the key exchange that was agreed on.
    static let keyExchangeMethod: ClosedRange<UInt8> = 30...49
    static let userAuthenticationRequest: UInt8 = 50
    static let userAuthenticationFailure: UInt8 = 51
    static let userAuthenticationSuccess: UInt8 = 52
    static let userAuthenticationBanner: UInt8 = 53
    /// The messages of the authentication method under way.
    static let userAuthenticationMethod: ClosedRange<UInt8> = 60...79
    /// The messages of the connection protocol (RFC 4254, 9).
    static let connectionProtocol: ClosedRange<UInt8> = 80...100
    static let globalRequest: UInt8 = 80
    static let requestSuccess: UInt8 = 81
    static let requestFailure: UInt8 = 82
    static let channelOpen: UInt8 = 90
    static let channelOpenConfirmation: UInt8 = 91
    static let channelOpenFailure: UInt8 = 92
    static let channelWindowAdjust: UInt8 = 93
    static let channelData: UInt8 = 94
    static let channelExtendedData: UInt8 = 95
    static let channelEOF: UInt8 = 96
    static let channelClose: UInt8 = 97
    static let channelRequest: UInt8 = 98
    static let channelSuccess: UInt8 = 99
    static let channelFailure: UInt8 = 100

    /// The messages of the transport layer, which are sent while keys are exchanged too (RFC 4253, 7.1); the service requests are not.
    static func isSentDuringKeyExchange(_ number: UInt8) -> Bool {
        (number <= 49 && number != serviceRequest && number != serviceAccept && number != extensionInformation)
    }

    /// The error of a peer that breaks the protocol.
    static func broken(_ what: String) -> SSHError {
        SSHError(.protocolError, "the server broke the protocol: " + what)
    }

    /// The error of a message whose fields are not what they should be.
    static func malformed(_ number: UInt8) -> SSHError {
        broken("message \(number) is malformed")
    }
}
