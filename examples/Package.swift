// swift-tools-version: 6.1
import PackageDescription

// The Swift program of each subject is its main.swift; the others beside it are the same in C and in Python.
let subjects = [
    "agent", "channels", "client", "configuration", "event-loop", "first", "forwarding", "known-hosts",
    "publickey-subsystem", "scp",
    "session", "sftp", "transfer",
]

let package = Package(
    name: "examples",
    dependencies: [.package(name: "SwiftSSH", path: "..")],
    targets: subjects.map { subject in
        .executableTarget(
            name: subject, dependencies: ["SwiftSSH", .product(name: "SwiftSSHAsync", package: "SwiftSSH")],
            path: subject,
            exclude: ["\(subject).c", "\(subject).py"])
    },
    swiftLanguageModes: [.v6]
)
