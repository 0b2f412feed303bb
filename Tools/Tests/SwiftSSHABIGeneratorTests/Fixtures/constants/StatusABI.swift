// The statuses that functions may return.
// Their numbers are never used again.

/// Nothing went wrong.
public let SWIFTSSH_ERROR_NONE: Int32 = 0
/// The deadline passed. Whoever waits for "ever" never sees it.
public let SWIFTSSH_ERROR_TIMEOUT: Int32 = -9
/// The lowest number that there is.
///
/// It has a second paragraph.
public let SWIFTSSH_LOWEST: Int32 = -2_147_483_648
/// The lowest number of the longer type.
public let SWIFTSSH_LOWEST_LONG: Int64 = -0x8000_0000_0000_0000
/// A longer number.
public let SWIFTSSH_LONG: Int64 = -5_000_000_000

/// Something internal, which is not for C.
let internalConstant = 5
