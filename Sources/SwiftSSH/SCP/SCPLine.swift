/// The lines of the SCP protocol that announce a file.
enum SCPLine {
    /// The longest line, its end not counted: more than any file system's longest name, its bytes escaped, and the numbers before it.
    static let longest = 4096

    /// The times of a `T` line: `T<modified> <microseconds> <accessed> <microseconds>`.
    struct Times: Equatable {
        var modified: Int64
        var accessed: Int64

        /// Reads a line without its end; nil when it is anything else.
        init?(_ line: [UInt8]) {
            guard line.first == UInt8(ascii: "T") else { return nil }
            let fields = line.dropFirst().split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            let numbers = fields.compactMap { SCPLine.number($0) }
            guard fields.count == 4, numbers.count == 4, let modified = numbers[checked: 0],
                let accessed = numbers[checked: 2],
                [numbers[checked: 1], numbers[checked: 3]].allSatisfy({ $0.map { $0 < 1_000_000 } ?? false })
            else { return nil }
            self.modified = modified
            self.accessed = accessed
        }
    }

    /// The file of a `C` line: `C<mode> <size> <name>`.
    struct File: Equatable {
        var mode: UInt32
        var size: Int64
        var name: [UInt8]

        /// Reads a line without its end; nil when it is anything else.
        init?(_ line: [UInt8]) {
            guard line.first == UInt8(ascii: "C") else { return nil }
            // Spaces may be part of the name, and of nothing else.
            let fields = line.dropFirst().split(
                separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
            guard let mode = fields[checked: 0], (3...7).contains(mode.count),
                mode.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }),
                let size = fields[checked: 1].flatMap({ SCPLine.number($0) }), let name = fields[checked: 2]
            else { return nil }
            self.mode = mode.reduce(0) { $0 << 3 | UInt32($1 & 7) } & 0o7777
            self.size = size
            self.name = [UInt8](name)
        }
    }

    /// The line of a file's times, its end included. Times before 1970 cannot be said, and become 1970.
    static func times(modified: Int64, accessed: Int64) -> [UInt8] {
        [UInt8]("T\(max(0, modified)) 0 \(max(0, accessed)) 0\n".utf8)
    }

    /// The line of a file, its end included.
    static func file(mode: UInt32, size: UInt64, name: [UInt8]) -> [UInt8] {
        let digits = String(mode & 0o7777, radix: 8)
        let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        return [UInt8]("C\(padded) \(size) ".utf8) + escaped(name) + [UInt8(ascii: "\n")]
    }

    /// A name as OpenSSH's scp writes it: one with a line feed in it is escaped, for a line feed would end the line.
    static func escaped(_ name: [UInt8]) -> [UInt8] {
        guard name.contains(UInt8(ascii: "\n")) else { return name }
        return name.flatMap { byte -> [UInt8] in
            switch byte {
            case UInt8(ascii: "\n"): Array(#"\^J"#.utf8)
            case UInt8(ascii: "\\"): Array(#"\\"#.utf8)
            default: [byte]
            }
        }
    }

    /// The last component of a path; nothing after a slash at its end.
    static func name(ofPath path: [UInt8]) -> [UInt8] {
        [UInt8](path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).last ?? [])
    }

    /// A number of decimal digits and nothing else; nil when it is none, or beyond 2^63 - 1.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard !digits.isEmpty else { return nil }
        var value: Int64 = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, sumOverflow) = tenfold.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
            if overflow || sumOverflow { return nil }
            value = sum
        }
        return value
    }
}
