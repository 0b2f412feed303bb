import COpenSSL

/// A number of libcrypto's, wiped when it goes. Used by one thread at a time.
final class BigNumber {
    /// libcrypto's number; valid while the object lives.
    let pointer: OpaquePointer

    /// The number whose magnitude is `bytes`, most significant byte first; `nil` when memory runs out or the bytes are
    /// more than any key needs.
    init?(_ bytes: [UInt8]) {
        guard bytes.count <= RSALimits.maximumBytes,
            let pointer = bytes.withUnsafeBufferPointer({
                BN_bin2bn($0.baseAddress, Int32(truncatingIfNeeded: $0.count), nil)
            })
        else { return nil }
        self.pointer = pointer
    }

    /// The number that `key` holds under libcrypto's name `parameter`; `nil` when it has none.
    init?(of key: OpenSSLKey, parameter: String) {
        var pointer: OpaquePointer?
        guard EVP_PKEY_get_bn_param(key.pointer, parameter, &pointer) == 1, let pointer else { return nil }
        self.pointer = pointer
    }

    /// Takes over `pointer`.
    init(owning pointer: OpaquePointer) {
        self.pointer = pointer
    }

    deinit {
        BN_clear_free(pointer)
    }

    /// How many bits the number has; 0 for zero.
    var bitCount: Int { Int(BN_num_bits(pointer)) }

    var isOdd: Bool { BN_is_odd(pointer) == 1 }

    var isOne: Bool { BN_is_one(pointer) == 1 }

    /// The magnitude, most significant byte first, without leading zeros.
    var magnitude: [UInt8] {
        bytes(count: (bitCount + 7) / 8)
    }

    /// The magnitude in exactly `count` bytes, most significant byte first; empty when it does not fit.
    func bytes(count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let written = bytes.withUnsafeMutableBufferPointer {
            BN_bn2binpad(pointer, $0.baseAddress, Int32(clamping: count))
        }
        return written == Int32(clamping: count) ? bytes : []
    }

    /// The number less one; `nil` when memory runs out.
    func decremented() -> BigNumber? {
        guard let copy = BN_dup(pointer).map(BigNumber.init(owning:)), BN_sub_word(copy.pointer, 1) == 1 else {
            return nil
        }
        return copy
    }

    /// The number modulo `modulus`; `nil` when that is zero or memory runs out.
    func reduced(modulo modulus: BigNumber) -> BigNumber? {
        guard let context = BN_CTX_new() else { return nil }
        defer { BN_CTX_free(context) }
        guard let result = BN_new().map(BigNumber.init(owning:)),
            BN_nnmod(result.pointer, pointer, modulus.pointer, context) == 1
        else { return nil }
        return result
    }

    /// The product of two numbers, modulo `modulus` where one is given; `nil` when that is zero or memory runs out.
    func multiplied(by other: BigNumber, modulo modulus: BigNumber? = nil) -> BigNumber? {
        guard let context = BN_CTX_secure_new() else { return nil }
        defer { BN_CTX_free(context) }
        guard let result = BN_new().map(BigNumber.init(owning:)) else { return nil }
        let status =
            if let modulus {
                BN_mod_mul(result.pointer, pointer, other.pointer, modulus.pointer, context)
            } else {
                BN_mul(result.pointer, pointer, other.pointer, context)
            }
        return status == 1 ? result : nil
    }

    static func == (first: BigNumber, second: BigNumber) -> Bool {
        BN_cmp(first.pointer, second.pointer) == 0
    }
}
