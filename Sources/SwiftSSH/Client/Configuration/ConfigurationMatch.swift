/// The criteria of one Match line.
struct ConfigurationMatch {
    /// What the criteria are compared with.
    struct Subject {
        /// The host that is connected to, as far as that is known.
        var host: String
        /// The host as the caller named it.
        var original: String
        /// The user there.
        var user: String
        /// The user here.
        var localUser: String
        /// Whether the files are read for the second time.
        var isFinal: Bool
    }

    private var words: DelimitedWords

    /// - Parameter rest: What follows the keyword.
    init(_ rest: ArraySlice<UInt8>) {
        words = DelimitedWords(rest)
    }

    /// Whether all criteria fit.
    /// - Parameters:
    ///   - subject: What they are compared with.
    ///   - wantsFinal: Becomes true where a criterion asks for the files to be read a second time.
    ///   - execute: Tells whether a command succeeds; asked only while everything before it fits.
    /// - Throws: What is wrong with them, without a place; what `execute` throws.
    mutating func fits(
        _ subject: Subject, wantsFinal: inout Bool, _ execute: (String) throws(SSHError) -> Bool
    ) throws(SSHError) -> Bool {
        var result = true
        var count = 0
        while let word = words.next(), !word.isEmpty, word.first != UInt8(ascii: "#") {
            let isNegated = word.first == UInt8(ascii: "!")
            let criterion = String(
                decoding: word.dropFirst(isNegated ? 1 : 0).map(HostPatterns.lowercased), as: UTF8.self)
            if criterion == "all" {
                let next = words.next() ?? []
                guard count <= 1, next.isEmpty || next.first == UInt8(ascii: "#") else {
                    throw Self.failure("\"all\" must stand alone")
                }
                return result && !isNegated
            }
            count += 1
            let fits: Bool
            switch criterion {
            case "final", "canonical":
                if criterion == "final" { wantsFinal = true }
                fits = subject.isFinal
            case "host": fits = try matchesHost(subject.host)
            case "originalhost": fits = try matchesHost(subject.original)
            case "user": fits = try matches(subject.user)
            case "localuser": fits = try matches(subject.localUser)
            case "exec":
                guard let command = String(validating: try argument(), as: UTF8.self) else {
                    throw Self.failure("the command is not UTF-8")
                }
                fits = result ? try execute(command) : isNegated
            // One of a newer OpenSSH: whoever does not know it cannot tell that it fits, nor that it does not.
            default: return false
            }
            if fits == isNegated { result = false }
        }
        guard count > 0 else { throw Self.failure("there is no criterion") }
        return result
    }

    private mutating func matchesHost(_ host: String) throws(SSHError) -> Bool {
        HostPatterns.match(try argument()[...], host.utf8.map(HostPatterns.lowercased))
    }

    private mutating func matches(_ name: String) throws(SSHError) -> Bool {
        let list = try argument()
        return HostPatterns.match(
            list.split(separator: UInt8(ascii: ",")), Array(name.utf8), ignoresCase: false)
    }

    private mutating func argument() throws(SSHError) -> [UInt8] {
        guard let argument = words.next(), !argument.isEmpty, argument.first != UInt8(ascii: "#") else {
            throw Self.failure("a criterion has no argument")
        }
        return argument
    }

    private static func failure(_ message: String) -> SSHError {
        SSHError(.file, message, phase: .configuration)
    }
}
