import Glibc

/// A cookie by which an X display knows its users.
struct XCookie {
    /// The only kind of authentication that is forwarded, OpenSSH's and nearly everybody's.
    static let protocolName = Array("MIT-MAGIC-COOKIE-1".utf8)
    static let size = 16

    /// The cookie's bytes.
    let bytes: [UInt8]
}

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

/// By what a display's host is found among the records of an authority file.
struct XPeer: Equatable {
    /// The record is of every host.
    static let wild = 65535
    private static let local = 256
    private static let internet = 0
    private static let internet6 = 6

    /// The kind of address.
    let family: Int
    /// The address: of the host, or this host's name.
    let address: [UInt8]

    /// A host of this kind and address.
    init(family: Int, address: [UInt8]) {
        self.family = family
        self.address = address
    }

    /// This host.
    static var thisHost: XPeer {
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, name.count - 1)
        return XPeer(family: local, address: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) })
    }

    /// Who is at the other end of a socket; nil where the system does not say.
    init?(of descriptor: Int32) {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let found = withUnsafeMutableBytes(of: &storage) { bytes -> (family: Int32, bytes: [UInt8])? in
            guard let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                getpeername(descriptor, address, &length) == 0
            else { return nil }
            switch Int32(address.pointee.sa_family) {
            // Behind the family and the port; with IPv6 behind the flow information too.
            case AF_INET: return (AF_INET, Array(bytes[4..<8]))
            case AF_INET6: return (AF_INET6, Array(bytes[8..<24]))
            default: return (AF_UNIX, [])
            }
        }
        guard let found else { return nil }
        let mapped = [UInt8](repeating: 0, count: 10) + [255, 255]
        let address = found.bytes.starts(with: mapped) ? Array(found.bytes.dropFirst(mapped.count)) : found.bytes
        let loopback6 = [UInt8](repeating: 0, count: 15) + [1]
        if address.isEmpty || address.count == 4 && address.first == 127 || address == loopback6 {
            self = Self.thisHost
        } else {
            self.init(family: address.count == 4 ? Self.internet : Self.internet6, address: address)
        }
    }
}
