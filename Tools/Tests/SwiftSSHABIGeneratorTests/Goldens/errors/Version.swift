// Generated from VERSION by scripts/generate.
// Do not edit: change VERSION and run scripts/generate.

/// The version of this library.
public enum Version {
    /// The whole version, such as `"1.2.3"`.
    public static let string = "1.2.3"
    /// The first number: it changes when programs must be built anew.
    public static let major: UInt32 = 1
    /// The second number: it changes when something is added.
    public static let minor: UInt32 = 2
    /// The third number: it changes when something is corrected.
    public static let patch: UInt32 = 3
    /// The three numbers in one, which can be compared: `major << 16 | minor << 8 | patch`.
    public static let number: UInt32 = 66051
    /// The number of the C ABI, which a program compares with the one that it was built for.
    public static let abi: UInt32 = 1
}
