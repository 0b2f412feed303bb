import Testing

@testable import SwiftSSH

@Suite("What is read along of the ends of channels")
struct MessageObserverTests {
    private static func confirmation(_ channel: UInt32) -> [UInt8] {
        var message = WireWriter()
        message.byte(91)
        for number in [channel, 7, 2_097_152, 32768] { message.uint32(number) }
        return message.bytes
    }

    private static func request(
        _ type: String, to channel: UInt32 = 3, wantsReply: Bool = false, _ content: (inout WireWriter) -> Void
    ) -> [UInt8] {
        var message = WireWriter()
        message.byte(98)
        message.uint32(channel)
        message.string(type.utf8)
        message.boolean(wantsReply)
        content(&message)
        return message.bytes
    }

    private static let status = request("exit-status") { $0.uint32(0) }
    private static let signal = request("exit-signal") {
        $0.string("SEGV".utf8)
        $0.boolean(true)
        $0.string("out\u{1B}of luck".utf8)
        $0.string("en".utf8)
    }

    /// An observer that watches channel 3.
    private func watching() -> MessageObserver {
        var observer = MessageObserver()
        observer.beginOpening()
        observe(Self.confirmation(3), &observer)
        #expect(observer.watchOpened() == 3)
        #expect(observer.watchOpened() == nil)
        return observer
    }

    private func observe(_ piece: [UInt8], _ observer: inout MessageObserver) {
        piece.withUnsafeBytes { observer.observe($0) }
    }

    @Test("A status and a signal are noted, however much memory follows the message")
    func endings() {
        for slack in [0, 1, 100] {
            var observer = watching()
            #expect(observer.ending(of: 3) == .init())
            observe(Self.status + [UInt8](repeating: 0xEE, count: slack), &observer)
            #expect(observer.ending(of: 3) == .init(status: 0))
            observe(Self.signal + [UInt8](repeating: 0xEE, count: slack), &observer)
            let signal = ExitSignal(name: "SEGV", dumpedCore: true, message: "out\\u{1b}of luck", language: "en")
            #expect(observer.ending(of: 3) == .init(status: 0, signal: signal))
        }
    }

    @Test("Of a part of a message nothing is noted")
    func parts() {
        for message in [Self.status, Self.signal] {
            for count in 0..<message.count {
                var observer = watching()
                observe(Array(message.prefix(count)), &observer)
                #expect(observer.ending(of: 3) == .init())
            }
        }
    }

    @Test("What this side sends, other requests and other channels are passed over")
    func others() {
        var observer = watching()
        observe(Self.request("exit-status", wantsReply: true) { $0.uint32(0) }, &observer)
        observe(Self.request("exit-statu") { $0.uint32(0) }, &observer)
        observe(Self.request("exec") { $0.string(Self.status) }, &observer)
        observe(Self.request("exit-status", to: 4) { $0.uint32(0) }, &observer)
        observe([94] + Self.status, &observer)
        #expect(observer.ending(of: 3) == .init())
        #expect(observer.ending(of: 4) == nil && observer.ending(of: nil) == nil)
    }

    @Test("A channel that is forgotten is not watched")
    func forgotten() {
        var observer = watching()
        observe(Self.status, &observer)
        observer.forget(3)
        observe(Self.status, &observer)
        #expect(observer.ending(of: 3) == nil)
    }

    @Test("A confirmation from before the opening is none")
    func stale() {
        var observer = MessageObserver()
        observe(Self.confirmation(3), &observer)
        observer.beginOpening()
        #expect(observer.watchOpened() == nil)
    }
}
