public import SwiftSSH

/// What is read of a stream or a file, one piece after the other, until its end.
///
/// What is read is the stream's or the file's, not the sequence's: an iteration goes on where the one before it ended, also one that was cancelled, and of two at once each gets a
/// part. It throws `cancelled`, why the connection is over (after all that had come), `timeout` when the session has one and nothing comes for so long, and what else is thrown by
/// the read that it is made of.
public struct AsyncReads<Element: Sendable>: AsyncSequence, Sendable {
    let driver: Driver
    let read: @Sendable () throws(SSHError) -> Element?

    /// Reads by a call that would block where there is nothing, and gives nil at the end.
    init(_ driver: Driver, _ read: @escaping @Sendable () throws(SSHError) -> Element?) {
        self.driver = driver
        self.read = read
    }

    /// Begins where the last iteration ended.
    public func makeAsyncIterator() -> Iterator { Iterator(reads: self) }

    /// What reads.
    public struct Iterator: AsyncIteratorProtocol {
        let reads: AsyncReads

        /// Reads the next piece; nil at the end.
        public mutating func next() async throws(SSHError) -> Element? { try await next(isolation: nil) }

        /// The same on the caller's actor.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(SSHError) -> Element? {
            let reads = reads
            return try await reads.driver.run(nil, isolation: actor) { () throws(SSHError) in try reads.read() }
        }
    }
}
