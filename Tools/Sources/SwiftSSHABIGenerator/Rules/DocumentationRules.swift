/// What a doc comment of a function or a callback must contain.
enum DocumentationRules {
    static func check(_ function: Function) -> [Refusal] {
        let common = check(
            function.documentation, name: function.name, parameters: function.parameters, result: function.result,
            location: function.location)
        guard !function.documentation.isEmpty, function.isFallible,
            !function.documentation.remarks.contains(where: { $0.heading == .blocks })
        else { return common }
        var refusals = Refusals()
        refusals.add(
            function.location, "\(function.name): can fail, but does not say whether it blocks",
            help: "add `- Blocks: yes`, `no` or when, and for what it waits")
        return common + refusals.all
    }

    static func check(_ callback: Callback) -> [Refusal] {
        check(
            callback.documentation, name: callback.name, parameters: callback.parameters, result: callback.result,
            location: callback.location)
    }

    private static func check(
        _ documentation: Documentation, name: String, parameters: [Parameter], result: ABIType, location: Location
    ) -> [Refusal] {
        var refusals = Refusals()
        refusals.add(
            contentsOf: DeclarationRules.summary(of: documentation, name: name, location: location))
        guard !documentation.isEmpty else { return refusals.all }
        for parameter in parameters where !documentation.parameters.contains(where: { $0.name == parameter.name }) {
            refusals.add(
                parameter.location, "\(name): the parameter `\(parameter.name)` is not documented",
                help: "add `- Parameter \(parameter.name): ...`: its meaning, its unit, whether it may be NULL")
        }
        var seen: Set<String> = []
        for documented in documentation.parameters {
            let place = Location(file: location.file, line: documented.field.line)
            if !parameters.contains(where: { $0.name == documented.name }) {
                refusals.add(
                    place, "\(name): documents a parameter `\(documented.name)` that it does not have",
                    help: parameters.isEmpty
                        ? "remove it: there are no parameters"
                        : "the parameters are \(parameters.map { "`\($0.name)`" }.joined(separator: ", "))")
            } else if !seen.insert(documented.name).inserted {
                refusals.add(place, "\(name): documents the parameter `\(documented.name)` twice", help: "say it once")
            }
        }
        if result != .void, documentation.result == nil {
            refusals.add(
                location, "\(name): does not document what it returns",
                help: "add `- Returns: ...`: its meaning, its unit, how long it is valid")
        }
        if result == .void, let documented = documentation.result {
            refusals.add(
                Location(file: location.file, line: documented.line),
                "\(name): documents a result that it does not have",
                help: "remove `- Returns:`")
        }
        refusals.add(contentsOf: emptyFields(of: documentation, name: name, file: location.file))
        return refusals.all
    }

    private static func emptyFields(of documentation: Documentation, name: String, file: String) -> [Refusal] {
        var refusals = Refusals()
        var fields = documentation.parameters.map { ("Parameter \($0.name)", $0.field) }
        if let result = documentation.result { fields.append(("Returns", result)) }
        fields += documentation.remarks.map { ($0.heading.rawValue, $0.field) }
        for (heading, field) in fields where field.lines.isEmpty {
            refusals.add(
                Location(file: file, line: field.line), "\(name): nothing after `- \(heading):`",
                help: "say it, or remove the heading")
        }
        return refusals.all
    }
}
