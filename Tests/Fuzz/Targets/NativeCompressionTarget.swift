@testable import SwiftSSH

/// Payloads that a server has compressed, each behind its length in two bytes; and the input compressed and decompressed again.
let nativeCompressionTarget = FuzzTarget(name: "native-compression") { input in
    let limit = 50_000
    guard let decompression = try? PacketCompression.decompressing(limit: limit) else { fatalError("there is no zlib") }
    var rest = input[...]
    while rest.count > 2, let high = rest.popFirst(), let low = rest.popFirst() {
        let payload = [UInt8](rest.prefix(Int(high) << 8 | Int(low)))
        rest = rest.dropFirst(payload.count)
        guard let count = process(payload, decompression)?.count else { break }
        require((1...limit).contains(count), "a payload without bounds")
    }
    guard let compressing = try? PacketCompression.compressing(),
        let decompressing = try? PacketCompression.decompressing()
    else { fatalError("there is no zlib") }
    for piece in [input, input] where !piece.isEmpty {
        guard let compressed = process(piece, compressing) else { fatalError("it was not compressed") }
        require(process(compressed, decompressing) == piece, "it is not the same again")
    }
}

private func process(_ payload: [UInt8], _ compression: PacketCompression) -> [UInt8]? {
    payload.withUnsafeBytes { bytes in (try? compression.process(bytes)).map { [UInt8]($0) } }
}
