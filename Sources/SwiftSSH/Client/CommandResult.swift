/// What became of a remote command: how it ended, and all that it wrote.
public struct CommandResult: Sendable, Hashable {
    /// The command, as it was given.
    public var command: RemoteCommand
    /// How it ended.
    public var exit: Exit
    /// What it wrote to standard output.
    public var standardOutput: [UInt8]
    /// What it wrote to standard error; with a terminal there is only one stream, the output.
    public var standardError: [UInt8]

    /// Standard output as text; bytes that are not UTF-8 become U+FFFD.
    public var text: String { String(decoding: standardOutput, as: UTF8.self) }

    /// Standard error as text; bytes that are not UTF-8 become U+FFFD.
    public var errorText: String { String(decoding: standardError, as: UTF8.self) }

    /// Whether it ended by itself with the status 0.
    public var isSuccess: Bool { exit == .exited(0) }

    /// Goes on only if the command ended by itself with the status 0.
    /// - Returns: The result itself.
    /// - Throws: `commandFailed` with the end of standard error as ``SSHError/serverText`` and everything that was written as ``SSHError/output``.
    @discardableResult
    public func check() throws(SSHError) -> CommandResult {
        if isSuccess { return self }
        let end =
            switch exit {
            case .exited(let status): "exited with status \(status)"
            case .signalled(let signal): "was ended by the signal \(String(escaping: signal.name.utf8, limit: 64))"
            case .closedWithoutStatus: "ended without a status"
            }
        var error = SSHError(
            .commandFailed, "the command \"\(String(escaping: command.bytes, limit: 200))\" \(end)", phase: .command)
        error.serverText = String(escaping: standardError.suffix(Self.tailLength).drop { $0 == 0x0A || $0 == 0x0D })
        error.output = CommandOutput(standardOutput: standardOutput, standardError: standardError)
        throw error
    }

    /// How much of the end of standard error an error shows, in bytes.
    private static let tailLength = 512
}
