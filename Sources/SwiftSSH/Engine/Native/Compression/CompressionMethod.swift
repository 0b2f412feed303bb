/// A way of compressing, by its name in the key exchange.
enum CompressionMethod: String {
    /// zlib, from the moment when the user has been authenticated: nobody else's bytes reach it. `zlib` itself, which does not wait for that, is not
    /// there.
    case zlib = "zlib@openssh.com"
    case none

    /// Those that can be offered where compression is wanted, the favourite first.
    static let offered: [CompressionMethod] = ZLibrary.shared == nil ? [.none] : [.zlib, .none]
}
