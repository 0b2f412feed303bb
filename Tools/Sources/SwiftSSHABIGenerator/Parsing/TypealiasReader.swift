import SwiftSyntax

/// What a public typealias stands for.
enum TypealiasMeaning {
    case handle
    case integer(IntegerType)
    case callback(FunctionTypeSyntax)
    case unknown

    init(_ alias: TypeAliasDeclSyntax) {
        let type = alias.initializer.value
        if type.trimmedDescription == "OpaquePointer" {
            self = .handle
        } else if let integer = IntegerType(rawValue: type.trimmedDescription) {
            self = .integer(integer)
        } else if let attributed = type.as(AttributedTypeSyntax.self),
            attributed.attributes.trimmedDescription.filter({ $0 != " " }) == "@convention(c)",
            let function = attributed.baseType.as(FunctionTypeSyntax.self)
        {
            self = .callback(function)
        } else {
            self = .unknown
        }
    }
}

/// Collects the names of types before the declarations that use them are read.
enum TypealiasReader {
    static func names(in texts: [SourceText]) -> DeclaredNames {
        var names = DeclaredNames()
        for text in texts {
            for statement in text.tree.statements {
                guard let alias = statement.item.as(TypeAliasDeclSyntax.self), isPublic(alias.modifiers) else {
                    continue
                }
                switch TypealiasMeaning(alias) {
                case .handle: names.handles.insert(alias.name.text)
                case .integer(let type): names.integers[alias.name.text] = type
                case .callback: names.callbacks.insert(alias.name.text)
                case .unknown: break
                }
            }
        }
        return names
    }
}

func isPublic(_ modifiers: DeclModifierListSyntax) -> Bool {
    modifiers.contains { $0.name.tokenKind == .keyword(.public) }
}
