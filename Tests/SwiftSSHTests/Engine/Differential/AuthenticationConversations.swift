@testable import SwiftSSH

/// Servers that are odd while the user proves who they are.
enum AuthenticationConversations {
    static let all = refusals + oddities + questions

    /// A server that answers requests, one after the other, with these messages.
    private static func answering(
        _ name: String, differs difference: Difference? = nil, _ answers: [[UInt8]],
        user: @escaping @Sendable (Session, inout Account) -> Void = Conversation.logIn
    ) -> Conversation {
        Conversation(
            name, differs: difference,
            server: { server in
                try server.identify()
                for answer in answers {
                    try server.next(Message.userAuthenticationRequest)
                    try server.send(answer)
                }
            }, user: user)
    }

    private static func failure(_ methods: String, isPartial: Bool = false) -> [UInt8] {
        var writer = WireWriter()
        writer.byte(Message.userAuthenticationFailure)
        writer.string(methods)
        writer.boolean(isPartial)
        return writer.bytes
    }

    private static func message(_ number: UInt8, _ build: (inout WireWriter) -> Void) -> [UInt8] {
        var writer = WireWriter()
        writer.byte(number)
        build(&writer)
        return writer.bytes
    }

    private static let success = [Message.userAuthenticationSuccess]

    /// Asks for the methods, then tries a password twice.
    @Sendable private static func ask(_ session: Session, _ account: inout Account) {
        account.note("methods") { try session.authenticationMethods(user: "user") }
        Conversation.logIn(session, &account)
        Conversation.logIn(session, &account)
    }

    private static let refusals: [Conversation] = [
        answering("a refusal", [failure("publickey,password")]),
        answering("a refusal, and then the user is let in", [failure("a"), failure("password"), success], user: ask),
        answering("a user who needs no proof", [success], user: ask),
        answering("no methods at all", [failure(""), failure(""), failure("")], user: ask),
        answering(
            "methods that nobody knows", differs: .misplaced,
            [failure("x@example.com,,\u{1B}[2J"), failure("x"), success], user: ask),
        answering(
            "a step, and then another",
            [failure("password"), failure("keyboard-interactive", isPartial: true), success],
            user: ask),
        answering(
            "a refusal that is cut short", differs: .misplaced, [[Message.userAuthenticationFailure, 0, 0, 0, 9, 65]]),
        answering("a refusal without a word", differs: .misplaced, [[Message.userAuthenticationFailure]]),
        answering(
            "a goodbye for an answer",
            [
                message(Message.disconnect) { writer in
                    writer.uint32(14)
                    writer.string("Too many authentication failures")
                    writer.string("")
                }
            ]),
        answering(
            "a goodbye with control characters",
            [
                message(Message.disconnect) { writer in
                    writer.uint32(2)
                    writer.string("a\u{1B}[31mb\r\n\u{202E}c")
                    writer.string("en")
                }
            ]),
        answering("a goodbye that is cut short", [[Message.disconnect, 0, 0]]),
        answering("the end for an answer", []),
    ]

    private static let oddities: [Conversation] = [
        Conversation("a banner of control characters before the answer") { server in
            try server.identify()
            try server.next(Message.userAuthenticationRequest)
            try server.send(Message.userAuthenticationBanner) { writer in
                writer.string("\u{1B}]0;owned\u{7}\r\n")
                writer.string("")
            }
            try server.send(success)
        } user: { session, account in
            Conversation.logIn(session, &account)
        },
        Conversation("a banner of a megabyte that is not there") { server in
            try server.identify()
            try server.next(Message.userAuthenticationRequest)
            try server.send([Message.userAuthenticationBanner, 0, 16, 0, 0])
            try server.send(success)
        } user: { session, account in
            Conversation.logIn(session, &account)
        },
        answering(
            "a password that has expired",
            [
                message(60) { writer in
                    writer.string("change it,\u{7} now")
                    writer.string("")
                }
            ]),
        answering(
            "a password that has expired, and a new one that is taken",
            [
                message(60) { writer in
                    writer.string("change it")
                    writer.string("")
                }, success,
            ]
        ) { session, account in
            account.note("login") { try session.authenticate(user: "u", password: "old", newPassword: "new") }
            account.note("is in") { session.isAuthenticated }
        },
        answering("an answer of a method that was not asked for", differs: .misplaced, [[61, 0, 0, 0, 0]]),
        answering("an answer that is of no method", differs: .misplaced, [[Message.requestSuccess]]),
        answering("an answer to what nobody asked", [failure("password"), success, success]) { session, account in
            Conversation.logIn(session, &account)
            Conversation.logIn(session, &account)
        },
        Conversation("extensions right after the keys") { server in
            server.beforeService = message(Message.extensionInformation) { writer in
                writer.uint32(2)
                for text in ["server-sig-algs", "ssh-ed25519,x", "x@example.com", "\0"] { writer.string(text) }
            }
            try server.end(server.runCommand())
        },
    ]

    /// A round of questions.
    private static func round(_ prompts: [(String, Bool)], count: UInt32? = nil) -> [UInt8] {
        message(60) { writer in
            for text in ["name\u{7}", "instruction", ""] { writer.string(text) }
            writer.uint32(count ?? UInt32(prompts.count))
            for (text, echo) in prompts {
                writer.string(text)
                writer.boolean(echo)
            }
        }
    }

    /// A server that asks in rounds and then lets the user in.
    private static func asking(_ name: String, differs difference: Difference? = nil, _ rounds: [[UInt8]])
        -> Conversation
    {
        Conversation(
            name, differs: difference,
            server: { server in
                try server.identify()
                try server.next(Message.userAuthenticationRequest)
                for round in rounds {
                    try server.send(round)
                    try server.next(61)
                }
                try server.send(success)
            },
            user: { session, account in
                let asked = Collected<String>()
                account.note("login") {
                    try session.authenticateInteractively(user: "user") { request in
                        asked.append("\(request)")
                        return request.prompts.map { Array($0.text.utf8) }
                    }
                }
                account.note("asked") { asked.values }
                account.note("is in") { session.isAuthenticated }
            })
    }

    private static let questions: [Conversation] = [
        asking("one question", [round([("Password: ", false)])]),
        asking("two questions at once, and one more", [round([("a", true), ("", false)]), round([("b", true)])]),
        asking("a round of no questions", [round([])]),
        asking("questions that are fewer than it says", differs: .misplaced, [round([("a", true)], count: 2)]),
        asking("a thousand million questions", differs: .misplaced, [round([("a", true)], count: 1_000_000_000)]),
        asking("questions that are cut short", differs: .misplaced, [[60, 0, 0, 0, 1]]),
    ]
}
