/// Bytes that are wiped when they go.
package final class SecretBytes: @unchecked Sendable {
    // Whoever has made it writes to it before others see it.
    /// The bytes; valid while the object lives.
    let bytes: UnsafeMutableRawBufferPointer

    /// A copy of `bytes`.
    package init(_ bytes: some Collection<UInt8>) {
        self.bytes = .allocate(byteCount: bytes.count, alignment: 16)
        self.bytes.copyBytes(from: bytes)
    }

    /// So many zeros.
    init(count: Int) {
        bytes = .allocate(byteCount: count, alignment: 16)
        bytes.initializeMemory(as: UInt8.self, repeating: 0)
    }

    deinit {
        wipe(bytes)
        bytes.deallocate()
    }

    /// The bytes, not to be changed.
    package var readOnly: UnsafeRawBufferPointer { UnsafeRawBufferPointer(bytes) }
}
