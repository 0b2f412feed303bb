internal import CLibSSH2

extension LibSSH2Engine {
    var isAuthenticated: Bool { hostKey != nil && libssh2_userauth_authenticated(session) != 0 }

    var authenticationBanner: [UInt8] {
        var text: UnsafeMutablePointer<CChar>?
        guard let banner = LibSSH2Library.userAuthenticationBanner, hostKey != nil, banner(session, &text) == 0,
            let text
        else { return [] }
        return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    func authenticationMethods(user: [UInt8]) -> Step<[String]> {
        let user = StableBytes(user)
        var hasBegun = false
        return { () throws(SSHError) -> Progress<[String]> in
            if !hasBegun { self.freeMethodList() }
            hasBegun = true
            let list = self.takingInput {
                libssh2_userauth_list(self.session, user.characters, UInt32(clamping: user.count))
            }
            self.methodList = list
            if let list { return .done(String(cString: list).split(separator: ",").map(String.init)) }
            if self.isAuthenticated { return .done([]) }
            let code = self.lastCode
            if code == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
            throw self.failure(code, "ask for the authentication methods", .authenticating)
        }
    }

    /// Frees the list that libssh2 gave last: up to 1.11.1 it forgets that when it is asked for another one, and frees only the last with the session.
    private func freeMethodList() {
        if !LibSSH2Library.isAtLeast(1, 11, 2) { libssh2_free(session, methodList) }
        methodList = nil
    }

    func authenticate(user: [UInt8], with credential: Credential) -> Step<Void> {
        let user = StableBytes(user)
        let step =
            switch credential {
            case .password(let password, let new): passwordStep(user, StableBytes(password.readOnly), new)
            case .keyboardInteractive(let answer): keyboardInteractiveStep(user, answer)
            case .hostBased(let credential): hostBasedStep(user, credential)
            case .publicKey(let blob, let sign): publicKeyStep(user, blob, sign)
            }
        return { () throws(SSHError) -> Progress<Void> in
            self.context.slack = LibSSH2Library.isBetween1_11_0And1_11_1 ? 40_000 : 0
            defer { self.context.slack = 0 }
            return try step()
        }
    }

    private func passwordStep(_ user: StableBytes, _ password: StableBytes, _ new: SecretBytes?) -> Step<Void> {
        var left = new
        return { () throws(SSHError) -> Progress<Void> in
            if self.context.isStuckWithPassword {
                throw SSHError(
                    .badUse, "libssh2 can try no other password here: the server did not like the new one",
                    phase: .authenticating)
            }
            self.context.newPassword = left
            self.context.messages.passwordPrompt = nil
            defer { self.context.newPassword = nil }
            let code = self.takingInput {
                // A callback that has no new password would leave libssh2 in a state that crashes the next attempt.
                libssh2_userauth_password_ex(
                    self.session, user.characters, UInt32(clamping: user.count), password.characters,
                    UInt32(clamping: password.count), new == nil ? nil : libssh2ChangePassword)
            }
            left = self.context.newPassword
            self.context.isStuckWithPassword = code == LIBSSH2_ERROR_PASSWORD_EXPIRED
            if code == LIBSSH2_ERROR_AUTHENTICATION_FAILED, new == nil,
                let prompt = self.context.messages.passwordPrompt
            {
                throw SSHError(
                    .passwordExpired, "the password has expired and must be changed", phase: .authenticating,
                    serverText: prompt)
            }
            return try self.outcome(code, "authenticate by password")
        }
    }

    private func keyboardInteractiveStep(
        _ user: StableBytes, _ answer: @escaping (KeyboardInteractiveRequest) throws(SSHError) -> [SecretBytes]
    ) -> Step<Void> {
        { () throws(SSHError) -> Progress<Void> in
            self.context.answer = answer
            defer { self.context.answer = nil }
            let code = self.takingInput {
                libssh2_userauth_keyboard_interactive_ex(
                    self.session, user.characters, UInt32(clamping: user.count), libssh2KeyboardInteractive)
            }
            return try self.outcome(code, "authenticate by keyboard-interactive")
        }
    }

    private func hostBasedStep(_ user: StableBytes, _ credential: HostBasedCredential) -> Step<Void> {
        let publicKey = StableBytes(credential.publicKey.utf8)
        let privateKey = StableBytes(credential.privateKey.utf8)
        let passphrase = StableBytes(credential.passphrase.readOnly)
        let hostName = StableBytes(credential.hostName)
        let localUser = StableBytes(credential.localUser)
        return { () throws(SSHError) -> Progress<Void> in
            let code = self.takingInput {
                libssh2_userauth_hostbased_fromfile_ex(
                    self.session, user.characters, UInt32(clamping: user.count), publicKey.characters,
                    privateKey.characters, passphrase.characters, hostName.characters,
                    UInt32(clamping: hostName.count), localUser.characters, UInt32(clamping: localUser.count))
            }
            // The bare number is what its signing gives, which knows no Ed25519 here; the other what it says of certificates.
            if code == LIBSSH2_ERROR_SOCKET_NONE || code == LIBSSH2_ERROR_METHOD_NONE, !self.context.isDead {
                throw SSHError(
                    .algorithmUnsupported,
                    "libssh2 \(LibSSH2Library.version) cannot authenticate by this host key; an ECDSA key works",
                    phase: .authenticating)
            }
            return try self.outcome(code, "authenticate by the host's key")
        }
    }

    private func publicKeyStep(
        _ user: StableBytes, _ blob: [UInt8],
        _ sign: @escaping ([UInt8], String) throws(SSHError) -> Progress<[UInt8]>
    ) -> Step<Void> {
        // 1.10 is not told which algorithms the server takes: each is tried, the best first.
        var algorithms: [String?] = [nil]
        if HostKey(blob: blob).kind == .rsa, !LibSSH2Library.isAtLeast(1, 11, 0) {
            algorithms = ["rsa-sha2-512", "rsa-sha2-256", nil]
        }
        var pending = algorithms[...]
        var handed = StableBytes(blob)
        var isUnderWay = false
        return { () throws(SSHError) -> Progress<Void> in
            self.context.sign = { (data: [UInt8]) throws(SSHError) -> Progress<[UInt8]> in
                // libssh2 puts the rest around it.
                try sign(data, SignatureAlgorithm.name(userAuthenticationData: data)).map {
                    SignatureBlob($0)?.signature ?? []
                }
            }
            defer { self.context.sign = nil }
            while true {
                if !isUnderWay {
                    self.context.substitution = pending.first.flatMap { $0 }
                        .flatMap { LibSSH2BlobSubstitution(blob: blob, algorithm: $0) }
                    handed = self.context.substitution?.handed ?? StableBytes(blob)
                    isUnderWay = true
                }
                let code = self.takingInput {
                    libssh2_userauth_publickey(
                        self.session, user.characters, handed.octets, blob.count, libssh2Sign,
                        libssh2_session_abstract(self.session))
                }
                self.context.substitution = nil
                if code == LIBSSH2_ERROR_AUTHENTICATION_FAILED || code == LIBSSH2_ERROR_PUBLICKEY_UNVERIFIED,
                    self.context.thrown.map({ $0.code == .algorithmUnsupported }) ?? true, pending.count > 1
                {
                    self.context.thrown = nil
                    pending = pending.dropFirst()
                    isUnderWay = false
                    continue
                }
                do throws(SSHError) {
                    return try self.outcome(code, "authenticate by public key")
                } catch {
                    // Newer ones choose by themselves, and do not tell what.
                    let isRefused = error.code == .authenticationFailed || error.code == .publicKeyUnverified
                    guard isRefused, algorithms.count > 1 else { throw error }
                    throw error.explained(tried: algorithms.map { $0 ?? "ssh-rsa" }, taken: nil)
                }
            }
        }
    }

    /// What a call that authenticates returned, as progress or error; what a callback threw comes first.
    private func outcome(_ code: Int32, _ doing: String) throws(SSHError) -> Progress<Void> {
        if code == LIBSSH2_ERROR_EAGAIN { return .wouldBlock }
        if let thrown = context.takeThrown() { throw thrown.located(phase: .authenticating) }
        guard code == 0 else { throw failure(code, doing, .authenticating) }
        return .done(())
    }
}
