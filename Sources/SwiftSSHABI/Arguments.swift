import Glibc
internal import SwiftSSH

/// A text that C handed in.
/// - Throws: `invalidArgument` when it is NULL, `invalidText` when it is not UTF-8.
func text(_ pointer: UnsafePointer<CChar>?, _ name: String) throws(SSHError) -> String {
    guard let pointer else { throw SSHError(.invalidArgument, "\(name) is NULL") }
    guard let text = String(validatingCString: pointer) else {
        throw SSHError(.invalidText, "\(name) is not valid UTF-8")
    }
    return text
}

/// A command line that C handed in: bytes that end in NUL, UTF-8 or not.
/// - Throws: `invalidArgument` when it is NULL.
func commandLine(_ pointer: UnsafePointer<CChar>?) throws(SSHError) -> RemoteCommand {
    RemoteCommand(bytes: try terminated(pointer, "command"))
}

/// The bytes before a NUL.
/// - Throws: `invalidArgument` when the pointer is NULL.
func terminated(_ pointer: UnsafePointer<CChar>?, _ name: String) throws(SSHError) -> [UInt8] {
    guard let pointer else { throw SSHError(.invalidArgument, "\(name) is NULL") }
    let bytes = UnsafeBufferPointer(start: pointer, count: Int(clamping: strlen(pointer)))
    return bytes.map { UInt8(bitPattern: $0) }
}

/// Bytes that C handed in; valid during the call.
/// - Throws: `invalidArgument` when the pointer is NULL although the length is not 0, or the length is beyond any memory.
func buffer(_ pointer: UnsafeRawPointer?, _ length: UInt, _ name: String) throws(SSHError) -> UnsafeRawBufferPointer {
    guard let length = Int(exactly: length) else {
        throw SSHError(.invalidArgument, "the length of \(name) is too large")
    }
    if length == 0 { return UnsafeRawBufferPointer(start: nil, count: 0) }
    guard let pointer else { throw SSHError(.invalidArgument, "\(name) is NULL") }
    return UnsafeRawBufferPointer(start: pointer, count: length)
}

/// A copy of bytes that C handed in.
/// - Throws: As ``buffer(_:_:_:)``, and `invalidArgument` beyond 16 MiB, which no key or password reaches.
func bytes(_ pointer: UnsafePointer<UInt8>?, _ length: UInt, _ name: String) throws(SSHError) -> [UInt8] {
    guard length <= 16 << 20 else { throw SSHError(.invalidArgument, "\(name) is longer than 16 MiB") }
    return Array(try buffer(pointer, length, name))
}

/// A caller's password, passphrase or answer, which is copied.
/// - Parameter name: The parameter's name, for the error.
func secret(_ pointer: UnsafePointer<UInt8>?, _ length: UInt, _ name: String) throws(SSHError) -> SecretBytes {
    guard length <= 65536 else { throw SSHError(.invalidArgument, "the \(name) is longer than 65536 bytes") }
    return SecretBytes(try buffer(pointer, length, name))
}

/// A call with a copy of a caller's key or passphrase, which is wiped after it; nil for NULL.
func withSecret<Value>(
    _ pointer: UnsafePointer<UInt8>?, _ length: UInt, _ name: String, _ body: ([UInt8]?) throws(SSHError) -> Value
) throws(SSHError) -> Value {
    guard pointer != nil else { return try body(nil) }
    var copy = try bytes(pointer, length, name)
    defer { wipe(&copy) }
    return try body(copy)
}

/// Copies a value into the caller's buffer if it fits.
/// - Returns: The length of the value.
func copyOut(_ value: some Collection<UInt8>, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: UInt) -> Int64 {
    if let buffer, UInt(bitPattern: value.count) <= capacity {
        _ = UnsafeMutableBufferPointer(start: buffer, count: value.count).initialize(from: value)
    }
    return Int64(clamping: value.count)
}

/// Copies a text into the caller's buffer if it fits, with a NUL where there is room for it.
/// - Returns: The length of the text in bytes.
func copyOut(_ value: String, _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt) -> Int64 {
    copyOut(Array(value.utf8), buffer, capacity)
}

/// The same for a text or a name that need not be UTF-8.
func copyOut(_ value: [UInt8], _ buffer: UnsafeMutablePointer<CChar>?, _ capacity: UInt) -> Int64 {
    guard let buffer, UInt(bitPattern: value.count) <= capacity else { return Int64(clamping: value.count) }
    let terminated = UInt(bitPattern: value.count) < capacity ? value + [0] : value
    _ = UnsafeMutableBufferPointer(start: buffer, count: terminated.count)
        .initialize(from: terminated.lazy.map { CChar(bitPattern: $0) })
    return Int64(clamping: value.count)
}

/// An output that the caller must give.
/// - Throws: `invalidArgument` when it is NULL.
func output<Value>(
    _ pointer: UnsafeMutablePointer<Value>?, _ name: String
) throws(SSHError) -> UnsafeMutablePointer<Value> {
    guard let pointer else { throw SSHError(.invalidArgument, "\(name) is NULL") }
    return pointer
}

/// The session behind a handle.
func session(_ handle: swiftssh_session?) throws(SSHError) -> Session {
    try HandleTable.shared.object(handle, Session.self)
}

/// The agent behind a handle.
func agent(_ handle: swiftssh_agent?) throws(SSHError) -> AgentObject {
    try HandleTable.shared.object(handle, AgentObject.self)
}

/// The channel behind a handle.
func channel(_ handle: swiftssh_channel?) throws(SSHError) -> Channel {
    try HandleTable.shared.object(handle, Channel.self)
}

/// A time that C handed in: negative for no limit.
func duration(_ milliseconds: Int64) -> Duration? {
    milliseconds < 0 ? nil : .milliseconds(milliseconds)
}
