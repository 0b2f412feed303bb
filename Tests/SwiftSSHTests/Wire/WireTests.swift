import Testing

@testable import SwiftSSH

@Suite("SSH wire format")
struct WireTests {
    @Test("what is written is read back")
    func roundTrip() {
        var writer = WireWriter(capacity: 64)
        writer.byte(7)
        writer.boolean(true)
        writer.uint32(0x0102_0304)
        writer.uint64(0x0102_0304_0506_0708)
        writer.string([1, 2, 3])
        writer.string("grüße")
        writer.mpint([0, 0, 0x80, 1])
        writer.mpint([0, 0])
        writer.nameList(["a", "b@c"])
        writer.nameList([])
        writer.raw([9, 9])
        var reader = WireReader(writer.bytes)
        #expect(reader.byte() == 7)
        #expect(reader.boolean() == true)
        #expect(reader.uint32() == 0x0102_0304)
        #expect(reader.uint64() == 0x0102_0304_0506_0708)
        #expect(reader.string() == [1, 2, 3])
        #expect(reader.text() == "grüße")
        #expect(reader.mpint() == [0x80, 1])
        #expect(reader.mpint() == [])
        #expect(reader.nameList() == ["a", "b@c"])
        #expect(reader.nameList() == [])
        #expect(reader.remaining == 2)
        #expect(Array(reader.rest()) == [9, 9])
        #expect(reader.isAtEnd)
    }

    @Test("mpint as in RFC 4251, section 5")
    func multiplePrecisionIntegers() {
        let vectors: [([UInt8], [UInt8])] = [
            ([], [0, 0, 0, 0]),
            (
                [0x09, 0xA3, 0x78, 0xF9, 0xB2, 0xE3, 0x32, 0xA7],
                [0, 0, 0, 8, 0x09, 0xA3, 0x78, 0xF9, 0xB2, 0xE3, 0x32, 0xA7]
            ),
            ([0x80], [0, 0, 0, 2, 0, 0x80]),
        ]
        for (magnitude, encoded) in vectors {
            var writer = WireWriter()
            writer.mpint(magnitude)
            #expect(writer.bytes == encoded)
            var reader = WireReader(encoded)
            #expect(reader.mpint() == magnitude)
        }
        var negative = WireReader([0, 0, 0, 2, 0xED, 0xCC])
        #expect(negative.mpint() == nil)
        #expect(negative.remaining == 6)
    }

    @Test("a read that does not fit returns nil and does not move")
    func bounds() {
        for bytes: [UInt8] in [[0xFF, 0xFF, 0xFF, 0xFF, 1], [0, 0, 0, 2, 1], [0, 0, 0], []] {
            var reader = WireReader(bytes)
            #expect(reader.string() == nil)
            #expect(reader.stringSlice() == nil)
            #expect(reader.text() == nil)
            #expect(reader.mpint() == nil)
            #expect(reader.nameList() == nil)
            #expect(reader.uint64() == nil)
            #expect(reader.slice(-1) == nil)
            #expect(reader.slice(bytes.count + 1) == nil)
            #expect(reader.remaining == bytes.count)
        }
        var nothing = WireReader([UInt8]())
        #expect(nothing.byte() == nil)
        #expect(nothing.boolean() == nil)
        #expect(nothing.uint32() == nil)
        #expect(nothing.rest().isEmpty)
    }

    @Test("a reader over a slice stays inside the slice")
    func slices() {
        let all: [UInt8] = [0xAA, 0, 0, 0, 1, 5, 0xBB]
        var reader = WireReader(all[1..<6])
        #expect(reader.string() == [5])
        #expect(reader.byte() == nil)
    }

    @Test("text must be UTF-8, names must be printable")
    func textAndNames() {
        var text = WireReader([0, 0, 0, 1, 0xFF])
        #expect(text.text() == nil)
        #expect(text.string() == [0xFF])
        for bad: [UInt8] in [[0, 0, 0, 2, 0x61, 0x2C], [0, 0, 0, 1, 0x0A]] {
            var names = WireReader(bad)
            #expect(names.nameList() == nil)
            #expect(names.remaining == bad.count)
        }
    }
}
