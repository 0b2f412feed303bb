/// A doc comment, taken apart.
struct Documentation: Sendable {
    /// A heading that may follow the parameters and the result.
    enum Heading: String, CaseIterable, Sendable {
        case errors = "Errors"
        case blocks = "Blocks"
        case threads = "Threads"
        case source = "Source"
        case note = "Note"
    }

    struct Field: Sendable {
        var lines: [String]
        var line: Int
    }

    struct NamedField: Sendable {
        var name: String
        var field: Field
    }

    struct Remark: Sendable {
        var heading: Heading
        var field: Field
    }

    /// The lines before the first heading, without blank lines at the ends.
    var body: [String] = []
    var parameters: [NamedField] = []
    var result: Field?
    var remarks: [Remark] = []

    var isEmpty: Bool { body.isEmpty && parameters.isEmpty && result == nil && remarks.isEmpty }

    /// The names of this library that the comment links to, as in ` ``swiftssh_version`` `.
    var references: [String] {
        let fields = parameters.map(\.field) + [result].compactMap { $0 } + remarks.map(\.field)
        return (body + fields.flatMap(\.lines)).flatMap { line in
            line.matches(of: /``((?:swiftssh|SWIFTSSH)_\w+)(?:\(\))?``/).map { String($0.1) }
        }
    }

    /// The first paragraph on one line.
    var firstParagraph: String {
        body.prefix { !$0.isEmpty }.joined(separator: " ")
    }

    /// The first sentence, or nothing when the first paragraph has no full stop.
    var summary: String? {
        let text = Array(firstParagraph)
        guard let first = text.first, first.isLetter || first.isNumber || first == "`" else { return nil }
        var inCode = false
        for (position, character) in text.enumerated() {
            if character == "`" { inCode.toggle() }
            let isEnd = position + 1 == text.count || text[position + 1] == " "
            if character == ".", isEnd, !inCode, !endsInAbbreviation(text[...position]) {
                return String(text[...position])
            }
        }
        return nil
    }

    private func endsInAbbreviation(_ text: ArraySlice<Character>) -> Bool {
        ["e.g.", "i.e.", "etc.", "cf."].contains { abbreviation in
            text.count < firstParagraph.count && String(text).hasSuffix(abbreviation)
        }
    }
}
