/// Lists of host patterns as OpenSSH has them: names with commas between, `*` and `?` in them, `!` before what is excepted.
enum HostPatterns {
    private static let comma = UInt8(ascii: ",")
    private static let star = UInt8(ascii: "*")
    private static let question = UInt8(ascii: "?")
    private static let not = UInt8(ascii: "!")

    /// Whether a list is one name and nothing else, so that a name can be compared with it as it is.
    static func isLiteral(_ list: ArraySlice<UInt8>) -> Bool {
        !list.contains { $0 == comma || $0 == star || $0 == question || $0 == not }
    }

    /// Whether a list names a host: some pattern fits, and none that is excepted does.
    /// - Parameters:
    ///   - list: The patterns; letters fit whatever their case.
    ///   - name: The host in small letters.
    static func match(_ list: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
        match(list.split(separator: comma), name)
    }

    /// The same for patterns one by one.
    /// - Parameters:
    ///   - patterns: The patterns.
    ///   - name: What they are to fit; in small letters where `ignoresCase`.
    ///   - ignoresCase: Whether letters of patterns fit whatever their case.
    static func match(
        _ patterns: some Sequence<ArraySlice<UInt8>>, _ name: [UInt8], ignoresCase: Bool = true
    ) -> Bool {
        var isNamed = false
        for pattern in patterns {
            if pattern.first == not {
                if fits(pattern.dropFirst(), name, ignoresCase) { return false }
            } else if !isNamed {
                isNamed = fits(pattern, name, ignoresCase)
            }
        }
        return isNamed
    }

    /// Whether a name without patterns is a host's, whatever the case of its letters.
    static func isEqual(_ literal: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
        literal.count == name.count && zip(literal, name).allSatisfy { lowercased($0) == $1 }
    }

    /// Whether one pattern fits. Goes back to the last star only, so that no pattern takes longer than both lengths multiplied.
    static func fits(_ pattern: ArraySlice<UInt8>, _ name: [UInt8], _ ignoresCase: Bool = true) -> Bool {
        var position = pattern.startIndex
        var index = 0
        var resume: (position: Int, index: Int)?
        while index < name.count {
            let wanted = position < pattern.endIndex ? pattern[position] : nil
            if wanted == star {
                position += 1
                resume = (position, index)
            } else if let wanted, wanted == question || (ignoresCase ? lowercased(wanted) : wanted) == name[index] {
                position += 1
                index += 1
            } else if let last = resume {
                position = last.position
                index = last.index + 1
                resume = (position, index)
            } else {
                return false
            }
        }
        return pattern[position...].allSatisfy { $0 == star }
    }

    /// A letter of ASCII in its small form, everything else as it is.
    static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
}
