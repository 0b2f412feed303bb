import Glibc

// Not Foundation's Process: it leaks a little with each run, and the leak sanitizer would say so.

/// What a finished program left behind.
struct ProcessResult: Sendable {
    /// The exit status; the negated number of the signal that ended the program, if one did.
    let status: Int32
    /// What it wrote to standard output.
    let output: [UInt8]
    /// What it wrote to standard error.
    let errorOutput: [UInt8]

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    var errorText: String { String(decoding: errorOutput, as: UTF8.self) }
}

/// A program that could not be started or ended with another status than 0.
struct ProcessFailure: Error, CustomStringConvertible {
    let command: [String]
    let reason: String

    var description: String { "\(command.joined(separator: " ")): \(reason)" }
}

/// Runs a program to its end and returns what it wrote. Blocks; standard input is `input` and then ends.
///
/// - Parameters:
///   - command: the program, looked up in `PATH`, and its arguments.
///   - input: what the program reads.
///   - environment: variables to set for the program, beside those of the test.
/// - Throws: ``ProcessFailure`` when the program cannot be started.
func runProcess(
    _ command: [String], input: [UInt8] = [], environment: [String: String] = [:]
) throws -> ProcessResult {
    // Files rather than pipes: no program can fill them up and wait for a reader.
    let scratch = try TemporaryDirectory()
    let files = [
        try scratch.write(input, to: "input"), try scratch.write([], to: "output"), try scratch.write([], to: "error"),
    ]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, file) in files.enumerated() {
        posix_spawn_file_actions_addopen(&actions, Int32(descriptor), file, descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    let settings = environment.map { "\($0.key)=\($0.value)" }
    let words: [UnsafeMutablePointer<CChar>?] = (["env"] + settings + command).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    let number = posix_spawnp(&child, "env", &actions, nil, words, environ)
    guard number == 0 else {
        throw ProcessFailure(command: command, reason: "cannot be started: \(String(cString: strerror(number)))")
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return ProcessResult(
        status: signal == 0 ? status >> 8 & 0xFF : -signal, output: try scratch.read("output"),
        errorOutput: try scratch.read("error"))
}

/// As ``runProcess(_:input:environment:)``; also throws ``ProcessFailure`` unless the program ends with status 0.
@discardableResult
func runProcessChecked(
    _ command: [String], input: [UInt8] = [], environment: [String: String] = [:]
) throws -> ProcessResult {
    let result = try runProcess(command, input: input, environment: environment)
    guard result.status == 0 else {
        throw ProcessFailure(
            command: command, reason: "ended with \(result.status): \(result.errorText)\(result.text)")
    }
    return result
}
