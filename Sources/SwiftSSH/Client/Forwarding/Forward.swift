/// Connections that are carried through a client: a port of this machine whose connections the server makes, or a port of the server's whose
/// connections come here.
///
/// At most 128 connections are carried at once; others wait. A forward keeps its client; letting it go closes it, and it ends with its client.
public final class Forward: Sendable {
    /// The client that the connections go through.
    public let client: SSHClient
    /// The port that is listened on.
    public let boundPort: UInt16
    private let worker: ForwardWorker

    init(_ client: SSHClient, boundPort: UInt16, _ worker: ForwardWorker) {
        self.client = client
        self.boundPort = boundPort
        self.worker = worker
    }

    deinit {
        worker.end()
        client.forget(worker)
    }

    /// What it has carried so far.
    public var counts: ForwardCounts { worker.counts }

    /// The last failure of a connection; nil for none.
    public var lastError: SSHError? { worker.lastError }

    /// Whether it still accepts connections.
    public var isOpen: Bool { !worker.hasEnded }

    /// Ends the forward and all of its connections, and waits for its threads. Closing it again does nothing.
    public func close() {
        worker.end()
        worker.wait()
        client.forget(worker)
    }
}
