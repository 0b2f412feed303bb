@testable import SwiftSSH

/// Public keys: blobs, `.pub` files, signatures of a peer.
let publicKeyTarget = FuzzTarget(name: "public-key") { input in
    _ = try? PublicKey(parsing: input)
    _ = try? PublicKey(line: input)
    // The rest is a blob and a signature over the blob.
    var reader = WireReader(input)
    guard let blob = reader.string(), let key = try? PublicKey(blob: blob) else { return }
    _ = key.certifiedKeyBlob
    _ = HostKey(blob: blob).fingerprint
    let signature = reader.string() ?? []
    for algorithm in [
        SignatureAlgorithm.ed25519, .ecdsa(.nistp256), .ecdsa(.nistp521), .rsaSHA256, .rsaSHA1,
    ] {
        _ = try? key.isValid(signature: signature, over: blob, algorithm: algorithm)
    }
    _ = try? SignatureAlgorithm.name(userAuthenticationData: input)
}

/// What a server shows to own a host key: the algorithm that was agreed on, a key or certificate, and its signature.
let hostKeyProofTarget = FuzzTarget(name: "host-key-proof") { input in
    var bytes = input
    let algorithm = HostKeyAlgorithm.all[Int(bytes.takeFirst()) % HostKeyAlgorithm.all.count]
    var reader = WireReader(bytes)
    guard let hostKey = reader.string(), let signature = reader.string() else { return }
    let proof = HostKeyProof(hostKey: hostKey, signature: signature)
    do throws(SSHError) {
        try proof.verify(Array(0..<32), algorithm: algorithm)
        require(HostKey(blob: hostKey).type == HostKeyAlgorithm.keyType(algorithm), "another key than was agreed on")
        require(SignatureBlob(signature)?.bytes == signature, "what is read is not what is written")
    } catch {
        require([.hostKeySignature, .hostKeyInitialization].contains(error.code), "another error")
    }
}

/// Host certificates.
let certificateTarget = FuzzTarget(name: "certificate") { input in
    guard let certificate = HostCertificate(blob: input) else { return }
    _ = certificate.isValid(host: Array("example.org".utf8), now: 1_700_000_000)
}

/// The text of private key files, whatever is in it; no passphrase, so that no work is done for one.
let keyFileTarget = FuzzTarget(name: "key-file") { input in
    checkPrivateKey(input, nil)
}

/// What is within the armor of private key files, unpacked: the armor is put around it here.
let privateKeyTarget = FuzzTarget(name: "private-key") { input in
    var content = input
    let choice = content.takeFirst()
    let labels = ["OPENSSH", "RSA", "EC", "ENCRYPTED", ""]
    let label = labels[Int(choice & 7) % labels.count] + (choice & 7 == 4 ? "PRIVATE KEY" : " PRIVATE KEY")
    let passphrase = choice & 8 == 0 || asksForWork(content) ? nil : Array("fuzzed".utf8)
    let text = "-----BEGIN \(label)-----\n\(Base64.encode(content))\n-----END \(label)-----\n"
    checkPrivateKey(Array(text.utf8), passphrase)
}

/// Reads a private key; one that can be read signs, and its public half accepts the signature.
private func checkPrivateKey(_ text: [UInt8], _ passphrase: [UInt8]?) {
    guard let key = try? PrivateKey(parsing: text, passphrase: passphrase) else { return }
    let algorithm: SignatureAlgorithm
    switch key.algorithm {
    case .ed25519: algorithm = .ed25519
    case .ecdsa(let curve): algorithm = .ecdsa(curve)
    case .rsa: algorithm = .rsaSHA256
    }
    guard let signature = try? key.signature(over: [1, 2, 3], algorithm: algorithm) else { return }
    let isValid = try? key.publicKey.isValid(signature: signature, over: [1, 2, 3], algorithm: algorithm)
    require(isValid == true, "a key's own signature is not valid")
}

/// Whether an encrypted key asks for more rounds over its passphrase than there is time for here.
private func asksForWork(_ content: [UInt8]) -> Bool {
    var reader = WireReader(content)
    guard reader.slice(15) != nil, reader.string() != nil, reader.string() != nil, var options = reader.string() else {
        // The other formats have a number of iterations somewhere: a large one shows in a long or a high integer.
        return zip(zip(content, content.dropFirst()), content.dropFirst(2)).contains { triple in
            triple.0.0 == 2 && triple.0.1 > 2 && triple.0.1 < 9
        }
    }
    guard options.count >= 4 else { return false }
    options = options.suffix(4)
    var rounds = WireReader(options)
    return (rounds.uint32() ?? .max) > 1
}
