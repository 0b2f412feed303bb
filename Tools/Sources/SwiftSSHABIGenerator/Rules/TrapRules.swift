import SwiftSyntax

/// Refuses what can trap: a trap in the library ends the program that loaded it.
enum TrapRules {
    static func check(_ text: SourceText) -> [Refusal] {
        let finder = TrapFinder(text: text)
        finder.walk(text.tree)
        return finder.refusals.all
    }
}

private final class TrapFinder: SyntaxVisitor {
    private let text: SourceText
    var refusals = Refusals()

    /// Functions that end the program, or believe the caller without a check.
    private static let bannedCalls: Set<String> = [
        "fatalError", "precondition", "preconditionFailure", "assert", "assertionFailure", "unsafeBitCast",
        "unsafeDowncast", "numericCast", "abort", "exit", "_exit", "quick_exit",
    ]
    private static let modules: Set<String> = ["Swift", "Glibc", "Darwin", "Musl"]
    private static let integerTypes: Set<String> = [
        "Int", "Int8", "Int16", "Int32", "Int64", "Int128", "UInt", "UInt8", "UInt16", "UInt32", "UInt64", "UInt128",
        "CInt", "CUnsignedInt", "CLong", "CUnsignedLong", "CLongLong", "CUnsignedLongLong", "CShort", "CUnsignedShort",
        "CChar", "CSignedChar", "CUnsignedChar", "size_t", "ssize_t", "off_t", "time_t", "socklen_t",
    ]

    init(text: SourceText) {
        self.text = text
        super.init(viewMode: .sourceAccurate)
    }

    private func refuse(_ node: some SyntaxProtocol, _ message: String, help: String) {
        refusals.add(text.location(of: node), "\(message), which can end the host program", help: help)
    }

    override func visit(_ node: ForceUnwrapExprSyntax) -> SyntaxVisitorContinueKind {
        refuse(
            node.exclamationMark, "`\(short(node))` is unwrapped by force",
            help: "use `guard let`, `if let` or `??`")
        return .visitChildren
    }

    override func visit(_ node: ImplicitlyUnwrappedOptionalTypeSyntax) -> SyntaxVisitorContinueKind {
        refuse(
            node, "the type `\(short(node))` is unwrapped by force",
            help: "use `\(node.wrappedType.trimmedDescription)?`")
        return .visitChildren
    }

    override func visit(_ node: TryExprSyntax) -> SyntaxVisitorContinueKind {
        if node.questionOrExclamationMark?.tokenKind == .exclamationMark {
            refuse(node, "`try!`", help: "let the boundary helper catch the error: use `try`")
        }
        return .visitChildren
    }

    override func visit(_ node: UnresolvedAsExprSyntax) -> SyntaxVisitorContinueKind {
        if node.questionOrExclamationMark?.tokenKind == .exclamationMark {
            refuse(node, "`as!`", help: "use `as?` and handle nil")
        }
        return .visitChildren
    }

    override func visit(_ node: DeclModifierSyntax) -> SyntaxVisitorContinueKind {
        if node.name.tokenKind == .keyword(.unowned) {
            refuse(node, "`unowned`", help: "use `weak` or a strong reference")
        }
        return .visitChildren
    }

    override func visit(_ node: ClosureCaptureSpecifierSyntax) -> SyntaxVisitorContinueKind {
        if node.specifier.tokenKind == .keyword(.unowned) {
            refuse(node, "`unowned`", help: "use `weak` or a strong reference")
        }
        return .visitChildren
    }

    override func visit(_ node: SubscriptCallExprSyntax) -> SyntaxVisitorContinueKind {
        checkSubscript(node, arguments: node.arguments)
        return .visitChildren
    }

    override func visit(_ node: KeyPathSubscriptComponentSyntax) -> SyntaxVisitorContinueKind {
        checkSubscript(node, arguments: node.arguments)
        return .visitChildren
    }

    private func checkSubscript(_ node: some SyntaxProtocol, arguments: LabeledExprListSyntax) {
        guard !arguments.contains(where: { $0.label != nil }) else { return }
        refuse(
            node, "the subscript `\(short(node))`",
            help: "use a checked accessor: `first`, `pointee`, `updateValue(_:forKey:)`, `[key, default: value]`,"
                + " or a labelled subscript that checks")
    }

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
        if let name = freeFunctionName(node.calledExpression), Self.bannedCalls.contains(name) {
            refuse(node, "`\(name)`", help: "throw an error, or return a status")
        }
        if let type = freeFunctionName(node.calledExpression), Self.integerTypes.contains(type) {
            checkConversion(node, to: type)
        }
        return .visitChildren
    }

    override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
        let member = node.declName.baseName.text
        if member == "unsafelyUnwrapped" {
            refuse(node, "`unsafelyUnwrapped`", help: "use `guard let`, `if let` or `??`")
        }
        if member == "init", node.declName.argumentNames == nil, let base = node.base.flatMap(freeFunctionName),
            Self.integerTypes.contains(base)
        {
            let call = node.parent?.as(FunctionCallExprSyntax.self)
            if let call, call.calledExpression.id == node.id {
                checkConversion(call, to: base)
            } else {
                refuseConversion(node, to: base)
            }
        }
        return .visitChildren
    }

    /// `Int32(x)` traps when x does not fit; of a literal the compiler checks it.
    private func checkConversion(_ call: FunctionCallExprSyntax, to type: String) {
        guard call.arguments.count == 1, let argument = call.arguments.first, argument.label == nil else { return }
        guard !isLiteral(argument.expression) else { return }
        refuseConversion(call, to: type)
    }

    private func refuseConversion(_ node: some SyntaxProtocol, to type: String) {
        refuse(
            node, "the conversion `\(short(node))`",
            help: "write `\(type)(exactly:)`, `(clamping:)`, `(truncatingIfNeeded:)` or `(bitPattern:)`")
    }

    private func isLiteral(_ expression: ExprSyntax) -> Bool {
        if let prefix = expression.as(PrefixOperatorExprSyntax.self) { return isLiteral(prefix.expression) }
        return expression.is(IntegerLiteralExprSyntax.self) || expression.is(FloatLiteralExprSyntax.self)
            || expression.is(BooleanLiteralExprSyntax.self)
    }

    /// The name of a function or a type that is no member, but for a module's.
    private func freeFunctionName(_ callee: ExprSyntax) -> String? {
        if let reference = callee.as(DeclReferenceExprSyntax.self) { return reference.baseName.text }
        guard let member = callee.as(MemberAccessExprSyntax.self),
            let base = member.base?.as(DeclReferenceExprSyntax.self), Self.modules.contains(base.baseName.text)
        else { return nil }
        return member.declName.baseName.text
    }

    private func short(_ node: some SyntaxProtocol) -> String {
        let text = node.trimmedDescription.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.count <= 40 ? text : text.prefix(37) + "..."
    }
}
