import Glibc

/// A credential that a login may try.
enum LoginCandidate: Hashable {
    /// A key in memory, by its place in the options.
    case key(Int)
    /// A certificate of a key.
    case certificate(UserCertificate)
    /// A key that the agent holds.
    case agentKey(AgentIdentity)
    /// A private key in a file.
    case keyFile(String)
    /// The password.
    case password
    /// The password, in answer to a server that asks for it by keyboard-interactive.
    case passwordAsAnswer
    /// The caller's answers to the server's questions.
    case answers

    /// The key files of this user that exist.
    static var userKeyFiles: [String] {
        ["id_ed25519", "id_ecdsa", "id_rsa"].compactMap(UserAccount.settings).filter { access($0, F_OK) == 0 }
    }

    /// The credentials in the order to try them in. Keys of the agent whose files are named come before its others, and those files are not tried again.
    static func inOrder(
        inMemory: Int, certificates: [UserCertificate], identities: [AgentIdentity], keys: NamedKeys,
        hasPassword: Bool, hasAnswers: Bool
    ) -> [LoginCandidate] {
        let named = identities.filter { keys.names($0.blob) }
        let others = keys.areAll ? [] : identities.filter { !keys.names($0.blob) }
        let unheld = keys.files(without: named.map(\.blob))
        return (0..<inMemory).map { .key($0) } + certificates.map { .certificate($0) }
            + (named + others).map { .agentKey($0) } + unheld.map { .keyFile($0) }
            + (hasPassword ? [.password] : []) + (hasAnswers ? [.answers] : hasPassword ? [.passwordAsAnswer] : [])
    }

    /// Whether it is a key.
    var isKey: Bool {
        switch self {
        case .key, .certificate, .agentKey, .keyFile: true
        case .password, .passwordAsAnswer, .answers: false
        }
    }

    /// The method that it belongs to; nil where the server does not take that. A password is not given twice to a server that takes it both ways.
    func method(in methods: [String]) -> String? {
        let name =
            switch self {
            case .key, .certificate, .agentKey, .keyFile: "publickey"
            case .password: "password"
            case .passwordAsAnswer, .answers: "keyboard-interactive"
            }
        if self == .passwordAsAnswer, methods.contains("password") { return nil }
        return methods.contains(name) ? name : nil
    }

    /// Whether an attempt that ended so may have been a step that the server took, and wants another after.
    func mayBeAStep(_ error: SSHError) -> Bool {
        // A key that the server does not know it refuses before anything is signed.
        error.code == .publicKeyUnverified || (!isKey && error.code == .authenticationFailed)
    }
}

extension LoginCandidate: CustomStringConvertible {
    /// What it is called in messages; safe to show, and no secret.
    var description: String {
        switch self {
        case .key(let place): "key \(place + 1) in memory"
        case .certificate(let certificate): "the certificate \(String(escaping: certificate.path.utf8))"
        case .agentKey(let identity):
            "the agent's \(String(escaping: identity.type.utf8, limit: 64)) key \(identity.fingerprint ?? "")"
        case .keyFile(let path): "the key file \(String(escaping: path.utf8))"
        case .password: "the password"
        case .passwordAsAnswer: "the password by keyboard-interactive"
        case .answers: "answers by keyboard-interactive"
        }
    }
}
