/// What each declaration must say about itself, and how it must be shaped.
enum DeclarationRules {
    static func check(_ declaration: Declaration) -> [Refusal] {
        switch declaration {
        case .constant(let constant):
            plain(constant.documentation, name: constant.name, location: constant.location)
        case .namedInteger(let name):
            plain(name.documentation, name: name.name, location: name.location)
        case .handle(let handle):
            plain(handle.documentation, name: handle.name, location: handle.location)
        case .callback(let callback):
            DocumentationRules.check(callback) + SignatureRules.check(callback)
        case .function(let function):
            DocumentationRules.check(function) + SignatureRules.check(function)
        }
    }

    /// Constants and types have neither parameters nor a result.
    private static func plain(_ documentation: Documentation, name: String, location: Location) -> [Refusal] {
        var refusals = Refusals()
        refusals.add(contentsOf: summary(of: documentation, name: name, location: location))
        for field in documentation.parameters.map(\.field) + [documentation.result].compactMap({ $0 }) {
            refusals.add(
                Location(file: location.file, line: field.line),
                "\(name): documents a parameter or a result, but is no function",
                help: "say it in the text")
        }
        return refusals.all
    }

    /// Every declaration has a doc comment that begins with a sentence.
    static func summary(of documentation: Documentation, name: String, location: Location) -> [Refusal] {
        var refusals = Refusals()
        guard !documentation.isEmpty else {
            refusals.add(
                location, "\(name): no documentation", help: "put a `///` comment before it that begins with a sentence"
            )
            return refusals.all
        }
        if documentation.summary == nil {
            refusals.add(
                location, "\(name): its documentation does not begin with a sentence",
                help: "begin with one sentence that says what it does or is, with a capital and a full stop")
        }
        return refusals.all
    }
}

/// What the declarations must be together.
enum InterfaceRules {
    static func check(_ interface: Interface) -> [Refusal] {
        var refusals = Refusals()
        var places: [String: Location] = [:]
        for declaration in interface.declarations {
            if let first = places[declaration.name] {
                refusals.add(
                    declaration.location, "\(declaration.name): declared a second time",
                    help: "it is declared at \(first) already; choose another name")
            } else {
                places[declaration.name] = declaration.location
            }
            if reserved.contains(declaration.name) {
                refusals.add(
                    declaration.location, "\(declaration.name): the generator makes this name from `VERSION`",
                    help: "remove it, and use `Version` of SwiftSSH")
            }
        }
        for declaration in interface.declarations {
            for name in declaration.documentation.references where places[name] == nil && !reserved.contains(name) {
                refusals.add(
                    declaration.location,
                    "\(declaration.name): its documentation names `\(name)`, which does not exist",
                    help: "correct the name, or put it in single backticks if it is not of this library")
            }
        }
        return refusals.all
    }

    private static let reserved: Set<String> = [
        "SWIFTSSH_VERSION_MAJOR", "SWIFTSSH_VERSION_MINOR", "SWIFTSSH_VERSION_PATCH", "SWIFTSSH_VERSION_NUMBER",
        "SWIFTSSH_VERSION_STRING", "SWIFTSSH_H",
    ]
}
