import Glibc
import Testing

@testable import SwiftSSH

@Suite("SFTP servers without an end")
struct SFTPEndlessTests {
    private func copy(
        _ scripted: ScriptedSFTP, timeout: Duration? = nil, progress: ((TransferProgress) -> Bool)? = nil
    ) throws -> TransferReport {
        try scripted.start().get(
            "/hostile", to: LocalPath(scripted.directory.path("target")), options: TransferOptions(isRecursive: true),
            timeout: timeout, progress: progress)
    }

    @Test("sftp.endless-trees: a directory that holds itself ends in an error, and the session goes on")
    func bottomless() throws {
        let scripted = try ScriptedSFTP("bottomless")
        let report = try copy(scripted)
        #expect(report.directories == 257 && report.files == 257 && report.problems.count == 1)
        #expect(report.problems.first?.message.contains("within more than 256 directories") == true)
        let found = try scripted.start().glob("/hostile/**/good")
        #expect(found.count == 257 && found.contains("/hostile/good"))
        let error = failure(of: { try scripted.start().removeTree("/hostile") })
        #expect(error?.code == .sftpProtocol)
        try scripted.expectSessionLives()
    }

    @Test("sftp.endless-trees: a walk goes down 256 directories, says so, and goes on behind that")
    func bottomlessWalk() throws {
        let scripted = try ScriptedSFTP("bottomless")
        var walk = try scripted.start().walk("/hostile")
        var (names, deepest) = (0, 0)
        var errors: [SSHError] = []
        while errors.count < 2, names < 2000 {
            do throws(SSHError) {
                guard let entry = try walk.next() else { break }
                names += 1
                deepest = max(deepest, entry.depth)
            } catch {
                errors.append(error)
            }
        }
        #expect(errors.count == 1 && errors.first?.code == .sftpProtocol)
        #expect(errors.first?.message.contains("within more than 256 directories") == true)
        #expect(names == 2 * 257 && deepest == 257)
        try scripted.expectSessionLives()
    }

    @Test("sftp.endless-trees: a directory with names without an end is copied until its time is over")
    func endless() throws {
        let scripted = try ScriptedSFTP("endless-directory")
        let error = failure(of: { try copy(scripted, timeout: .seconds(1)) })
        #expect(error?.code == .timeout)
        try scripted.expectSessionLives()
    }

    @Test("sftp.endless-trees: or until its user ends it")
    func cancelled() throws {
        let scripted = try ScriptedSFTP("endless-directory")
        let error = failure(of: { try copy(scripted) { _ in false } })
        #expect(error?.code == .cancelled)
        try scripted.expectSessionLives()
    }
}
