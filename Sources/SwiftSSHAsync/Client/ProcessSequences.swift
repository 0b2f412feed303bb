public import SwiftSSH

extension AsyncRemoteProcess {
    /// One of a process's streams, as it comes. It ends with the stream.
    ///
    /// The bytes are the process's, not the sequence's: an iteration goes on where the one before it ended, also one that was cancelled, and of two at once each gets a
    /// part. It throws `cancelled`, why the connection is over (after all that had come), and `timeout` when the session has one and nothing comes for
    /// so long. Who does not read holds the process up and no other.
    public struct Output: AsyncSequence, Sendable {
        let process: AsyncRemoteProcess
        let stream: UInt32

        /// Begins where the last iteration ended.
        public func makeAsyncIterator() -> Iterator { Iterator(process: process, stream: stream) }

        /// What reads the stream.
        public struct Iterator: AsyncIteratorProtocol {
            let process: AsyncRemoteProcess
            let stream: UInt32

            /// Reads what there is, waiting for at least one byte; nil at the end of the stream.
            public mutating func next() async throws(SSHError) -> [UInt8]? { try await next(isolation: nil) }

            /// The same on the caller's actor.
            public mutating func next(isolation actor: isolated (any Actor)?) async throws(SSHError) -> [UInt8]? {
                let (process, stream) = (process.blocking, stream)
                let bytes = try await self.process.driver.run(nil, isolation: actor) { () throws(SSHError) in
                    try process.read(stream: stream)
                }
                return bytes.isEmpty ? nil : bytes
            }
        }
    }

    /// The lines of one of a process's streams, as they come. All else is as in ``Output``; `outputLimit` is thrown for a line of more than 16 MiB.
    public struct Lines: AsyncSequence, Sendable {
        let process: AsyncRemoteProcess
        let stream: UInt32

        /// Begins where the last iteration ended.
        public func makeAsyncIterator() -> Iterator { Iterator(process: process, stream: stream) }

        /// What reads the lines.
        public struct Iterator: AsyncIteratorProtocol {
            let process: AsyncRemoteProcess
            let stream: UInt32

            /// Reads the next line; nil at the end of the stream.
            public mutating func next() async throws(SSHError) -> String? { try await next(isolation: nil) }

            /// The same on the caller's actor.
            public mutating func next(isolation actor: isolated (any Actor)?) async throws(SSHError) -> String? {
                let (process, stream) = (process.blocking, stream)
                return try await self.process.driver.run(nil, isolation: actor) { () throws(SSHError) in
                    try process.readLine(stream: stream)
                }
            }
        }
    }
}
