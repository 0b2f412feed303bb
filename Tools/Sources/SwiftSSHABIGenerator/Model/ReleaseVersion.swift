/// The version of a release: three numbers and perhaps a suffix, such as `0.1.0` or `1.2.0-beta`.
struct ReleaseVersion: Hashable, Sendable {
    var string: String
    var major: UInt32
    var minor: UInt32
    var patch: UInt32

    /// The three numbers in one, which can be compared: `major << 16 | minor << 8 | patch`.
    var number: UInt32 { major << 16 | minor << 8 | patch }

    /// Reads the contents of a `VERSION` file; nil when they are not a version.
    init?(_ contents: String) {
        let text = contents.split(whereSeparator: \.isWhitespace).map(String.init)
        guard text.count == 1, let string = text.first else { return nil }
        guard let match = string.wholeMatch(of: /([0-9]+)\.([0-9]+)\.([0-9]+)(?:-[0-9A-Za-z.-]+)?/) else { return nil }
        // A byte each, so that `number` has room for them.
        guard let major = UInt8(match.1), let minor = UInt8(match.2), let patch = UInt8(match.3) else { return nil }
        self.string = string
        self.major = UInt32(major)
        self.minor = UInt32(minor)
        self.patch = UInt32(patch)
    }
}
