public import SwiftSSH

extension AsyncSFTP {
    /// The names in a directory, without `.` and `..`, in the server's order. Nothing is asked of the server before the first one; memory is bounded, however many there are.
    /// - Parameter path: The directory.
    public func list(_ path: RemotePath) -> Names { Names(sftp: self, path: path) }

    /// A walk through a directory with all that is in it: each name once, a directory before what is in it, symbolic links not followed.
    /// - Parameter path: The directory. Nothing is asked of the server before the first step.
    public func walk(_ path: RemotePath) -> Walk { Walk(sftp: self, path: path) }

    /// The names in a directory. Each iteration lists it anew, and closes it without waiting when it ends.
    public struct Names: AsyncSequence, Sendable {
        let sftp: AsyncSFTP
        let path: RemotePath

        /// Begins with the first name.
        public func makeAsyncIterator() -> Iterator { Iterator(sftp: sftp, path: path) }

        /// What lists the directory.
        public struct Iterator: AsyncIteratorProtocol {
            private let sftp: AsyncSFTP
            private let path: RemotePath
            private var directory: SFTPHandle?

            fileprivate init(sftp: AsyncSFTP, path: RemotePath) {
                self.sftp = sftp
                self.path = path
            }

            /// The next name; nil after the last one, which only the server's word makes.
            public mutating func next() async throws(SSHError) -> SFTPName? { try await next(isolation: nil) }

            /// The same on the caller's actor.
            public mutating func next(isolation actor: isolated (any Actor)?) async throws(SSHError) -> SFTPName? {
                let opened: SFTPHandle
                if let directory {
                    opened = directory
                } else {
                    opened = try await sftp.driver.run(nil, isolation: actor) { () throws(SSHError) in
                        try sftp.blocking.openDirectory(path)
                    }
                    directory = opened
                }
                while true {
                    let name = try await sftp.driver.run(nil, isolation: actor) { () throws(SSHError) in
                        try opened.readDirectory()
                    }
                    guard let name else { return nil }
                    if name.filename != [0x2E], name.filename != [0x2E, 0x2E] { return name }
                }
            }
        }
    }

    /// A walk through a directory. Each iteration walks anew.
    public struct Walk: AsyncSequence, Sendable {
        let sftp: AsyncSFTP
        let path: RemotePath

        /// Begins with the first name.
        public func makeAsyncIterator() -> Iterator { Iterator(sftp: sftp, path: path) }

        /// What walks. Used by itself it can leave directories out, and go on behind those that cannot be listed:
        ///
        ///     var walk = sftp.walk("work").makeAsyncIterator()
        ///     while let entry = try await walk.next() { if isToBeLeftOut(entry) { walk.skipDirectory() } }
        public struct Iterator: AsyncIteratorProtocol {
            private let sftp: AsyncSFTP
            private var walk: SFTPWalk

            fileprivate init(sftp: AsyncSFTP, path: RemotePath) {
                self.sftp = sftp
                walk = sftp.blocking.walk(path)
            }

            /// Goes on to the next name; nil after the last one. Called again after a directory that could not be listed, it goes on behind that.
            public mutating func next() async throws(SSHError) -> SFTPWalk.Entry? { try await next(isolation: nil) }

            /// The same on the caller's actor.
            public mutating func next(
                isolation actor: isolated (any Actor)?
            ) async throws(SSHError) -> SFTPWalk.Entry? {
                var walk = walk
                defer { self.walk = walk }
                return try await sftp.driver.run(nil, isolation: actor) { () throws(SSHError) in try walk.next() }
            }

            /// Does not go into the directory that was just given.
            public mutating func skipDirectory() {
                walk.skipDirectory()
            }
        }
    }
}
