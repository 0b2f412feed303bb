@testable import SwiftSSH

/// The host key of the servers that the targets have; let in nowhere.
let knownHostKey: PrivateKey = {
    let text =
        "-----BEGIN OPENSSH PRIVATE KEY-----\n"
        + "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZWQyNTUxOQAAACBgcDy0Ou"
        + "0tunWtSAHjptM+njT8kkPC5LkCzH/QbV7pmAAAAIg8QwGzPEMBswAAAAtzc2gtZWQyNTUxOQAAACBgcDy0Ou0tunWt"
        + "SAHjptM+njT8kkPC5LkCzH/QbV7pmAAAAEAHRKWy4By3lLeKDJ2hW4FcanTtHUnX260eWfneebu5PGBwPLQ67S26da"
        + "1IAeOm0z6eNPySQ8LkuQLMf9BtXumYAAAAAAECAwQF"
        + "\n-----END OPENSSH PRIVATE KEY-----\n"
    guard let key = try? PrivateKey(parsing: Array(text.utf8), passphrase: nil) else { fatalError("it is no key") }
    return key
}()
