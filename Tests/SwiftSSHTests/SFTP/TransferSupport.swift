import Foundation
import Testing

@testable import SwiftSSH

extension ConnectedSFTP {
    /// A session with the SFTP server that misbehaves as it is told.
    init(scripted mode: [String]) throws {
        directory = try TemporaryDirectory()
        let fixture = try Fixture.shared.get()
        let command = ([fixture["sftp_server_scripted"]] + mode).joined(separator: " ")
        connected = try ConnectedSession(arguments: ["--sftp", command])
        try connected.logIn()
        sftp = try connected.session.sftp()
    }

    /// The local path of a name in the directory.
    func local(_ name: String) -> LocalPath { LocalPath(directory.path(name)) }

    /// Whether there is a file of that name in the directory.
    func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: directory.path(name)) }

    /// The name that the part of a file has.
    func part(_ name: String) -> String { String(decoding: PartName.of(Array(name.utf8)), as: UTF8.self) }

    /// Makes directories and files of different sizes below a name; gives what was made, by their paths below it.
    func makeTree(_ name: String) throws -> [String: [UInt8]] {
        var random = Randomness(seed: 3)
        let content: [String: [UInt8]] = [
            "empty": [], "small": Array("small".utf8), "one/file": random.bytes(100_000),
            "one/two/large": random.bytes(1_500_000), "one/two/zeros": [UInt8](repeating: 0, count: 600_000),
            "one/ .name\n": [1, 2, 3],
        ]
        for (path, bytes) in content {
            let full = directory.path(name + "/" + path)
            try FileManager.default.createDirectory(
                atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
            try directory.write(bytes, to: name + "/" + path, mode: 0o640)
        }
        try FileManager.default.createDirectory(
            atPath: directory.path(name + "/one/bare"), withIntermediateDirectories: true)
        return content
    }

    /// What is below a name: the content of the files and the targets of links, by their paths below it.
    func tree(_ name: String) throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: directory.path(name)) {
            let full = directory.path(name + "/" + path)
            // Foundation does not find names again that are not UTF-8.
            let kind = try? FileManager.default.attributesOfItem(atPath: full)[.type] as? FileAttributeType
            if kind == .typeRegular { found[path] = try directory.read(name + "/" + path) }
            if kind == .typeSymbolicLink {
                found[path] = Array(try FileManager.default.destinationOfSymbolicLink(atPath: full).utf8)
            }
        }
        return found
    }

    /// The permission bits and the time of the last change of a file.
    func facts(_ name: String) throws -> (permissions: Int, modification: Int) {
        let attributes = try FileManager.default.attributesOfItem(atPath: directory.path(name))
        let date = attributes[.modificationDate] as? Date
        return ((attributes[.posixPermissions] as? Int) ?? -1, Int(date?.timeIntervalSince1970 ?? -1))
    }

    /// Sets the time of the last change of a file.
    func setModification(_ name: String, _ seconds: Int) throws {
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: TimeInterval(seconds))], ofItemAtPath: directory.path(name))
    }
}

/// The scripted server with a gate that its late replies wait for.
struct ScriptedGate {
    let files: ConnectedSFTP
    private let path: String
    private let gate: TemporaryDirectory

    init(_ mode: [String]) throws {
        gate = try TemporaryDirectory()
        path = gate.path("gate")
        try #require(mkfifo(path, 0o600) == 0)
        files = try ConnectedSFTP(scripted: mode + ["--gate", path])
    }

    /// Lets the late replies go.
    func open() throws {
        // Not a FileHandle: another test's child would inherit that, and keep the gate open.
        let file = Glibc.open(path, O_WRONLY | O_CLOEXEC)
        try #require(close(file) == 0)
    }
}
