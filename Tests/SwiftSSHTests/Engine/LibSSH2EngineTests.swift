import Testing

@testable import SwiftSSH

@Suite("The libssh2 engine, beyond what every engine does")
struct LibSSH2EngineTests {
    @Test("Bytes are taken in only by the calls that are meant to")
    func gate() throws {
        let engine = try LibSSH2Engine()
        let driver = try EngineDriver.loggedIn(engine, slice: 65_536)
        let channel = try driver.openChannel()
        try driver.run(channel.request(.startup(type: "exec", message: Array("cat".utf8))))
        _ = try [UInt8(1)].withUnsafeBytes { try channel.write(stream: 0, $0) }
        driver.send()
        try driver.receive()
        driver.give(driver.held.count)
        let before = driver.engine.input.count
        try #require(before > 0)
        var buffer = [UInt8](repeating: 0, count: 100)
        let read = try buffer.withUnsafeMutableBytes { try channel.read(stream: 0, into: $0) }
        #expect(read == 0)
        _ = try [UInt8(1)].withUnsafeBytes { try channel.write(stream: 0, $0) }
        _ = try channel.sendEOF()
        _ = try driver.engine.disconnect(reason: 11, description: "", language: "")()
        #expect(driver.engine.input.count == before)
        #expect(engine.context.allowance == 0)
    }

    @Test("An error has libssh2's text only where its number is that of the call")
    func errors() throws {
        let engine = try LibSSH2Engine()
        let error = failure(of: { try engine.setPreference(.cipherClientToServer, ["no-such"]) })
        #expect(error?.code == .methodNotSupported)
        #expect(error?.message.hasPrefix("could not prefer no-such: ") == true)
        #expect(engine.failure(-33, "do it", .session).message.hasPrefix("could not do it: "))
        #expect(engine.failure(-21, "do it", .session).message == "could not do it")
        engine.context.disconnect = (2, "go away")
        let farewell = engine.failure(-21, "do it", .channel)
        #expect(farewell.code == .socketDisconnect && farewell.serverText == "go away")
        #expect(farewell.message == "could not do it: the server ended the connection (reason 2)")
    }
}
