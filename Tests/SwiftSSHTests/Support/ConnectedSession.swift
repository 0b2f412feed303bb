import Testing

@testable import SwiftSSH

/// A session with a server of its own behind a socket pair.
final class ConnectedSession: Sendable {
    /// Far more than anything takes: no test is to hang for ever.
    static let patience = Duration.seconds(60)

    let fixture: Fixture
    let server: InetdServer
    let session: Session

    /// Starts a server and exchanges keys with it.
    /// - Parameter command: The server; nil is the fixture's OpenSSH.
    init(_ options: [String] = [], arguments: [String] = [], command: [String]? = nil) throws {
        fixture = try Fixture.shared.get()
        server = try InetdServer(command ?? fixture.sshd(options, arguments: arguments))
        session = try Session.patient()
        try session.handshake(socket: server.socket)
    }

    /// The same, and authenticates by key.
    static func loggedIn(_ options: [String] = []) throws -> ConnectedSession {
        let connected = try ConnectedSession(options)
        try connected.logIn()
        return connected
    }

    /// Authenticates by key.
    func logIn() throws {
        try session.authenticate(user: fixture.user, privateKey: fixture["client_key"])
    }

    deinit {
        session.close()
    }
}

extension Session {
    /// A session whose calls give up in the end.
    static func patient() throws -> Session {
        let session = try Session()
        session.timeout = ConnectedSession.patience
        return session
    }

    /// A session that has connected to a port of the loopback interface.
    static func connected(to port: UInt16, host: String = "127.0.0.1") throws -> Session {
        let session = try patient()
        try session.connect(host: host, port: port)
        return session
    }

    /// A session that has connected to a port and authenticated by key.
    static func loggedIn(to port: UInt16) throws -> Session {
        let session = try connected(to: port)
        let fixture = try Fixture.shared.get()
        try session.authenticate(user: fixture.user, privateKey: fixture["client_key"])
        return session
    }

    /// A channel with a command running in it.
    func running(_ command: String) throws -> Channel {
        let channel = try openChannel()
        try channel.execute(RemoteCommand(command))
        return channel
    }

    /// Runs a command to its end and gives its standard output.
    func output(of command: String) throws -> String {
        let channel = try running(command)
        let bytes = try channel.readToEnd()
        try channel.close()
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Channel {
    /// Reads one stream to its end.
    func readToEnd(stream: UInt32 = 0, atOnce: Int = 65536) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let more = try read(upTo: atOnce, stream: stream)
            if more.isEmpty { return bytes }
            bytes += more
        }
    }

    /// Reads one stream until it fails or ends.
    func readToFailure(stream: UInt32 = 0) -> (bytes: [UInt8], failure: SSHError?) {
        var bytes: [UInt8] = []
        do throws(SSHError) {
            while true {
                let more = try read(upTo: 65536, stream: stream)
                if more.isEmpty { return (bytes, nil) }
                bytes += more
            }
        } catch {
            return (bytes, error)
        }
    }
}

/// The error that a call of the library must throw; anything else is an issue of the test.
@discardableResult
func failure<Value>(sourceLocation: SourceLocation = #_sourceLocation, of body: () throws -> Value) -> SSHError? {
    do {
        let value = try body()
        Issue.record("returned \(value) instead of throwing", sourceLocation: sourceLocation)
    } catch let error as SSHError {
        return error
    } catch {
        Issue.record("threw \(error), which is no SSHError", sourceLocation: sourceLocation)
    }
    return nil
}
