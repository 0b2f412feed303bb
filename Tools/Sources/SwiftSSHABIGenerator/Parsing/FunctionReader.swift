import SwiftSyntax

extension DeclarationReader {
    /// Reads a function at file scope; nil when it is not exported or is refused.
    mutating func read(_ syntax: FunctionDeclSyntax) -> Function? {
        let name = syntax.name.text
        let location = text.location(of: syntax.name)
        guard let attribute = exportAttribute(of: syntax.attributes) else {
            if isPublic(syntax.modifiers) {
                refusals.add(
                    location, "\(name): public, but not exported",
                    help: "add `@_cdecl(\"\(name)\")`, or make it internal")
            }
            return nil
        }
        checkExport(syntax, attribute: attribute, name: name, location: location)
        checkBody(syntax, name: name, location: location)
        var parameters: [Parameter] = []
        var isComplete = true
        for parameter in syntax.signature.parameterClause.parameters {
            if let read = read(parameter, of: name) {
                parameters.append(read)
            } else {
                isComplete = false
            }
        }
        var result = ABIType.void
        if let clause = syntax.signature.returnClause {
            if let parsed = type(clause.type, of: "\(name): the result") {
                result = parsed.type
            } else {
                isComplete = false
            }
        }
        // Read even when the function is not complete: its own refusals should not wait for the next run.
        let documentation = documentation(of: syntax, name: name)
        guard isComplete else { return nil }
        return Function(
            name: name, parameters: parameters, result: result, documentation: documentation, location: location)
    }

    private mutating func checkExport(
        _ syntax: FunctionDeclSyntax, attribute: AttributeSyntax, name: String, location: Location
    ) {
        let kind = attribute.attributeName.trimmedDescription
        let exported = attribute.arguments?.trimmedDescription.filter { $0 != "\"" } ?? ""
        if kind != "_cdecl" {
            refusals.add(location, "\(name): exported by `@\(kind)`", help: "export it by `@_cdecl(\"\(name)\")`")
        } else if exported != name {
            refusals.add(
                location, "\(name): exported as `\(exported)`",
                help: "give the function and the symbol the same name: `@_cdecl(\"\(name)\")`")
        }
        if !name.hasPrefix("swiftssh_") || !isSnakeCase(name) {
            refusals.add(
                location, "\(name): an exported name that does not begin with `swiftssh_`",
                help: "name it `swiftssh_<object>_<method>` in small letters")
        }
        if !isPublic(syntax.modifiers) {
            refusals.add(
                location, "\(name): exported, but not public",
                help: "write `public func`: a release build leaves out what is internal")
        }
        let effects = syntax.signature.effectSpecifiers
        if effects?.asyncSpecifier != nil {
            refusals.add(location, "\(name): async", help: "C cannot await; block, or report SWIFTSSH_ERROR_EAGAIN")
        }
        if effects?.throwsClause != nil {
            refusals.add(location, "\(name): throws", help: "C cannot catch; let the boundary helper fill `error`")
        }
        if syntax.genericParameterClause != nil || syntax.genericWhereClause != nil {
            refusals.add(location, "\(name): generic", help: "C knows no generics; write one function for each type")
        }
    }

    private mutating func read(_ syntax: FunctionParameterSyntax, of function: String) -> Parameter? {
        let location = text.location(of: syntax)
        guard syntax.firstName.tokenKind == .wildcard, let name = syntax.secondName?.text else {
            refusals.add(
                location, "\(function): the parameter `\(syntax.firstName.text)` has a label",
                help: "write `_ \(syntax.secondName?.text ?? syntax.firstName.text): ...`")
            return nil
        }
        if syntax.defaultValue != nil || syntax.ellipsis != nil || !syntax.modifiers.isEmpty {
            refusals.add(
                location, "\(function): the parameter `\(name)` has a default, a modifier or any number of values",
                help: "C has none of these; write `_ \(name): \(syntax.type.trimmedDescription)`")
        }
        guard let parsed = type(syntax.type, of: "\(function): \(name)") else { return nil }
        return Parameter(name: name, type: parsed.type, isOptional: parsed.isOptional, location: location)
    }

    private mutating func checkBody(_ syntax: FunctionDeclSyntax, name: String, location: Location) {
        guard let statements = syntax.body?.statements, statements.count == 1, let only = statements.first?.item,
            let call = only.as(FunctionCallExprSyntax.self)
                ?? only.as(ReturnStmtSyntax.self)?.expression?.as(FunctionCallExprSyntax.self),
            calleeName(of: call.calledExpression)?.hasPrefix("boundary") == true
        else {
            refusals.add(
                location, "\(name): its body is not one call of a boundary helper",
                help:
                    "make the body a single call of a function whose name begins with `boundary`, and do the work in it"
            )
            return
        }
    }

    private func calleeName(of callee: ExprSyntax) -> String? {
        if let special = callee.as(GenericSpecializationExprSyntax.self) { return calleeName(of: special.expression) }
        return callee.as(DeclReferenceExprSyntax.self)?.baseName.text
    }

    /// Exports in a type, in a function or under a condition would be missed, or be there in some builds only.
    mutating func refuseHiddenExports() {
        let finder = ExportFinder(viewMode: .sourceAccurate)
        finder.walk(text.tree)
        for function in finder.functions where function.parent?.parent?.parent?.is(SourceFileSyntax.self) != true {
            refusals.add(
                text.location(of: function.name), "\(function.name.text): exported, but not at file scope",
                help: "move it out of the type, function or `#if` that holds it")
        }
    }
}

/// The attribute by which a function is exported, if it is.
func exportAttribute(of attributes: AttributeListSyntax) -> AttributeSyntax? {
    for element in attributes {
        guard case .attribute(let attribute) = element else { continue }
        if ["_cdecl", "c", "cdecl"].contains(attribute.attributeName.trimmedDescription) { return attribute }
    }
    return nil
}

private final class ExportFinder: SyntaxVisitor {
    private(set) var functions: [FunctionDeclSyntax] = []

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
        if exportAttribute(of: node.attributes) != nil { functions.append(node) }
        return .visitChildren
    }
}
