internal import CLibSSH2
import Glibc

/// What libssh2's callbacks of one session see and touch; libssh2 holds its address as the session's `abstract`.
///
/// The callbacks run inside calls into libssh2, so under the lock of whoever drives the engine.
final class LibSSH2Context {
    /// Bytes of the peer that libssh2 has not asked for.
    let input = ByteQueue(capacity: 256 * 1024)
    /// Bytes that libssh2 wants sent. It always takes all of them, so that no packet is ever half sent.
    let output = ByteQueue(capacity: 64 * 1024)

    /// How many bytes of ``input`` libssh2 may still be served; 0 outside the calls that are meant to take bytes in.
    var allowance = 0
    /// Whether the connection is dead: nothing more is sent or received, and libssh2's cleaning up does not wait.
    var isDead = false
    /// Whether a packet was damaged, or not taken in. libssh2 would go on with the next one as though it had never been sent,
    /// so nothing that it has is believed from here on.
    var isDamaged = false

    /// Bytes that libssh2 holds.
    var allocated = 0
    /// Bytes added to each allocation; for the overflow of 1.11.0 and 1.11.1 while a user authenticates with an RSA key.
    var slack = 0
    /// Set while the algorithm name of an RSA key is being put in place.
    var substitution: LibSSH2BlobSubstitution?

    /// Channels that the server has opened because something is forwarded to it, until the engine collects them.
    var handedOver: [(kind: ForwardedKind, channel: OpaquePointer)] = []

    /// The server's reason and words when it said goodbye.
    var disconnect: (reason: Int32, text: String)?
    /// The start of what the server sent, until its algorithms are known from it.
    var observer = KeyExchangeObserver()
    /// The ends of channels, as far as libssh2 does not keep them.
    var messages = MessageObserver()

    /// Signs for the public key authentication under way.
    var sign: ((_ data: [UInt8]) throws(SSHError) -> Progress<[UInt8]>)?
    /// Answers the questions of the keyboard-interactive authentication under way.
    var answer: ((KeyboardInteractiveRequest) throws(SSHError) -> [SecretBytes])?
    /// What an expired password is changed to, until libssh2 has taken it.
    var newPassword: SecretBytes?
    /// Whether libssh2 waits for yet another new password, and would crash at the next attempt.
    var isStuckWithPassword = false
    /// What `sign` or `answer` threw.
    var thrown: SSHError?

    /// The context behind a callback's `abstract`.
    static func of(_ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?) -> LibSSH2Context? {
        guard let pointer = abstract?.pointee else { return nil }
        return Unmanaged<LibSSH2Context>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// Takes what a callback threw, leaving nothing behind.
    func takeThrown() -> SSHError? {
        defer { thrown = nil }
        return thrown
    }
}

/// libssh2's send callback.
func libssh2Send(
    _ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32,
    _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> Int {
    guard let context = LibSSH2Context.of(abstract), !context.isDead else { return Int(-EPIPE) }
    context.output.append(UnsafeRawBufferPointer(start: bytes, count: count))
    return count
}

/// libssh2's receive callback.
func libssh2Receive(
    _ socket: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int, _ flags: Int32,
    _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> Int {
    guard let context = LibSSH2Context.of(abstract), !context.isDead else { return Int(-ECONNRESET) }
    let room = UnsafeMutableRawBufferPointer(start: buffer, count: min(count, context.allowance))
    let served = context.input.take(into: room)
    guard served > 0 else { return Int(-EAGAIN) }
    context.allowance -= served
    context.observer.observe(UnsafeRawBufferPointer(rebasing: room[..<served]))
    return served
}

/// libssh2's callback for SSH_MSG_DISCONNECT.
func libssh2Disconnect(
    _ session: OpaquePointer?, _ reason: Int32, _ message: UnsafePointer<CChar>?, _ messageLength: Int32,
    _ language: UnsafePointer<CChar>?, _ languageLength: Int32,
    _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) {
    let text = UnsafeRawBufferPointer(start: message, count: message == nil ? 0 : max(0, Int(messageLength)))
    LibSSH2Context.of(abstract)?.disconnect = (reason, String(escaping: text))
}

/// libssh2's callback for a connection to a forwarded display. It runs in the midst of libssh2's work, where nothing may be done with the channel.
func libssh2X11Opened(
    _ session: OpaquePointer?, _ channel: OpaquePointer?, _ host: UnsafePointer<CChar>?, _ port: Int32,
    _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) {
    guard let context = LibSSH2Context.of(abstract), let channel else { return }
    context.handedOver.append((.x11, channel))
}

/// libssh2's callback for a connection to a forwarded agent; as the one above.
func libssh2AgentOpened(
    _ session: OpaquePointer?, _ channel: OpaquePointer?, _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) {
    guard let context = LibSSH2Context.of(abstract), let channel else { return }
    context.handedOver.append((.agent, channel))
}
