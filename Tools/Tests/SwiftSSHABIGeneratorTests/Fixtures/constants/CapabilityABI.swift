/// The first bit.
public let SWIFTSSH_CAPABILITY_FIRST: UInt64 = 1 << 0
/// The last bit.
public let SWIFTSSH_CAPABILITY_LAST: UInt64 = 1 << 63
/// Both bits.
public let SWIFTSSH_CAPABILITY_BOTH: UInt64 = SWIFTSSH_CAPABILITY_FIRST | (1 << 63)
/// A mask.
public let SWIFTSSH_CAPABILITY_MASK: UInt32 = 0xFFFF_0000
/// A plain number, the number of the interface.
public let SWIFTSSH_ABI_VERSION: UInt32 = 7
