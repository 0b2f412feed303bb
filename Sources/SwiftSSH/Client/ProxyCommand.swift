import CLinux
import Glibc

/// A command whose standard input and output are the connection to a host, as ssh_config's ProxyCommand names one.
final class ProxyCommand: Dependent {
    /// How long a command that was told to end may take to.
    private static let patience = Duration.milliseconds(250)
    /// How much of what it says on standard error is told.
    private static let mostWords = 1024

    private let command: ShellCommand
    private let errors: Int32
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var socket: Int32

    /// Starts a command.
    /// - Throws: `connect` with errno and `allocation` where the system has no descriptor, process or thread left.
    init(_ text: String) throws(SSHError) {
        let (near, far) = try UNIXSocket.pair()
        // What nobody reads in time must not hold the command up.
        var pipe: [Int32] = [-1, -1]
        guard pipe2(&pipe, O_CLOEXEC | O_NONBLOCK) == 0 else {
            let number = errno
            close(near)
            close(far)
            throw SSHError(.connect, "no pipe", systemNumber: number, phase: .connecting)
        }
        defer {
            close(far)
            close(pipe[1])
        }
        do throws(SSHError) {
            command = try ShellCommand("exec " + text, input: far, output: far, errors: pipe[1])
        } catch {
            close(near)
            close(pipe[0])
            throw error
        }
        socket = near
        errors = pipe[0]
    }

    deinit {
        if socket >= 0 { close(socket) }
        close(errors)
    }

    /// The socket that leads to the host; who takes it is to close it.
    /// - Throws: `badUse` for a second time.
    func takeSocket() throws(SSHError) -> Int32 {
        try lock.withLock { () throws(SSHError) in
            guard socket >= 0 else { throw SSHError(.badUse, "the command's socket has been taken") }
            defer { socket = -1 }
            return socket
        }
    }

    /// An error of the connection, with what became of the command where it has ended.
    func explained(_ error: SSHError) -> SSHError {
        guard error.code.endsConnection || error.code == .bannerReceive, error.code != .timeout,
            let status = try? command.wait(until: Deadline(after: Self.patience)), status != 0
        else { return error }
        let words = self.words
        return SSHError(
            .connect,
            "ProxyCommand ended with \(status > 128 ? "signal \(status - 128)" : "the status \(status)")"
                + (words.isEmpty ? "" : ": \(words)"), phase: .connecting, host: error.host, port: error.port)
    }

    private var words: String {
        var buffer = [UInt8](repeating: 0, count: Self.mostWords)
        let count = read(errors, &buffer, buffer.count)
        var text = buffer.prefix(max(0, count))
        while let last = text.last, last <= 0x20 { text.removeLast() }
        return String(escaping: text, limit: Self.mostWords)
    }

    func end() {
        command.signal(SIGHUP)
    }

    func wait() {
        if (try? command.wait(until: Deadline(after: Self.patience))) == nil { command.signal(SIGKILL) }
    }
}
