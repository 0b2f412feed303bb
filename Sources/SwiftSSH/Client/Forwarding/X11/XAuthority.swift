import Glibc

/// The file in which a user's cookies are kept (Xau's `.Xauthority`): records of numbers in two bytes and of counted texts.
enum XAuthority {
    /// The file's path: what the environment's `XAUTHORITY` says, otherwise `.Xauthority` in the user's home; nil for a user without one.
    static var path: String? {
        if let value = getenv("XAUTHORITY"), value.pointee != 0 { return String(cString: value) }
        return UserAccount.home.map { $0 + "/.Xauthority" }
    }

    /// The cookie of a display.
    /// - Parameters:
    ///   - number: The display's number.
    ///   - descriptor: A socket that is connected to it.
    ///   - path: The file's path; nil where there is none.
    /// - Returns: The first that fits; nil for none, or where there is no such file.
    static func cookie(ofDisplay number: String, _ descriptor: Int32, in path: String?) -> XCookie? {
        guard let path, var file = try? KeyFile(path: path) else { return nil }
        defer { wipe(&file.bytes) }
        return cookie(ofDisplay: number, XPeer(of: descriptor), in: file.bytes)
    }

    /// The cookie of a display among those of a file. What comes behind a record that is cut is not looked at.
    static func cookie(ofDisplay number: String, _ peer: XPeer?, in file: [UInt8]) -> XCookie? {
        var rest = file[...]
        while let family = takeNumber(&rest), let address = takeText(&rest), let display = takeText(&rest),
            let name = takeText(&rest), let data = takeText(&rest)
        {
            guard name.elementsEqual(XCookie.protocolName), data.count == XCookie.size,
                display.isEmpty || display.elementsEqual(number.utf8)
            else { continue }
            if family == XPeer.wild || peer.map({ $0.family == family && address.elementsEqual($0.address) }) == true {
                return XCookie(bytes: Array(data))
            }
        }
        return nil
    }

    private static func takeNumber(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let high = rest.popFirst(), let low = rest.popFirst() else { return nil }
        return Int(high) << 8 | Int(low)
    }

    private static func takeText(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let count = takeNumber(&rest), count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
