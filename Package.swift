// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "SwiftSSH",
    products: [
        .library(name: "SwiftSSH", targets: ["SwiftSSH"]),
        // The same for tasks: a module of its own, so that nobody loads Swift's concurrency who does not use it.
        .library(name: "SwiftSSHAsync", targets: ["SwiftSSHAsync"]),
        // What C, C++ and Python load; CMake links it with the Swift runtime inside.
        .library(name: "swiftssh", type: .dynamic, targets: ["SwiftSSHABI"]),
    ],
    targets: [
        // The engine: SSH's transport, authentication and connection protocols.
        .systemLibrary(
            name: "CLibSSH2", pkgConfig: "libssh2", providers: [.apt(["libssh2-1-dev"]), .brew(["libssh2"])]),
        // All cryptography: keys, signatures, digests.
        .systemLibrary(
            name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        // Linux's epoll, which Swift's own module of the system's library leaves out.
        .systemLibrary(name: "CLinux"),
        .target(name: "SwiftSSH", dependencies: ["CLibSSH2", "COpenSSL", "CLinux"], swiftSettings: strict),
        .target(name: "SwiftSSHAsync", dependencies: ["SwiftSSH", "CLinux"], swiftSettings: strict),
        .target(name: "SwiftSSHABI", dependencies: ["SwiftSSH"], swiftSettings: strict),
        .testTarget(
            name: "SwiftSSHTests", dependencies: ["CLinux", "SwiftSSH", "SwiftSSHABI", "SwiftSSHAsync"],
            swiftSettings: [.enableUpcomingFeature("ExistentialAny")]),
    ],
    swiftLanguageModes: [.v6]
)
