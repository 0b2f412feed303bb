@testable import SwiftSSH

/// The server's identification: the same whatever pieces it comes in.
let identificationTarget = FuzzTarget(name: "identification") { input in
    var bytes = input
    let seed = bytes.takeFirst()
    let whole = identification([bytes[...]])
    require(identification(bytes.pieces(seed)) == whole, "the pieces matter")
    if let line = whole.line { require(line.count <= IdentificationFilter.longestIdentification, "too long a line") }
}

/// Feeds pieces until there is an identification or an error.
private func identification(_ pieces: [ArraySlice<UInt8>]) -> FoundIdentification {
    var filter = IdentificationFilter()
    var found = FoundIdentification()
    for piece in pieces {
        do throws(SSHError) {
            var result: Result<Int, SSHError> = .success(0)
            piece.withUnsafeBytes { buffer in
                do throws(SSHError) {
                    result = .success(try filter.take(buffer))
                } catch {
                    result = .failure(error)
                }
            }
            let taken = try result.get()
            require(taken <= piece.count, "more was taken than came")
            found.taken += taken
        } catch {
            found.message = error.message
        }
        found.line = filter.identification
        if found.line != nil || found.message != nil { break }
    }
    return found
}

/// What came of it.
private struct FoundIdentification: Equatable {
    var line: [UInt8]?
    var message: String?
    var taken = 0

    static func == (left: FoundIdentification, right: FoundIdentification) -> Bool {
        // How much was taken before an error depends on the pieces, and matters to nobody.
        left.line == right.line && left.message == right.message && (left.message != nil || left.taken == right.taken)
    }
}

/// The server's first key exchange message, and a goodbye behind it: the same whatever pieces they come in.
let keyExchangeTarget = FuzzTarget(name: "key-exchange") { input in
    var bytes = input
    let seed = bytes.takeFirst()
    guard bytes.count < 40_000 else { return }
    let (whole, cut) = (observed([bytes[...]]), observed(bytes.pieces(seed)))
    require(whole.offers == cut.offers, "the pieces matter")
    require(
        whole.farewell?.reason == cut.farewell?.reason && whole.farewell?.text == cut.farewell?.text,
        "the pieces matter")
}

/// What the observer finds in pieces.
private func observed(_ pieces: [ArraySlice<UInt8>]) -> KeyExchangeObserver {
    var observer = KeyExchangeObserver()
    for piece in pieces {
        piece.withUnsafeBytes { observer.observe($0) }
    }
    require(observer.offers.isEmpty || observer.offers.count == AlgorithmPurpose.allCases.count, "not all offers")
    return observer
}

/// What an agent answers.
let agentTarget = FuzzTarget(name: "agent") { input in
    let reply = AgentReply(input)
    for identity in (try? reply.identities()) ?? [] {
        _ = identity.type
        _ = identity.fingerprint
        _ = HostCertificate(blob: identity.blob)
    }
    for algorithm in [SignatureAlgorithm.ed25519, .ecdsa(.nistp256), .rsaSHA512] {
        let signature = try? reply.wellFormedSignature(algorithm.name)
        require((signature?.count ?? 1) <= 16384 + 64, "a signature without bounds")
    }
    for kind in SecurityKey.Kind.allCases {
        guard let signature = try? reply.wellFormedSignature(kind.rawValue) else { continue }
        require(SignatureBlob(signature)?.bytes == signature, "what is read is not what is written")
    }
    _ = try? reply.signature(nil)
}
