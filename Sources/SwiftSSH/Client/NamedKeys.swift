import Glibc

/// The keys that a login names by files, and their public halves.
struct NamedKeys {
    private let keys: [(path: String, half: [UInt8]?, isPrivate: Bool)]
    /// Whether no other keys are offered.
    let areAll: Bool

    /// Looks at the files that a plan names.
    init(_ plan: ConnectionPlan) {
        areAll = plan.configuration.identitiesOnly
        keys = plan.keyFiles.map { path in
            // A file may also be a public key, which names one of the agent's.
            if plan.skipsMissingKeyFiles, let key = try? PublicKey(path: path) { return (path, key.blob, false) }
            let exists = !plan.skipsMissingKeyFiles || access(path, F_OK) == 0
            return (path, PrivateKey.publicHalf(path: path), exists)
        }
    }

    /// Whether a key is one of them.
    func names(_ blob: [UInt8]) -> Bool { keys.contains { $0.half == blob } }

    /// The file of a private key; nil where none of them is named for it.
    func file(of blob: [UInt8]) -> String? { keys.first { $0.isPrivate && $0.half == blob }?.path }

    /// The private keys' files, without those of some keys.
    func files(without blobs: [[UInt8]]) -> [String] {
        keys.filter { key in key.isPrivate && !blobs.contains { $0 == key.half } }.map(\.path)
    }
}
