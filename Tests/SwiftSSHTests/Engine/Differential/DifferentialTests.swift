import Foundation
import Testing

@testable import SwiftSSH

@Suite("Both engines, in the same conversations")
struct DifferentialTests {
    /// Whether the libssh2 at hand is the one that `docs/engines.md` speaks of.
    private static let isDocumented = !LibSSH2Library.isAtLeast(1, 11, 0)

    static let conversations =
        HandshakeConversations.all + AuthenticationConversations.all + ChannelOpeningConversations.all
        + ChannelConversations.all + ConnectionConversations.all + ForwardedConversations.all

    /// The first cells of the rows of the table of differences.
    private static let documented: [String] = {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../../docs/engines.md").standardized
        let lines = (try? String(contentsOf: page, encoding: .utf8))?.split(separator: "\n") ?? []
        return lines.drop { $0 != "## Where users see a difference" }.filter { $0.hasPrefix("| ") }.compactMap { line in
            line.split(separator: "|").first.map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }()

    @Test("The differences are those of docs/engines.md, and each that can be is shown")
    func table() {
        #expect(Set(Self.documented.dropFirst()) == Set(Difference.allCases.map(\.rawValue)))
        #expect(Set(Self.conversations.compactMap(\.difference)) == Difference.shown)
    }

    @Test("Users see the same, or what docs/engines.md tells of", arguments: conversations)
    func same(conversation: Conversation) throws {
        let libssh2 = try conversation.account(on: .libssh2)
        let native = try conversation.account(on: .native)
        #expect(!"\(libssh2)\n\(native)".contains("TIMEOUT"), "somebody waits for what does not come")
        if conversation.difference == nil {
            #expect(libssh2 == native)
        } else if Self.isDocumented {
            #expect(libssh2 != native, "this is a difference no longer")
        }
    }
}
