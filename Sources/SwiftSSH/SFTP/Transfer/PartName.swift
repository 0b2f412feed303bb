/// The name that a file has while it is being copied: what has its own name is whole.
enum PartName {
    private static let suffix = Array(".swiftssh.part".utf8)
    /// The longest name that file systems take.
    private static let longest = 255

    /// The name of the part of a file: always the same, so that a later transfer finds it.
    /// - Parameter name: The file's name.
    static func of(_ name: [UInt8]) -> [UInt8] {
        if name.count + suffix.count <= longest { return name + suffix }
        // What is cut off of long names goes into a digest, so that they stay apart.
        let digest = (try? Digest.sha256.hash(name)) ?? []
        let hexadecimal = digest.prefix(8).flatMap { Array((($0 < 16 ? "0" : "") + String($0, radix: 16)).utf8) }
        return name.prefix(longest - suffix.count - hexadecimal.count - 1) + [0x2E] + hexadecimal + suffix
    }

    /// Whether a file of that name could be taken for the part of another one.
    static func isPart(_ name: [UInt8]) -> Bool { name.suffix(suffix.count).elementsEqual(suffix) }

    /// The path of the part of a file on the server.
    static func of(_ path: RemotePath) -> RemotePath {
        let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
        let directory = path.bytes[..<(slash.map { $0 + 1 } ?? 0)]
        return RemotePath(bytes: directory + of(Array(path.bytes.dropFirst(directory.count))))
    }
}
