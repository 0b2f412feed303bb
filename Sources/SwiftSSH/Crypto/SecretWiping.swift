import COpenSSL

/// Overwrites `memory` with zeros in a way that no optimiser removes.
func wipe(_ memory: UnsafeMutableRawBufferPointer) {
    guard let start = memory.baseAddress else { return }
    OPENSSL_cleanse(start, memory.count)
}

/// Overwrites `bytes` with zeros in a way that no optimiser removes, and empties the array.
///
/// Only the storage that this array holds alone is wiped: copies, slices and readers of it must be gone. An array whose
/// storage is shared is let go of without touching what the others see.
package func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { wipe($0) }
    bytes = []
}
