import Glibc

extension SSHClient {
    /// Finds the display that is to be forwarded.
    /// - Returns: Nil where none is to be forwarded.
    /// - Throws: `invalidArgument` where the environment or the options name none.
    static func forwardedDisplay(_ options: ClientOptions) throws(SSHError) -> ForwardedDisplay? {
        let name: String
        switch options.forwardedDisplay {
        case .none: return nil
        case .named(let given): name = given
        case .environment:
            guard let value = getenv("DISPLAY"), value.pointee != 0 else {
                throw SSHError(
                    .invalidArgument, "no display can be forwarded: DISPLAY is not set, and no name was given",
                    phase: .forwarding)
            }
            name = String(cString: value)
        }
        return ForwardedDisplay(
            name: try DisplayName(name), cookie: XCookie(bytes: try Random.bytes(XCookie.size)),
            authority: XAuthority.path)
    }

    /// Has the connections to the display that the server hands over carried to it, each for itself, until the client ends.
    func forward(_ display: ForwardedDisplay) throws(SSHError) {
        try serve(try session.listenForX11(queueLimit: ForwardWorker.largestWaiting)) { (connection) throws(SSHError) in
            guard let channel = connection.begunChannel else { return }
            try display.attach(channel, to: connection)
        }
    }
}
