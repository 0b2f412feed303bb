/// Takes doc comments apart and refuses what does not follow the contract.
struct DocumentationParser {
    private let file: String
    private(set) var refusals = Refusals()

    init(file: String) {
        self.file = file
    }

    private enum Target {
        case body
        case parameters
        case parameter(Int)
        case result
        case remark(Int)
    }

    mutating func parse(_ lines: [DocumentationLine], of name: String) -> Documentation {
        var documentation = Documentation()
        var target = Target.body
        var afterBlank = false
        for line in lines {
            if line.text.isEmpty {
                if case .body = target { documentation.body.append("") }
                afterBlank = true
                continue
            }
            if let next = heading(line, in: &documentation, of: name) {
                target = next
            } else if case .parameters = target, let next = listItem(line, in: &documentation) {
                target = .parameter(next)
            } else if case .parameter = target, let next = listItem(line, in: &documentation) {
                target = .parameter(next)
            } else if case .body = target {
                documentation.body.append(line.text)
            } else if afterBlank, !line.text.hasPrefix(" ") {
                refusals.add(
                    Location(file: file, line: line.line), "\(name): text after the headings of its doc comment",
                    help: "move it before the first heading, or indent it so that it belongs to the heading above")
            } else {
                append(line, to: target, of: &documentation, afterBlank: afterBlank)
            }
            afterBlank = false
        }
        while documentation.body.last?.isEmpty == true { documentation.body.removeLast() }
        while documentation.body.first?.isEmpty == true { documentation.body.removeFirst() }
        return documentation
    }

    /// Reads a line such as `- Returns: text`; nil when it is not a heading.
    private mutating func heading(
        _ line: DocumentationLine, in documentation: inout Documentation, of name: String
    ) -> Target? {
        guard let match = line.text.wholeMatch(of: /- ([A-Z][a-z]+)(?: +`?([A-Za-z_][A-Za-z0-9_]*)`?)?:\s*(.*)/) else {
            return nil
        }
        let (word, subject, text) = (String(match.1), match.2.map(String.init), String(match.3))
        let field = Documentation.Field(lines: text.isEmpty ? [] : [text], line: line.line)
        switch (word, subject) {
        case ("Parameter", let parameter?):
            documentation.parameters.append(Documentation.NamedField(name: parameter, field: field))
            return .parameter(documentation.parameters.count - 1)
        case ("Parameters", nil) where text.isEmpty:
            return .parameters
        case ("Returns", nil):
            if documentation.result != nil {
                refusals.add(
                    Location(file: file, line: line.line), "\(name): a second `- Returns:`",
                    help: "say what it returns once")
            }
            documentation.result = field
            return .result
        default:
            if subject == nil, let known = Documentation.Heading(rawValue: word) {
                documentation.remarks.append(Documentation.Remark(heading: known, field: field))
                return .remark(documentation.remarks.count - 1)
            }
            let known = Documentation.Heading.allCases.map { "`- \($0.rawValue):`" }.joined(separator: ", ")
            refusals.add(
                Location(file: file, line: line.line),
                "\(name): unknown heading `- \(match.1)\(subject.map { " " + $0 } ?? ""):`",
                help: "use `- Parameter name:`, `- Returns:`, \(known); for a bullet in the text write `*`")
            return .body
        }
    }

    /// Reads an item of a `- Parameters:` list.
    private func listItem(_ line: DocumentationLine, in documentation: inout Documentation) -> Int? {
        guard let match = line.text.wholeMatch(of: /\s+- `?([A-Za-z_][A-Za-z0-9_]*)`?:\s*(.*)/) else { return nil }
        let field = Documentation.Field(lines: match.2.isEmpty ? [] : [String(match.2)], line: line.line)
        documentation.parameters.append(Documentation.NamedField(name: String(match.1), field: field))
        return documentation.parameters.count - 1
    }

    private func append(
        _ line: DocumentationLine, to target: Target, of documentation: inout Documentation, afterBlank: Bool
    ) {
        let text = String(line.text.drop { $0 == " " })
        let added = afterBlank ? ["", text] : [text]
        switch target {
        case .body, .parameters: break
        case .parameter(let index): documentation.parameters[index].field.lines += added
        case .result: documentation.result?.lines += added
        case .remark(let index): documentation.remarks[index].field.lines += added
        }
    }
}
