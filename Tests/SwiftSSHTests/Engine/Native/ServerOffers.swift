import Glibc

@testable import SwiftSSH

/// What a real server offers, read from its first words.
struct ServerOffers {
    private let message: KeyExchangeInit

    /// Asks a server that is started for it.
    init(_ command: [String]) throws {
        let server = try InetdServer(command)
        self = try withExtendedLifetime(server) { try ServerOffers(server.socket) }
    }

    /// Asks the server of a port.
    init(port: UInt16) throws {
        let socket = try Loopback.connect(to: port)
        defer { close(socket) }
        try self.init(socket)
    }

    /// Says hello on a connected socket and hears the server out; of no further use is the socket then.
    private init(_ socket: Int32) throws {
        let hello = Array("SSH-2.0-Asking\r\n".utf8)
        send(socket, hello, hello.count, Int32(MSG_NOSIGNAL))
        let received = ByteQueue()
        var reader = PacketReader()
        var hasIdentified = false
        while true {
            if !hasIdentified, let end = received.bytes.firstIndex(of: 10) {
                received.removeFirst(end + 1)
                hasIdentified = true
            }
            if hasIdentified, let packet = try reader.next(received) {
                message = try KeyExchangeInit(payload: Array(packet.payload))
                return
            }
            guard received.append(upTo: 4096, { recv(socket, $0.baseAddress, $0.count, 0) }) > 0 else {
                throw SSHError(.socketDisconnect, "the server says nothing")
            }
        }
    }

    /// The certificates of host keys that the native engine has too, which it offers only when asked.
    var certificates: [String] {
        HostKeyAlgorithm.all.filter { !HostKeyAlgorithm.offered.contains($0) && message[.hostKey].contains($0) }
    }

    /// What the native engine has too, for each of ``AlgorithmChoice/purposes``.
    var common: [[String]] {
        AlgorithmChoice.purposes.map { purpose in AlgorithmOffers()[purpose].filter(message[purpose].contains) }
    }
}
