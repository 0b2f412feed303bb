/// Reads ssh_config files for one host, as ssh_config(5) has it: the first value that is found for a keyword counts.
struct ConfigurationReader {
    /// Where a line is.
    struct Place {
        var path: String
        var line: Int
    }

    /// The values that one keyword has, in the form in which `ssh -G` shows them.
    struct Setting {
        var values: [String]
        var place: Place
    }

    /// A file to begin with.
    struct Root {
        var path: String
        /// Whether it is a user's: paths that it includes may begin with `~`, and are otherwise looked for in `~/.ssh`.
        var isUsers: Bool
        /// Whether nobody but its owner may be able to write to it.
        var isChecked: Bool
        /// Whether it counts as empty where it does not exist or may not be read.
        var mayBeMissing: Bool
    }

    /// How deep files may include one another; OpenSSH's own limit.
    static let deepest = 16
    /// How many files are read for one host.
    static let mostFiles = 4096
    /// How many lines are read for one host.
    static let mostLines = 1_000_000

    private let system: ConfigurationSystem
    private let original: String
    private let user: String?
    private let port: UInt16?
    /// What Host lines and the criterion `host` are compared with.
    private var host: String
    private var isFinal = false
    private var wantsFinal = false
    private var files = 0
    private var lines = 0
    /// What has been found.
    private(set) var settings: [String: Setting] = [:]

    /// - Parameters:
    ///   - host: The host as the caller named it.
    ///   - user: The user there, where the caller says who that is.
    ///   - port: The port, where the caller says which that is.
    ///   - system: Whom to ask for files.
    init(host: String, user: String?, port: UInt16?, system: ConfigurationSystem) {
        original = host
        self.host = host
        self.user = user
        self.port = port
        self.system = system
    }

    /// Reads files, a second time where a Match line asks for that.
    /// - Throws: `file` with the path, and the line in the message.
    mutating func read(_ roots: [Root]) throws(SSHError) {
        for root in roots { try read(root) }
        host = Self.lowercased(try hostName())
        isFinal = true
        guard wantsFinal else { return }
        for root in roots { try read(root) }
    }

    /// The host to connect to, as far as it is known.
    /// - Throws: `file` for a HostName with a token that it cannot have.
    func hostName() throws(SSHError) -> String {
        guard !isFinal, let setting = settings["hostname"], let text = setting.values.first else { return host }
        do throws(SSHError) {
            return try tokens(host: original).expanded(text, ConfigurationTokens.ofHostName)
        } catch {
            throw error.placed(setting.place, "HostName")
        }
    }

    /// What tokens stand for, as far as it is known.
    func tokens(host: String) -> ConfigurationTokens {
        let local = system.localUser
        return ConfigurationTokens(
            original: original, host: host, port: port ?? value("port").flatMap { UInt16($0) } ?? 22,
            user: user ?? value("user") ?? local.name, alias: value("hostkeyalias"), local: local)
    }

    /// The first value of a keyword.
    func value(_ keyword: String) -> String? { settings[keyword]?.values.first }

    /// A name in small letters; an address as it is.
    private static func lowercased(_ name: String) -> String {
        let isAddress = name.contains { $0 == "%" || $0 == ":" } || name.allSatisfy { "0123456789.".contains($0) }
        return isAddress ? name : String(decoding: name.utf8.map(HostPatterns.lowercased), as: UTF8.self)
    }

    // MARK: Files

    private mutating func read(_ root: Root) throws(SSHError) {
        let content: [UInt8]?
        do throws(SSHError) {
            content = try system.read(root.path, root.isChecked)
        } catch {
            if root.mayBeMissing, UserAccount.isDenied(error.errno) { return }
            throw error
        }
        guard let content else {
            if root.mayBeMissing { return }
            throw SSHError(
                .file, "the file cannot be found", systemNumber: UserAccount.missing, phase: .configuration,
                path: root.path)
        }
        var isActive = true
        try read(content, File(path: root.path, isUsers: root.isUsers, canMatch: true, depth: 0), &isActive)
    }

    private struct File {
        var path: String
        var isUsers: Bool
        /// Whether its Host and Match lines can fit: the Include line that names it does.
        var canMatch: Bool
        var depth: Int
    }

    private mutating func read(_ content: [UInt8], _ file: File, _ isActive: inout Bool) throws(SSHError) {
        files += 1
        guard files <= Self.mostFiles else { throw Self.failure("it includes too many files", file.path) }
        var place = Place(path: file.path, line: 0)
        for text in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
            place.line += 1
            lines += 1
            guard lines <= Self.mostLines else { throw Self.failure("there are too many lines", file.path) }
            guard let line = ConfigurationLine(text) else { continue }
            do throws(SSHError) {
                guard !text.contains(0) else { throw Self.failure("there is a zero byte in it") }
                try take(line, file, place, &isActive)
            } catch {
                throw error.placed(place, line.keyword)
            }
        }
    }

    private mutating func take(
        _ line: ConfigurationLine, _ file: File, _ place: Place, _ isActive: inout Bool
    ) throws(SSHError) {
        switch line.keyword {
        case "host":
            isActive =
                HostPatterns.match(
                    try arguments(of: line).map { $0[...] }, Array(host.utf8), ignoresCase: false) && file.canMatch
        case "match":
            _ = try arguments(of: line)
            isActive = try fits(line, canMatch: file.canMatch)
        case "include":
            for pattern in try arguments(of: line) { try include(pattern, file, isActive) }
        default:
            let keyword = ConfigurationKeyword.olderNames[line.keyword] ?? line.keyword
            guard let form = ConfigurationKeyword.forms[keyword] else { return }
            let values = try form.values(of: line)
            if isActive { try set(keyword, form, Setting(values: values, place: place)) }
        }
    }

    private func arguments(of line: ConfigurationLine) throws(SSHError) -> [[UInt8]] {
        guard let words = line.arguments else { throw Self.failure("a quotation has no end") }
        guard !line.rest.isEmpty else { throw Self.failure("there is no argument") }
        guard !words.contains(where: \.isEmpty) || line.keyword == "match" else {
            throw Self.failure("an argument is empty")
        }
        return words
    }

    private mutating func fits(_ line: ConfigurationLine, canMatch: Bool) throws(SSHError) -> Bool {
        let name = try hostName()
        let tokens = tokens(host: name)
        var match = ConfigurationMatch(line.rest)
        let subject = ConfigurationMatch.Subject(
            host: name, original: original, user: tokens.user, localUser: tokens.local.name, isFinal: isFinal)
        let execute = system.execute
        return try match.fits(subject, wantsFinal: &wantsFinal) { (command) throws(SSHError) in
            var tokens = tokens
            tokens.alias = tokens.alias ?? name
            let expanded = try tokens.expanded(command)
            return canMatch ? try execute(expanded) : false
        } && canMatch
    }

    private mutating func include(_ pattern: [UInt8], _ file: File, _ isActive: Bool) throws(SSHError) {
        guard file.depth < Self.deepest else { throw Self.failure("files include one another without an end") }
        guard var path = String(validating: pattern, as: UTF8.self) else { throw Self.failure("it is not UTF-8") }
        if path.hasPrefix("~") {
            guard file.isUsers else { throw Self.failure("a system's file includes none of a user's") }
            path = try system.localUser.expandedHome(path)
        } else if !path.hasPrefix("/") {
            path = (file.isUsers ? system.localUser.home + "/.ssh/" : "/etc/ssh/") + path
        }
        for found in try system.list(path) {
            // A file that is gone since it was listed is none.
            guard let content = try system.read(found, true) else { continue }
            // What a Host line in it says ends with it.
            var isActive = isActive
            let included = File(
                path: found, isUsers: file.isUsers, canMatch: file.canMatch && isActive, depth: file.depth + 1)
            try read(content, included, &isActive)
        }
    }

    // MARK: Values

    private mutating func set(
        _ keyword: String, _ form: ConfigurationKeyword.Form, _ setting: Setting
    ) throws(SSHError) {
        switch (form, keyword) {
        case (.oneOfSeveral, _):
            guard var known = settings[keyword] else {
                settings[keyword] = setting
                return
            }
            if setting.values.allSatisfy(known.values.contains) { return }
            known.values += setting.values
            guard known.values.count <= ConfigurationKeyword.Form.mostOfSeveral else {
                throw Self.failure("there are too many")
            }
            settings[keyword] = known
        // Of these two the first counts for both, as far as it does not say that there is none.
        case (_, "proxycommand") where settings["proxyjump"]?.values.isEmpty == false: return
        case (_, "proxyjump") where settings["proxycommand"] != nil: return
        // What has no limit may get one further on.
        case (.time, _) where setting.values == ["none"]: return
        default:
            if settings[keyword] == nil { settings[keyword] = setting }
        }
    }

    private static func failure(_ message: String, _ path: String? = nil) -> SSHError {
        SSHError(.file, message, phase: .configuration, path: path)
    }
}

extension SSHError {
    /// The error of a line of a configuration; one that has a place already stays as it is.
    func placed(_ place: ConfigurationReader.Place, _ keyword: String) -> SSHError {
        guard phase == .configuration, path == nil else { return self }
        var placed = self
        placed.path = place.path
        placed.message = "line \(place.line): \(String(escaping: keyword.utf8, limit: 64)): \(message)"
        return placed
    }
}
