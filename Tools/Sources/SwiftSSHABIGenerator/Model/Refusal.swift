/// Why the sources cannot be turned into an interface, and what would help.
struct Refusal: Hashable, Sendable, CustomStringConvertible {
    var location: Location
    var message: String
    var help: String

    var description: String { "\(location): \(message)\n    help: \(help)" }
}

/// The refusals of one run, in the order in which they were found.
struct Refusals {
    private(set) var all: [Refusal] = []

    mutating func add(_ location: Location, _ message: String, help: String) {
        all.append(Refusal(location: location, message: message, help: help))
    }

    mutating func add(contentsOf refusals: [Refusal]) {
        all.append(contentsOf: refusals)
    }

    /// By file and line; those of one line stay in the order in which they were found.
    var sorted: [Refusal] {
        all.enumerated().sorted { left, right in
            (left.element.location.file, left.element.location.line, left.offset)
                < (right.element.location.file, right.element.location.line, right.offset)
        }.map(\.element)
    }
}
