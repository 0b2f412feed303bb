internal import SwiftSSH

/// Authenticates by answering the server's questions.
/// - Parameter session: A session that has exchanged keys.
/// - Parameter username: The user's name.
/// - Parameter callback: Called once for each round of questions, inside this or another thread's call on the session.
/// - Parameter user_data: Handed to the callback; may be NULL.
/// - Parameter finalizer: Called once when user_data is no longer needed, which is before this call returns unless it returns
///   SWIFTSSH_ERROR_EAGAIN or SWIFTSSH_ERROR_TIMEOUT; may be NULL.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_AUTHENTICATION_FAILED; SWIFTSSH_ERROR_CALLBACK when the callback gave up;
///   SWIFTSSH_ERROR_TIMEOUT; SWIFTSSH_ERROR_EAGAIN in non-blocking mode.
/// - Blocks: Until the server answers or the session's timeout has passed, unless in non-blocking mode.
/// - Source: libssh2_userauth_keyboard_interactive_ex, RFC 4256.
@_cdecl("swiftssh_session_userauth_keyboard_interactive")
public func swiftssh_session_userauth_keyboard_interactive(
    _ session: swiftssh_session?, _ username: UnsafePointer<CChar>?,
    _ callback: swiftssh_keyboard_interactive_callback?, _ user_data: UnsafeMutableRawPointer?,
    _ finalizer: swiftssh_finalizer?, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let userData = UserData(user_data, finalizer)
        let session = try SwiftSSHABI.session(session)
        let user = try text(username, "username")
        guard let callback else { throw SSHError(.invalidArgument, "callback is NULL") }
        try session.authenticateInteractively(user: user, answer: keyboardInteractiveAnswers(callback, userData))
    }
}

/// The name of a round of questions, not escaped.
/// - Parameter request: A round.
/// - Returns: The text, often empty; valid inside the callback.
@_cdecl("swiftssh_keyboard_interactive_name")
public func swiftssh_keyboard_interactive_name(_ request: swiftssh_keyboard_interactive?) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let round = try round(request)
        return round.texts.text(round.request.name)
    }
}

/// What to tell the user before a round of questions, not escaped.
/// - Parameter request: A round.
/// - Returns: The text, often empty; valid inside the callback.
@_cdecl("swiftssh_keyboard_interactive_instruction")
public func swiftssh_keyboard_interactive_instruction(
    _ request: swiftssh_keyboard_interactive?
) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let round = try round(request)
        return round.texts.text(round.request.instruction)
    }
}

/// How many questions a round has; a round may have none.
/// - Parameter request: A round.
/// - Returns: The number; 0 for a bad handle.
@_cdecl("swiftssh_keyboard_interactive_prompt_count")
public func swiftssh_keyboard_interactive_prompt_count(_ request: swiftssh_keyboard_interactive?) -> UInt32 {
    boundaryUnsigned { () throws(SSHError) in try UInt32(clamping: round(request).request.prompts.count) }
}

/// A question, not escaped.
/// - Parameter request: A round.
/// - Parameter index: The question's number, from 0.
/// - Returns: The text; valid inside the callback. Empty where there is no such question.
@_cdecl("swiftssh_keyboard_interactive_prompt")
public func swiftssh_keyboard_interactive_prompt(
    _ request: swiftssh_keyboard_interactive?, _ index: UInt32
) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let round = try round(request)
        return round.texts.text(try round.prompt(index).text)
    }
}

/// Whether what the user types may be shown.
/// - Parameter request: A round.
/// - Parameter index: The question's number, from 0.
/// - Returns: 1 or 0; SWIFTSSH_ERROR_INVAL where there is no such question, SWIFTSSH_ERROR_INVALID_HANDLE for a bad handle.
@_cdecl("swiftssh_keyboard_interactive_echo")
public func swiftssh_keyboard_interactive_echo(_ request: swiftssh_keyboard_interactive?, _ index: UInt32) -> Int32 {
    boundaryNumber { () throws(SSHError) in try round(request).prompt(index).echo ? 1 : 0 }
}

/// Answers a question; a second answer takes the place of the first.
/// - Parameter request: A round.
/// - Parameter index: The question's number, from 0.
/// - Parameter answer: The answer's bytes, which are copied; may be NULL when there are none.
/// - Parameter answer_length: Their number, at most 65536.
/// - Parameter error: Receives the error; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_INVAL where there is no such question or the answer is too long; SWIFTSSH_ERROR_INVALID_HANDLE.
/// - Blocks: No.
@_cdecl("swiftssh_keyboard_interactive_answer")
public func swiftssh_keyboard_interactive_answer(
    _ request: swiftssh_keyboard_interactive?, _ index: UInt32, _ answer: UnsafePointer<UInt8>?,
    _ answer_length: UInt, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        try round(request).setAnswer(index, secret(answer, answer_length, "answer"))
    }
}

private func round(_ request: swiftssh_keyboard_interactive?) throws(SSHError) -> KeyboardInteractiveRound {
    try HandleTable.shared.object(request, KeyboardInteractiveRound.self)
}
