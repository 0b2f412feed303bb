import Glibc
import Testing

@testable import SwiftSSH

/// What a server says and what a user does, the same for every engine.
struct Conversation: Sendable, CustomTestStringConvertible {
    /// What is odd about it.
    let name: String
    /// Where the engines differ on purpose; nil where users see the same.
    let difference: Difference?
    private let server: @Sendable (SocketServer) throws -> Void
    private let prepare: @Sendable (Session) throws -> Void
    private let user: @Sendable (Session, inout Account) -> Void

    /// - Parameters:
    ///   - name: What is odd about it.
    ///   - difference: Where the engines differ on purpose; nil where users see the same.
    ///   - server: What the server says; ends early when the client has gone.
    ///   - prepare: What the user asks for before there is a connection.
    ///   - user: What the user does with a session whose keys have been exchanged.
    init(
        _ name: String, differs difference: Difference? = nil,
        server: @escaping @Sendable (SocketServer) throws -> Void,
        prepare: @escaping @Sendable (Session) throws -> Void = { _ in },
        user: @escaping @Sendable (Session, inout Account) -> Void = Conversation.runCommand
    ) {
        self.name = name
        self.difference = difference
        self.server = server
        self.prepare = prepare
        self.user = user
    }

    var testDescription: String { name }

    /// Has it on an engine; gives what the user saw.
    func account(on engine: EngineChoice) throws -> Account {
        let (near, far) = try makeSocketPair()
        let session = try Session(engine: engine)
        session.timeout = ConnectedSession.patience
        try prepare(session)
        let server = server
        let peer = Background {
            defer { close(far) }
            let peer = try SocketServer(far)
            defer { peer.finish() }
            do {
                try server(peer)
            } catch is SocketServer.ClientIsGone {}
        }
        var account = Account()
        if account.note("handshake", { try session.handshake(socket: near) }) { user(session, &account) }
        session.close()
        close(near)
        try peer.value()
        return account
    }

    // MARK: What users mostly do

    /// Logs in, and does nothing else.
    @Sendable static func logIn(_ session: Session, _ account: inout Account) {
        account.note("login") { try session.authenticate(user: "user", password: "secret") }
        account.note("is in") { session.isAuthenticated }
    }

    /// Logs in, runs a command, reads all that it writes, and asks how it ended.
    @Sendable static func runCommand(_ session: Session, _ account: inout Account) {
        guard account.note("login", { try session.authenticate(user: "user", password: "secret") }) else { return }
        var opened: Channel?
        account.note("open") { opened = try session.openChannel() }
        guard let channel = opened, account.note("execute", { try channel.execute("command") }) else { return }
        for stream: UInt32 in [0, 1] {
            let (bytes, failure) = channel.readToFailure(stream: stream)
            account.note("stream \(stream)") { String(escaping: bytes) }
            if let failure { account.note("stream \(stream) ends") { throw failure } }
        }
        account.note("exit") { try channel.waitExit() }
        account.note("status") { channel.exitStatus }
        account.note("signal") { channel.exitSignal }
    }
}

/// What a user saw, one line for each thing.
struct Account: Equatable, CustomStringConvertible {
    private(set) var lines: [String] = []

    /// Notes what a call gave, or the number and the server's words of its error: messages are each engine's own.
    /// - Returns: Whether it gave anything.
    @discardableResult
    mutating func note<Value>(_ what: String, _ call: () throws -> Value) -> Bool {
        do {
            let value = try call()
            lines.append(value is Void ? what : "\(what): \(value)")
            return true
        } catch let error as SSHError {
            lines.append("\(what): \(error.code)" + (error.serverText.map { ", the server says: \($0)" } ?? ""))
        } catch {
            lines.append("\(what): \(error)")
        }
        return false
    }

    var description: String { lines.joined(separator: "\n") }
}
