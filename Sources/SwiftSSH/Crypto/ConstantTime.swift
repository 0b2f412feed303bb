import COpenSSL

/// Whether two pieces of memory of the same length hold the same, in a time that depends on that length alone.
func constantTimeEqual(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Bool {
    guard first.count == second.count, let left = first.baseAddress, let right = second.baseAddress else {
        return false
    }
    return CRYPTO_memcmp(left, right, first.count) == 0
}
