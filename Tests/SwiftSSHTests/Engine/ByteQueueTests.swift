import Testing

@testable import SwiftSSH

@Suite("ByteQueue")
struct ByteQueueTests {
    @Test("It holds what an array would, whatever is appended, taken and dropped", arguments: [1, 3, 64, 4096])
    func likeAnArray(capacity: Int) {
        var random = Randomness(seed: UInt64(capacity))
        let queue = ByteQueue(capacity: capacity)
        var model: [UInt8] = []
        for _ in 0..<4000 {
            let count = Int.random(in: 0...300, using: &random)
            switch Int.random(in: 0..<8, using: &random) {
            case 0...2:
                let bytes = random.bytes(count)
                bytes.withUnsafeBytes { queue.append($0) }
                model += bytes
            case 3:
                let bytes = random.bytes(count)
                let used = Int.random(in: -1...count, using: &random)
                let returned = queue.append(upTo: count) { room in
                    #expect(room.count == count)
                    room.copyBytes(from: bytes)
                    return used
                }
                #expect(returned == used)
                model += bytes.prefix(max(0, used))
            case 4...5:
                var taken = [UInt8](repeating: 0, count: count)
                let number = taken.withUnsafeMutableBytes { queue.take(into: $0) }
                #expect(taken.prefix(number) == model.prefix(count))
                model.removeFirst(number)
            case 6:
                queue.removeFirst(count)
                model.removeFirst(min(count, model.count))
            default:
                if count < 20 {
                    queue.removeAll()
                    model = []
                }
            }
            #expect(queue.count == model.count && queue.isEmpty == model.isEmpty)
            #expect(queue.bytes.elementsEqual(model))
        }
    }

    @Test("A writer that claims more than its room gets no more than that")
    func claims() {
        let queue = ByteQueue(capacity: 8)
        _ = queue.append(upTo: 4) { _ in 1000 }
        #expect(queue.count == 4)
    }

    @Test("What a writer that fails had written is not kept")
    func failing() {
        let queue = ByteQueue(capacity: 8)
        let error = failure(of: {
            try queue.append(upTo: 4) { (_) throws(SSHError) -> Int in throw SSHError.wouldBlock }
        })
        #expect(error?.code == .again && queue.isEmpty)
    }

    @Test("Nothing fits into an empty buffer, and nothing is dropped for it")
    func emptyBuffer() {
        let queue = ByteQueue()
        [UInt8(1)].withUnsafeBytes { queue.append($0) }
        #expect(queue.take(into: UnsafeMutableRawBufferPointer(start: nil, count: 0)) == 0)
        queue.append(UnsafeRawBufferPointer(start: nil, count: 0))
        #expect(queue.count == 1)
    }
}
