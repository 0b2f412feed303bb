internal import CLibSSH2

extension LibSSH2Engine {
    /// The error of a call into libssh2 that has just failed; to be made before the next call.
    /// - Parameters:
    ///   - code: What the call returned; negative.
    ///   - doing: What could not be done, as it follows "could not".
    ///   - phase: What the session was doing.
    func failure(_ code: Int32, _ doing: String, _ phase: SSHError.Phase) -> SSHError {
        var error = SSHError(SSHError.Code(rawValue: code), "could not \(doing)", phase: phase)
        if Self.damages.contains(error.code) { context.isDamaged = true }
        var text: UnsafeMutablePointer<CChar>?
        var length: Int32 = 0
        // libssh2 keeps one error for the whole session: its text belongs to this call only if the numbers agree.
        if libssh2_session_last_error(session, &text, &length, 0) == code, let text, length > 0 {
            error.message += ": " + String(escaping: UnsafeRawBufferPointer(start: text, count: Int(length)))
        }
        if let disconnect = context.disconnect {
            error.becomeFarewell(doing, UInt32(bitPattern: disconnect.reason), disconnect.text)
        } else if code == LIBSSH2_ERROR_ALLOC, context.allocated > LibSSH2Allocator.largestTotal / 2 {
            error.message += "; the server made the session hold \(context.allocated) bytes"
        }
        return error
    }

    /// A request that libssh2 has no call for.
    /// - Parameters:
    ///   - what: What it cannot do, as it follows "cannot".
    ///   - phase: What the session was doing.
    func lacking<Value>(_ what: String, _ phase: SSHError.Phase) -> Step<Value> {
        { () throws(SSHError) -> Progress<Value> in
            throw SSHError(
                .methodNotSupported,
                "libssh2 \(LibSSH2Library.version) cannot \(what); the native engine can",
                phase: phase)
        }
    }

    /// What libssh2 says when a packet was damaged, or could not be taken in.
    private static let damages: Set<SSHError.Code> = [
        .invalidMAC, .decrypt, .outOfBoundary, .zlib, .macFailure, .allocation,
    ]

    /// The code of the last call into libssh2 that failed by returning NULL.
    var lastCode: Int32 {
        let code = libssh2_session_last_errno(session)
        return code < 0 ? code : LIBSSH2_ERROR_SOCKET_NONE
    }
}

extension SSHError {
    /// Makes it the error of a server that has said goodbye.
    /// - Parameters:
    ///   - doing: What could not be done, as it follows "could not".
    ///   - reason: The server's number.
    ///   - text: Its words, escaped.
    mutating func becomeFarewell(_ doing: String, _ reason: UInt32, _ text: String) {
        code = .socketDisconnect
        message = "could not \(doing): the server ended the connection (reason \(reason))"
        serverText = text
    }
}
