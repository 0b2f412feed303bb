/// Memory never crosses the boundary without its size.
enum BufferRules {
    static func check(_ function: Function) -> [Refusal] {
        var refusals = Refusals()
        let roles = function.roles
        for (index, parameter) in function.parameters.enumerated() {
            let next = index + 1 < roles.count ? function.parameters[index + 1] : nil
            let nextRole = index + 1 < roles.count ? roles[index + 1] : nil
            switch roles[index] {
            case .buffer:
                if !Function.isBufferName(parameter.name) {
                    refusals.add(
                        parameter.location, "\(function.name): memory to write is named `\(parameter.name)`",
                        help: "name it `buffer`, or `..._buffer` where there are several")
                } else if nextRole != .capacity || !capacityNames(of: parameter.name).contains(next?.name ?? "") {
                    refusals.add(
                        parameter.location, "\(function.name): `\(parameter.name)` is not followed by its size",
                        help: "put `_ \(capacityNames(of: parameter.name)[0]): UInt` after it")
                }
            case .bytes:
                if nextRole != .length || !lengthNames(of: parameter.name).contains(next?.name ?? "") {
                    refusals.add(
                        parameter.location, "\(function.name): `\(parameter.name)` is not followed by its length",
                        help: "put `_ \(lengthNames(of: parameter.name)[0]): UInt` after it")
                }
            case .userData:
                if parameter.name != "user_data", !parameter.name.hasSuffix("_user_data") {
                    refusals.add(
                        parameter.location,
                        "\(function.name): `\(parameter.name)` may be memory to write or a user's value",
                        help: "name it `buffer`, with its capacity after it, or `user_data`")
                }
            default: break
            }
        }
        return refusals.all
    }

    private static func capacityNames(of buffer: String) -> [String] {
        let prefix = String(buffer.dropLast("buffer".count))
        return [prefix + "capacity", prefix + "length"]
    }

    private static func lengthNames(of bytes: String) -> [String] {
        bytes == "data" ? ["length", "data_length"] : [bytes + "_length", "length"]
    }
}
