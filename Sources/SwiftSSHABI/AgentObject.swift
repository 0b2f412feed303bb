internal import SwiftSSH

/// What swiftssh_agent is a handle of: an agent, and the keys that it listed last.
final class AgentObject: Sendable {
    /// The agent.
    let agent: Agent
    private let lock = Lock()
    // Touched with the lock held.
    nonisolated(unsafe) private var listed: [AgentIdentity] = []

    /// Keeps an agent for C.
    init(_ agent: Agent) {
        self.agent = agent
    }

    /// Asks the agent for its keys.
    /// - Returns: Their number.
    func list() throws(SSHError) -> Int {
        let identities = try agent.identities()
        lock.withLock { listed = identities }
        return identities.count
    }

    /// A key that was listed.
    /// - Throws: `invalidArgument` where there is none of that number.
    func identity(_ index: UInt32) throws(SSHError) -> AgentIdentity {
        guard let identity = lock.withLock({ listed[checked: Int(clamping: index)] }) else {
            throw SSHError(.invalidArgument, "no key \(index) has been listed")
        }
        return identity
    }
}
