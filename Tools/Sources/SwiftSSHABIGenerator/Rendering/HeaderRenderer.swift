/// Writes `swiftssh.h`.
enum HeaderRenderer {
    static func render(_ interface: Interface) -> String {
        var text = Origin.cComment + "\n" + Doxygen.comment(HeaderGuide.lines)
        text += """

            #ifndef SWIFTSSH_H
            #define SWIFTSSH_H

            #include <stddef.h>
            #include <stdint.h>

            #ifdef __cplusplus
            extern "C" {
            #endif

            """
        text += version(interface)
        text += types(interface)
        text += callbacks(interface)
        for subject in interface.subjects { text += section(subject) }
        text += """

            #ifdef __cplusplus
            }
            #endif

            #endif

            """
        return text
    }

    private static func banner(_ lines: [String]) -> String {
        let rule = "/* " + String(repeating: "-", count: 97) + "\n"
        return "\n" + rule + lines.map { $0.isEmpty ? " *\n" : " * \(Doxygen.inline($0))\n" }.joined() + " */\n"
    }

    private static func version(_ interface: Interface) -> String {
        let version = interface.version
        var text = banner(["The version of this header"])
        let numbers: [(String, String, String)] = [
            ("The first number of the version.", "MAJOR", "\(version.major)"),
            ("The second number of the version.", "MINOR", "\(version.minor)"),
            ("The third number of the version.", "PATCH", "\(version.patch)"),
            (
                "The three numbers in one, which can be compared: `major << 16 | minor << 8 | patch`.", "NUMBER",
                "UINT32_C(\(version.number))"
            ),
            ("The whole version as text.", "STRING", "\"\(version.string)\""),
        ]
        for (comment, name, value) in numbers {
            text += "\n" + Doxygen.comment([comment]) + "#define SWIFTSSH_VERSION_\(name) \(value)\n"
        }
        if !interface.constants.contains(where: { $0.name == Constant.abiVersionName }) {
            text += "\n" + Doxygen.comment(["The number of the interface: a library with another one cannot be used."])
            text += "#define \(Constant.abiVersionName) UINT32_C(\(interface.abiVersion))\n"
        }
        return text
    }

    private static func types(_ interface: Interface) -> String {
        guard !interface.handles.isEmpty || !interface.integerNames.isEmpty else { return "" }
        var text = banner(["Types"])
        for name in interface.integerNames {
            text += "\n" + Doxygen.comment(name.documentation) + "typedef \(name.type.c) \(name.name);\n"
        }
        for handle in interface.handles {
            text += "\n" + Doxygen.comment(handle.documentation) + "typedef struct \(handle.name) \(handle.name);\n"
        }
        return text
    }

    private static func callbacks(_ interface: Interface) -> String {
        guard !interface.callbacks.isEmpty else { return "" }
        var text = banner(["Callbacks"])
        for callback in interface.callbacks {
            let start = "typedef \(callback.result.c(named: "(*\(callback.name))"))"
            text += "\n" + Doxygen.comment(callback.documentation, parameters: callback.parameters)
            text += cParameters(callback.parameters, after: start, end: ";\n")
        }
        return text
    }

    private static func section(_ subject: Subject) -> String {
        var text = ""
        for declaration in subject.declarations {
            switch declaration {
            case .constant(let constant):
                text += "\n" + Doxygen.comment(constant.documentation) + "#define \(constant.name) \(constant.c)\n"
            case .function(let function):
                text += "\n" + Doxygen.comment(function.documentation, parameters: function.parameters)
                text += cParameters(function.parameters, after: function.result.c(named: function.name), end: ";\n")
            case .namedInteger, .handle, .callback: break
            }
        }
        guard !text.isEmpty else { return "" }
        let introduction = subject.introduction.isEmpty ? [] : [""] + subject.introduction
        return banner([subject.title] + introduction) + text
    }
}
