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
        let progress = try sign([UInt8](UnsafeBufferPointer(start: data, count: dataLength)))
        // libssh2 then keeps what it has so far, and asks again when it is called again.
        guard case .done(let made) = progress else { return LIBSSH2_ERROR_EAGAIN }
        guard let copy = made.withUnsafeBytes({ copy($0, context) }) else { return -1 }
        signature?.pointee = copy.assumingMemoryBound(to: UInt8.self)
        signatureLength?.pointee = made.count
        return 0
    } catch {
        context.thrown = error
        return -1
    }
}

/// libssh2's callback for a password that must be changed. The new one is given once: asked again, the server did not like it.
func libssh2ChangePassword(
    _ session: OpaquePointer?, _ newPassword: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ newPasswordLength: UnsafeMutablePointer<Int32>?, _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) {
    newPassword?.pointee = nil
    newPasswordLength?.pointee = 0
    guard let context = LibSSH2Context.of(abstract), let given = context.newPassword,
        let copy = copy(given.readOnly, context)
    else { return }
    context.newPassword = nil
    newPassword?.pointee = copy.assumingMemoryBound(to: CChar.self)
    newPasswordLength?.pointee = Int32(clamping: given.readOnly.count)
}

/// libssh2's callback for a round of questions; what it leaves empty is an empty answer.
func libssh2KeyboardInteractive(
    _ name: UnsafePointer<CChar>?, _ nameLength: Int32, _ instruction: UnsafePointer<CChar>?,
    _ instructionLength: Int32, _ promptCount: Int32, _ prompts: UnsafePointer<LIBSSH2_USERAUTH_KBDINT_PROMPT>?,
    _ responses: UnsafeMutablePointer<LIBSSH2_USERAUTH_KBDINT_RESPONSE>?,
    _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) {
    guard let context = LibSSH2Context.of(abstract), let answer = context.answer, context.thrown == nil else { return }
    let count = prompts == nil ? 0 : max(0, Int(promptCount))
    let request = KeyboardInteractiveRequest(
        name: text(name, Int(nameLength)), instruction: text(instruction, Int(instructionLength)),
        prompts: (0..<count).compactMap { prompt(at: $0, of: prompts) })
    do throws(SSHError) {
        let answers = try answer(request)
        for (index, answer) in answers.enumerated() where index < count {
            guard let copy = copy(answer.readOnly, context) else { continue }
            responses?[index].text = copy.assumingMemoryBound(to: CChar.self)
            responses?[index].length = UInt32(clamping: answer.readOnly.count)
        }
    } catch {
        context.thrown = error
    }
}

/// A question as the loaded libssh2 lays it out: 1.11.0 widened the length, which moved what follows it and all but the first one,
/// without a new name for the library. So the header at hand may be wrong.
private func prompt(
    at index: Int, of prompts: UnsafePointer<LIBSSH2_USERAUTH_KBDINT_PROMPT>?
) -> KeyboardInteractiveRequest.Prompt? {
    let pointer = MemoryLayout<UnsafeRawPointer?>.size
    let isWide = LibSSH2Library.isAtLeast(1, 11, 0)
    let echo = pointer + (isWide ? MemoryLayout<Int>.size : MemoryLayout<UInt32>.size)
    let stride = (echo / pointer + 1) * pointer
    guard let prompt = prompts.map({ UnsafeRawPointer($0) + index * stride }) else { return nil }
    let characters = prompt.load(as: UnsafePointer<CChar>?.self)
    let length =
        isWide
        ? prompt.load(fromByteOffset: pointer, as: Int.self)
        : Int(prompt.load(fromByteOffset: pointer, as: UInt32.self))
    return .init(text: text(characters, length), echo: prompt.load(fromByteOffset: echo, as: UInt8.self) != 0)
}

private func text(_ characters: UnsafePointer<CChar>?, _ count: Int) -> String {
    guard let characters, count > 0 else { return "" }
    return String(decoding: UnsafeRawBufferPointer(start: characters, count: count), as: UTF8.self)
}

/// A copy that libssh2 will free.
private func copy(_ bytes: UnsafeRawBufferPointer, _ context: LibSSH2Context) -> UnsafeMutableRawPointer? {
    guard let copy = LibSSH2Allocator.allocate(bytes.count, context) else { return nil }
    copy.copyMemory(from: bytes.baseAddress ?? UnsafeRawPointer(copy), byteCount: bytes.count)
    return copy
}
