/// Writes `Version.swift`, from which the library knows its own version.
enum VersionRenderer {
    static func render(_ interface: Interface) -> String {
        let version = interface.version
        return """
            \(Origin.swiftComment)
            /// The version of this library.
            public enum Version {
                /// The whole version, such as `"1.2.3"`.
                public static let string = "\(version.string)"
                /// The first number: it changes when programs must be built anew.
                public static let major: UInt32 = \(version.major)
                /// The second number: it changes when something is added.
                public static let minor: UInt32 = \(version.minor)
                /// The third number: it changes when something is corrected.
                public static let patch: UInt32 = \(version.patch)
                /// The three numbers in one, which can be compared: `major << 16 | minor << 8 | patch`.
                public static let number: UInt32 = \(version.number)
                /// The number of the C ABI, which a program compares with the one that it was built for.
                public static let abi: UInt32 = \(interface.abiVersion)
            }

            """
    }
}
