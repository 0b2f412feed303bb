import SwiftParser
import SwiftSyntax

/// A parsed source file, which knows the line of each of its nodes.
struct SourceText {
    /// The path, relative to the root of the repository.
    let file: String
    let tree: SourceFileSyntax
    private let converter: SourceLocationConverter

    init(file: String, contents: String) {
        self.file = file
        tree = Parser.parse(source: contents)
        converter = SourceLocationConverter(fileName: file, tree: tree)
    }

    /// The place where a node begins, comments before it left out.
    func location(of node: some SyntaxProtocol) -> Location {
        Location(file: file, line: node.startLocation(converter: converter, afterLeadingTrivia: true).line)
    }

    /// The doc comment before a declaration, line by line without the slashes.
    func documentationLines(before node: some SyntaxProtocol) -> [DocumentationLine] {
        var lines: [DocumentationLine] = []
        var line = node.startLocation(converter: converter, afterLeadingTrivia: false).line
        for piece in node.leadingTrivia.pieces {
            switch piece {
            case .newlines(let count), .carriageReturns(let count), .carriageReturnLineFeeds(let count):
                line += count
                // A blank line separates a comment from the declaration.
                if count > 1 { lines = [] }
            case .docLineComment(let text):
                var content = text.dropFirst(3)
                if content.first == " " { content.removeFirst() }
                while content.last?.isWhitespace == true { content.removeLast() }
                lines.append(DocumentationLine(text: String(content), line: line))
            case .blockComment(let text), .docBlockComment(let text):
                line += text.count { $0.isNewline }
            default:
                break
            }
        }
        return lines
    }

    /// The `//` comment at the head of the file, line by line without the slashes: what its section is about.
    func introduction() -> [String] {
        var lines: [String] = []
        for piece in tree.leadingTrivia.pieces {
            switch piece {
            case .lineComment(let text): lines.append(String(text.dropFirst(2).drop { $0 == " " }))
            case .newlines(let count) where count > 1 && !lines.isEmpty: return lines
            case .docLineComment: return []
            default: break
            }
        }
        return lines
    }

    /// Where the parser met something that is not Swift, or nil when all of it is.
    func syntaxError() -> Location? {
        guard tree.hasError else { return nil }
        let finder = SyntaxErrorFinder(viewMode: .all)
        finder.walk(tree)
        let position = finder.position ?? tree.position
        return Location(file: file, line: converter.location(for: position).line)
    }
}

/// A line of a doc comment.
struct DocumentationLine {
    var text: String
    var line: Int
}

private final class SyntaxErrorFinder: SyntaxVisitor {
    private(set) var position: AbsolutePosition?

    override func visit(_ node: UnexpectedNodesSyntax) -> SyntaxVisitorContinueKind {
        position = position ?? node.positionAfterSkippingLeadingTrivia
        return .skipChildren
    }

    override func visit(_ token: TokenSyntax) -> SyntaxVisitorContinueKind {
        if token.presence == .missing { position = position ?? token.position }
        return .visitChildren
    }
}
