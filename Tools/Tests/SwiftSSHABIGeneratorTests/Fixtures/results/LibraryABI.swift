/// The version.
/// - Returns: text that is valid for ever.
@_cdecl("swiftssh_version")
public func swiftssh_version() -> UnsafePointer<CChar> {
    boundaryText { Version.string }
}

/// The number of the interface.
/// - Returns: the number.
@_cdecl("swiftssh_abi_version")
public func swiftssh_abi_version() -> UInt32 {
    boundaryInteger { 0 }
}

/// The capabilities.
/// - Returns: bits.
@_cdecl("swiftssh_capabilities")
public func swiftssh_capabilities() -> UInt64 {
    boundaryInteger { !flag ? 0 : UInt64(truncatingIfNeeded: bits) }
}

/// Some memory.
/// - Returns: an address.
@_cdecl("swiftssh_memory")
public func swiftssh_memory() -> UnsafeMutableRawPointer? {
    boundaryMemory<Int> { nil }
}

/// Does nothing.
@_cdecl("swiftssh_nothing")
public func swiftssh_nothing() -> Void {
    boundaryNothing()
}
