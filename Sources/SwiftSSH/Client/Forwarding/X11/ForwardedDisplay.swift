import Glibc

/// The display that a client forwards, and the cookie by which it is known on the host: not the display's own, which the server never sees.
struct ForwardedDisplay: Sendable {
    /// How long a client of the display may take to say who it is, and the display to take its connection.
    private static let patience = Duration.seconds(60)

    let name: DisplayName
    /// The cookie that the host is given.
    let cookie: XCookie
    /// The file that has the display's own; nil for none. It is read for each connection: the display may be another by then.
    let authority: String?

    /// What a channel is asked for.
    var request: ChannelRequest {
        .x11(
            isSingleConnection: false, authenticationProtocol: XCookie.protocolName,
            cookie: cookie.bytes.hexadecimalDigits, screen: name.screen)
    }

    /// Hears who connects, and connects the display.
    func attach(_ channel: Channel, to connection: CarriedConnection) throws(SSHError) {
        let deadline = Deadline(after: Self.patience)
        let greeting = try X11Greeting(from: channel, expecting: cookie, deadline)
        let descriptor = try connect(connection, deadline)
        // The greeting is the first that is sent, and always fits.
        let bytes = greeting.said(with: XAuthority.cookie(ofDisplay: name.number, descriptor, in: authority))
        let count = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        let number = errno
        try connection.attach(descriptor)
        guard count == bytes.count else {
            throw SSHError(.socketSend, "the display takes no greeting", systemNumber: number, phase: .forwarding)
        }
    }

    private func connect(_ connection: CarriedConnection, _ deadline: Deadline) throws(SSHError) -> Int32 {
        switch name.place {
        case .socket(let path):
            return try UNIXSocket.connect(path: path, to: "the display", code: .connect, deadline: deadline)
        case .port(let host, let port):
            return try connection.connect(host: host, port: port, deadline)
        }
    }
}
