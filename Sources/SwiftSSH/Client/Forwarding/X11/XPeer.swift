import Glibc

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
