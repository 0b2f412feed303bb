import COpenSSL

/// Whether two byte strings are equal, in a time that depends on their lengths alone.
func constantTimeEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    guard first.count == second.count else { return false }
    if first.isEmpty { return true }
    return first.withUnsafeBytes { left in
        second.withUnsafeBytes { right in
            guard let start = left.baseAddress, let other = right.baseAddress else { return false }
            return CRYPTO_memcmp(start, other, left.count) == 0
        }
    }
}
