/// The Blowfish cipher with the key schedule of bcrypt, for ``BcryptPBKDF`` alone.
///
/// The state lives in memory of its own, which is wiped and freed at the end of the value's life. All indices are
/// masked to the size of what they index, so no input can lead outside. Use one value on one thread at a time.
struct Blowfish: ~Copyable {
    private static let boxesStart = BlowfishTables.subkeyCount

    private let state: UnsafeMutablePointer<UInt32>
    private let count: Int

    /// The cipher in its starting state, before any key.
    init() {
        count = BlowfishTables.initialState.count
        state = .allocate(capacity: count)
        reset()
    }

    deinit {
        wipe(UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(start: state, count: count)))
        state.deallocate()
    }

    /// Puts the cipher back into its starting state.
    func reset() {
        BlowfishTables.initialState.withUnsafeBufferPointer { table in
            guard let start = table.baseAddress else { return }
            state.update(from: start, count: count)
        }
    }

    /// Enciphers the block of two words in place.
    @inline(__always)
    func encipher(_ left: inout UInt32, _ right: inout UInt32) {
        let boxes = state + Self.boxesStart
        var a = left ^ state[0]
        var b = right
        var index = 1
        while index <= 16 {
            b ^= Self.mix(a, boxes) ^ state[index]
            a ^= Self.mix(b, boxes) ^ state[index &+ 1]
            index &+= 2
        }
        left = b ^ state[17]
        right = a
    }

    /// Mixes `key` into the subkeys and replaces the whole state by what the cipher makes of `salt`, block by block.
    ///
    /// - Parameters:
    ///   - salt: 16 words, used in a circle; `nil` stands for words of zero.
    ///   - key: 16 words, used in a circle.
    func expand(salt: UnsafePointer<UInt32>?, key: UnsafePointer<UInt32>) {
        var index = 0
        while index < Self.boxesStart {
            state[index] ^= key[index & 15]
            index &+= 1
        }
        var left: UInt32 = 0
        var right: UInt32 = 0
        index = 0
        while index &+ 1 < count {
            if let salt {
                left ^= salt[index & 15]
                right ^= salt[(index &+ 1) & 15]
            }
            encipher(&left, &right)
            state[index] = left
            state[index &+ 1] = right
            index &+= 2
        }
    }

    @inline(__always)
    private static func mix(_ word: UInt32, _ boxes: UnsafeMutablePointer<UInt32>) -> UInt32 {
        let first = boxes[Int(truncatingIfNeeded: word &>> 24)]
        let second = boxes[256 &+ Int(truncatingIfNeeded: word &>> 16 & 0xFF)]
        let third = boxes[512 &+ Int(truncatingIfNeeded: word &>> 8 & 0xFF)]
        let fourth = boxes[768 &+ Int(truncatingIfNeeded: word & 0xFF)]
        return ((first &+ second) ^ third) &+ fourth
    }
}
