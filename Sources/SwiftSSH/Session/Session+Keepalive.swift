extension Session {
    /// Sets how often ``sendKeepalive()`` sends (`libssh2_keepalive_config`). Nothing is sent by itself.
    /// - Parameters:
    ///   - wantsReply: Whether the server is asked to answer.
    ///   - interval: Seconds between two; 0 switches them off, 1 counts as 2.
    public func configureKeepalive(wantsReply: Bool, interval: UInt32) {
        state.configureKeepalive(wantsReply: wantsReply, interval: interval)
    }

    /// Sends a keepalive if one is due (`libssh2_keepalive_send`). It does not wait for an answer; ``ping(timeout:)`` does.
    /// - Returns: Seconds until the next is due, 0 when they are off.
    /// - Throws: Why the connection is over.
    public func sendKeepalive() throws(SSHError) -> UInt32 {
        try state.recording { () throws(SSHError) in
            try connection.locked { () throws(SSHError) in
                let due = state.dueKeepalive()
                guard due.isDue else { return due.seconds }
                if let failure = connection.failure { throw failure }
                guard connection.engine.isAuthenticated else { return due.seconds }
                try connection.sendKeepalive(wantsReply: due.wantsReply)
                return due.seconds
            }
        }
    }
}

extension Connection {
    /// Sends a keepalive, for a thread that has entered. One that asks for a reply is a ping that nobody waits for: replies to
    /// libssh2's own keepalives stay in its queue, where the next global request takes them for its answer.
    fileprivate func sendKeepalive(wantsReply: Bool) throws(SSHError) {
        if wantsReply {
            lane.append(Operation(engine.ping()))
            glance()
        } else {
            try engine.sendKeepalive()
            flushBeforeLeaving()
        }
    }
}
