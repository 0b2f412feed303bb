@testable import SwiftSSH

/// Servers that are odd from the first line to the first keys.
enum HandshakeConversations {
    static let all = identifications + offers + messages + proofs

    /// A server that says who it is in some way, and then serves a command.
    private static func identifying(
        _ name: String, _ line: String = "SSH-2.0-Test", after preface: String = "", end: String = "\r\n"
    ) -> Conversation {
        Conversation(name) { server in
            try server.identify(line, after: preface, end: end)
            try server.next(Message.userAuthenticationRequest)
            try server.send([Message.userAuthenticationSuccess])
            let channel = try server.openChannel()
            try server.next(Message.channelRequest)
            try server.sendOnChannel(Message.channelSuccess, channel)
            try server.end(channel)
        }
    }

    private static let identifications: [Conversation] = [
        identifying("other lines before the identification", after: "welcome\r\nto this\n\r\n"),
        identifying("an identification of version 1.99", "SSH-1.99-Both"),
        identifying("an identification of version 1.5", "SSH-1.5-Old"),
        identifying("an identification with a comment", "SSH-2.0-Test some comment, and more"),
        identifying("an identification with an empty name", "SSH-2.0-"),
        identifying("an identification that ends with LF alone", end: "\n"),
        identifying("an identification of 253 bytes", "SSH-2.0-" + String(repeating: "x", count: 245)),
        identifying("an identification of 254 bytes", "SSH-2.0-" + String(repeating: "x", count: 246)),
        identifying("a server of HTTP", "HTTP/1.1 400 Bad Request"),
        Conversation("a server that goes before it says a word") { _ in },
        Conversation("a server that goes after its identification") { try $0.identify() },
    ]

    /// A server that offers something odd, and then serves a command.
    private static func offering(
        _ name: String, differs difference: Difference? = nil, _ prepare: @escaping @Sendable (SocketServer) -> Void
    ) -> Conversation {
        Conversation(name, differs: difference) { server in
            prepare(server)
            try server.end(server.runCommand())
        }
    }

    private static let offers: [Conversation] = [
        offering("strict key exchange not offered") { $0.isStrict = false },
        offering("names that nobody knows among the known ones") { server in
            for purpose in AlgorithmPurpose.allCases { server.offers[purpose]?.insert("x@example.com", at: 0) }
        },
        offering("names that come twice") { server in
            server.offers = server.offers.mapValues { $0 + $0 }
        },
        offering("an empty list of key exchanges") { server in
            server.offers[.keyExchange] = []
            server.isStrict = false
        },
        offering("an empty list of host keys") { $0.offers[.hostKey] = [] },
        offering("an empty list of ciphers") { $0.offers[.cipherServerToClient] = [] },
        offering("an empty list of MACs") { $0.offers[.macClientToServer] = [] },
        offering("no key exchange in common") { $0.offers[.keyExchange] = ["x@example.com"] },
        offering("no host key in common") { $0.offers[.hostKey] = ["ssh-x"] },
        offering("no cipher in common") { $0.offers[.cipherClientToServer] = ["none"] },
        offering("no MAC in common") { $0.offers[.macServerToClient] = ["hmac-x"] },
        offering("no compression in common") { $0.offers[.compressionServerToClient] = ["zstd"] },
        offering("languages") { $0.offers[.languageServerToClient] = ["tlh"] },
        offering("names that are begun, but not said") { $0.offers[.hostKey] = ["ssh-ed2551", "ssh-ed255190"] },
        offering("a KEXINIT of one byte") { $0.tamperInit = { $0 = [20] } },
        offering("a KEXINIT that ends in the middle of its lists") { $0.tamperInit = { $0.removeLast(60) } },
        offering("a KEXINIT with a list that is longer than the message") { $0.tamperInit = { $0[17] = 0x7F } },
        offering("a guess that is right, and nothing after it") { server in
            server.tamperInit = { $0[$0.count - 5] = 1 }
        },
    ]

    private static let messages: [Conversation] = [
        Conversation("a goodbye instead of a KEXINIT") { server in
            try server.identify()
            try server.sendGoodbye(12, "too many connections")
        },
        Conversation("data instead of a KEXINIT", differs: .misplaced) { server in
            try server.identify()
            try server.send([Message.channelData, 0, 0, 0, 0, 0, 0, 0, 0])
        },
        Conversation("a KEXINIT, and then the end") { server in
            try server.identify()
            try server.sendInit()
        },
        Conversation("a goodbye instead of the key exchange's answer") { server in
            try server.identify()
            try server.sendInit()
            try server.sendGoodbye(3, "no more keys")
        },
        Conversation("IGNORE, DEBUG and UNIMPLEMENTED before the keys, without strict key exchange") { server in
            server.isStrict = false
            try server.identify()
            try server.send(Message.ignore) { $0.string("nothing") }
            try server.send(Message.debug) { writer in
                writer.boolean(false)
                writer.string("debug")
                writer.string("")
            }
            server.beforeNewKeys = [Message.unimplemented, 0, 0, 0, 0]
            try server.end(server.runCommand())
        },
        Conversation("a packet of 16 MiB") { server in
            try server.identify()
            try server.write([1, 0, 0, 0, 4, 20])
        },
        Conversation("a packet of no length") { server in
            try server.identify()
            try server.write([0, 0, 0, 0, 4, 20])
        },
        Conversation("a packet with more padding than bytes") { server in
            try server.identify()
            try server.write([0, 0, 0, 12, 200, 20] + [UInt8](repeating: 0, count: 10))
        },
    ]

    /// A server whose proof is changed before it is sent.
    private static func proving(
        _ name: String, differs difference: Difference? = nil,
        _ tamper: @escaping @Sendable (inout [UInt8], inout [UInt8], inout [UInt8]) -> Void
    ) -> Conversation {
        Conversation(name, differs: difference) { server in
            server.tamper = tamper
            try server.end(server.runCommand())
        }
    }

    private static let proofs: [Conversation] = [
        proving("a wrong signature", differs: .proof) { _, _, signature in signature[signature.count - 1] ^= 1 },
        proving("no signature", differs: .proof) { _, _, signature in signature = [] },
        proving("a host key of another kind", differs: .proof) { key, _, _ in key[10] ^= 1 },
        proving("no host key", differs: .proof) { key, _, _ in key = [] },
        proving("a public value of nothing but zeros") { _, value, _ in value = [UInt8](repeating: 0, count: 32) },
        proving("a public value that is too short") { _, value, _ in value.removeLast() },
    ]
}
