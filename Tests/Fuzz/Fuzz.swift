import Glibc

/// A parser that meets bytes of a peer or a file, and what must hold whatever they are.
struct FuzzTarget: Sendable {
    /// The target's name, which is also the name of its folder in `Corpus`.
    var name: String
    /// Parses the bytes; traps where something that must hold does not.
    var run: @Sendable (_ input: [UInt8]) -> Void
}

/// Every target.
let fuzzTargets: [FuzzTarget] = [
    agentTarget, base64Target, certificateTarget, escapingTarget, hostKeyProofTarget, identificationTarget,
    keyExchangeTarget, keyFileTarget, knownHostsTarget, nativeCompressionTarget, nativeConnectionTarget,
    nativeHandshakeTarget, nativeKeyExchangeTarget, nativeMessagesTarget, nativePacketsTarget, privateKeyTarget,
    publicKeyTarget, publicKeySubsystemTarget, scpTarget, sftpExchangeTarget, sftpGreetingTarget,
    sftpOrderTarget, sftpReplyTarget, configurationTarget, wireTarget,
]

private let chosenTarget: FuzzTarget = {
    let name = getenv("SWIFTSSH_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = fuzzTargets.first(where: { $0.name == name }) else {
        fatalError("SWIFTSSH_FUZZ_TARGET must be one of " + fuzzTargets.map(\.name).joined(separator: ", "))
    }
    return target
}()

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    chosenTarget.run(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}

/// Ends the program as a crash, which libFuzzer keeps the input of.
func require(_ holds: @autoclosure () -> Bool, _ what: String) {
    if !holds() { fatalError(what) }
}

extension [UInt8] {
    /// Takes the first byte off; 0 where there is none.
    mutating func takeFirst() -> UInt8 {
        isEmpty ? 0 : removeFirst()
    }

    /// The same bytes in pieces whose lengths are taken from a seed, so that an input always falls into the same pieces.
    func pieces(_ seed: UInt8) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var state = UInt32(seed) &+ 1
        var rest = self[...]
        while !rest.isEmpty {
            state = state &* 1_664_525 &+ 1_013_904_223
            let length = seed == 0 ? rest.count : 1 + Int(state >> 24) % (seed < 128 ? 5 : 61)
            pieces.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return pieces
    }
}
