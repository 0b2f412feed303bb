import Glibc
import Testing

@testable import SwiftSSH
@testable import SwiftSSHAsync

@Suite struct AsyncEndTests {
    @Test("swift.async-cancel: a task that is cancelled ends its wait, and what comes is for who reads next.")
    func cancel() async throws {
        try await withAsyncClient { client in
            let cat = try await client.start("cat")
            for round in 0..<50 {
                let waits: [@Sendable () async throws -> Void] = [
                    { _ = try await cat.read() }, { _ = try await cat.readLine() }, { _ = try await cat.exit },
                    { for try await _ in cat.output {} }, { _ = try await cat.read(timeout: .seconds(3600)) },
                ]
                let wait = waits[round % waits.count]
                let task = Task { try await wait() }
                try await letTasksRun { client.driver.waitingTasks == 1 }
                task.cancel()
                #expect(await asyncFailure { try await task.value }?.code == .cancelled)
                #expect(client.driver.waitingTasks == 0)
                try await cat.write(Array("\(round)\n".utf8))
                #expect(try await cat.readLine() == "\(round)")
            }
            // One that is cancelled before it begins asks for nothing.
            let late = Task {
                while !Task.isCancelled { await Task.yield() }
                _ = try await client.run("true")
            }
            late.cancel()
            #expect(await asyncFailure { try await late.value }?.code == .cancelled)
        }
    }

    @Test("swift.async-cancel-race: of bytes that come while readers are cancelled none is lost and none comes twice.")
    func cancelRace() async throws {
        try await withAsyncClient { client in
            let cat = try await client.start("cat")
            let bytes = (0..<400).flatMap { Array("\($0),".utf8) }
            let writing = Task {
                for start in stride(from: 0, to: bytes.count, by: 7) {
                    try await cat.write(Array(bytes[start..<min(start + 7, bytes.count)]))
                    await Task.yield()
                }
                try await cat.closeInput()
            }
            var back: [UInt8] = []
            var isAtEnd = false
            while !isAtEnd {
                let reading = Task { try await cat.read(upTo: 5) }
                for _ in 0..<(back.count % 4) { await Task.yield() }
                reading.cancel()
                do {
                    let piece = try await reading.value
                    back += piece
                    isAtEnd = piece.isEmpty
                } catch let error as SSHError {
                    try #require(error.code == .cancelled)
                }
                // Else none might ever get as far as reading.
                if back.count < bytes.count { back += try await cat.read(upTo: 1) }
            }
            try await writing.value
            #expect(back == bytes)
        }
    }

    @Test("swift.async-cancel-run: a command whose run is cancelled is killed, and gives what it had written.")
    func cancelRun() async throws {
        try await withAsyncClient { client in
            // Later and later, until what it wrote has come before it is cancelled.
            var (written, pause) = ([UInt8](), Duration.milliseconds(10))
            while written.last != UInt8(ascii: "\n"), pause < ConnectedSession.patience {
                written = try await Self.outputOfCancelledRun(client, after: pause)
                pause *= 2
            }
            #expect(written == Array("here\r\n".utf8))
            // While it is started there is nothing to be killed, and no channel is left behind.
            for round in 0..<30 {
                let task = Task { try await client.run("true") }
                for _ in 0..<round { await Task.yield() }
                task.cancel()
                _ = try? await task.value
            }
            try await client.ping()
            let session = client.blocking.session
            try await letTasksRun { session.connection.peek { session.connection.channels.isEmpty } == true }
            #expect(try await client.run("echo on").text == "on\n")
        }
    }

    /// Runs a command, cancels that some time after it has begun, sees it end, and gives what it had written.
    private static func outputOfCancelledRun(_ client: AsyncSSHClient, after pause: Duration) async throws -> [UInt8] {
        let directory = try TemporaryDirectory()
        let file = directory.path("pid")
        let command: RemoteCommand = "echo here; echo $$ >\(file).new; mv \(file).new \(file); exec sleep 600"
        let task = Task { try await client.run(command, terminal: Terminal()) }
        try await letTasksRun { access(file, F_OK) == 0 }
        let text = String(decoding: try directory.read("pid"), as: UTF8.self)
        let process = try #require(pid_t(text.filter(\.isNumber)))
        #expect(kill(process, 0) == 0)
        try await Task.sleep(for: pause)
        task.cancel()
        let error = await asyncFailure { try await task.value }
        #expect(error?.code == .cancelled)
        try await letTasksRun { kill(process, 0) != 0 }
        return error?.output?.standardOutput ?? []
    }

    @Test("swift.async-kill: ending a process ends the tasks that wait for it.")
    func killing() async throws {
        try await withAsyncClient { client in
            let cat = try await client.start("cat")
            let tasks = [Task { _ = try await cat.read() }, Task { _ = try await cat.exit }]
            try await letTasksRun { client.driver.waitingTasks == 2 }
            cat.kill()
            for task in tasks { #expect(await asyncFailure { try await task.value }?.code == .cancelled) }
            #expect(try await client.run("echo on").text == "on\n")
        }
    }

    @Test("swift.async-lost-connection: a lost connection is told to every task, after what had come before it.")
    func lostConnection() async throws {
        try await withAsyncClient { client in
            let others = try await [client.start("cat"), client.start("cat")]
            let dying = try await client.start("echo before; read line; kill -9 $PPID")
            var tasks = others.map { process in Task { _ = try await process.read() } }
            tasks += others.map { process in Task { _ = try await process.exit } }
            try await letTasksRun { client.driver.waitingTasks == tasks.count }
            // What the server has not sent by then dies with it.
            try await letTasksRun { dying.blocking.channel.available() == 7 }
            try await dying.write([10])
            var seen: [UInt8] = []
            let error = await asyncFailure { for try await piece in dying.output { seen += piece } }
            #expect(seen == Array("before\n".utf8))
            #expect(error?.code.endsConnection == true)
            for task in tasks {
                #expect(await asyncFailure { try await task.value }?.code.endsConnection == true)
            }
            #expect(await asyncFailure { try await client.run("true") }?.code.endsConnection == true)
            #expect(!client.isConnected)
        }
    }

    @Test("swift.async-backpressure: output that nobody reads holds its process up in bounded memory, and comes whole.")
    func backpressure() async throws {
        try await withAsyncClient { client in
            let (size, session) = (64 << 20, client.blocking.session)
            let process = try await client.start("head -c \(size) /dev/zero; echo end >&2")
            // Others go on meanwhile.
            for _ in 0..<20 { #expect(try await client.run("echo on").text == "on\n") }
            var (count, most) = (0, 0)
            for try await piece in process.output {
                count += piece.count
                most = max(most, session.bytesHeldByEngine)
                if count % 5 == 0 { await Task.yield() }
            }
            #expect(count == size)
            #expect(most < 24 << 20)
            #expect(try await process.readLine(stream: 1) == "end")
        }
    }

    @Test("swift.async-close: closing a client ends every wait, and is done once.")
    func close() async throws {
        try await withAsyncClient { client in
            let cat = try await client.start("cat")
            let sftp = try await client.sftp()
            let tasks =
                (0..<5).map { _ in Task { _ = try await cat.read() } }
                + [Task { _ = try await cat.exit }, Task { _ = try await client.run("cat <&-; exec sleep 600") }]
            try await letTasksRun { client.driver.waitingTasks == tasks.count }
            let closing = Task { await client.close() }
            closing.cancel()
            await closing.value
            for task in tasks { #expect(await asyncFailure { try await task.value }?.code == .cancelled) }
            await client.close()
            #expect(await asyncFailure { try await client.run("true") }?.code == .closed)
            #expect(await asyncFailure { try await sftp.stat("/") }?.code == .closed)
            #expect(!client.isConnected)
        }
    }

    @Test("swift.async-let-go: a client that is let go ends its connection, and what it had is freed.")
    func letGo() async throws {
        let server = try ClientServer()
        weak var driver: Driver?
        weak var session: Session?
        do {
            let client = try await server.asyncClient()
            (driver, session) = (client.driver, client.blocking.session)
            #expect(try await client.run("echo on").text == "on\n")
            // A second one of the same connection shares what waits for it.
            #expect(try AsyncSSHClient(client.blocking).driver === client.driver)
        }
        // The loop's thread may have it in hand for a moment.
        try await letTasksRun { driver == nil && session == nil }
    }

    @Test("swift.async-threads: threads and tasks use one client side by side.")
    func threads() async throws {
        try await withAsyncClient { client in
            let process = try client.blocking.start("cat")
            for round in 0..<50 {
                let reading = Background { try process.readLine() }
                client.blocking.session.yieldUntilSomebodyWaits()
                #expect(try await client.run("echo \(round)").text == "\(round)\n")
                try await AsyncRemoteProcess(process).write(Array("\(round)\n".utf8))
                #expect(try reading.value() == "\(round)")
            }
        }
    }
}
