/// What a parameter is for, which its type, its name and the parameter before it decide.
enum ParameterRole: Hashable {
    case handle(String)
    case text
    case bytes
    /// The length of the bytes before it.
    case length
    case number
    /// Memory of the caller's that the function writes to.
    case buffer
    /// The size of the buffer before it.
    case capacity
    /// A value of the caller's that its callback gets back.
    case userData
    case output
    case error
    case callback

    /// Whether the function writes through it.
    var isOutput: Bool {
        switch self {
        case .buffer, .capacity, .output, .error: true
        default: false
        }
    }
}

extension Function {
    /// The roles of the parameters, in their order.
    var roles: [ParameterRole] {
        var roles: [ParameterRole] = []
        for parameter in parameters {
            roles.append(Self.role(of: parameter, after: roles.last))
        }
        return roles
    }

    /// Whether it reports failures through an error object.
    var isFallible: Bool { roles.contains(.error) }

    private static func role(of parameter: Parameter, after previous: ParameterRole?) -> ParameterRole {
        switch parameter.type {
        case .void: .number
        case .integer(let name):
            switch (previous, name.type) {
            case (.buffer, .size): .capacity
            case (.bytes, .size): .length
            default: .number
            }
        case .handle(let name): .handle(name)
        case .text: .text
        case .bytes, .memory: .bytes
        case .textBuffer, .byteBuffer: .buffer
        case .anyMemory: isBufferName(parameter.name) ? .buffer : .userData
        case .integerOutput: .output
        case .handleOutput(let name): name == ABIType.errorHandle ? .error : .output
        case .callback: .callback
        }
    }

    static func isBufferName(_ name: String) -> Bool { name == "buffer" || name.hasSuffix("_buffer") }
}
