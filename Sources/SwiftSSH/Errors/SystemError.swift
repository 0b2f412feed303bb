import Glibc

/// The system's text for an `errno`, and what helps where it is the process's limit of open files.
func systemText(_ number: Int32) -> String {
    var text = [CChar](repeating: 0, count: 256)
    guard strerror_r(number, &text, text.count) == 0 else { return "error \(number)" }
    let words = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return number == EMFILE ? "\(words) (\(FileLimit.remedy))" : words
}

extension SSHError {
    /// An error that the system told.
    /// - Parameters:
    ///   - code: The number of the error.
    ///   - what: What went wrong, before the system's own text.
    ///   - number: The system's `errno`, read right after the call that failed: what comes later may change it.
    ///   - phase: What was being done.
    ///   - host: The host, as the caller named it.
    ///   - port: The host's port; 0 counts as none.
    ///   - path: The file that the error is about.
    init(
        _ code: Code, _ what: String, systemNumber number: Int32, phase: Phase? = nil, host: String? = nil,
        port: UInt16? = nil, path: String? = nil
    ) {
        self.init(
            code, "\(what): \(systemText(number))", phase: phase, host: host, port: port, path: path, errno: number)
    }
}
