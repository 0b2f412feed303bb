import Glibc
internal import SwiftSSH

/// Texts that C may read as long as their owner lives; made when they are first asked for.
final class Texts: Sendable {
    /// Texts that are never freed: names and versions, of which there are only so many.
    static let permanent: Texts = {
        let texts = Texts()
        ForkGuard.hold(texts.lock)
        return texts
    }()
    /// The empty text.
    static var empty: UnsafePointer<CChar> { permanent.text("") }

    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var texts: [(text: String, copy: UnsafeMutablePointer<CChar>)] = []

    deinit {
        for text in texts { free(text.copy) }
    }

    /// A text that needs no memory of its own.
    private static var noMemory: UnsafePointer<CChar> {
        let text: StaticString = ""
        return UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
    }

    /// The text as C reads it, valid as long as this object.
    func text(_ text: String) -> UnsafePointer<CChar> {
        lock.withLock {
            if let known = texts.first(where: { $0.text == text }) { return UnsafePointer(known.copy) }
            guard let copy = strdup(text) else { return Texts.noMemory }
            texts.append((text, copy))
            return UnsafePointer(copy)
        }
    }
}

/// What swiftssh_error is a handle of.
final class ErrorObject: Sendable {
    /// The error.
    let error: SSHError
    /// Its texts, as far as they were asked for.
    let texts = Texts()

    /// Keeps an error for C.
    init(_ error: SSHError) {
        self.error = error
    }
}
