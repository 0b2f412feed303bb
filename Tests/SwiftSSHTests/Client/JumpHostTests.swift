import Glibc
import Testing

@testable import SwiftSSH

@Suite("Hosts behind a jump host that are not reached")
struct JumpHostTests {
    @Test(
        "client.jump-refused: the error is about the host that is not reached, and names the way to it",
        arguments: [EngineChoice.libssh2, .native])
    func refused(_ engine: EngineChoice) throws {
        let jump = try ClientServer().client { $0.engine = engine }
        var options = ClientOptions()
        options.jumpHost = jump
        let (holder, nobody) = try Loopback.port(listening: false)
        defer { close(holder) }
        for (host, port) in [("no-such-host.invalid", 22), ("127.0.0.2", nobody)] {
            let error = failure { try SSHClient.connect(host: host, port: port, user: "x", options: options) }
            #expect(error?.code == .connect)
            #expect(error?.phase == .connecting)
            #expect(error?.host == host)
            #expect(error?.message.hasPrefix("through 127.0.0.1: no connection to \(host):\(port): ") == true)
        }
        // What is wrong with the connection to the jump host is about that one.
        jump.close()
        let error = failure { try SSHClient.connect(host: "127.0.0.2", user: "x", options: options) }
        #expect(error != nil && error?.code != .connect)
    }
}
