import Glibc

/// Times as OpenSSH's configurations have them: `90`, `90s`, `1m30s`, `2h`, `1d`, `1w`.
enum ConfigurationTime {
    private static let units: [UInt8: Int32] = [
        UInt8(ascii: "s"): 1, UInt8(ascii: "m"): 60, UInt8(ascii: "h"): 3600, UInt8(ascii: "d"): 86400,
        UInt8(ascii: "w"): 604_800,
    ]

    /// The seconds; nil for what is no time, or more than 32 bits hold.
    static func seconds(_ text: String) -> Int32? {
        var total: Int32 = 0
        var rest = Array(text.utf8)[...]
        if rest.isEmpty { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
            guard let number = Int32(String(decoding: digits, as: UTF8.self)) else { return nil }
            rest = rest[digits.endIndex...]
            var unit: Int32 = 1
            if let letter = rest.popFirst() {
                guard let known = units[HostPatterns.lowercased(letter)] else { return nil }
                unit = known
            }
            let (product, overflow) = number.multipliedReportingOverflow(by: unit)
            let (sum, sumOverflow) = total.addingReportingOverflow(product)
            guard !overflow, !sumOverflow else { return nil }
            total = sum
        }
        return total
    }
}

/// Ports as OpenSSH's configurations have them.
enum ServicePort {
    /// The number of a port, which is written as a number or as the name of a service (`services(5)`); nil for what is neither, and for 0.
    static func number(_ text: String) -> UInt16? {
        if let number = UInt16(text) { return number > 0 ? number : nil }
        if text.utf8.contains(0) { return nil }
        var entry = servent()
        var found: UnsafeMutablePointer<servent>?
        var buffer = [CChar](repeating: 0, count: 4096)
        guard getservbyname_r(text, "tcp", &entry, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        let port = UInt16(truncatingIfNeeded: entry.s_port).byteSwapped
        return port > 0 ? port : nil
    }
}
