import Glibc
import Testing

@testable import SwiftSSH
@testable import SwiftSSHAsync

extension ClientServer {
    /// A client for tasks that has logged in; none of its calls takes for ever.
    func asyncClient() async throws -> AsyncSSHClient {
        let client = try await AsyncSSHClient.connect(
            host: "127.0.0.1", port: port, user: fixture.user, options: options)
        client.blocking.session.timeout = ConnectedSession.patience
        return client
    }
}

/// Gives the body a client of a server of its own, and closes it.
func withAsyncClient(_ options: [String] = [], _ body: (AsyncSSHClient) async throws -> Void) async throws {
    let server = try ClientServer(options)
    let client = try await server.asyncClient()
    do {
        try await body(client)
    } catch {
        await client.close()
        throw error
    }
    await client.close()
}

/// Lets other tasks and processes run until a condition holds.
///
/// That time has passed is not enough to give up: tests that do not suspend hold the threads of all tasks, and those may not have run at all.
func letTasksRun(until condition: () throws -> Bool) async throws {
    let end = ContinuousClock.now + ConnectedSession.patience
    var looks = 0
    while try !condition() {
        looks += 1
        try #require(ContinuousClock.now < end || looks < 1000, "nothing came of it")
        try await Task.sleep(for: .milliseconds(1))
    }
}

/// The error that a call of the library must throw; anything else is an issue of the test.
@discardableResult
func asyncFailure<Value>(
    sourceLocation: SourceLocation = #_sourceLocation, of body: () async throws -> Value
) async -> SSHError? {
    let outcome: Result<Value, any Error>
    do { outcome = .success(try await body()) } catch { outcome = .failure(error) }
    return failure(sourceLocation: sourceLocation) { try outcome.get() }
}

/// The lines that are left of a process's output. Compiles because iterations throw the library's one type of error.
func remainingLines(_ process: AsyncRemoteProcess) async throws(SSHError) -> [String] {
    var lines: [String] = []
    for try await line in process.lines { lines.append(line) }
    return lines
}

/// A server that accepts connections and says nothing.
final class SilentServer: Sendable {
    let port: UInt16
    private let listener: Int32
    private let accepted = Collected<Int32>()
    private let ended = Collected<Int32>()

    init() throws {
        let (listener, port) = try Loopback.port(listening: true)
        (self.listener, self.port) = (listener, port)
        let (accepted, ended) = (accepted, ended)
        _ = Background {
            while true {
                let connection = Loopback.accept(listener)
                guard connection >= 0 else { return }
                accepted.append(connection)
                _ = Background {
                    while !Loopback.receive(4096, from: connection).isEmpty {}
                    close(connection)
                    ended.append(connection)
                }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// How many connections have come.
    var acceptedCount: Int { accepted.values.count }
    /// How many of them have ended.
    var endedCount: Int { ended.values.count }
}
