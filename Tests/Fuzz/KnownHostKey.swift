import Glibc

@testable import SwiftSSH

/// The host key of the servers that the targets have; let in nowhere.
let knownHostKey: PrivateKey = {
    guard let key = try? PrivateKey(parsing: Array(knownHostKeyText.utf8), passphrase: nil) else {
        fatalError("it is no key")
    }
    return key
}()

/// The file of ``knownHostKey``.
private let knownHostKeyText =
    "-----BEGIN OPENSSH PRIVATE KEY-----\n"
    + "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUxOQAAACBgcDy0Ou"
    + "0tunWtSAHjptM+njT8kkPC5LkCzH/QbV7pmAAAAIg8QwGzPEMBswAAAAtzc2gtZWQyNTUxOQAAACBgcDy0Ou0tunWt"
    + "SAHjptM+njT8kkPC5LkCzH/QbV7pmAAAAEAHRKWy4By3lLeKDJ2hW4FcanTtHUnX260eWfneebu5PGBwPLQ67S26da"
    + "1IAeOm0z6eNPySQ8LkuQLMf9BtXumYAAAAAAECAwQF"
    + "\n-----END OPENSSH PRIVATE KEY-----\n"

/// The key as that of a client's host, by which a user logs in.
let knownHostCredential: HostBasedCredential = {
    let privateKey = temporaryFile(knownHostKeyText)
    let publicKey = temporaryFile("ssh-ed25519 \(Base64.encode(knownHostKey.publicKeyBlob))\n")
    guard (try? PrivateKey(path: privateKey, passphrase: nil)) != nil, (try? PublicKey(path: publicKey)) != nil else {
        fatalError("they are no keys")
    }
    return HostBasedCredential(
        privateKey: privateKey, publicKey: publicKey, passphrase: SecretBytes([]), hostName: [1], localUser: [2])
}()

/// The path of a file that has no name and is there as long as the program runs.
private func temporaryFile(_ content: String) -> String {
    guard let file = tmpfile(), fputs(content, file) >= 0, fflush(file) == 0 else { fatalError("there is no file") }
    return "/proc/self/fd/\(fileno(file))"
}
