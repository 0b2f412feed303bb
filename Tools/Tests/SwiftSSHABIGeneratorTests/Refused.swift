import Testing

@testable import SwiftSSHABIGenerator

/// A source that must be refused, and what must be said about it.
struct Refused: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var source: String
    /// Each as `line: message | part of the help`.
    var expected: [String]

    init(_ description: String, _ source: String, _ expected: String...) {
        testDescription = description
        self.source = source
        self.expected = expected
    }

    /// The types that the sources may use.
    private static let types = """
        /// A session.
        public typealias swiftssh_session = OpaquePointer
        /// An error.
        public typealias swiftssh_error = OpaquePointer
        /// A status.
        public typealias swiftssh_status = Int32
        /// A callback.
        public typealias swiftssh_ready_callback = @convention(c) () -> Void

        """

    static func refusals(of source: String) throws -> [Refusal] {
        let outcome = InterfaceParser.parse(
            [
                InterfaceParser.Source(file: "Sources/SwiftSSHABI/Types.swift", contents: types),
                InterfaceParser.Source(file: "Sources/SwiftSSHABI/Tested.swift", contents: source),
            ], version: try Fixture(name: "").version())
        switch outcome {
        case .interface: return []
        case .refused(let refusals): return refusals
        }
    }

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let refusals = try Self.refusals(of: source)
        let lines = expected.map {
            "Sources/SwiftSSHABI/Tested.swift:" + ($0.split(separator: "|").first ?? "").trimmed
        }
        #expect(refusals.map { "\($0.location): \($0.message)" } == lines, sourceLocation: sourceLocation)
        for (refusal, expected) in zip(refusals, expected) {
            let help = (expected.split(separator: "|").last ?? "").trimmed
            #expect(refusal.help.contains(help), "\(help)", sourceLocation: sourceLocation)
        }
    }

    /// A function that is right but for its signature, whose parameters are all documented.
    static func function(_ parameters: String, _ names: [String], returns: String? = nil, blocks: Bool = false)
        -> String
    {
        let documented = names.map { "/// - Parameter \($0): something.\n" }.joined()
        return "/// Does it.\n" + documented + (returns == nil ? "" : "/// - Returns: something.\n")
            + (blocks ? "/// - Blocks: no.\n" : "")
            + "@_cdecl(\"swiftssh_do\") public func swiftssh_do(\(parameters))\(returns.map { " -> " + $0 } ?? "") { boundary() }\n"
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
