@testable import SwiftSSH

/// The native engine's handshake with a server that sends anything, in pieces.
let nativeHandshakeTarget = FuzzTarget(name: "native-handshake") { input in
    var bytes = input
    let engine = NativeEngine()
    let handshake = engine.handshake()
    for piece in bytes.pieces(bytes.takeFirst()) {
        piece.withUnsafeBytes { engine.input.append($0) }
        do throws(SSHError) {
            // Nobody can prove to own a key without knowing what is random here.
            if case .done = try handshake() { fatalError("the handshake has ended") }
        } catch {
            break
        }
    }
    engine.abandon()
}

/// The messages of authentication and of the connection as they come out of the native engine's packets, each behind its length in
/// one byte, while requests of every kind wait for their answers.
let nativeMessagesTarget = FuzzTarget(name: "native-messages") { input in
    let waiting = WaitingEngine(NativeEngine())
    waiting.engine.userAuthentication.service = .accepted
    waiting.logIn(0)
    waiting.begin()
    defer { waiting.end() }
    var rest = input[...]
    while let length = rest.popFirst() {
        let message = [UInt8](rest.prefix(Int(length)))
        rest = rest.dropFirst(Int(length))
        guard let number = message.first, waiting.takes(message, number) else { return }
        waiting.turn()
        waiting.engine.output.removeAll()
    }
}

extension WaitingEngine {
    /// Takes a message in, past its packet; false when the connection has failed.
    fileprivate func takes(_ message: [UInt8], _ number: UInt8) -> Bool {
        do throws(SSHError) {
            switch number {
            case Message.serviceAccept...Message.extensionInformation, 51...53, 60...79:
                try engine.receiveUserAuthentication(message)
            case Message.globalRequest...Message.requestFailure: try engine.receiveGlobalMessage(message)
            case Message.channelData, Message.channelExtendedData: try data(message, number)
            case Message.channelOpen...Message.channelFailure: try engine.receiveChannelMessage(message)
            default: break
            }
            return true
        } catch {
            return false
        }
    }

    private func data(_ message: [UInt8], _ number: UInt8) throws(SSHError) {
        var result: Result<Void, SSHError> = .success(())
        message.withUnsafeBytes { payload in
            do throws(SSHError) {
                if number == Message.channelData {
                    try engine.receiveChannelData(payload)
                } else {
                    try engine.receiveChannelExtendedData(payload)
                }
            } catch {
                result = .failure(error)
            }
        }
        try result.get()
    }
}
