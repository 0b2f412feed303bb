import Glibc
import Testing

@testable import SwiftSSH
@testable import SwiftSSHAsync

/// Connects to a server that says nothing.
private func connect(to server: SilentServer, timeout: Duration? = nil) async throws(SSHError) {
    _ = try await AsyncSSHClient.connect(host: "127.0.0.1", port: server.port, user: "nobody", timeout: timeout)
}

// One after the other: they use up the threads that connect.
@Suite(.serialized) struct AsyncConnectTests {
    @Test("swift.async-connect: connecting checks the key, logs in, and closes at the end of its scope.")
    func connects() async throws {
        let server = try ClientServer()
        let (user, options) = (server.fixture.user, server.options)
        let text = try await AsyncSSHClient.withClient(
            host: "127.0.0.1", port: server.port, user: user, options: options
        ) { client in
            #expect(client.blocking.host == "127.0.0.1")
            return try await client.run("echo on").text
        }
        #expect(text == "on\n")
        let kept = Collected<AsyncSSHClient>()
        await #expect(throws: CancellationError.self) {
            try await AsyncSSHClient.withClient(host: "127.0.0.1", port: server.port, user: user, options: options) {
                kept.append($0)
                throw CancellationError()
            }
        }
        #expect(kept.values.map(\.isConnected) == [false])
        var strangers = options
        strangers.hostKeys = .strict(files: ["/dev/null"])
        let unknown = await asyncFailure { [strangers] in
            try await AsyncSSHClient.connect(host: "127.0.0.1", port: server.port, user: user, options: strangers)
        }
        #expect(unknown?.code == .hostKeyUnknown)
        let (socket, port) = try Loopback.port(listening: false)
        defer { close(socket) }
        let refused = await asyncFailure { try await AsyncSSHClient.connect(host: "127.0.0.1", port: port) }
        #expect(refused?.code == .connect)
        #expect(refused?.errno == ECONNREFUSED)
    }

    @Test(
        "swift.async-cancel-connect: a cancelled connect ends at once, before and while it has a thread, and the threads are bounded."
    )
    func cancelled() async throws {
        let server = try SilentServer()
        let first = Task { try await connect(to: server) }
        try await letTasksRun { server.acceptedCount == 1 }
        first.cancel()
        #expect(await asyncFailure { try await first.value }?.code == .cancelled)
        try await letTasksRun { server.endedCount == 1 }
        // On its way through another host too.
        let scratch = try TemporaryDirectory()
        var hopping = ClientOptions()
        hopping.configuration = .files([
            try scratch.configuration("Host far", "ProxyJump nobody@127.0.0.1:\(server.port)")
        ])
        let second = Task { [hopping] in
            try await AsyncSSHClient.connect(host: "far", user: "nobody", options: hopping, timeout: nil)
        }
        try await letTasksRun { server.acceptedCount == 2 }
        second.cancel()
        #expect(await asyncFailure { try await second.value }?.code == .cancelled)
        try await letTasksRun { server.endedCount == 2 }
        #expect(await asyncFailure { try await connect(to: server, timeout: .milliseconds(50)) }?.code == .timeout)
        try await letTasksRun { server.endedCount == server.acceptedCount }
        // More than there are threads: those that wait for one are ended too. A server of their own counts them: the other one
        // may take the connection that had little time only now.
        let crowded = try SilentServer()
        let tasks = (0..<100).map { _ in Task { try await connect(to: crowded) } }
        try await letTasksRun { crowded.acceptedCount == 64 }
        let late = await asyncFailure { try await connect(to: crowded, timeout: .milliseconds(10)) }
        #expect(late?.code == .timeout)
        #expect(late?.message.contains("other connections") == true)
        for task in tasks.reversed() { task.cancel() }
        for task in tasks { #expect(await asyncFailure { try await task.value }?.code == .cancelled) }
        try await letTasksRun { crowded.endedCount == crowded.acceptedCount }
        #expect(crowded.acceptedCount <= 100)
    }

    @Test("swift.async-forwards: connections are carried both ways while tasks run.")
    func forwards() async throws {
        let echo = try EchoServer()
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try await withAsyncClient { client in
            let forwards = try await [
                client.forwardLocal(to: "127.0.0.1", port: echo.port),
                client.forwardRemote(to: "127.0.0.1", port: echo.port),
            ]
            for forward in forwards {
                let back = Background { try Self.exchange(forward.boundPort, bytes) }
                #expect(try await client.run("echo beside").text == "beside\n")
                #expect(try back.value() == bytes)
                #expect(forward.blocking.counts.total == 1)
                await forward.close()
                #expect(!forward.blocking.isOpen)
            }
            let socks = try await client.forwardSOCKS()
            let socket = try Loopback.connect(to: socks.boundPort)
            defer { close(socket) }
            var greeting: [UInt8] = [5, 1, 0]
            #expect(send(socket, &greeting, 3, 0) == 3)
            #expect(Loopback.receive(2, from: socket) == [5, 0])
            await socks.close()
            let refused = await asyncFailure { try await client.forwardLocal(to: "127.0.0.1", port: 0) }
            #expect(refused?.code == .invalidArgument)
        }
    }

    private static func exchange(_ port: UInt16, _ bytes: [UInt8]) throws -> [UInt8] {
        let socket = try Loopback.connect(to: port)
        defer { close(socket) }
        let sending = Background {
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count <= 0 { break }
                sent += count
            }
            shutdown(socket, Int32(SHUT_WR))
        }
        let back = Loopback.receive(bytes.count, from: socket)
        try sending.value()
        return back
    }

    @Test("swift.async-jump: a client goes through another one's host.")
    func jump() async throws {
        let (near, far) = (try ClientServer(), try ClientServer())
        let jump = try await near.asyncClient()
        var options = far.options
        options.jumpHost = jump.blocking
        let client = try await AsyncSSHClient.connect(
            host: "127.0.0.1", port: far.port, user: far.fixture.user, options: options)
        #expect(try await client.run("echo far").text == "far\n")
        #expect(try await jump.run("echo near").text == "near\n")
        await client.close()
        await jump.close()
    }
}
