import COpenSSL

/// Random bytes of libcrypto's generator.
enum Random {
    /// Fills `buffer` with random bytes.
    ///
    /// - Throws: `randomGenerator` when there are none to be had.
    static func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(SSHError) {
        guard !buffer.isEmpty else { return }
        OpenSSLError.discard()
        let start = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard RAND_bytes(start, Int32(clamping: buffer.count)) == 1 else {
            throw OpenSSLError.take().error(.randomGenerator, "libcrypto has no random bytes")
        }
    }

    /// `count` random bytes.
    ///
    /// - Throws: `randomGenerator` when there are none to be had.
    static func bytes(_ count: Int) throws(SSHError) -> [UInt8] {
        try [UInt8](upTo: count) { (buffer) throws(SSHError) in
            try fill(buffer)
            return buffer.count
        }
    }
}
