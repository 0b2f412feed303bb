/// The shape that parameters and results must have.
enum SignatureRules {
    static func check(_ function: Function) -> [Refusal] {
        var refusals = Refusals()
        for parameter in function.parameters {
            refusals.add(contentsOf: checkName(of: parameter, in: function.name))
            if parameter.type.isPointer, !parameter.isOptional {
                refusals.add(
                    parameter.location,
                    "\(function.name): `\(parameter.name)` cannot be NULL in Swift, but C can pass it",
                    help: "make its type optional, and check it in the boundary helper")
            }
            if parameter.type == .void {
                refusals.add(
                    parameter.location, "\(function.name): `\(parameter.name)` has no value", help: "remove it")
            }
        }
        refusals.add(contentsOf: checkResult(of: function))
        refusals.add(contentsOf: checkError(of: function))
        refusals.add(contentsOf: checkOrder(of: function))
        refusals.add(contentsOf: BufferRules.check(function))
        return refusals.all
    }

    static func check(_ callback: Callback) -> [Refusal] {
        var refusals = Refusals()
        for parameter in callback.parameters {
            refusals.add(contentsOf: checkName(of: parameter, in: callback.name))
            if case .callback = parameter.type {
                refusals.add(
                    parameter.location, "\(callback.name): a callback that takes a callback",
                    help: "register each by a function of its own")
            }
        }
        switch callback.result {
        case .void, .integer: break
        default:
            refusals.add(
                callback.location, "\(callback.name): a callback that returns a pointer",
                help: "return a number, and let it give pointers to a function that copies")
        }
        return refusals.all
    }

    private static func checkName(of parameter: Parameter, in function: String) -> [Refusal] {
        var refusals = Refusals()
        if !isSnakeCase(parameter.name) || keywords.contains(parameter.name) {
            refusals.add(
                parameter.location, "\(function): `\(parameter.name)` is no name for a parameter in C and C++",
                help: "use small letters and underscores, and no word of the two languages")
        }
        return refusals.all
    }

    private static func checkResult(of function: Function) -> [Refusal] {
        var refusals = Refusals()
        switch function.result {
        case .void, .integer, .handle, .text, .anyMemory, .memory: break
        case .textBuffer, .bytes, .byteBuffer, .integerOutput, .handleOutput, .callback:
            refusals.add(
                function.location, "\(function.name): returns a pointer whose extent is not known",
                help: "copy the value into `buffer` and `capacity`, and return its length as Int64")
        }
        return refusals.all
    }

    private static func checkError(of function: Function) -> [Refusal] {
        var refusals = Refusals()
        for (index, parameter) in function.parameters.enumerated() {
            guard case .handleOutput(ABIType.errorHandle) = parameter.type else { continue }
            if index != function.parameters.count - 1 {
                refusals.add(
                    parameter.location, "\(function.name): the error parameter `\(parameter.name)` is not the last",
                    help: "move it to the end")
            }
            if parameter.name != "error" {
                refusals.add(
                    parameter.location, "\(function.name): the error parameter is named `\(parameter.name)`",
                    help: "name it `error`")
            }
        }
        if function.isFallible {
            switch function.result {
            case .integer(let name) where [.int32, .int64].contains(name.type): break
            default:
                refusals.add(
                    function.location, "\(function.name): can fail, but returns no status",
                    help: "return swiftssh_status, or Int64 where a length or a count comes back")
            }
        }
        return refusals.all
    }

    /// Inputs before outputs, the error at the end.
    private static func checkOrder(of function: Function) -> [Refusal] {
        var refusals = Refusals()
        var output: String?
        for (parameter, role) in zip(function.parameters, function.roles) {
            if role.isOutput {
                output = output ?? parameter.name
            } else if let output {
                refusals.add(
                    parameter.location,
                    "\(function.name): the input `\(parameter.name)` comes after the output `\(output)`",
                    help: "order them: object, inputs, outputs, error")
            }
            let isNamedOutput = parameter.name.hasPrefix("out_")
            if role == .output, !isNamedOutput {
                refusals.add(
                    parameter.location, "\(function.name): the output `\(parameter.name)` does not say that it is one",
                    help: "name it `out_\(parameter.name)`")
            }
            if role != .output, isNamedOutput {
                refusals.add(
                    parameter.location, "\(function.name): `\(parameter.name)` is named as an output, but is none",
                    help:
                        "an output is a pointer to a number or to a handle; memory to write is `buffer` and `capacity`")
            }
        }
        return refusals.all
    }

    /// Words of C99 and C++17 that Swift would let through.
    private static let keywords: Set<String> = [
        "alignas", "alignof", "and", "asm", "auto", "bool", "break", "case", "catch", "char", "class", "const",
        "constexpr", "continue", "decltype", "default", "delete", "do", "double", "else", "enum", "explicit", "export",
        "extern", "false", "float", "for", "friend", "goto", "if", "inline", "int", "long", "mutable", "namespace",
        "new",
        "noexcept", "not", "nullptr", "operator", "or", "private", "protected", "public", "register", "restrict",
        "return", "short", "signed", "sizeof", "static", "struct", "switch", "template", "this", "throw", "true", "try",
        "typedef", "typename", "union", "unsigned", "using", "virtual", "void", "volatile", "while", "xor",
    ]
}
