/// What a file is that was given as a key file and has no key in it that could be used, in words for the user.
enum KeyFileDiagnosis {
    /// Why there is no private key in a file.
    ///
    /// - Parameters:
    ///   - text: the whole file.
    ///   - lines: its lines that are not empty, without white space around them.
    static func noPrivateKey(in text: [UInt8], lines: [ArraySlice<UInt8>]) -> String {
        let remedy = "there is no private key in the file: "
        guard let first = lines.first(where: { !$0.isEmpty }), let last = lines.last(where: { !$0.isEmpty }) else {
            return text.isEmpty ? "the key file is empty" : "the key file holds nothing but white space"
        }
        if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) {
            return remedy + "it is UTF-16 text; save it as ASCII or UTF-8"
        }
        if first.starts(with: "PuTTY-User-Key-File-".utf8) {
            return remedy + "it is a PuTTY key (.ppk); convert it with `puttygen FILE -O private-openssh -o NEW`"
        }
        if first.starts(with: "SSH PRIVATE KEY FILE FORMAT 1.1".utf8) {
            return remedy + "it is a key for SSH 1, which no server speaks any more"
        }
        if first.starts(with: "---- BEGIN SSH2 ENCRYPTED PRIVATE KEY".utf8) {
            return remedy + "it is a key in the format of ssh.com; convert it with `puttygen` or make a new one"
        }
        if first.starts(with: "---- BEGIN SSH2 PUBLIC KEY".utf8) {
            return remedy + "it is a public key (RFC 4716); give the private key, usually the file without .pub"
        }
        if let key = try? PublicKey(line: [UInt8](first)) {
            return remedy
                + (key.isCertificate ? "it is an OpenSSH certificate" : "it is a public key (\(key.typeName))")
                + "; give the private key, usually the file without \(key.isCertificate ? "-cert.pub" : ".pub")"
        }
        if isCutFirstLine(last) {
            return "the key file is truncated: it ends in its first line"
        }
        if let line = lines.first(where: { $0.starts(with: "-----BEGIN ".utf8) }) {
            return remedy + "it holds \"\(String(escaping: line, limit: 80))\""
        }
        if text.first == 0x30, text.contains(where: { $0 >= 0x80 || $0 < 0x09 }) {
            return remedy + "it looks like DER; convert it to PEM with `openssl pkey -inform DER`"
        }
        return remedy + "it has no line \"-----BEGIN ... PRIVATE KEY-----\""
    }

    /// Whether a line could be the beginning of `-----BEGIN ...-----`.
    private static func isCutFirstLine(_ line: ArraySlice<UInt8>) -> Bool {
        let begin = [UInt8]("-----BEGIN ".utf8)
        guard line.starts(with: begin) else { return begin.starts(with: line) }
        return !line.suffix(5).elementsEqual("-----".utf8)
    }
}
