// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "Tools",
    dependencies: [
        .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1")
    ],
    targets: [
        .target(
            name: "SwiftSSHABIGenerator",
            dependencies: [
                .product(name: "SwiftParser", package: "swift-syntax"),
                .product(name: "SwiftSyntax", package: "swift-syntax"),
            ]
        ),
        .executableTarget(name: "swiftssh-abi", dependencies: ["SwiftSSHABIGenerator"]),
        .testTarget(
            name: "SwiftSSHABIGeneratorTests",
            dependencies: ["SwiftSSHABIGenerator"],
            exclude: ["Fixtures", "Goldens"]
        ),
    ]
)
