import Testing

@testable import SwiftSSH

@Suite("Requests in the lane")
struct OperationTests {
    /// An operation of so many turns, which counts what is done with it.
    private final class Probe {
        private(set) var turns = 0
        private(set) var discarded: [Int] = []
        var result: Result<Int, SSHError> = .success(5)

        func operation(_ needed: Int) -> Operation<Int> {
            Operation(
                { () throws(SSHError) -> Progress<Int> in
                    self.turns += 1
                    return self.turns < needed ? .wouldBlock : .done(try self.result.get())
                }, discard: { self.discarded.append($0) })
        }
    }

    private static let lost = SSHError(.socketDisconnect, "lost")

    @Test("It has its value when its last turn is done, and not before")
    func value() throws {
        let probe = Probe()
        let operation = probe.operation(2)
        #expect(!operation.hasStarted && !operation.hasEnded)
        #expect(operation.turn() == nil && operation.hasStarted && !operation.hasEnded)
        #expect(operation.turn() == nil && operation.hasEnded)
        #expect(try operation.result?.get() == 5)
        #expect(probe.discarded.isEmpty)
    }

    @Test("Its error is given to who turns it and to who asks")
    func error() {
        let probe = Probe()
        probe.result = .failure(Self.lost)
        let operation = probe.operation(1)
        #expect(operation.turn() == Self.lost)
        #expect(operation.hasEnded && failure(of: { try operation.result?.get() }) == Self.lost)
    }

    @Test("Abandoned before, in or after its turns, its value is discarded once", arguments: 0...2)
    func abandoned(turnsBefore: Int) {
        let probe = Probe()
        let operation = probe.operation(2)
        for _ in 0..<turnsBefore { _ = operation.turn() }
        operation.abandon()
        while !operation.hasEnded { _ = operation.turn() }
        #expect(probe.discarded == [5])
    }

    @Test("Failed before its first turn, it never has one")
    func failedBefore() {
        let probe = Probe()
        let operation = probe.operation(1)
        operation.fail(Self.lost)
        #expect(probe.turns == 0 && failure(of: { try operation.result?.get() }) == Self.lost)
    }

    @Test("Failed in its middle, the engine cleans up, and the caller learns the true reason")
    func failedInTheMiddle() {
        let probe = Probe()
        let operation = probe.operation(2)
        _ = operation.turn()
        probe.result = .failure(SSHError(.socketReceive, "of no interest"))
        operation.fail(Self.lost)
        #expect(probe.turns == 2 && failure(of: { try operation.result?.get() }) == Self.lost)
    }

    @Test("A value that comes while the engine cleans up is discarded")
    func failedWithValue() {
        let probe = Probe()
        let operation = probe.operation(2)
        _ = operation.turn()
        operation.fail(Self.lost)
        #expect(probe.discarded == [5] && failure(of: { try operation.result?.get() }) == Self.lost)
    }

    @Test("Failed after its end, it keeps its value")
    func failedAfter() throws {
        let probe = Probe()
        let operation = probe.operation(1)
        _ = operation.turn()
        operation.fail(Self.lost)
        #expect(try operation.result?.get() == 5 && probe.turns == 1 && probe.discarded.isEmpty)
    }

    @Test("Requests are told apart by name, owner and detail")
    func keys() {
        let owner = Probe()
        let keys: Set<OperationKey> = [
            OperationKey(name: "a"), OperationKey(name: "b"), OperationKey(name: "a", detail: [1]),
            OperationKey(name: "a", owner: ObjectIdentifier(owner)), OperationKey(name: "a"),
        ]
        #expect(keys.count == 4)
    }
}
