extension Session {
    /// Sets who is told of what happens in the session from here on, beside those whom ``SessionLog/everySession`` and the environment name.
    /// - Parameter log: Who is told; nil for nobody.
    public func setLog(_ log: SessionLog?) {
        let logs = SessionLog.usual + [log].compactMap { $0 }
        // The old one is let go outside of the lock: what it holds on to may do anything then.
        _ = connection.peek {
            defer { connection.setLogs(logs) }
            return connection.log?.events
        }
    }
}
