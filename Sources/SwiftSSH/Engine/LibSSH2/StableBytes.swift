/// Bytes at an address that does not change, for what libssh2 must be given again in each call of one operation; wiped when they go.
final class StableBytes {
    /// The bytes; valid as long as the object lives.
    let bytes: UnsafeMutableRawBufferPointer

    /// Copies `bytes`.
    init(_ bytes: some Collection<UInt8>) {
        self.bytes = .allocate(byteCount: bytes.count + 1, alignment: 16)
        self.bytes.copyBytes(from: bytes)
        self.bytes[bytes.count] = 0
    }

    deinit {
        wipe(bytes)
        bytes.deallocate()
    }

    /// The number of bytes, without the zero that follows them.
    var count: Int { bytes.count - 1 }

    /// The address as C's text functions take it; a zero follows the last byte.
    var characters: UnsafeMutablePointer<CChar>? {
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    }

    /// The address as C's byte functions take it.
    var octets: UnsafeMutablePointer<UInt8>? {
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    }
}
