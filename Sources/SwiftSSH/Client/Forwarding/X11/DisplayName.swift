/// Where an X display is found, as the environment's `DISPLAY` says it: `:0`, `host:0.1`, or the path of a socket.
struct DisplayName: Hashable, Sendable {
    /// Whom a display's clients connect to.
    enum Place: Hashable, Sendable {
        /// A UNIX socket.
        case socket(path: String)
        /// A port of a host's.
        case port(host: String, UInt16)
    }

    private static let firstPort = 6000

    /// Where it is.
    let place: Place
    /// Its number in decimal digits, by which its cookie is found.
    let number: String
    /// The screen's number.
    let screen: UInt32

    /// Reads a name.
    /// - Throws: `invalidArgument` where it is none.
    init(_ name: String) throws(SSHError) {
        let path = name.hasPrefix("unix:/") ? String(name.dropFirst(5)) : name
        if path.hasPrefix("/") {
            place = .socket(path: path)
            let end = path.split(separator: ":").last ?? ""
            number = path.contains(":") && Self.decimal(end) != nil ? String(end) : "0"
            screen = 0
            return
        }
        guard let colon = name.lastIndex(of: ":") else { throw Self.broken(name) }
        let numbers = name[name.index(after: colon)...].split(separator: ".", omittingEmptySubsequences: false)
        guard numbers.count <= 2, let first = numbers.first, let display = Self.decimal(first),
            let port = UInt16(exactly: Self.firstPort + Int(display)),
            let screen = numbers.count == 2 ? numbers.last.flatMap({ Self.decimal($0) }) : 0
        else { throw Self.broken(name) }
        var host = name[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
        place =
            host.isEmpty || host == "unix"
            ? .socket(path: "/tmp/.X11-unix/X\(display)") : .port(host: String(host), port)
        number = String(display)
        self.screen = screen
    }

    private static func decimal(_ digits: Substring) -> UInt32? {
        guard digits.utf8.count <= 5, digits.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
        else { return nil }
        return UInt32(digits)
    }

    private static func broken(_ name: String) -> SSHError {
        SSHError(
            .invalidArgument, "\"\(String(escaping: name.utf8, limit: 128))\" does not name an X display",
            phase: .forwarding)
    }
}
