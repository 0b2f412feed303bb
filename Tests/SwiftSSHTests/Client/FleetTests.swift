import Glibc
import Testing

@testable import SwiftSSH

@Suite struct FleetTests {
    @Test("fleet.results: every host has its own result, whatever becomes of others.")
    func results() throws {
        let server = try ClientServer()
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        var hosts = (0..<6).map { _ in FleetHost("127.0.0.1", port: server.port, user: server.fixture.user) }
        hosts.insert(FleetHost("127.0.0.1", port: nobody, user: "x"), at: 2)
        hosts.append(FleetHost("127.0.0.1", port: server.port, user: "nobody-there"))
        let run = try FleetRun(
            "cat; exit 3", on: hosts, options: server.options, input: Array("in".utf8), concurrency: 3)
        let results = try run.results()
        #expect(results.count == 8)
        for (index, result) in results.enumerated() {
            switch (index, result) {
            case (2, .failure(let error)): #expect(error.code == .connect && error.errno == ECONNREFUSED)
            case (7, .failure(let error)): #expect(error.code == .authenticationFailed)
            case (_, .success(let result)): #expect(result.text == "in" && result.exit == .exited(3))
            default: Issue.record("host \(index): \(result)")
            }
        }
        var told: Set<Int> = []
        while let index = try run.next() { told.insert(index) }
        #expect(told == Set(0..<8) && run.remaining == 0)
        #expect(try FleetRun("true", on: []).results().isEmpty)
    }

    @Test("fleet.bounded: no more hosts than were asked for are under way at once, and one that is late is ended.")
    func bounded() throws {
        let server = try ClientServer()
        let scratch = try TemporaryDirectory()
        let host = FleetHost("127.0.0.1", port: server.port, user: server.fixture.user)
        // Whoever finds two others there fails.
        let command: RemoteCommand =
            "cd \(scratch.path); mkdir one 2>/dev/null || mkdir two || exit 9; echo; rmdir two 2>/dev/null || rmdir one"
        let run = try FleetRun(
            command, on: Array(repeating: host, count: 8), options: server.options, concurrency: 2)
        for result in try run.results() { #expect(try result.get().exit == .exited(0)) }
        let error = try withEverMoreTime { time in
            let late = try FleetRun("echo early; exec sleep 600", on: [host], options: server.options, timeout: time)
            let error = failure { try late.results()[0].get() }
            #expect(error?.code == .timeout)
            return error
        } until: {
            $0?.output?.standardOutput.isEmpty == false
        }
        #expect(error?.output?.standardOutput == Array("early\n".utf8))
    }

    @Test("fleet.cancel: a run that is cancelled ends everywhere, and no result is missing.")
    func cancels() throws {
        let server = try ClientServer()
        let host = FleetHost("127.0.0.1", port: server.port, user: server.fixture.user)
        let quick = FleetHost("127.0.0.1", port: 1, user: "x")
        let run = try FleetRun(
            "sleep 600", on: [quick, host, host, host, host], options: server.options, concurrency: 2)
        #expect(try run.next(timeout: .seconds(60)) == 0)
        #expect(run.result(1) == nil)
        run.cancel()
        let codes = try run.results().map { result -> SSHError.Code? in
            if case .failure(let error) = result { return error.code }
            return nil
        }
        #expect(codes == [.connect, .cancelled, .cancelled, .cancelled, .cancelled])
        // Those that are on their way through another host too.
        let silent = try SilentServer()
        let scratch = try TemporaryDirectory()
        var hopping = ClientOptions()
        hopping.configuration = .files([
            try scratch.configuration("Host far", "ProxyJump nobody@127.0.0.1:\(silent.port)")
        ])
        let far = try FleetRun("true", on: [FleetHost("far")], options: hopping)
        #expect(comesToHold { silent.acceptedCount == 1 })
        far.cancel()
        #expect(failure { try far.results()[0].get() }?.code == .cancelled)
        #expect(comesToHold { silent.endedCount == 1 })
    }
}
