/// A channel.
public typealias swiftssh_channel = OpaquePointer

/// Reads.
/// - Parameter channel: the channel.
/// - Parameter stream_id: 0 or 1.
/// - Parameter buffer: where the bytes go.
/// - Parameter length: how many at most.
/// - Returns: how many were read.
@_cdecl("swiftssh_channel_read")
public func swiftssh_channel_read(
    _ channel: swiftssh_channel?, _ stream_id: UInt32, _ buffer: UnsafeMutableRawPointer?, _ length: UInt
) -> Int64 {
    boundaryCount(channel) { $0.read(stream_id, buffer, length) }
}

/// Writes.
/// - Parameter channel: the channel.
/// - Parameter data: the bytes.
/// - Parameter length: how many there are.
/// - Returns: how many were written.
@_cdecl("swiftssh_channel_write")
public func swiftssh_channel_write(_ channel: swiftssh_channel?, _ data: UnsafeRawPointer?, _ length: UInt) -> Int64 {
    boundaryCount(channel) { $0.write(data, length) }
}

/// Copies a name and a key.
/// - Parameter channel: the channel.
/// - Parameter passphrase: a secret.
/// - Parameter passphrase_length: its length.
/// - Parameter port: a port.
/// - Parameter letter: a letter.
/// - Parameter offset: an offset.
/// - Parameter name_buffer: where the name goes.
/// - Parameter name_capacity: its size.
/// - Parameter buffer: where the key goes.
/// - Parameter capacity: its size.
/// - Parameter out_type: the type.
/// - Parameter out_size: the size.
/// - Parameter out_flags: the flags.
/// - Returns: 0.
@_cdecl("swiftssh_channel_copy")
public func swiftssh_channel_copy(
    _ channel: swiftssh_channel?, _ passphrase: UnsafePointer<UInt8>?, _ passphrase_length: UInt, _ port: UInt16,
    _ letter: UInt8, _ offset: UInt64, _ name_buffer: UnsafeMutablePointer<CChar>?, _ name_capacity: UInt,
    _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt, _ out_type: UnsafeMutablePointer<Int32>?,
    _ out_size: UnsafeMutablePointer<UInt>?, _ out_flags: UnsafeMutablePointer<UInt64>?
) -> Int64 {
    boundaryCount(channel) { _ in 0 }
}
