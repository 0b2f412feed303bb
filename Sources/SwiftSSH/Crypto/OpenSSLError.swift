import COpenSSL

/// What libcrypto's error queue of this thread held when it was emptied.
struct OpenSSLError {
    /// The reason of the oldest entry, where the trouble began, in libcrypto's words; `nil` when there was none.
    let reason: String?
    /// Whether memory ran out.
    let isOutOfMemory: Bool
    /// Whether libcrypto lacks an algorithm that was asked for.
    let isUnsupported: Bool

    /// Empties the calling thread's queue, which other users of libcrypto in the process may have left full; call it
    /// before an operation whose failure is to be explained.
    static func discard() {
        ERR_clear_error()
    }

    /// Reads and empties the calling thread's queue. Call it before the thread does anything else with libcrypto.
    static func take() -> OpenSSLError {
        let oldest = ERR_peek_error()
        var isOutOfMemory = false
        var isUnsupported = false
        var code = ERR_get_error()
        while code != 0 {
            isOutOfMemory = isOutOfMemory || swiftssh_openssl_error_is_out_of_memory(code) != 0
            isUnsupported = isUnsupported || swiftssh_openssl_error_is_unsupported(code) != 0
            code = ERR_get_error()
        }
        return OpenSSLError(
            reason: oldest == 0 ? nil : ERR_reason_error_string(oldest).map { String(cString: $0) },
            isOutOfMemory: isOutOfMemory, isUnsupported: isUnsupported)
    }

    /// An error of this library that carries the reason.
    ///
    /// - Parameters:
    ///   - code: the code, unless memory ran out: then the code is `allocation`.
    ///   - message: what was being done.
    func error(_ code: SSHError.Code, _ message: String) -> SSHError {
        SSHError(isOutOfMemory ? .allocation : code, reason.map { "\(message): \($0)" } ?? message)
    }
}
