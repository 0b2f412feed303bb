extension SSHError {
    /// An error of the publickey subsystem.
    /// - Parameters:
    ///   - message: What went wrong.
    ///   - text: What the server sent.
    static func publicKeySubsystem(_ message: String, _ text: [UInt8]? = nil) -> SSHError {
        SSHError(
            .publicKeyProtocol, message, phase: .publicKeySubsystem,
            serverText: text.flatMap { $0.isEmpty ? nil : String(escaping: $0) })
    }

    /// The error of a status that is not success (RFC 4819, 3.3).
    static func publicKeySubsystem(status: UInt32, text: [UInt8]) -> SSHError {
        let meanings: [UInt32: String] = [
            1: "access denied", 2: "no more keys can be stored", 3: "the server does not speak version 2",
            4: "there is no such key", 5: "the server does not take keys of this algorithm",
            6: "the key is there already", 7: "the server failed", 8: "the server does not know the request",
            9: "the server does not know an attribute that is mandatory",
        ]
        return publicKeySubsystem("\(meanings[status] ?? "an unknown status") (status \(status))", text)
    }
}
