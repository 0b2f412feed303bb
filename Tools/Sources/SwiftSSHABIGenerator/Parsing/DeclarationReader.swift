import SwiftSyntax

/// Reads the declarations of one source file that are meant for C.
struct DeclarationReader {
    let text: SourceText
    let types: TypeParser
    var constants: ConstantParser
    var refusals = Refusals()

    init(text: SourceText, types: TypeParser, constants: ConstantParser) {
        self.text = text
        self.types = types
        self.constants = constants
    }

    mutating func read() -> [Declaration] {
        refuseHiddenExports()
        var declarations: [Declaration] = []
        for statement in text.tree.statements {
            if let alias = statement.item.as(TypeAliasDeclSyntax.self), isPublic(alias.modifiers) {
                if let declaration = read(alias) { declarations.append(declaration) }
            } else if let variable = statement.item.as(VariableDeclSyntax.self), isPublic(variable.modifiers) {
                if let constant = read(variable) { declarations.append(.constant(constant)) }
            } else if let function = statement.item.as(FunctionDeclSyntax.self) {
                if let exported = read(function) { declarations.append(.function(exported)) }
            }
        }
        return declarations
    }

    mutating func documentation(of node: some SyntaxProtocol, name: String) -> Documentation {
        var parser = DocumentationParser(file: text.file)
        let documentation = parser.parse(text.documentationLines(before: node), of: name)
        refusals.add(contentsOf: parser.refusals.all)
        return documentation
    }

    /// Reads a type and refuses it when the conventions do not know it.
    mutating func type(_ syntax: TypeSyntax, of what: String) -> (type: ABIType, isOptional: Bool)? {
        if let parsed = types.parse(syntax) { return parsed }
        refusals.add(
            text.location(of: syntax), "\(what): the conventions do not know the type `\(syntax.trimmedDescription)`",
            help: types.help(for: syntax))
        return nil
    }

    private mutating func read(_ alias: TypeAliasDeclSyntax) -> Declaration? {
        let name = alias.name.text
        let location = text.location(of: alias.name)
        guard isSnakeCase(name), name.hasPrefix("swiftssh_") else {
            refusals.add(
                location, "\(name): a public type whose name does not begin with `swiftssh_`",
                help: "name it `swiftssh_...` in small letters, or make it internal")
            return nil
        }
        let documentation = documentation(of: alias, name: name)
        switch TypealiasMeaning(alias) {
        case .handle:
            return .handle(Handle(name: name, documentation: documentation, location: location))
        case .integer(let type):
            return .namedInteger(
                NamedInteger(name: name, type: type, documentation: documentation, location: location))
        case .callback(let function):
            return read(function, name: name, documentation: documentation, location: location).map { .callback($0) }
        case .unknown:
            refusals.add(
                location, "\(name): `\(alias.initializer.value.trimmedDescription)` is no type for the boundary",
                help: "use OpaquePointer (a handle), an integer, or `@convention(c) (...) -> ...` (a callback)")
            return nil
        }
    }

    private mutating func read(
        _ function: FunctionTypeSyntax, name: String, documentation: Documentation, location: Location
    ) -> Callback? {
        if function.effectSpecifiers != nil {
            refusals.add(location, "\(name): a callback cannot throw or wait", help: "return a status instead")
        }
        var parameters: [Parameter] = []
        for element in function.parameters {
            guard let parameterName = element.secondName?.text ?? element.firstName?.text, parameterName != "_" else {
                refusals.add(
                    text.location(of: element), "\(name): a parameter without a name",
                    help: "write `_ name: \(element.type.trimmedDescription)`")
                continue
            }
            guard let parsed = type(element.type, of: "\(name): \(parameterName)") else { continue }
            parameters.append(
                Parameter(
                    name: parameterName, type: parsed.type, isOptional: parsed.isOptional,
                    location: text.location(of: element)))
        }
        guard let result = type(function.returnClause.type, of: name) else { return nil }
        return Callback(
            name: name, parameters: parameters, result: result.type, documentation: documentation, location: location)
    }

    private mutating func read(_ variable: VariableDeclSyntax) -> Constant? {
        let location = text.location(of: variable)
        guard variable.bindingSpecifier.tokenKind == .keyword(.let), variable.bindings.count == 1,
            let binding = variable.bindings.first, let pattern = binding.pattern.as(IdentifierPatternSyntax.self)
        else {
            refusals.add(
                location, "a public variable that is not a single constant",
                help: "write `public let SWIFTSSH_NAME: Int32 = 1`, or make it internal")
            return nil
        }
        let name = pattern.identifier.text
        guard name.wholeMatch(of: /SWIFTSSH_[A-Z0-9_]+/) != nil else {
            refusals.add(
                location, "\(name): a public constant whose name does not begin with `SWIFTSSH_`",
                help: "name it `SWIFTSSH_...` in capitals, or make it internal")
            return nil
        }
        let annotation = binding.typeAnnotation?.type.trimmedDescription ?? "none"
        guard let type = IntegerType(rawValue: annotation) ?? types.names.integers[annotation],
            [.int32, .int64, .uint32, .uint64].contains(type)
        else {
            refusals.add(
                location, "\(name): a constant of the type `\(annotation)`",
                help: "annotate it with Int32, Int64, UInt32 or UInt64")
            return nil
        }
        guard let expression = binding.initializer?.value, let value = constants.value(of: expression) else {
            refusals.add(
                location, "\(name): its value cannot be read without compiling",
                help: "use a literal, a shift of literals, or a union of constants that stand before it")
            return nil
        }
        guard type.range.contains(value) else {
            refusals.add(location, "\(name): \(value) does not fit \(annotation)", help: "choose a type that holds it")
            return nil
        }
        constants.known[name] = value
        return Constant(
            name: name, type: type, value: value, isMask: constants.isMask(expression),
            documentation: documentation(of: variable, name: name), location: location)
    }
}

func isSnakeCase(_ name: String) -> Bool { name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil }
