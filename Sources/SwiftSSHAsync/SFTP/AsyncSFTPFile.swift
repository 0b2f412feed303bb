public import SwiftSSH

/// A file that is open on a server, for tasks: ``SwiftSSH/SFTPHandle`` with its calls awaited.
///
/// It has a position, at which it is read and written on; several tasks may use it at once. Reading asks ahead. Its methods throw what those of ``AsyncSFTP`` throw, and `badUse`
/// after it has been closed. Letting it go closes it without waiting, and what could not be written is then not told: ``close(timeout:)`` tells it.
public final class AsyncSFTPFile: Sendable {
    /// The file whose calls wait, for everything that has no awaited form.
    public let blocking: SFTPHandle
    let driver: Driver

    /// Has tasks use a file.
    /// - Parameter file: The file; a directory is listed by ``AsyncSFTP/list(_:)``.
    /// - Throws: `allocation` where the system has no descriptor or thread left.
    public convenience init(_ file: SFTPHandle) throws(SSHError) {
        self.init(file, try Driver.of(file.sftp.session))
    }

    init(_ file: SFTPHandle, _ driver: Driver) {
        blocking = file
        self.driver = driver
    }

    /// The path that it was opened by.
    public var path: RemotePath { blocking.path }

    /// Where it is read and written on, in bytes from the beginning.
    public var position: UInt64 { blocking.position }

    /// Sets where it is read and written on. Nothing is sent; a position beyond the end is allowed.
    /// - Parameter position: The position, in bytes from the beginning.
    public func seek(to position: UInt64) {
        blocking.seek(to: position)
    }

    // MARK: Bytes

    /// Reads on, waiting for at least one byte.
    /// - Parameters:
    ///   - count: The largest number of bytes to read, 0 or more.
    ///   - timeout: The time to wait for a byte.
    /// - Returns: The bytes; none at the end of the file, which only the server's word makes.
    public func read(upTo count: Int = 65536, timeout: Duration? = nil) async throws(SSHError) -> [UInt8] {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.read(upTo: count) }
    }

    /// What is left of the file from its position on, in pieces of any length. Bytes that had come when a task was cancelled stay for who reads next.
    public var chunks: AsyncReads<[UInt8]> {
        AsyncReads(driver) { [blocking] () throws(SSHError) in
            let bytes = try blocking.read(upTo: 65536)
            return bytes.isEmpty ? nil : bytes
        }
    }

    /// Writes all of the bytes. Returns when they are accepted: on their way, or gathered with others that will be. Of a write that was cancelled some may have been written.
    /// - Parameters:
    ///   - bytes: What to write.
    ///   - timeout: The time for all of it.
    /// - Throws: Also what went wrong with an earlier write; nothing is then accepted.
    public func write(_ bytes: [UInt8], timeout: Duration? = nil) async throws(SSHError) {
        try await driver.write(bytes, timeout) { (bytes) throws(SSHError) in try blocking.write(bytes) }
    }

    /// Waits until the server has acknowledged all that was written, which says nothing of its disk: see ``synchronize(timeout:)``.
    /// - Parameter timeout: The time it may take.
    /// - Throws: Also what went wrong with a write.
    public func flush(timeout: Duration? = nil) async throws(SSHError) {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.flush() }
    }

    /// Waits until all that was written is on the server's disk (`fsync@openssh.com`).
    /// - Parameter timeout: The time it may take.
    /// - Throws: Also what went wrong with a write, and `methodNotSupported` where the server does not offer it.
    public func synchronize(timeout: Duration? = nil) async throws(SSHError) {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.synchronize() }
    }

    // MARK: Attributes

    /// What the server knows of the file.
    /// - Parameter timeout: The time for the server's answer.
    public func attributes(timeout: Duration? = nil) async throws(SSHError) -> SFTPAttributes {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.attributes() }
    }

    /// Sets attributes of the file.
    /// - Parameters:
    ///   - attributes: What is to be set; what is nil stays as it is.
    ///   - timeout: The time for the server's answer.
    public func setAttributes(_ attributes: SFTPAttributes, timeout: Duration? = nil) async throws(SSHError) {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.setAttributes(attributes) }
    }

    /// What is known of the file system that the file is on (`fstatvfs@openssh.com`).
    /// - Parameter timeout: The time for the server's answer.
    /// - Throws: `methodNotSupported` where the server does not offer it.
    public func statVFS(timeout: Duration? = nil) async throws(SSHError) -> SFTPStatVFS {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.statVFS() }
    }

    // MARK: The end

    /// Closes it, after the server has acknowledged all that was written. Closing it again does nothing.
    /// - Parameter timeout: The time it may take. A close that was not finished in time or was cancelled goes on when it is called again.
    /// - Throws: Also what went wrong with a write that no call has told yet; the file is closed all the same.
    public func close(timeout: Duration? = nil) async throws(SSHError) {
        try await driver.run(timeout) { () throws(SSHError) in try blocking.close() }
    }
}
