/// Connections that libssh2 has taken for a listener, and that nobody has accepted yet.
struct LibSSH2ConnectionQueue {
    private var waiting: [LibSSH2Channel] = []
    /// Those that were found when as many waited as may; closed as soon as that goes.
    private var refused: [LibSSH2Channel] = []
    private let limit: Int

    /// - Parameter limit: How many may wait; 0 is no limit, as libssh2 has it.
    init(limit: Int32) {
        self.limit = limit > 0 ? Int(limit) : .max
    }

    /// Adds one that was found while bytes were taken in.
    mutating func add(_ channel: LibSSH2Channel) {
        if waiting.count < limit { waiting.append(channel) } else { refuse(channel) }
    }

    /// Has one closed as soon as that goes.
    mutating func refuse(_ channel: LibSSH2Channel) {
        refused.append(channel)
    }

    /// Takes the first that waits; nil for none.
    mutating func next() -> LibSSH2Channel? {
        waiting.isEmpty ? nil : waiting.removeFirst()
    }

    /// Closes those that were refused, as far as that goes without waiting; tells whether all of them are.
    mutating func closeRefused() -> Bool {
        refused.removeAll { channel in
            guard case .done = channel.release() else { return false }
            return true
        }
        return refused.isEmpty
    }

    /// Refuses those that wait too.
    mutating func refuseAll() -> Bool {
        refused += waiting
        waiting = []
        return closeRefused()
    }
}
