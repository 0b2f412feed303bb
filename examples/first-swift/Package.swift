// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "first",
    dependencies: [.package(name: "SwiftSSH", path: "../..")],
    targets: [.executableTarget(name: "first", dependencies: ["SwiftSSH"])]
)
