import Glibc
import Testing

@testable import SwiftSSH

@Suite("Agents that take their time")
struct AgentWaitingTests {
    /// A login that waits for its agent to sign.
    private struct WaitingLogin {
        let connected: ConnectedSession
        let gate = Gate()
        let program: ScriptedAgent
        let login: Background<SSHError?>

        init(timeout: Duration = ConnectedSession.patience, key: String = "client_ed25519") throws {
            let connected = try ConnectedSession()
            let gate = gate
            let program = try ScriptedAgent.holding(
                key,
                whenAsked: {
                    gate.pass()
                    return nil
                })
            login = Background {
                do throws(SSHError) {
                    try connected.session.authenticateWithAgent(
                        user: connected.fixture.user, agentPath: program.path, timeout: timeout)
                    return nil
                } catch {
                    // Where the time was over before the agent was asked, nobody comes.
                    gate.arrive()
                    return error
                }
            }
            gate.waitForSomebody()
            self.connected = connected
            self.program = program
        }
    }

    @Test("agent.slow-one-holds-up-no-other: other threads' calls keep their deadlines while the agent thinks")
    func othersGoOn() throws {
        let waiting = try WaitingLogin(key: "client_rsa")
        let session = waiting.connected.session
        #expect(session.hostKey != nil)
        #expect(session.serverIdentification != nil)
        let late = failure(of: {
            try session.authenticationMethods(user: waiting.connected.fixture.user, timeout: .milliseconds(20))
        })
        #expect(late?.code == .timeout)
        #expect(late?.message.contains("agent") == true)
        waiting.gate.open()
        #expect(try waiting.login.value() == nil)
        #expect(session.isAuthenticated)
    }

    // The other thread polls before there is anything to hear, so that it is the one to hear the agent.
    @Test(
        "agent.slow-one-holds-up-no-other: the agent's answer is taken in by whichever thread polls", arguments: 0..<20)
    func anyWaiter(_: Int) throws {
        let connected = try ConnectedSession()
        let connection = connected.session.connection
        let other = Background {
            try connection.run(.init(.session, ConnectedSession.patience)) {
                connection.engine.isAuthenticated ? .done(()) : .wouldBlock
            }
        }
        connected.session.yieldUntilSomebodyWaits()
        let gate = Gate()
        let program = try ScriptedAgent.holding(whenAsked: {
            gate.pass()
            return nil
        })
        let login = Background {
            try connected.session.authenticateWithAgent(user: connected.fixture.user, agentPath: program.path)
        }
        gate.waitForSomebody()
        yield(until: { connection.peek { connection.waiters > 0 && connection.polled?.outside != nil } ?? false })
        gate.open()
        try login.value()
        try other.value()
    }

    @Test("agent.silent-one-times-out: listing, signing and logging in end at the deadline, and the session lives on")
    func silent() throws {
        let program = try ScriptedAgent { _ in .silence }
        let connected = try ConnectedSession(["MaxAuthTries 1"])
        let session = connected.session
        let agent = try Agent.connected(to: program.path, session)
        let brief = Duration.milliseconds(30)
        let identity = AgentIdentity(blob: [1])
        let user = connected.fixture.user
        #expect(failure(of: { try agent.identities(timeout: brief) })?.code == .timeout)
        #expect(failure(of: { try agent.sign([1], with: identity, timeout: brief) })?.code == .timeout)
        #expect(failure(of: { try agent.authenticate(user: user, timeout: brief) })?.code == .timeout)
        let signer = try ScriptedAgent.holding(whenAsked: { .silence })
        let error = withEverMoreTime { time in
            let error = failure(of: {
                try session.authenticateWithAgent(user: user, agentPath: signer.path, timeout: time)
            })
            #expect(error?.code == .timeout)
            return error
        } until: {
            $0?.message.contains("agent") == true
        }
        #expect(error?.message.contains("agent") == true)
        try session.authenticate(user: user, password: connected.fixture.password)
    }

    @Test("agent.overrun-one-times-out: an agent that takes no connections ends the call at the deadline")
    func overrun() throws {
        let directory = try TemporaryDirectory()
        let path = directory.path("agent")
        let listener = try ScriptedAgent.listen(path, backlog: 0)
        defer { close(listener) }
        let agent = Agent()
        agent.path = path
        let error = failure(of: {
            while true { try agent.connect(timeout: .milliseconds(50)) }
        })
        #expect(error?.code == .timeout)
        // Who says no time waits for the agent's user, not for an agent that takes no connections.
        let connections = AgentConnections(patience: .milliseconds(50))
        #expect(failure(of: { try connections.open(path, .never) })?.code == .timeout)
    }

    @Test("agent.non-blocking: in non-blocking mode a login says EAGAIN while the agent thinks, and goes on afterwards")
    func nonBlocking() throws {
        let connected = try ConnectedSession()
        let session = connected.session
        let gate = Gate()
        let program = try ScriptedAgent.holding(
            "client_rsa",
            whenAsked: {
                gate.pass()
                return nil
            })
        let agent = try Agent.connected(to: program.path, session)
        let identity = try #require(try agent.identities().first)
        session.isBlocking = false
        defer { session.isBlocking = true }
        let asked = Background { gate.waitForSomebody() }
        var isAsked = false
        var hasLoggedIn = false
        var callsWhileItThinks = 0
        while !hasLoggedIn {
            do throws(SSHError) {
                try agent.authenticate(user: connected.fixture.user, identity: identity)
                hasLoggedIn = true
            } catch {
                try #require(error.code == .again, "\(error)")
                if session.connection.peek({ session.connection.outside != nil }) == true {
                    #expect(session.blockDirections.contains(.outbound))
                    if !isAsked {
                        try asked.value()
                        isAsked = true
                    }
                    callsWhileItThinks += 1
                    if callsWhileItThinks == 10 { gate.open() }
                }
                var descriptor = pollfd(fd: connected.server.socket, events: Int16(POLLIN), revents: 0)
                if session.blockDirections.contains(.outbound) { descriptor.events |= Int16(POLLOUT) }
                poll(&descriptor, 1, 1000)
            }
        }
        #expect(callsWhileItThinks >= 10)
        #expect(session.isAuthenticated)
    }

    @Test("agent.non-blocking-with-any-key: logging in with whichever key is driven by the caller's own poll loop")
    func nonBlockingAnyKey() throws {
        let program = try OpenSSHAgent(["stranger_ed25519", "client_rsa"])
        let connected = try ConnectedSession()
        connected.session.isBlocking = false
        defer { connected.session.isBlocking = true }
        while true {
            do throws(SSHError) {
                try connected.session.authenticateWithAgent(user: connected.fixture.user, agentPath: program.path)
                break
            } catch {
                try #require(error.code == .again, "\(error)")
                sched_yield()
            }
        }
        #expect(connected.session.isAuthenticated)
    }

    @Test("agent.close-wakes-waiters: closing the session ends a login that waits for the agent at once")
    func closeWakes() throws {
        let waiting = try WaitingLogin()
        waiting.connected.session.yieldUntilSomebodyWaits()
        waiting.connected.session.close()
        #expect(try waiting.login.value()?.code == .cancelled)
        waiting.gate.open()
    }

    @Test("agent.dying-server-is-told: a server that dies while the agent thinks ends the login at once")
    func serverDies() throws {
        let waiting = try WaitingLogin()
        waiting.connected.session.yieldUntilSomebodyWaits()
        shutdown(waiting.connected.server.socket, Int32(SHUT_RDWR))
        let error = try waiting.login.value()
        #expect([.socketDisconnect, .socketReceive, .socketSend].contains(error?.code))
        waiting.gate.open()
    }

    @Test("agent.given-up-login-frees-the-session: what waits behind a login that is given up goes on")
    func givenUp() throws {
        let waiting = try withEverMoreTime {
            try WaitingLogin(timeout: $0)
        } until: {
            if !$0.gate.hasBeenReached { $0.gate.open() }
            return $0.gate.hasBeenReached
        }
        let connected = waiting.connected
        let behind = Background {
            try connected.session.authenticate(user: connected.fixture.user, password: connected.fixture.password)
        }
        #expect(try waiting.login.value()?.code == .timeout)
        try behind.value()
        #expect(connected.session.isAuthenticated)
        waiting.gate.open()
    }
}
