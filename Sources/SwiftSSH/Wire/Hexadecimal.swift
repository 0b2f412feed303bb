extension Sequence<UInt8> {
    /// The bytes as hexadecimal digits, two each.
    var hexadecimalDigits: [UInt8] {
        let digits = Array("0123456789abcdef".utf8)
        return flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    }
}
