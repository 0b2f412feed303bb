@testable import SwiftSSH

/// The engine that the tests' sessions run on, and what some tests must know of it.
extension EngineChoice {
    /// The engine of every session that names none.
    static var underTest: EngineChoice { (try? EngineChoice.fromEnvironment) ?? .libssh2 }
}

extension Session {
    /// How many bytes the engine holds for this session: what libssh2 has allocated, or what waits in the native engine's queues.
    var bytesHeldByEngine: Int {
        connection.peek {
            if let engine = connection.engine as? LibSSH2Engine { return engine.context.allocated }
            let queues = connection.channels.reduce(0) { $0 + $1.output.count + $1.error.count }
            return queues + connection.engine.input.count + connection.engine.output.count
        } ?? 0
    }
}
