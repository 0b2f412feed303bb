import Testing

@testable import SwiftSSH

@Suite("The native engine: new keys on the way")
struct RenewalTests {
    @Test("The server begins: what is written meanwhile waits, and goes under the new keys in its order")
    func byServer() throws {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        try server.sendInit()
        try server.deliver()
        let written = try [UInt8(9)].withUnsafeBytes { try channel.write(stream: 0, $0) }
        #expect(written == 0)
        try server.run(server.engine.ping()) { message in
            #expect(message.first == Message.globalRequest)
            try server.send([Message.requestFailure])
        }
        try server.sendData(channel, [5])
        try server.deliver()
        #expect(Array(channel.state.output.bytes) == [5])
        #expect(try [UInt8(9)].withUnsafeBytes { try channel.write(stream: 0, $0) } == 1)
        #expect(try server.messages().last?.suffix(1) == [9])
    }

    @Test("The client begins when its keys have protected enough, in either direction", arguments: [true, false])
    func byClient(sends: Bool) throws {
        let server = try NativeServer()
        try server.logIn()
        let channel = try server.openChannel()
        _ = try server.messages()
        server.engine.keyLifetime.bytes = 4096
        for round in 0..<40 {
            let piece = [UInt8](repeating: UInt8(round), count: 1000)
            if sends {
                while try piece.withUnsafeBytes({ try channel.write(stream: 0, $0) }) == 0 {
                    _ = try server.answerKeyExchange(server.messages())
                    try server.deliver()
                }
            } else {
                try server.sendData(channel, piece)
                for _ in 0..<4 {
                    try server.deliver()
                    _ = try server.answerKeyExchange(server.messages())
                }
                try server.deliver()
            }
            #expect(server.engine.reader.traffic.bytes < 8192 && server.engine.writer.traffic.bytes < 8192)
        }
        if !sends { #expect(channel.state.output.count == 40_000) }
    }

    @Test("Another host key than before is refused")
    func otherHostKey() throws {
        let server = try NativeServer()
        try server.logIn()
        let other = try PublicKey(path: Fixture.shared.get()["client_key_ed25519"] + ".pub").blob
        server.tamper = { key, _, _ in key = other }
        try server.sendInit()
        try server.deliver()
        _ = try server.answerKeyExchange(server.messages())
        #expect(failure(of: { try server.deliver() })?.code == .keyExchange)
    }
}
