/// What a remote command has written, as the server sent it.
public struct CommandOutput: Sendable, Hashable {
    /// What came on standard output.
    public var standardOutput: [UInt8]
    /// What came on standard error.
    public var standardError: [UInt8]

    /// Makes an output, empty at first.
    /// - Parameters:
    ///   - standardOutput: What came on standard output.
    ///   - standardError: What came on standard error.
    public init(standardOutput: [UInt8] = [], standardError: [UInt8] = []) {
        self.standardOutput = standardOutput
        self.standardError = standardError
    }
}
