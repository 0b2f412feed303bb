internal import SwiftSSH

/// The keys that known_hosts files list for the host; a file that does not exist lists none. The default where ssh_config says nothing else.
public let SWIFTSSH_HOST_KEYS_STRICT: Int32 = 1
/// The same, but the key of a host that no line names is accepted and written to the first file.
public let SWIFTSSH_HOST_KEYS_ACCEPT_NEW: Int32 = 2
/// Every key: whoever is on the way to the server can read and change everything, passwords included.
public let SWIFTSSH_HOST_KEYS_INSECURE_ACCEPT_ANYTHING: Int32 = 3

/// Sets which host keys are accepted.
/// - Parameter client: A client that has not been connected.
/// - Parameter policy: One of SWIFTSSH_HOST_KEYS_*.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL for another number; SWIFTSSH_ERROR_BAD_USE when it has begun to connect; SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_host_key_policy")
public func swiftssh_client_set_host_key_policy(
    _ client: swiftssh_client?, _ policy: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let policies: [Int32: HostKeyPolicy] = [
            SWIFTSSH_HOST_KEYS_STRICT: .strict(), SWIFTSSH_HOST_KEYS_ACCEPT_NEW: .acceptNew(),
            SWIFTSSH_HOST_KEYS_INSECURE_ACCEPT_ANYTHING: .insecureAcceptAnything,
        ]
        guard let chosen = policies.first(where: { $0.key == policy })?.value else {
            throw SSHError(.invalidArgument, "\(policy) is not one of SWIFTSSH_HOST_KEYS_*")
        }
        try object.change { $0.hostKeys = chosen }
    }
}

/// Adds a known_hosts file; the first one takes the place of those that ssh_config names, of the user's ~/.ssh/known_hosts and of /etc/ssh/ssh_known_hosts. Without a policy the
/// client accepts what they list and nothing else.
/// - Parameter client: A client that has not been connected.
/// - Parameter path: The file's path.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_add_known_hosts_file")
public func swiftssh_client_add_known_hosts_file(
    _ client: swiftssh_client?, _ path: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try clientObject(client).addKnownHostsFile(text(path, "path")) }
}

/// Has a client accept the keys that a list holds for the host, and no others.
/// - Parameter client: A client that has not been connected.
/// - Parameter known_hosts: The list.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_known_hosts")
public func swiftssh_client_set_known_hosts(
    _ client: swiftssh_client?, _ known_hosts: swiftssh_knownhost?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let list = try knownHosts(known_hosts)
        try object.change { $0.hostKeys = .listed(list) }
    }
}

/// Has a client accept one host key and no other.
/// - Parameter client: A client that has not been connected.
/// - Parameter fingerprint: The key's SHA-256 fingerprint as ssh-keygen -l shows it: `SHA256:` and base64.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_fingerprint")
public func swiftssh_client_set_fingerprint(
    _ client: swiftssh_client?, _ fingerprint: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let fingerprint = try text(fingerprint, "fingerprint")
        try object.change { $0.hostKeys = .fingerprint(fingerprint) }
    }
}

/// Has a client ask whether a host key is accepted.
/// - Parameter client: A client that has not been connected.
/// - Parameter callback: Asked once, while the client connects.
/// - Parameter user_data: Handed to the callback; may be NULL.
/// - Parameter finalizer: Called once when user_data is no longer needed; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for a NULL callback, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_host_key_callback")
public func swiftssh_client_set_host_key_callback(
    _ client: swiftssh_client?, _ callback: swiftssh_host_key_callback?, _ user_data: UnsafeMutableRawPointer?,
    _ finalizer: swiftssh_finalizer?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryCallback(client, callback, UserData(user_data, finalizer), error) { (options, callback, userData) in
        options.hostKeys = .callback { (presented) throws(SSHError) in
            let handle = HandleTable.shared.insert(PresentedHostKeyObject(presented))
            defer { HandleTable.shared.remove(handle, PresentedHostKeyObject.self) }
            return callback(userData.pointer, handle) == 1
        }
    }
}

/// Sets which agent is asked for keys.
/// - Parameter client: A client that has not been connected.
/// - Parameter use: 0 for none.
/// - Parameter path: The path of the agent's socket; NULL takes the environment's SSH_AUTH_SOCK, the default where ssh_config says nothing else.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_agent")
public func swiftssh_client_set_agent(
    _ client: swiftssh_client?, _ use: Int32, _ path: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let path = path == nil ? nil : try text(path, "path")
        try object.change { $0.agent = use == 0 ? .none : path.map { .socket($0) } ?? .environment }
    }
}

/// Has an agent forwarded to what is started on the host; none is by default. As long as the connection lasts, whoever controls the host can have that agent sign:
/// log in elsewhere as the user. Its connections are carried by threads of the library.
/// - Parameter client: A client that has not been connected.
/// - Parameter use: 0 for none.
/// - Parameter path: The path of the agent's socket; NULL takes the environment's SSH_AUTH_SOCK.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED. Connecting then returns
///   SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED without SWIFTSSH_CAPABILITY_AGENT_FORWARDING, and SWIFTSSH_ERROR_AGENT_PROTOCOL where there is no such agent.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_agent_forwarding")
public func swiftssh_client_set_agent_forwarding(
    _ client: swiftssh_client?, _ use: Int32, _ path: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let path = path == nil ? nil : try text(path, "path")
        try object.change { $0.forwardedAgent = use == 0 ? .none : path.map { .socket($0) } ?? .environment }
    }
}

/// Has an X display forwarded to what is started on the host; none is by default. As long as the connection lasts, whoever controls the host can see and do
/// whatever goes on at that display. Its connections are carried by threads of the library; the host gets a cookie that is good for nothing else.
/// - Parameter client: A client that has not been connected.
/// - Parameter use: 0 for none.
/// - Parameter display: The display's name, as in DISPLAY: `:0`, `host:0.1`, or the path of a socket; NULL takes the environment's DISPLAY.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED. Connecting then returns
///   SWIFTSSH_ERROR_INVAL where that does not name a display.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_x11_forwarding")
public func swiftssh_client_set_x11_forwarding(
    _ client: swiftssh_client?, _ use: Int32, _ display: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let display = display == nil ? nil : try text(display, "display")
        try object.change { $0.forwardedDisplay = use == 0 ? .none : display.map { .named($0) } ?? .environment }
    }
}

/// Adds a private key's file; the first one takes the place of those that ssh_config names and of the user's own.
/// - Parameter client: A client that has not been connected.
/// - Parameter path: The file's path.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_add_key_file")
public func swiftssh_client_add_key_file(
    _ client: swiftssh_client?, _ path: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let path = try text(path, "path")
        try object.change { $0.keyFiles = ($0.keyFiles ?? []) + [path] }
    }
}

/// Has a client use no key files, or the user's own again, and forgets those that were added.
/// - Parameter client: A client that has not been connected.
/// - Parameter use: 0 for none, anything else for those that ssh_config names or the user's own, the default.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_user_key_files")
public func swiftssh_client_set_user_key_files(
    _ client: swiftssh_client?, _ use: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try clientObject(client).change { $0.keyFiles = use == 0 ? [] : nil } }
}

/// Has a client ask for the passphrases of encrypted key files; without it they are not used.
/// - Parameter client: A client that has not been connected.
/// - Parameter callback: Asked for each such file that the server takes, while the client connects.
/// - Parameter user_data: Handed to the callback; may be NULL.
/// - Parameter finalizer: Called once when user_data is no longer needed; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for a NULL callback, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_passphrase_callback")
public func swiftssh_client_set_passphrase_callback(
    _ client: swiftssh_client?, _ callback: swiftssh_passphrase_callback?, _ user_data: UnsafeMutableRawPointer?,
    _ finalizer: swiftssh_finalizer?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryCallback(client, callback, UserData(user_data, finalizer), error) { (options, callback, userData) in
        options.passphrase = { (path) throws(SSHError) in
            let request = PassphraseRequest(path)
            let handle = HandleTable.shared.insert(request)
            defer { HandleTable.shared.remove(handle, PassphraseRequest.self) }
            guard callback(userData.pointer, handle) == 0 else {
                throw SSHError(.cancelled, "the callback ended the login", phase: .authenticating)
            }
            return request.answer.map { Array($0.readOnly) }
        }
    }
}

/// Sets the user's password, which is also given to a server that asks for it by keyboard-interactive in one hidden question.
/// - Parameter client: A client that has not been connected.
/// - Parameter password: The password's bytes, which are copied; may be NULL when there are none. The copy is wiped when the client has connected, or is freed.
/// - Parameter password_length: Their number, at most 65536.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_password")
public func swiftssh_client_set_password(
    _ client: swiftssh_client?, _ password: UnsafePointer<UInt8>?, _ password_length: UInt,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let password = try secret(password, password_length, "password")
        try object.change { $0.secretPassword = password }
    }
}

/// Has a client let the caller answer the server's questions.
/// - Parameter client: A client that has not been connected.
/// - Parameter callback: Called once for each round of questions, while the client connects; it must not call into the client.
/// - Parameter user_data: Handed to the callback; may be NULL.
/// - Parameter finalizer: Called once when user_data is no longer needed; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for a NULL callback, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_keyboard_interactive_callback")
public func swiftssh_client_set_keyboard_interactive_callback(
    _ client: swiftssh_client?, _ callback: swiftssh_keyboard_interactive_callback?,
    _ user_data: UnsafeMutableRawPointer?, _ finalizer: swiftssh_finalizer?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryCallback(client, callback, UserData(user_data, finalizer), error) { (options, callback, userData) in
        options.answers = keyboardInteractiveAnswers(callback, userData)
    }
}

/// Sets how many attempts the server is taken to allow: keys are offered only as long as one is left for each of the other credentials.
/// - Parameter client: A client that has not been connected.
/// - Parameter attempts: The number, OpenSSH's MaxAuthTries; 6 is the default.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_attempts")
public func swiftssh_client_set_attempts(
    _ client: swiftssh_client?, _ attempts: UInt32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try clientObject(client).change { $0.attempts = Int(clamping: attempts) }
    }
}

/// Sets which algorithms are offered for a purpose, for both directions where it has two.
/// - Parameter client: A client that has not been connected.
/// - Parameter method_type: One of SWIFTSSH_METHOD_*.
/// - Parameter preferences: The algorithms' names, favourite first, with commas between. What the engine does not have is left out.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_INVAL for an unknown purpose, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
///   Where the engine has none of them, connecting returns SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_algorithms")
public func swiftssh_client_set_algorithms(
    _ client: swiftssh_client?, _ method_type: Int32, _ preferences: UnsafePointer<CChar>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let names = try text(preferences, "preferences").split(separator: ",").map(String.init)
        guard let purpose = AlgorithmPurpose(rawValue: method_type) else {
            throw SSHError(.invalidArgument, "\(method_type) is not one of SWIFTSSH_METHOD_*")
        }
        try object.change { _ = $0.algorithms.updateValue(names, forKey: purpose) }
    }
}

/// Sets whether compression is offered; by default ssh_config says, and it is not where that says nothing.
/// - Parameter client: A client that has not been connected.
/// - Parameter offered: 0 or not 0.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when it has begun to connect, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_compression")
public func swiftssh_client_set_compression(
    _ client: swiftssh_client?, _ offered: Int32, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in try clientObject(client).change { $0.offersCompression = offered != 0 } }
}

/// Has the connection go through another client's host, and not where ssh_config would have it go.
/// - Parameter client: A client that has not been connected.
/// - Parameter jump_host: A client that is connected; it stays in use as long as the first one, also when its handle is freed.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_BAD_USE when the first has begun to connect or the second has not, SWIFTSSH_ERROR_CLOSED.
/// - Blocks: No.
@_cdecl("swiftssh_client_set_jump_host")
public func swiftssh_client_set_jump_host(
    _ client: swiftssh_client?, _ jump_host: swiftssh_client?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        let jumpHost = try SwiftSSHABI.client(jump_host)
        try object.change { $0.jumpHost = jumpHost }
    }
}

/// Sets one of a client's callbacks; what belongs to it is let go of with it, or now where it is not taken.
private func boundaryCallback<Callback>(
    _ client: swiftssh_client?, _ callback: Callback?, _ userData: UserData,
    _ error: UnsafeMutablePointer<swiftssh_error?>?, _ set: (inout ClientOptions, Callback, UserData) -> Void
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let object = try clientObject(client)
        guard let callback else { throw SSHError(.invalidArgument, "callback is NULL") }
        try object.change { set(&$0, callback, userData) }
    }
}
