internal import SwiftSSH

/// What swiftssh_client is a handle of: how to connect, and the client from the connecting on.
final class ClientObject: Sendable {
    private enum State {
        case preparing(ClientOptions)
        case begun(SSHClient)
        /// Whom it was connected to when it was closed.
        case closed(Place)
    }

    private let host: String
    private let port: UInt16?
    private let user: String?
    let texts = Texts()
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var state = State.preparing(ClientOptions())
    nonisolated(unsafe) private var files: [String]?

    /// A client that is not connected.
    init(host: String, port: UInt16?, user: String?) {
        self.host = host
        self.port = port
        self.user = user
    }

    /// Changes how it connects.
    /// - Throws: `badUse` when it has begun to connect, `closed`.
    func change(_ body: (inout ClientOptions) -> Void) throws(SSHError) {
        // What is replaced is let go of outside of the lock: what belongs to a callback may do anything then.
        _ = try lock.withLock { () throws(SSHError) -> ClientOptions in
            switch state {
            case .preparing(let before):
                var options = before
                body(&options)
                state = .preparing(options)
                return before
            case .begun: throw SSHError(.badUse, "a client's options are set before it connects")
            case .closed: throw Self.closedError
            }
        }
    }

    /// Adds a known_hosts file; the first one takes the place of the user's.
    func addKnownHostsFile(_ path: String) throws(SSHError) {
        try change { _ in files = (files ?? []) + [path] }
    }

    /// Connects.
    func connect(_ timeout: Duration?) throws(SSHError) {
        let client = try lock.withLock { () throws(SSHError) -> SSHClient in
            let client = try SSHClient(host: host, port: port, user: user, options: prepared())
            state = .begun(client)
            return client
        }
        try client.connect(timeout: timeout)
    }

    /// How it would connect.
    /// - Throws: `badUse` when it has begun to connect, `closed`.
    func options() throws(SSHError) -> ClientOptions {
        try lock.withLock { () throws(SSHError) in try prepared() }
    }

    private func prepared() throws(SSHError) -> ClientOptions {
        switch state {
        case .preparing(var options):
            switch options.hostKeys {
            case nil, .strict: if let files { options.hostKeys = .strict(files: files) }
            case .acceptNew: if let files { options.hostKeys = .acceptNew(files: files) }
            default: break
            }
            return options
        case .begun: throw SSHError(.badUse, "the client has been connected already; make a new one")
        case .closed: throw Self.closedError
        }
    }

    /// The client.
    /// - Throws: `badUse` before it has begun to connect, `closed`.
    func client() throws(SSHError) -> SSHClient {
        try lock.withLock { () throws(SSHError) in
            switch state {
            case .preparing: throw SSHError(.badUse, "the client is not connected")
            case .begun(let client): return client
            case .closed: throw Self.closedError
            }
        }
    }

    /// A host, its port, and a user there.
    typealias Place = (host: String, port: UInt16, user: String)

    /// Whom it is connected to, or was before it was closed.
    var place: Place { lock.withLock { placeNow } }

    /// The same, with the lock held.
    private var placeNow: Place {
        switch state {
        case .preparing: (host, port ?? 22, user ?? "")
        case .begun(let client): (client.host, client.port, client.user)
        case .closed(let place): place
        }
    }

    /// Ends it.
    func close() {
        let before = lock.withLock {
            defer { state = .closed(placeNow) }
            return state
        }
        if case .begun(let client) = before { client.close() }
    }

    private static var closedError: SSHError { SSHError(.closed, "the client has been closed") }
}

/// What swiftssh_presented_host_key is a handle of.
final class PresentedHostKeyObject: Sendable {
    let presented: PresentedHostKey
    let texts = Texts()

    init(_ presented: PresentedHostKey) {
        self.presented = presented
    }
}

/// What swiftssh_passphrase_request is a handle of.
final class PassphraseRequest: Sendable {
    let path: String
    let texts = Texts()
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var given: SecretBytes?

    init(_ path: String) {
        self.path = path
    }

    /// The passphrase; nil for none.
    var answer: SecretBytes? {
        get { lock.withLock { given } }
        set { lock.withLock { given = newValue } }
    }
}

/// What swiftssh_command_result is a handle of.
final class CommandResultObject: Sendable {
    let result: CommandResult
    let texts = Texts()

    init(_ result: CommandResult) {
        self.result = result
    }
}

/// The client behind a handle.
func clientObject(_ handle: swiftssh_client?) throws(SSHError) -> ClientObject {
    try HandleTable.shared.object(handle, ClientObject.self)
}

/// The client behind a handle, which must have begun to connect.
func client(_ handle: swiftssh_client?) throws(SSHError) -> SSHClient {
    try clientObject(handle).client()
}

/// The process behind a handle.
func process(_ handle: swiftssh_process?) throws(SSHError) -> RemoteProcess {
    try HandleTable.shared.object(handle, RemoteProcess.self)
}
