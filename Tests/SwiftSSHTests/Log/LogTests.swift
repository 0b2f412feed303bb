import Glibc
import Testing

@testable import SwiftSSH

@Suite("What a session tells of itself")
struct LogTests {
    private func log(_ level: LogLevel, _ events: Collected<LogEvent>) -> SessionLog {
        SessionLog(level) { events.append($0) }
    }

    @Test("log.tells-what-happens: from the address to the goodbye, on each engine", arguments: EngineChoice.allCases)
    func whole(engine: EngineChoice) throws {
        let server = try ClientServer()
        let events = Collected<LogEvent>()
        let client = try server.client {
            $0.engine = engine
            $0.log = log(.debug, events)
            $0.keyFiles = [server.fixture.key("stranger_ed25519"), server.fixture["client_key"]]
        }
        #expect(try client.run("echo in; exit 3").exit == .exited(3))
        _ = try client.session.sftp()
        client.close()
        let told = events.values
        let wanted: [(SSHError.Phase, LogLevel, String)] = [
            (.connecting, .info, "connecting to 127.0.0.1 port \(server.port)"),
            (.identification, .info, "this side is SSH-2.0-"),
            (.identification, .info, "the server is SSH-2.0-OpenSSH"),
            (.keyExchange, .debug, "this side offers key exchange algorithm "),
            (.keyExchange, .debug, "the server offers key exchange algorithm "),
            (.keyExchange, .info, "agreed on key exchange algorithm \(client.session.algorithm(.keyExchange) ?? "?"),"),
            (.hostKey, .info, "the server has the ssh-ed25519 key SHA256:"),
            (.hostKey, .info, "the key is accepted: the host's key is known: ssh-ed25519 SHA256:"),
            (.authenticating, .info, "login of \(server.fixture.user) by publickey ssh-ed25519 key SHA256:"),
            (.authenticating, .info, ": accepted"),
            (.channel, .debug, "opening a channel, session: channel 1"),
            (.channel, .debug, "channel 1: exec (15 bytes): done"),
            (.channel, .debug, "channel 1: the server has closed it, exit status 3"),
            (.channel, .debug, "channel 2: subsystem sftp: done"),
            (.sftp, .debug, "the server speaks version 3; extensions: posix-rename@openssh.com"),
            (.disconnecting, .debug, "says goodbye, reason 11"),
            (.session, .info, "the connection is over"),
        ]
        for (phase, level, text) in wanted {
            let found = told.contains { $0.phase == phase && $0.level == level && $0.message.contains(text) }
            #expect(found, "\(text)")
        }
        #expect(told.contains { $0.message.contains("the server offers") && $0.message.contains("curve25519-sha256") })
        #expect(told.contains { $0.message.contains("known_hosts:") })
        // Of the two keys one is refused.
        #expect(told.filter { $0.phase == .authenticating && $0.level == .info }.count >= 2)
        #expect(Set(told.map(\.session)).count == 1)
        #expect(told.map(\.time) == told.map(\.time).sorted())
        #expect(told.allSatisfy { $0.host == "127.0.0.1" || $0.host == nil })
    }

    @Test("log.levels: each level has what the ones before it have")
    func levels() throws {
        let server = try ClientServer()
        var counts: [LogLevel: Int] = [:]
        for level in LogLevel.allCases {
            let events = Collected<LogEvent>()
            let client = try server.client { $0.log = log(level, events) }
            _ = try client.run("true")
            client.close()
            #expect(events.values.allSatisfy { $0.level <= level })
            counts[level] = events.values.count
        }
        #expect(counts[.warning] == 0)
        #expect(counts[.info] ?? 0 > 5)
        #expect(counts[.debug] ?? 0 > (counts[.info] ?? 0) + 5)
    }

    @Test("log.trouble-is-told: a key that is refused, a deadline that passes, a connection that is lost")
    func trouble() throws {
        let server = try ClientServer()
        let events = Collected<LogEvent>()
        let error = failure {
            try server.client {
                $0.log = log(.warning, events)
                $0.hostKeys = .strict(files: [server.fixture["known_hosts_changed"]])
            }
        }
        #expect(error?.code == .hostKeyMismatch)
        #expect(events.values.first?.phase == .hostKey)
        #expect(events.values.first?.message.contains("known_hosts_changed:1") == true)

        let inetd = try ConnectedSession.loggedIn()
        let lost = Collected<LogEvent>()
        inetd.session.setLog(log(.info, lost))
        inetd.server.process.stop()
        #expect(failure { try inetd.session.ping(timeout: .milliseconds(20)) }?.code == .timeout)
        #expect(lost.values.contains { $0.message.contains("did not answer before the deadline") })
        inetd.server.process.signal(SIGKILL)
        #expect(failure { try inetd.session.ping() } != nil)
        #expect(lost.values.last?.level == .warning)
        #expect(lost.values.last?.message.hasPrefix("the connection is over") == true)
    }

    @Test("log.no-secrets: neither passwords nor data nor commands, and a peer's text is escaped")
    func secrets() throws {
        let server = try ClientServer()
        let events = Collected<LogEvent>()
        let client = try server.client {
            $0.log = log(.debug, events)
            $0.keyFiles = []
            $0.password = Array(server.fixture.password.utf8)
        }
        #expect(try client.run("cat; : spoken-secret", input: Array("data-secret".utf8)).text == "data-secret")
        client.close()
        for secret in [server.fixture.password, "spoken-secret", "data-secret"] {
            #expect(!events.values.contains { "\($0)".contains(secret) })
        }

        let (near, far) = try makeSocketPair()
        defer { close(near) }
        _ = Array("SSH-2.0-\u{1B}[31mred\r\n".utf8).withUnsafeBytes { write(far, $0.baseAddress, $0.count) }
        close(far)
        let session = try Session.patient()
        session.setLog(log(.debug, events))
        #expect(failure { try session.handshake(socket: near) } != nil)
        #expect(events.values.contains { $0.message == "the server is SSH-2.0-\\u{1b}[31mred" })
    }

    @Test("log.handler-may-call: what is told may make calls of the session, and end it")
    func calls() throws {
        let connected = try ConnectedSession.loggedIn()
        let session = connected.session
        let found = Collected<Bool>()
        session.setLog(
            SessionLog(.debug) { [weak session] event in
                guard let session, event.message.hasPrefix("opening a channel") else { return }
                found.append(session.isAuthenticated)
                if found.values.count == 1 { _ = try? session.openChannel() }
            })
        let channel = try session.openChannel()
        #expect(found.values.count >= 2 && found.values.allSatisfy { $0 })
        session.setLog(SessionLog(.debug) { [weak session] _ in session?.close() })
        #expect(failure { try channel.execute("true") } != nil)
        session.setLog(nil)
    }

    @Test("log.every-session: one log for all sessions, those that fleets and jump hosts make too")
    func every() throws {
        let server = try ClientServer()
        let events = Collected<LogEvent>()
        SessionLog.everySession = log(.info, events)
        defer { SessionLog.everySession = nil }
        let hosts = [FleetHost("127.0.0.1", port: server.port, user: server.fixture.user)]
        let run = try FleetRun("true", on: hosts + hosts, options: server.options)
        for result in try run.results() { _ = try result.get() }
        let told = events.values.filter { $0.message == "connecting to 127.0.0.1 port \(server.port)" }
        #expect(Set(told.map(\.session)).count == 2)
    }

    @Test("An event is one line")
    func line() {
        let event = LogEvent(
            time: .milliseconds(1_234), level: .info, session: 7, host: "a\nb", phase: .keyExchange, message: "agreed")
        #expect("\(event)" == "info [7] 1.234000 key exchange: a\\u{a}b: agreed")
    }
}
