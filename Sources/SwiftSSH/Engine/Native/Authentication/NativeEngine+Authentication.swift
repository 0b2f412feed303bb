extension NativeEngine {
    var isAuthenticated: Bool { userAuthentication.isAuthenticated }

    var authenticationBanner: [UInt8] { userAuthentication.banner }

    /// Asks for the authentication service, as soon as there are keys: authenticating then waits for one answer less.
    func requestService() throws(SSHError) {
        userAuthentication.service = .requested
        var writer = WireWriter()
        writer.byte(Message.serviceRequest)
        writer.string("ssh-userauth")
        try send(writer.bytes, as: userAuthentication.serviceRequest)
    }

    /// Takes in one of the messages 6, 7, 51 to 53 and 60 to 79.
    func receiveUserAuthentication(_ payload: [UInt8]) throws(SSHError) {
        try userAuthentication.receive(payload)
        guard isAuthenticated, payload.first == Message.userAuthenticationSuccess else { return }
        try compressSent()
        try decompressReceived()
    }

    func authenticationMethods(user: [UInt8]) -> Step<[String]> {
        let step = run(NoneAttempt(user: user))
        return { () throws(SSHError) -> Progress<[String]> in
            if self.isAuthenticated { return .done([]) }
            guard case .done(let answer) = try step() else { return .wouldBlock }
            guard case .failure(let methods, _) = answer else { return .done([]) }
            return .done(methods)
        }
    }

    func authenticate(user: [UInt8], with credential: Credential) -> Step<Void> {
        // Which algorithms the server takes is known only when it has given the service.
        var step: Step<UserAuthentication.Answer>?
        return { () throws(SSHError) -> Progress<Void> in
            try self.requireLife()
            guard self.userAuthentication.service == .accepted else { return .wouldBlock }
            let current = step ?? self.step(user, credential)
            step = current
            return try current().map { _ in () }
        }
    }

    private func step(_ user: [UInt8], _ credential: Credential) -> Step<UserAuthentication.Answer> {
        let identifier = keyExchange.sessionIdentifier
        switch credential {
        case .password(let password, let new):
            return run(PasswordAttempt(user: user, password: password, newPassword: new))
        case .keyboardInteractive(let answer):
            return run(KeyboardInteractiveAttempt(user: user, answer: answer))
        case .hostBased(let credential):
            return run(
                HostBasedAttempt(
                    user: user, credential: credential, serverAlgorithms: userAuthentication.serverSignatureAlgorithms,
                    sessionIdentifier: identifier))
        case .publicKey(let blob, let sign):
            return run(
                PublicKeyAttempt(
                    user: user, blob: blob, serverAlgorithms: userAuthentication.serverSignatureAlgorithms,
                    sessionIdentifier: identifier, sign: sign))
        }
    }

    /// Runs an attempt to its end: success, or for the method that asks for the others a refusal.
    private func run(_ attempt: some AuthenticationAttempt) -> Step<UserAuthentication.Answer> {
        var attempt = attempt
        var isAwaiting = false
        return { () throws(SSHError) -> Progress<UserAuthentication.Answer> in
            try self.requireLife()
            guard self.userAuthentication.service == .accepted else { return .wouldBlock }
            while true {
                let next: AttemptStep
                if isAwaiting {
                    guard let answer = self.userAuthentication.takeAnswer() else { return .wouldBlock }
                    isAwaiting = false
                    switch answer {
                    case .success: return .done(answer)
                    case .failure(let methods, let isPartial):
                        if attempt is NoneAttempt { return .done(answer) }
                        next = try attempt.refused(Self.refusal(attempt.name, methods, isPartial))
                    case .method(let payload):
                        next = try attempt.receive(payload)
                    case .unknown:
                        throw SSHError(
                            .authenticationFailed,
                            "could not authenticate by \(attempt.name): the server does not know the message")
                    }
                } else {
                    next = try attempt.proceed()
                }
                guard case .send(let message) = next else { return .wouldBlock }
                let request = self.userAuthentication.awaitAnswer()
                isAwaiting = true
                try self.send(message.bytes, as: request)
            }
        }
    }

    private static func refusal(_ name: String, _ methods: [String], _ isPartial: Bool) -> SSHError {
        let list = String(escaping: methods.joined(separator: ",").utf8)
        return SSHError(
            .authenticationFailed,
            "could not authenticate by \(name): "
                + (isPartial
                    ? "that was accepted, and the server wants more: \(list)"
                    : "the server refused; it takes: \(list)"))
    }
}
