/// Writes doc comments as Doxygen reads them.
enum Doxygen {
    /// A whole comment; one line when one line is enough.
    static func comment(_ documentation: Documentation, parameters: [Parameter] = []) -> String {
        var lines = documentation.body.map(inline)
        var tags: [String] = []
        for parameter in parameters {
            guard let documented = documentation.parameters.first(where: { $0.name == parameter.name }) else {
                continue
            }
            tags += tag("@param \(parameter.name)", documented.field)
        }
        if let result = documentation.result { tags += tag("@return", result) }
        for remark in documentation.remarks {
            tags += remark.heading == .note ? tag("@note", remark.field) : section(remark)
        }
        if !tags.isEmpty { lines += [""] + tags }
        return comment(lines)
    }

    static func comment(_ lines: [String]) -> String {
        if lines.count == 1, let only = lines.first, only.count <= 110 { return "/** \(only) */\n" }
        return "/**\n" + lines.map { $0.isEmpty ? " *\n" : " * \($0)\n" }.joined() + " */\n"
    }

    private static func tag(_ tag: String, _ field: Documentation.Field) -> [String] {
        var lines = field.lines.map(inline)
        let first = lines.isEmpty ? "" : lines.removeFirst()
        return ["\(tag) \(first)"] + lines.map { $0.isEmpty ? "" : "  \($0)" }
    }

    private static func section(_ remark: Documentation.Remark) -> [String] {
        ["@par \(remark.heading.rawValue)"] + remark.field.lines.map { $0.isEmpty ? "" : "  \(inline($0))" }
    }

    /// Symbol links become code spans, and nothing ends or opens a comment.
    static func inline(_ text: String) -> String {
        text.replacing(/``([^`]+)``/) { "`\($0.1)`" }
            .replacing("*/", with: "* /")
            .replacing("/*", with: "/ *")
    }
}
