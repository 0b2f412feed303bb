/// A cookie by which an X display knows its users.
struct XCookie {
    /// The only kind of authentication that is forwarded, OpenSSH's and nearly everybody's.
    static let protocolName = Array("MIT-MAGIC-COOKIE-1".utf8)
    static let size = 16

    /// The cookie's bytes.
    let bytes: [UInt8]
}
