@testable import SwiftSSH

/// Every read of the wire format, in an order that the input chooses; what is read is what is written.
let wireTarget = FuzzTarget(name: "wire") { input in
    var bytes = input
    let choices = (0..<8).map { _ in bytes.takeFirst() }
    var reader = WireReader(bytes)
    for choice in choices {
        let before = reader
        var writer = WireWriter()
        var isExact = true
        switch choice % 10 {
        case 0: reader.byte().map { writer.byte($0) }
        case 1:
            reader.boolean().map { writer.boolean($0) }
            isExact = false
        case 2: reader.uint32().map { writer.uint32($0) }
        case 3: reader.uint64().map { writer.uint64($0) }
        case 4: reader.string().map { writer.string($0) }
        case 5: reader.text().map { writer.string($0) }
        case 6:
            reader.mpint().map { writer.mpint($0) }
            isExact = false
        case 7: reader.nameList().map { writer.nameList($0) }
        case 8: reader.slice(Int(choice) - 100).map { writer.raw($0) }
        default: writer.raw(reader.rest())
        }
        var again = before
        let taken = before.remaining - reader.remaining
        require(taken >= 0, "a read went backwards")
        if isExact {
            require(again.slice(taken).map(Array.init) == writer.bytes, "what was read is not what is written")
        }
    }
}

/// Base64 in both directions.
let base64Target = FuzzTarget(name: "base64") { input in
    require(Base64.decode(Base64.encode(input).utf8) == input, "what was encoded is decoded to something else")
    guard let decoded = Base64.decode(input) else { return }
    require(decoded.count <= input.count, "there are more bytes than digits")
    require(Base64.decode(Base64.encode(decoded).utf8) == decoded, "the second decoding differs")
}

/// Text of a peer in messages: nothing that drives a terminal remains.
let escapingTarget = FuzzTarget(name: "escaping") { input in
    var bytes = input
    let limit = Int(bytes.takeFirst()) * 4
    let text = String(escaping: bytes, limit: limit)
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
            fatalError("a scalar was left that must be escaped")
        default: break
        }
    }
    require(text.utf8.count <= limit * 12 + 16, "the text is longer than its limit allows")
}
