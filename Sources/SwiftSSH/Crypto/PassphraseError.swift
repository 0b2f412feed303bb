/// The two things that can be wrong with the passphrase of a key file.
enum PassphraseError {
    /// None was given.
    static let missing = SSHError(
        .keyFileAuthenticationFailed, "the key is encrypted and no passphrase was given")
    /// It does not open the key. A damaged encrypted key looks the same.
    static let wrong = SSHError(
        .keyFileAuthenticationFailed, "the passphrase is wrong (or the encrypted key is damaged)")
}
