import Glibc
import Testing

@testable import SwiftSSH

@Suite("libssh2's memory")
struct LibSSH2AllocatorTests {
    private func isZero(_ piece: UnsafeMutableRawPointer, _ range: Range<Int>) -> Bool {
        range.allSatisfy { piece.load(fromByteOffset: $0, as: UInt8.self) == 0 }
    }

    @Test("Pieces are zero, also where they grow, and what was in them stays")
    func zeroed() throws {
        let context = LibSSH2Context()
        for count in [0, 1, 24, 5000, 200_000] {
            let piece = try #require(LibSSH2Allocator.allocate(count, context))
            #expect(isZero(piece, 0..<count))
            memset(piece, 7, count)
            let grown = try #require(LibSSH2Allocator.reallocate(piece, count + 3000, context))
            #expect((0..<count).allSatisfy { grown.load(fromByteOffset: $0, as: UInt8.self) == 7 })
            // All that is held is this one piece.
            let usable = context.allocated
            #expect(usable >= count + 3000)
            #expect(isZero(grown, max(count, usable - 1000)..<usable))
            LibSSH2Allocator.free(grown, context)
        }
        #expect(context.allocated == 0)
    }

    @Test("No piece is larger than allowed, however it is asked for")
    func largestPiece() throws {
        let context = LibSSH2Context()
        for count in [LibSSH2Allocator.largestPiece + 1, 1 << 32, Int.max, -1] {
            #expect(LibSSH2Allocator.allocate(count, context) == nil)
            let piece = try #require(LibSSH2Allocator.allocate(10, context))
            #expect(LibSSH2Allocator.reallocate(piece, count, context) == nil)
            // What could not grow is still there.
            memset(piece, 1, 10)
            LibSSH2Allocator.free(piece, context)
        }
        #expect(context.allocated == 0)
    }

    @Test("All pieces together are bounded, and there is room again when some are freed")
    func largestTotal() throws {
        let context = LibSSH2Context()
        var pieces: [UnsafeMutableRawPointer] = []
        while let piece = LibSSH2Allocator.allocate(LibSSH2Allocator.largestPiece, context) { pieces.append(piece) }
        #expect(context.allocated <= LibSSH2Allocator.largestTotal)
        #expect(pieces.count >= LibSSH2Allocator.largestTotal / LibSSH2Allocator.largestPiece - 2)
        for _ in 0..<2 { LibSSH2Allocator.free(pieces.removeLast(), context) }
        pieces.append(try #require(LibSSH2Allocator.allocate(LibSSH2Allocator.largestPiece, context)))
        for piece in pieces { LibSSH2Allocator.free(piece, context) }
        #expect(context.allocated == 0)
    }

    @Test("Slack is added to every piece, and nothing is had without a context")
    func slack() throws {
        let context = LibSSH2Context()
        context.slack = 40_000
        let piece = try #require(LibSSH2Allocator.allocate(10, context))
        #expect(context.allocated >= 40_010)
        LibSSH2Allocator.free(piece, context)
        LibSSH2Allocator.free(nil, context)
        #expect(context.allocated == 0)
        #expect(LibSSH2Allocator.allocate(10, nil) == nil)
    }

    @Test("The true key takes the handed one's place at the second allocation")
    func substitution() throws {
        var blob = WireWriter()
        blob.string("ssh-rsa")
        blob.string([1, 0, 1])
        blob.string([UInt8](repeating: 9, count: 256))
        let substitution = try #require(
            LibSSH2BlobSubstitution(blob: blob.bytes, algorithm: "rsa-sha2-512"))
        var head = WireWriter()
        head.string("rsa-sha2-512")
        #expect(substitution.handed.count == blob.bytes.count)
        #expect(substitution.handed.bytes.starts(with: head.bytes))
        let context = LibSSH2Context()
        context.substitution = substitution
        for number in 1...3 {
            let piece = LibSSH2Allocator.allocate(8, context)
            let isTrue = substitution.handed.bytes.dropLast().elementsEqual(blob.bytes)
            #expect(isTrue == (number >= 2))
            LibSSH2Allocator.free(piece, context)
        }
        #expect(LibSSH2BlobSubstitution(blob: [0, 0, 0, 1, 1], algorithm: "rsa-sha2-512") == nil)
    }
}
