import SwiftSyntax

/// Reads the sources of the C ABI into a model, or says what it refuses in them.
enum InterfaceParser {
    /// A source file: its path relative to the root of the repository, and its text.
    struct Source {
        var file: String
        var contents: String

        init(file: String, contents: String) {
            self.file = file
            self.contents = contents
        }
    }

    /// The outcome: an interface, or the refusals.
    enum Outcome {
        case interface(Interface)
        case refused([Refusal])
    }

    static func parse(_ sources: [Source], version: ReleaseVersion) -> Outcome {
        let texts = sources.sorted { $0.file < $1.file }.map { SourceText(file: $0.file, contents: $0.contents) }
        var refusals = Refusals()
        for text in texts {
            guard let location = text.syntaxError() else { continue }
            refusals.add(location, "this is not Swift", help: "correct the syntax; the compiler says more")
        }
        guard refusals.all.isEmpty else { return .refused(refusals.sorted) }

        let names = TypealiasReader.names(in: texts)
        var constants = ConstantParser()
        var subjects: [Subject] = []
        for text in texts {
            refusals.add(contentsOf: TrapRules.check(text))
            var reader = DeclarationReader(text: text, types: TypeParser(names: names), constants: constants)
            let declarations = reader.read()
            constants = reader.constants
            refusals.add(contentsOf: reader.refusals.all)
            guard !declarations.isEmpty else { continue }
            subjects.append(
                Subject(
                    file: text.file, title: subjectTitle(ofFile: text.file), introduction: text.introduction(),
                    declarations: declarations))
        }
        let interface = Interface(version: version, subjects: subjects)
        for declaration in interface.declarations {
            refusals.add(contentsOf: DeclarationRules.check(declaration))
        }
        refusals.add(contentsOf: InterfaceRules.check(interface))
        return refusals.all.isEmpty ? .interface(interface) : .refused(refusals.sorted)
    }
}
