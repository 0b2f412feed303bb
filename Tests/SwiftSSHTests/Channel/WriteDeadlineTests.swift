import Testing

@testable import SwiftSSH

@Suite("Writes that nobody takes")
struct WriteDeadlineTests {
    @Test("channel.write-times-out: at the deadline, and the session goes on")
    func timeout() throws {
        let connected = try ConnectedSession.loggedIn()
        let channel = try connected.session.running("exec sleep 1000")
        let bytes = [UInt8](repeating: 0, count: 16 << 20)
        let begin = ContinuousClock.now
        let error = failure(of: { try channel.write(bytes, timeout: .milliseconds(200)) })
        #expect(error?.code == .timeout && error?.phase == .channel)
        #expect(ContinuousClock.now - begin >= .milliseconds(200))
        #expect(try connected.session.running("seq 1 100").readToEnd() == numberedLines(100))
    }
}
