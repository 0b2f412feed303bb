import Glibc

/// What the tokens of ssh_config(5) stand for, of one connection.
struct ConfigurationTokens {
    /// The host as the caller named it: `%n`.
    var original: String
    /// The host that is connected to: `%h`.
    var host: String
    /// Its port: `%p`.
    var port: UInt16
    /// The user there: `%r`.
    var user: String
    /// What the host's key is looked up by, where that is another name: `%k`.
    var alias: String?
    /// The hosts in between: `%j`.
    var jump = ""
    /// The user here: `%u`, `%i`, `%d`.
    var local: LocalUser

    /// The tokens that HostName takes.
    static let ofHostName: Set<Unicode.Scalar> = ["h"]
    /// The tokens that ProxyCommand and ProxyJump take.
    static let ofProxies: Set<Unicode.Scalar> = ["h", "n", "p", "r"]
    /// The tokens that everything else takes.
    static let all: Set<Unicode.Scalar> = ["h", "n", "p", "r", "k", "j", "u", "i", "d", "l", "L", "C"]

    /// A text with its tokens replaced.
    /// - Parameters:
    ///   - text: The text.
    ///   - allowed: The tokens that it may have, beside `%%`.
    ///   - hasVariables: Whether `${NAME}` stands for a variable of the environment.
    /// - Throws: What is wrong with it, without a place.
    func expanded(
        _ text: String, _ allowed: Set<Unicode.Scalar> = Self.all, hasVariables: Bool = false
    ) throws(SSHError) -> String {
        var result = ""
        var rest = text.unicodeScalars[...]
        while let character = rest.popFirst() {
            if hasVariables, character == "$", rest.first == "{" {
                guard let end = rest.firstIndex(of: "}") else { throw Self.failure("\"${\" has no end") }
                let name = String(rest[..<end].dropFirst())
                guard !name.isEmpty, let value = getenv(name) else {
                    throw Self.failure("the environment has no variable \"\(String(escaping: name.utf8))\"")
                }
                result += String(cString: value)
                rest = rest[end...].dropFirst()
            } else if character == "%" {
                guard let token = rest.popFirst() else { throw Self.failure("it ends with a single \"%\"") }
                if token == "%" {
                    result += "%"
                } else {
                    guard allowed.contains(token) else {
                        throw Self.failure("there is no token \"%\(String(escaping: String(token).utf8))\" here")
                    }
                    result += try value(of: token)
                }
            } else {
                result.unicodeScalars.append(character)
            }
        }
        return result
    }

    private func value(of token: Unicode.Scalar) throws(SSHError) -> String {
        switch token {
        case "h": host
        case "n": original
        case "p": String(port)
        case "r": user
        case "k": alias ?? original
        case "j": jump
        case "u": local.name
        case "i": String(local.identifier)
        case "d": local.home
        case "l": Self.machine
        case "L": String(Self.machine.prefix { $0 != "." })
        default: try hash()
        }
    }

    private func hash() throws(SSHError) -> String {
        let digest = try Digest.sha1.hash(Array((Self.machine + host + String(port) + user + jump).utf8))
        return String(decoding: digest.hexadecimalDigits, as: UTF8.self)
    }

    private static var machine: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func failure(_ message: String) -> SSHError {
        SSHError(.file, message, phase: .configuration)
    }
}

/// The user that this process runs as, as configurations speak of it.
struct LocalUser: Sendable {
    /// The name; empty for a user without an account.
    var name: String
    /// The number.
    var identifier: UInt32
    /// The path of the home directory; empty for a user without one.
    var home: String

    /// The user of this process.
    static var current: LocalUser {
        LocalUser(name: UserAccount.name ?? "", identifier: getuid(), home: UserAccount.home ?? "")
    }

    /// A path whose `~` or `~user` at the beginning is the home directory.
    /// - Throws: A user that there is not, without a place.
    func expandedHome(_ path: String) throws(SSHError) -> String {
        guard path.hasPrefix("~") else { return path }
        let name = path.dropFirst().prefix { $0 != "/" }
        let rest = path.dropFirst(1 + name.count).drop { $0 == "/" }
        guard let directory = name.isEmpty ? home : UserAccount.home(of: String(name)), !directory.isEmpty else {
            throw SSHError(
                .file, "there is no home directory of \"\(String(escaping: name.utf8))\"", phase: .configuration)
        }
        return directory + (directory.hasSuffix("/") ? "" : "/") + rest
    }
}
