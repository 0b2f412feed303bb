import Glibc
import Testing

@testable import SwiftSSH

/// A display of the test's own, which listens on a UNIX socket, and a server whose xauth writes down what it is told.
private struct X11Setting {
    let directory: TemporaryDirectory
    let server: ClientServer
    /// The display's name: the path of its socket.
    let name: String
    let listener: Int32

    init() throws {
        directory = try TemporaryDirectory()
        name = directory.path("X:4711")
        listener = try ScriptedAgent.listen(name)
        let xauth = try directory.write(
            Array("#!/bin/sh\ncat >>\(directory.path("added"))\n".utf8), to: "xauth", mode: 0o700)
        server = try ClientServer(["X11Forwarding yes", "XAuthLocation \(xauth)"])
    }

    /// Takes the display's next connection.
    func accept() -> Int32 { Loopback.accept(listener) }

    /// The port of the server's display, as what runs there is told.
    func port(_ display: String) throws -> UInt16 {
        let number = try #require(display.split(separator: ":").last?.split(separator: ".").first)
        return 6000 + (try #require(UInt16(number)))
    }
}

/// What an X client says first.
private func greeting(_ cookie: [UInt8], order: Character = "B", name: String = "MIT-MAGIC-COOKIE-1") -> [UInt8] {
    func number(_ value: Int) -> [UInt8] { order == "B" ? [0, UInt8(value)] : [UInt8(value), 0] }
    func padded(_ bytes: [UInt8]) -> [UInt8] { bytes + [UInt8](repeating: 0, count: (4 - bytes.count % 4) % 4) }
    let version = number(11) + number(0)
    let lengths = number(name.utf8.count) + number(cookie.count)
    return [order.asciiValue ?? 0, 0] + version + lengths + [0, 0] + padded(Array(name.utf8)) + padded(cookie)
}

private func send(_ bytes: [UInt8], _ socket: Int32) {
    _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
}

private let ownCookie = [UInt8](100..<116)

@Suite struct X11ForwardingTests {
    @Test(
        "client.x11-forwarding: what runs on the host reaches the display here, whose own cookie it does not learn."
    )
    func forwarded() throws {
        let setting = try X11Setting()
        defer { close(setting.listener) }
        let host = XPeer.thisHost
        var authority: [UInt8] = []
        for (number, cookie) in [("4710", [UInt8](repeating: 9, count: 16)), ("4711", ownCookie)] {
            authority += [1, 0]
            for text in [host.address, Array(number.utf8), XCookie.protocolName, cookie] {
                authority += [0, UInt8(text.count)] + text
            }
        }
        let file = try setting.directory.write(authority, to: "authority")
        let client = try setting.server.client()
        let display = ForwardedDisplay(
            name: try DisplayName(setting.name), cookie: XCookie(bytes: [UInt8](1...16)), authority: file)
        try client.forward(display)
        let channel = try client.session.openChannel()
        try channel.request("x11-req", nil, display.request)
        try channel.execute("echo $DISPLAY; read line")
        let port = try setting.port(String(decoding: channel.read(upTo: 100), as: UTF8.self))
        for order: Character in ["B", "l"] {
            let program = try Loopback.connect(to: port)
            defer { close(program) }
            // It may come in pieces.
            for byte in greeting(display.cookie.bytes, order: order) { send([byte], program) }
            send(Array("drawing".utf8), program)
            let connection = setting.accept()
            defer { close(connection) }
            let expected = greeting(ownCookie, order: order) + Array("drawing".utf8)
            #expect(Loopback.receive(expected.count, from: connection) == expected)
            send(Array("an event".utf8), connection)
            #expect(Loopback.receive(8, from: program) == Array("an event".utf8))
            // The display's end is the program's.
            shutdown(connection, Int32(SHUT_RDWR))
            #expect(Loopback.receive(1, from: program).isEmpty)
        }
        let added = String(decoding: try setting.directory.read("added"), as: UTF8.self)
        #expect(added.contains(String(decoding: display.cookie.bytes.hexadecimalDigits, as: UTF8.self)))
        #expect(!added.contains(String(decoding: ownCookie.hexadecimalDigits, as: UTF8.self)))
    }

    @Test(
        "client.x11-forwarding-options: a client forwards the display that it is told to, to each process, on a socket or a port."
    )
    func options() throws {
        let setting = try X11Setting()
        defer { close(setting.listener) }
        let (listener, port) = try Loopback.port(listening: true)
        defer { close(listener) }
        for name in [setting.name, "127.0.0.1:\(Int(port) - 6000)"] {
            let client = try setting.server.client { $0.forwardedDisplay = .named(name) }
            let cookie = try #require(client.display?.cookie.bytes)
            for _ in 0..<2 {
                let process = try client.start("echo $DISPLAY; read line")
                let program = try Loopback.connect(to: setting.port(try #require(try process.readLine())))
                defer { close(program) }
                send(greeting(cookie), program)
                let connection = name == setting.name ? setting.accept() : Loopback.accept(listener)
                defer { close(connection) }
                // The display has no cookie in this user's file: who connects says none.
                #expect(Loopback.receive(12, from: connection) == greeting([], name: ""))
                try process.write(Array("\n".utf8))
                #expect(try process.wait() == .exited(0))
            }
            client.close()
        }
    }

    @Test(
        "client.x11-forwarding-refused: who has not the cookie does not reach the display; a display or a server that is none for it is told."
    )
    func refused() throws {
        let setting = try X11Setting()
        defer { close(setting.listener) }
        let client = try setting.server.client { $0.forwardedDisplay = .named(setting.name) }
        let cookie = try #require(client.display?.cookie.bytes)
        let process = try client.start("echo $DISPLAY; read line")
        let port = try setting.port(try #require(try process.readLine()))
        let wrong = [
            greeting([0] + cookie.dropFirst()), greeting(ownCookie), greeting([]), greeting([], name: ""),
            greeting(cookie, name: "XDM-AUTHORIZATION-"), Array("GET / HTTP/1.1\r\n\r\n".utf8),
            [UInt8(ascii: "B"), 0, 0, 11, 0, 0, 255, 255, 255, 255, 0, 0],
        ]
        for bytes in wrong {
            let program = try Loopback.connect(to: port)
            send(bytes, program)
            #expect(Loopback.receive(1, from: program).isEmpty)
            close(program)
        }
        // None of them got through: the first that reaches the display is the one with the cookie.
        let program = try Loopback.connect(to: port)
        defer { close(program) }
        send(greeting(cookie, order: "l"), program)
        let connection = setting.accept()
        defer { close(connection) }
        #expect(Loopback.receive(12, from: connection) == greeting([], order: "l", name: ""))

        let refusing = try ClientServer(["X11Forwarding no"])
        let other = try refusing.client { $0.forwardedDisplay = .named(setting.name) }
        let error = failure(of: { _ = try other.run("true") })
        #expect(error?.code == .channelRequestDenied && error?.message.contains("X11Forwarding") == true)
        let none = failure(of: { _ = try refusing.client { $0.forwardedDisplay = .named("nowhere") } })
        #expect(none?.code == .invalidArgument && none?.message.contains("\"nowhere\"") == true)
    }

    @Test("session.x11-listener: without a client, connections to the display are accepted as those of a listener.")
    func listener() throws {
        let setting = try X11Setting()
        defer { close(setting.listener) }
        let client = try setting.server.client()
        let session = client.session
        let listener = try session.listenForX11(queueLimit: 4)
        #expect(failure(of: { _ = try session.listenForX11() })?.code == .badUse)
        let channel = try session.openChannel()
        try channel.requestX11(cookie: ownCookie.hexadecimalDigits)
        try channel.execute("echo $DISPLAY; read line")
        let port = try setting.port(String(decoding: channel.read(upTo: 100), as: UTF8.self))
        let program = try Loopback.connect(to: port)
        defer { close(program) }
        send(Array("hello".utf8), program)
        let connection = try listener.accept()
        #expect(try connection.read(upTo: 5) == Array("hello".utf8))
        try listener.cancel()
        let late = try Loopback.connect(to: port)
        defer { close(late) }
        #expect(Loopback.receive(1, from: late).isEmpty)
        try connection.write(Array("back".utf8))
        #expect(Loopback.receive(4, from: program) == Array("back".utf8))
        client.close()
    }

    @Test(
        "Names of displays are read as DISPLAY has them",
        arguments: [
            (":0", DisplayName.Place.socket(path: "/tmp/.X11-unix/X0"), "0", UInt32(0)),
            (":10.2", .socket(path: "/tmp/.X11-unix/X10"), "10", 2),
            ("unix:3", .socket(path: "/tmp/.X11-unix/X3"), "3", 0),
            ("server.example:1.0", .port(host: "server.example", 6001), "1", 0),
            ("[fe80::1]:0", .port(host: "fe80::1", 6000), "0", 0), ("::1:7", .port(host: "::1", 6007), "7", 0),
            ("/run/x/socket", .socket(path: "/run/x/socket"), "0", 0),
            ("unix:/run/x/org.x:2", .socket(path: "/run/x/org.x:2"), "2", 0),
        ])
    func names(_ name: String, _ place: DisplayName.Place, _ number: String, _ screen: UInt32) throws {
        let read = try DisplayName(name)
        #expect(read.place == place && read.number == number && read.screen == screen)
    }

    @Test(
        "What does not name a display is refused",
        arguments: [
            "", "0", "host", "host:", ":x", ":0.", ":0.x", ":-1", ":0.0.0", ":59536", ":99999999999", ":0.99999999999",
            "host:+1",
        ])
    func notNames(_ name: String) {
        #expect(failure(of: { _ = try DisplayName(name) })?.code == .invalidArgument)
    }

    @Test("Cookies are found by number and host among those of a file, which may be cut anywhere")
    func cookies() {
        func record(_ family: UInt8, _ address: [UInt8], _ number: String, _ name: String, _ data: [UInt8]) -> [UInt8] {
            [family == 255 ? 255 : family / 128, family == 255 ? 255 : family % 128]
                + [address, Array(number.utf8), Array(name.utf8), data].flatMap { [0, UInt8($0.count)] + $0 }
        }
        let mit = "MIT-MAGIC-COOKIE-1"
        let cookies = (0..<6).map { [UInt8](repeating: UInt8($0), count: 16) }
        let far = XPeer(family: 0, address: [192, 0, 2, 1])
        let file =
            record(0, [192, 0, 2, 1], "0", "XDM-AUTHORIZATION-1", cookies[0])
            + record(0, [192, 0, 2, 1], "0", mit, Array(cookies[0].dropLast()))
            + record(0, [192, 0, 2, 2], "0", mit, cookies[1]) + record(6, [192, 0, 2, 1], "0", mit, cookies[1])
            + record(0, [192, 0, 2, 1], "1", mit, cookies[2]) + record(0, [192, 0, 2, 1], "0", mit, cookies[3])
            + record(255, [], "", mit, cookies[4])
        func cookie(_ number: String, _ peer: XPeer?, _ file: [UInt8]) -> [UInt8]? {
            XAuthority.cookie(ofDisplay: number, peer, in: file)?.bytes
        }
        #expect(cookie("0", far, file) == cookies[3])
        #expect(cookie("1", far, file) == cookies[2])
        #expect(cookie("2", far, file) == cookies[4])
        #expect(cookie("0", nil, file) == cookies[4])
        for length in 0..<file.count { #expect(cookie("2", far, Array(file.prefix(length))) == nil) }
        #expect(cookie("2", far, file + [1]) == cookies[4])
    }
}
