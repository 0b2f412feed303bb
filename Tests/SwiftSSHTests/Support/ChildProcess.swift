import Glibc

@testable import SwiftSSH

/// A program that runs beside the test.
final class ChildProcess: Sendable {
    /// The process's number.
    let identifier: pid_t
    private let lock = Lock()
    nonisolated(unsafe) private var hasEnded = false

    /// Starts a program.
    /// - Parameters:
    ///   - command: The program's path and its arguments.
    ///   - input: The descriptor that becomes its standard input.
    ///   - output: The descriptor that becomes its standard output.
    init(_ command: [String], input: Int32, output: Int32) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        let log = try Fixture.shared.get().log
        posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        let words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        // The test runs on a thread that blocks every signal; a server that inherits this never hears of its children.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var child = pid_t()
        let number = posix_spawnp(&child, command[0], &actions, &attributes, words, environ)
        guard number == 0 else {
            throw ProcessFailure(command: command, reason: "cannot be started: \(String(cString: strerror(number)))")
        }
        identifier = child
    }

    /// Sends a signal, unless it has been waited for.
    func signal(_ number: Int32) {
        lock.withLock { if !hasEnded { kill(identifier, number) } }
    }

    /// Stops it, until it is sent `SIGCONT`; returns when it has stopped.
    func stop() {
        signal(SIGSTOP)
        var status: Int32 = 0
        while waitpid(identifier, &status, WUNTRACED) < 0, errno == EINTR {}
    }

    /// Waits for its end; once is enough.
    func wait() {
        lock.withLock {
            if hasEnded { return }
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
            hasEnded = true
        }
    }
}

/// Two connected stream sockets that no child inherits.
func makeSocketPair() throws -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends) == 0 else {
        throw ProcessFailure(command: ["socketpair"], reason: String(cString: strerror(errno)))
    }
    return (ends[0], ends[1])
}
