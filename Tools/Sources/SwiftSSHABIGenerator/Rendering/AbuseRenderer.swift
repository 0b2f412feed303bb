/// Writes `abuse_calls.h`: one wrapper around each function, which a test calls with whatever is wrong.
enum AbuseRenderer {
    static func render(_ interface: Interface) -> String {
        let functions = interface.functions
        var text = Origin.cComment + "\n" + AbusePrelude.text
        for function in functions { text += "\n" + wrapper(function, in: interface) }
        text += "\n/* Every exported function, in the order of the header. */\n"
        if functions.isEmpty {
            return text + "#define ABUSE_COUNT 0\n\n#endif\n"
        }
        text += "static const struct abuse_entry abuse_table[] = {\n"
        for function in functions { text += "    \(entry(function)),\n" }
        text += "};\n\n/* The number of entries in abuse_table. */\n"
        text += "#define ABUSE_COUNT (sizeof(abuse_table) / sizeof(abuse_table[0]))\n\n#endif\n"
        return text
    }

    private static func entry(_ function: Function) -> String {
        var handle = "NULL"
        if case .handle(let name)? = function.roles.first { handle = "\"\(name)\"" }
        return
            "{\"\(function.name)\", abuse_\(function.name), \(handle), \(kind(of: function)), \(function.isFallible ? 1 : 0)}"
    }

    private static func kind(of function: Function) -> String {
        switch function.result {
        case .void: "ABUSE_RETURNS_NOTHING"
        case .integer(.named(ABIType.status, _)): "ABUSE_RETURNS_STATUS"
        case .integer(let name):
            function.isFallible && name.type == .int64 ? "ABUSE_RETURNS_COUNT" : "ABUSE_RETURNS_INTEGER"
        case .text: "ABUSE_RETURNS_TEXT"
        default: "ABUSE_RETURNS_POINTER"
        }
    }

    private static func wrapper(_ function: Function, in interface: Interface) -> String {
        let roles = function.roles
        var before: [String] = []
        var after: [String] = []
        var arguments: [String] = []
        for (parameter, role) in zip(function.parameters, roles) {
            arguments.append(argument(parameter, role: role))
            switch (role, parameter.type) {
            case (.output, .integerOutput(let name)):
                before.append("\(name.c) \(parameter.name) = ABUSE_UNWRITTEN_NUMBER;")
                after.append("if (!a->null_outputs && \(parameter.name) != 0) result.outputs_set++;")
            case (.output, .handleOutput(let name)):
                before.append("\(name) *\(parameter.name) = (\(name) *)ABUSE_UNWRITTEN_POINTER;")
                after.append("if (!a->null_outputs && \(parameter.name) != NULL) result.outputs_set++;")
                if let free = freeFunction(of: name, in: interface) {
                    after.append(
                        "if (\(parameter.name) != (\(name) *)ABUSE_UNWRITTEN_POINTER) \(free)(\(parameter.name));")
                }
            case (.error, _):
                before.append("swiftssh_error *error = (swiftssh_error *)ABUSE_UNWRITTEN_POINTER;")
                after.append(contentsOf: errorLines(interface))
            default: break
            }
        }
        let call = "\(function.name)(\(arguments.joined(separator: ", ")))"
        let body =
            ["struct abuse_result result = {0, NULL, 0, 0, 0, 0};"] + before
            + resultLines(function, call: call, in: interface) + after
            + ["if (a->result != NULL) *a->result = result;"]
        return "static void abuse_\(function.name)(const struct abuse_arguments *a) {\n"
            + body.map { "    \($0)\n" }.joined() + "}\n"
    }

    private static func argument(_ parameter: Parameter, role: ParameterRole) -> String {
        switch role {
        case .handle(let name): "(\(name) *)a->handle"
        case .text: "a->text"
        case .bytes: "a->data"
        case .length: "a->length"
        case .number: "(\(parameter.type.c))a->number"
        case .buffer: "(\(parameter.type.c))a->buffer"
        case .capacity: "a->capacity"
        case .userData, .callback: "NULL"
        case .output: "a->null_outputs ? NULL : &\(parameter.name)"
        case .error: "a->null_error ? NULL : &error"
        }
    }

    private static func resultLines(_ function: Function, call: String, in interface: Interface) -> [String] {
        switch function.result {
        case .void:
            return ["\(call);"]
        case .integer:
            return ["result.value = (int64_t)\(call);"]
        case .text:
            return ["result.text = \(call);"]
        case .handle(let name):
            let free = freeFunction(of: name, in: interface).map { ["\($0)(returned);"] } ?? []
            return ["\(name) *returned = \(call);", "result.pointer_returned = returned != NULL;"] + free
        default:
            return ["result.pointer_returned = \(call) != NULL;"]
        }
    }

    private static func errorLines(_ interface: Interface) -> [String] {
        var freeing: [String] = []
        let takesError = { (name: String) in
            interface.functions.first { $0.name == name && $0.roles == [.handle(ABIType.errorHandle)] } != nil
        }
        if takesError("swiftssh_error_code") {
            freeing.append("if (error != NULL) result.error_code = swiftssh_error_code(error);")
        }
        if takesError("swiftssh_error_free") { freeing.append("swiftssh_error_free(error);") }
        return [
            "if (!a->null_error && error == (swiftssh_error *)ABUSE_UNWRITTEN_POINTER) {",
            "    result.error_set = ABUSE_ERROR_UNWRITTEN;",
            "} else if (!a->null_error) {",
            "    result.error_set = error != NULL;",
        ] + freeing.map { "    " + $0 } + ["}"]
    }

    private static func freeFunction(of handle: String, in interface: Interface) -> String? {
        interface.functions.map(\.name).first { $0 == handle + "_free" }
    }
}
