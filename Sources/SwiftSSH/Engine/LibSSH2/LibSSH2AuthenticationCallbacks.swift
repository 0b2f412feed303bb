internal import CLibSSH2
import Glibc

/// libssh2's callback that signs for a public key authentication.
func libssh2Sign(
    _ session: OpaquePointer?, _ signature: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?,
    _ signatureLength: UnsafeMutablePointer<Int>?, _ data: UnsafePointer<UInt8>?, _ dataLength: Int,
    _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> Int32 {
    guard let context = LibSSH2Context.of(abstract), let sign = context.sign else { return -1 }
    do throws(SSHError) {
        let made = try sign([UInt8](UnsafeBufferPointer(start: data, count: dataLength)))
        guard let copy = copy(made, context) else { return -1 }
        signature?.pointee = copy.assumingMemoryBound(to: UInt8.self)
        signatureLength?.pointee = made.count
        return 0
    } catch {
        context.thrown = error
        return -1
    }
}

/// libssh2's callback for a password that must be changed. It has no new one to give: without a callback 1.10 calls the
/// password wrong.
func libssh2ChangePassword(
    _ session: OpaquePointer?, _ newPassword: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ newPasswordLength: UnsafeMutablePointer<Int32>?, _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) {
    newPassword?.pointee = nil
    newPasswordLength?.pointee = 0
}

/// libssh2's callback for a round of questions; what it leaves empty is an empty answer.
func libssh2KeyboardInteractive(
    _ name: UnsafePointer<CChar>?, _ nameLength: Int32, _ instruction: UnsafePointer<CChar>?,
    _ instructionLength: Int32, _ promptCount: Int32, _ prompts: UnsafePointer<LIBSSH2_USERAUTH_KBDINT_PROMPT>?,
    _ responses: UnsafeMutablePointer<LIBSSH2_USERAUTH_KBDINT_RESPONSE>?,
    _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) {
    guard let context = LibSSH2Context.of(abstract), let answer = context.answer, context.thrown == nil else { return }
    let questions = UnsafeBufferPointer(start: prompts, count: prompts == nil ? 0 : max(0, Int(promptCount)))
    let request = KeyboardInteractiveRequest(
        name: text(name, Int(nameLength)), instruction: text(instruction, Int(instructionLength)),
        prompts: questions.map { .init(text: text($0.text, Int($0.length)), echo: $0.echo != 0) })
    do throws(SSHError) {
        let answers = try answer(request)
        for (index, answer) in answers.enumerated() where index < questions.count {
            guard let copy = copy(answer, context) else { continue }
            responses?[index].text = copy.assumingMemoryBound(to: CChar.self)
            responses?[index].length = UInt32(clamping: answer.count)
        }
    } catch {
        context.thrown = error
    }
}

private func text(_ characters: UnsafePointer<CChar>?, _ count: Int) -> String {
    guard let characters, count > 0 else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: characters, count: count), as: UTF8.self)
}

/// A copy that libssh2 will free.
private func copy(_ bytes: [UInt8], _ context: LibSSH2Context) -> UnsafeMutableRawPointer? {
    guard let copy = LibSSH2Allocator.allocate(bytes.count, context) else { return nil }
    memcpy(copy, bytes, bytes.count)
    return copy
}
