/// Reads along the messages that libssh2 has dealt with, to know what libssh2 drops of them: of a channel's end that a status of 0 came at
/// all, and what a server says of a signal besides its name (RFC 4254, 6.10); of a password that it has expired (RFC 4252, 8).
///
/// It is shown each piece of memory that libssh2 frees. A message is a piece of its own that begins with its number, and is freed as soon
/// as it has been dealt with. Other pieces may look like one, and any may be longer than its message: what is found here
/// is to be believed only where libssh2 says the same.
struct MessageObserver {
    /// What the server has said about the end of a channel's process.
    struct Ending: Equatable {
        /// The exit status that came last.
        var status: UInt32?
        /// The signal that came last.
        var signal: ExitSignal?
    }

    private static let passwordChange: UInt8 = 60
    private static let openConfirmation: UInt8 = 91
    private static let request: UInt8 = 98

    /// What the server said when it last asked for a new password, escaped; only while a password is being tried does its number mean that.
    var passwordPrompt: String?
    /// This side's number of the channel that was confirmed last.
    private var confirmed: UInt32?
    /// By this side's number, for the channels that are watched: a server can name any.
    private var endings: [UInt32: Ending] = [:]

    /// A channel is going to be opened.
    mutating func beginOpening() {
        confirmed = nil
    }

    /// Watches the channel that has just been opened.
    /// - Returns: This side's number of it; nil where it was not seen.
    mutating func watchOpened() -> UInt32? {
        defer { confirmed = nil }
        if let confirmed { endings[confirmed] = Ending() }
        return confirmed
    }

    /// What has come for a channel that is watched.
    func ending(of channel: UInt32?) -> Ending? {
        channel.flatMap { endings[$0] }
    }

    /// Ends watching a channel.
    mutating func forget(_ channel: UInt32?) {
        if let channel { endings[channel] = nil }
    }

    /// Looks at a piece of memory that libssh2 frees.
    mutating func observe(_ piece: UnsafeRawBufferPointer) {
        // Short enough for what a packet may be.
        guard let number = piece.first, piece.count <= LibSSH2Allocator.largestPiece else { return }
        switch number {
        case Self.openConfirmation where piece.count >= 17:
            var message = WireReader([UInt8](piece[1..<5]))
            confirmed = message.uint32()
        case Self.request where !endings.isEmpty:
            note(request: WireReader([UInt8](piece[1...])))
        case Self.passwordChange:
            var message = WireReader([UInt8](piece[1...]))
            if let prompt = message.stringSlice(), message.stringSlice() != nil {
                passwordPrompt = String(escaping: prompt)
            }
        default: break
        }
    }

    private mutating func note(request: WireReader) {
        var message = request
        guard let channel = message.uint32(), endings[channel] != nil, let type = message.stringSlice(),
            // A server wants no answer to these; what this side sends does.
            message.boolean() == false
        else { return }
        if type.elementsEqual("exit-status".utf8), let status = message.uint32() {
            endings[channel]?.status = status
        } else if type.elementsEqual("exit-signal".utf8), let name = message.stringSlice(),
            let dumpedCore = message.boolean(), let text = message.stringSlice(), let language = message.stringSlice()
        {
            endings[channel]?.signal = ExitSignal(
                name: String(escaping: name), dumpedCore: dumpedCore, message: String(escaping: text),
                language: String(escaping: language))
        }
    }
}
