import CLinux
import Glibc

/// A command that the user's shell runs as a child of this process, with the system's usual signals and none of the library's descriptors.
final class ShellCommand: Sendable {
    private let process: pid_t
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var status: Int32?

    /// Starts a command.
    /// - Parameters:
    ///   - command: The command line.
    ///   - input: The descriptor that it has as standard input; nil for the null device.
    ///   - output: The one that it has as standard output; nil for the null device.
    ///   - errors: The one that it has as standard error; nil for the null device.
    /// - Throws: `connect` with errno where the shell cannot be started; `allocation` where the system has no thread left.
    init(_ command: String, input: Int32?, output: Int32?, errors: Int32?) throws(SSHError) {
        process = try Self.spawn(command, [input, output, errors])
        let process = process
        do throws(SSHError) {
            try BackgroundThread.start { self.reap() }
        } catch {
            kill(process, SIGKILL)
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
            throw error
        }
    }

    /// The exit status of a command that has ended, 128 and the signal's number where a signal ended it; nil while it runs.
    var exitStatus: Int32? { lock.withLock { status } }

    /// Waits until the command has ended.
    /// - Returns: The exit status; nil where the deadline came first.
    /// - Throws: `interrupted`.
    func wait(until deadline: Deadline) throws(SSHError) -> Int32? {
        try lock.withLock { () throws(SSHError) in
            while status == nil, !deadline.hasPassed { try lock.waitInterruptibly(until: deadline) }
            return status
        }
    }

    /// Sends the command a signal, unless it has ended.
    func signal(_ number: Int32) {
        lock.withLock { if status == nil { kill(process, number) } }
    }

    /// Whether a command ends with the status 0.
    /// - Parameters:
    ///   - command: The command line, which reads nothing and whose output nobody sees.
    ///   - deadline: By when it must have ended.
    ///   - owner: What ends it before; nil for nothing.
    /// - Throws: `timeout`, after which it is ended; `cancelled` where its owner has ended; `connect` with errno where it cannot be started; `interrupted`.
    static func succeeds(_ command: String, _ deadline: Deadline, _ owner: Dependents?) throws(SSHError) -> Bool {
        let running = try ShellCommand(command, input: nil, output: nil, errors: nil)
        defer {
            // Nothing for one that has ended.
            running.end()
            owner?.remove(running)
        }
        // Where the owner has ended, so has the command, and that is told below.
        try? owner?.add(running)
        let status = try running.wait(until: deadline)
        if owner?.haveEnded == true {
            throw SSHError(.cancelled, "the client was closed while the call waited", phase: .configuration)
        }
        guard let status else {
            throw SSHError(.timeout, "the command did not end before the deadline", phase: .configuration)
        }
        return status == 0
    }

    private func reap() {
        var information = siginfo_t()
        // Its number stays its own until it is known to have ended.
        while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
        lock.withLock {
            var code: Int32 = 0
            var result: pid_t
            repeat { result = waitpid(process, &code, 0) } while result < 0 && errno == EINTR
            // Somebody else has waited for it.
            if result < 0 { code = 0 }
            status = code & 0x7F == 0 ? code >> 8 & 0xFF : 128 + code & 0x7F
            lock.wakeAll()
        }
    }

    private static var shell: String {
        guard let value = getenv("SHELL"), value.pointee == CChar(bitPattern: UInt8(ascii: "/")) else {
            return "/bin/sh"
        }
        return String(cString: value)
    }

    private static func spawn(_ command: String, _ descriptors: [Int32?]) throws(SSHError) -> pid_t {
        guard !command.utf8.contains(0) else {
            throw SSHError(.invalidArgument, "a command has a zero byte in it", phase: .configuration)
        }
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        var copies: [Int32] = []
        defer { for copy in copies { close(copy) } }
        for (number, descriptor) in descriptors.enumerated() {
            let number = Int32(number)
            if let descriptor {
                // Not one of the three, which would be taken away before it is handed on.
                let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
                guard copy >= 0 else { throw failure(errno) }
                copies.append(copy)
                posix_spawn_file_actions_adddup2(&actions, copy, number)
            } else {
                posix_spawn_file_actions_addopen(&actions, number, "/dev/null", number == 0 ? O_RDONLY : O_WRONLY, 0)
            }
        }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        let shell = shell
        let words: [UnsafeMutablePointer<CChar>?] = [strdup(shell), strdup("-c"), strdup(command), nil]
        defer { for word in words { free(word) } }
        var child = pid_t()
        let number = posix_spawn(&child, shell, &actions, &attributes, words, swiftssh_environment())
        guard number == 0 else { throw failure(number) }
        return child
    }

    private static func failure(_ number: Int32) -> SSHError {
        SSHError(.connect, "the shell cannot be started", systemNumber: number, phase: .connecting)
    }
}

extension ShellCommand: Dependent {
    func end() { signal(SIGKILL) }

    func wait() {}
}
