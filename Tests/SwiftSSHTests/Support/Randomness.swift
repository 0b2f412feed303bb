/// Random numbers that are the same in every run (SplitMix64).
struct Randomness: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// So many random bytes.
    mutating func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            var left = UInt64(0)
            for index in 0..<count {
                if index % 8 == 0 { left = next() }
                buffer[index] = UInt8(truncatingIfNeeded: left)
                left >>= 8
            }
            initialized = count
        }
    }
}

/// The text of `seq 1 count`, which tells lost, doubled and exchanged bytes from right ones.
func numberedLines(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count * 8)
    for number in 1...count {
        bytes.append(contentsOf: String(number).utf8)
        bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
}
