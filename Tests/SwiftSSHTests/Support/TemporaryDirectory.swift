import Glibc

/// A directory of a test's own, mode 0700, that goes with everything in it when the object goes.
final class TemporaryDirectory: Sendable {
    /// A call of the system that failed.
    struct Failure: Error, CustomStringConvertible {
        let path: String
        let errno: Int32

        var description: String { "\(path): \(String(cString: strerror(errno)))" }
    }

    /// The directory's absolute path.
    let path: String

    init() throws {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/swiftssh-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(path: parent, errno: errno) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        Self.remove(path)
    }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR, let entries = opendir(path) {
            while let entry = readdir(entries) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != ".", name != ".." { remove(path + "/" + name) }
            }
            closedir(entries)
        }
        _ = Glibc.remove(path)
    }

    /// The path of `name` inside.
    func path(_ name: String) -> String { path + "/" + name }

    /// Writes a file, mode 0600 unless told otherwise, and returns its path.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String, mode: mode_t = 0o600) throws -> String {
        let file = path(name)
        let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(path: file, errno: errno) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { memory in
                Glibc.write(descriptor, memory.baseAddress.map { $0 + written }, memory.count - written)
            }
            guard count >= 0 else { throw Failure(path: file, errno: errno) }
            written += count
        }
        guard fchmod(descriptor, mode) == 0 else { throw Failure(path: file, errno: errno) }
        return file
    }

    /// The content of the file `name`.
    func read(_ name: String) throws -> [UInt8] {
        let file = path(name)
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(path: file, errno: errno) }
        defer { close(descriptor) }
        var content: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count >= 0 else { throw Failure(path: file, errno: errno) }
            if count == 0 { return content }
            content.append(contentsOf: buffer.prefix(count))
        }
    }
}
