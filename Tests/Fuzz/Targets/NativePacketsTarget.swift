@testable import SwiftSSH

/// Packets under every cipher with the keys known. What the input says is sealed as it stands, whatever its padding: what comes out is what
/// went in, or an error; and of a packet that was damaged nothing comes out.
let nativePacketsTarget = FuzzTarget(name: "native-packets") { input in
    var bytes = input
    let choice = bytes.takeFirst()
    let seed = bytes.takeFirst()
    let protection = packetProtections[Int(choice & 0x7F) % packetProtections.count]
    guard let sealing = try? protection.packetCipher(encrypts: true),
        let opening = try? protection.packetCipher(encrypts: false)
    else { fatalError("there is no \(protection)") }
    var reader = PacketReader()
    reader.use(opening, resetsSequence: true)
    if choice >= 0x80 { return readUnsealed(bytes, seed, &reader) }
    var sequence: UInt32 = 0
    while !bytes.isEmpty {
        let packet = ChosenPacket(&bytes, sealing, sequence)
        sequence &+= 1
        let queue = ByteQueue()
        var payload: [UInt8]?
        do throws(SSHError) {
            for piece in packet.sealed.pieces(seed) where payload == nil {
                piece.withUnsafeBytes { queue.append($0) }
                payload = try reader.next(queue).map { Array($0.payload) }
            }
        } catch {
            require(packet.payload == nil, "a whole packet is refused")
            return
        }
        require(payload == packet.payload, "what comes out is not what went in")
        guard payload != nil else { return }
    }
}

/// Nobody without the keys can make a packet.
private func readUnsealed(_ bytes: [UInt8], _ seed: UInt8, _ reader: inout PacketReader) {
    let queue = ByteQueue()
    do throws(SSHError) {
        for piece in bytes.pieces(seed) {
            piece.withUnsafeBytes { queue.append($0) }
            let isPacket = try reader.next(queue) != nil
            require(!isPacket, "a packet that nobody has sealed")
        }
    } catch {}
}

/// A packet that the input describes: the padding, the damage, the blocks, and the content.
private struct ChosenPacket {
    let sealed: [UInt8]
    /// What comes of it; nil for an error, or for nothing.
    let payload: [UInt8]?

    init(_ bytes: inout [UInt8], _ cipher: any PacketCipher, _ sequence: UInt32) {
        let padding = bytes.takeFirst()
        let damage = bytes.takeFirst()
        let blocks = 1 + Int(bytes.takeFirst() % 64)
        let length = blocks * cipher.blockSize + (cipher.padsLength ? cipher.blockSize - 4 : 0)
        var content = Array(bytes.prefix(length - 1))
        bytes.removeFirst(content.count)
        content += [UInt8](repeating: 0, count: length - 1 - content.count)
        var packet = withUnsafeBytes(of: UInt32(length).bigEndian) { Array($0) } + [padding] + content
        packet += [UInt8](repeating: 0, count: cipher.tagLength)
        packet.withUnsafeMutableBytes { room in
            do throws(SSHError) {
                try cipher.seal(room, sequence: sequence)
            } catch {
                fatalError("it was not sealed")
            }
        }
        // Twice the same is no damage.
        if damage != 0 { packet[Int(damage) * 131 % packet.count] ^= 1 << (damage & 7) }
        sealed = packet
        let isWhole = damage == 0 && padding >= 4 && Int(padding) + 2 <= length
        payload = isWhole ? Array(content.prefix(length - 1 - Int(padding))) : nil
    }
}

/// Everything that packets can be protected by.
let packetProtections: [PacketProtection] = PacketCipherAlgorithm.allCases.flatMap { cipher in
    cipher.authenticates
        ? [PacketProtection(cipher: cipher, mac: nil)]
        : PacketMACAlgorithm.allCases.map { PacketProtection(cipher: cipher, mac: $0) }
}

extension PacketProtection {
    /// A cipher whose keys everybody knows.
    fileprivate func packetCipher(encrypts: Bool) throws(SSHError) -> any PacketCipher {
        try makeCipher(letters: ("A", "C", "E"), encrypts: encrypts) { (letter, count) throws(SSHError) in
            (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) ^ (letter.asciiValue ?? 0) }
        }
    }
}
