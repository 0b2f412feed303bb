/// Writes `_abi.py`: the interface as ctypes needs it.
enum PythonRenderer {
    private static let width = 88

    static func render(_ interface: Interface) -> String {
        var text = Origin.hashComment + "\n"
        text += #"""
            """The C interface of SwiftSSH for ctypes.

            generated from Sources/SwiftSSHABI by scripts/generate
            """

            from __future__ import annotations

            import ctypes
            from typing import Any, Final


            """#
        text += constants(interface)
        for handle in interface.handles { text += "\n\n" + handleClass(handle) }
        text += callbacks(interface)
        text += functions(interface)
        return text
    }

    private static func constants(_ interface: Interface) -> String {
        let version = interface.version
        var text = """
            SWIFTSSH_VERSION_MAJOR: Final = \(version.major)
            SWIFTSSH_VERSION_MINOR: Final = \(version.minor)
            SWIFTSSH_VERSION_PATCH: Final = \(version.patch)
            SWIFTSSH_VERSION_NUMBER: Final = \(version.number)
            SWIFTSSH_VERSION_STRING: Final = "\(version.string)"
            VERSION: Final = "\(version.string)"
            #: A library whose swiftssh_abi_version() differs cannot be used.
            ABI_VERSION: Final = \(interface.abiVersion)

            """
        if !interface.constants.contains(where: { $0.name == Constant.abiVersionName }) {
            text += "\(Constant.abiVersionName): Final = \(interface.abiVersion)\n"
        }
        for subject in interface.subjects {
            var section = ""
            for case .constant(let constant) in subject.declarations {
                let digits =
                    constant.isMask && constant.value >= 0
                    ? "0x" + String(constant.value, radix: 16) : String(constant.value)
                section += comment(constant.documentation.firstParagraph, mark: "#:", indentation: "")
                section += "\(constant.name): Final = \(digits)\n"
            }
            if !section.isEmpty { text += "\n# \(subject.title)\n" + section }
        }
        return text
    }

    private static func handleClass(_ handle: Handle) -> String {
        let paragraph = handle.documentation.firstParagraph
            .replacing("\\", with: "\\\\").replacing("\"\"\"", with: "'''")
        let lines = wrap(plain(paragraph), width: width - 7)
        let documentation =
            lines.count == 1
            ? "\"\"\"\(lines.joined())\"\"\""
            : "\"\"\"\(lines.joined(separator: "\n    "))\n    \"\"\""
        return "class \(handle.name)(ctypes.Structure):\n    \(documentation)\n"
    }

    private static func callbacks(_ interface: Interface) -> String {
        var text = interface.callbacks.isEmpty ? "" : "\n"
        for callback in interface.callbacks {
            let types = [callback.result.python] + callback.parameters.map(\.type.python)
            text += "\n" + comment(callback.documentation.firstParagraph, mark: "#:", indentation: "")
            text += call("\(callback.name) = ctypes.CFUNCTYPE", types, indentation: "", end: "\n")
        }
        return text
    }

    private static func functions(_ interface: Interface) -> String {
        var text = """


            #: The functions by name: the type of the result and the types of the parameters.
            FUNCTIONS: Final[dict[str, tuple[Any, tuple[Any, ...]]]] = {

            """
        for function in interface.functions {
            text += comment(function.documentation.summary ?? "", mark: "#", indentation: "    ")
            text += "    \"\(function.name)\": (\n        \(function.result.python),\n"
            text += tuple(function.parameters.map(\.type.python), indentation: "        ")
            text += "    ),\n"
        }
        let fallible = interface.functions.filter(\.isFallible).map { "        \"\($0.name)\",\n" }.joined()
        text +=
            "}\n\n#: The functions whose last parameter is the error.\nFALLIBLE: Final[frozenset[str]] = frozenset(\n"
        text += fallible.isEmpty ? "    ()\n)\n" : "    (\n\(fallible)    )\n)\n"
        text += #"""


            def declare(library: ctypes.CDLL) -> None:
                """Tells ctypes the types of every function; raises AttributeError where the library lacks one."""
                for name, (result, parameters) in FUNCTIONS.items():
                    function = getattr(library, name)
                    function.restype = result
                    function.argtypes = parameters

            """#
        return text
    }

    private static func tuple(_ elements: [String], indentation: String) -> String {
        let line = "\(indentation)(\(elements.joined(separator: ", "))\(elements.count == 1 ? "," : "")),\n"
        guard line.count > width + 1 else { return line }
        return "\(indentation)(\n" + elements.map { "\(indentation)    \($0),\n" }.joined() + "\(indentation)),\n"
    }

    private static func call(_ start: String, _ arguments: [String], indentation: String, end: String) -> String {
        let line = "\(start)(\(arguments.joined(separator: ", ")))\(end)"
        guard line.count > width + 1 else { return line }
        return "\(start)(\n" + arguments.map { "\(indentation)    \($0),\n" }.joined() + "\(indentation))\(end)"
    }

    private static func comment(_ text: String, mark: String, indentation: String) -> String {
        guard !text.isEmpty else { return "" }
        return wrap(plain(text), width: width - indentation.count - mark.count - 1)
            .map { "\(indentation)\(mark) \($0)\n" }.joined()
    }

    private static func plain(_ text: String) -> String { text.replacing("``", with: "`") }

    private static func wrap(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}

extension ABIType {
    /// The type of a parameter as ctypes knows it. Memory is an address, so that bytes, arrays and addresses can be passed.
    var python: String {
        switch self {
        case .void: "None"
        case .integer(let name): name.type.python
        case .handle(let name): "ctypes.POINTER(\(name))"
        case .text: "ctypes.c_char_p"
        case .textBuffer, .bytes, .byteBuffer, .memory, .anyMemory: "ctypes.c_void_p"
        case .integerOutput(let name): "ctypes.POINTER(\(name.type.python))"
        case .handleOutput(let name): "ctypes.POINTER(ctypes.POINTER(\(name)))"
        case .callback(let name): name
        }
    }
}

extension IntegerType {
    var python: String {
        switch self {
        case .int32: "ctypes.c_int32"
        case .int64: "ctypes.c_int64"
        case .uint8: "ctypes.c_uint8"
        case .uint16: "ctypes.c_uint16"
        case .uint32: "ctypes.c_uint32"
        case .uint64: "ctypes.c_uint64"
        case .size: "ctypes.c_size_t"
        }
    }
}
