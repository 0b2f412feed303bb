import Testing

@testable import SwiftSSH

@Suite("How much is under way to a server")
struct SFTPFlightTests {
    private static let millisecond: Int64 = 1_000_000

    /// Writes for so many round trips, as much at a time as may be under way, over a link of this length and speed.
    private func size(after trips: Int, milliseconds: Int64, bytesPerMillisecond: Int) -> Int {
        var flight = SFTPFlight(least: 512 << 10)
        var now: Int64 = 0
        for _ in 0..<trips {
            let begin = now
            let count = flight.size / 32768
            for index in 1...count {
                let sending = Int64(index * 32768) * Self.millisecond / Int64(bytesPerMillisecond)
                now = begin + milliseconds * Self.millisecond + sending
                flight.note(32768, from: begin, to: now)
            }
        }
        return flight.size
    }

    @Test("A server nearby gets no more than it needs")
    func near() {
        #expect(size(after: 100, milliseconds: 0, bytesPerMillisecond: 300_000) == 512 << 10)
    }

    @Test("A server far away gets more with each round trip, until the link is full")
    func far() {
        #expect(size(after: 6, milliseconds: 50, bytesPerMillisecond: 100_000) > 3 << 20)
        let filled = size(after: 100, milliseconds: 50, bytesPerMillisecond: 100_000)
        #expect(filled >= 5_000_000 && filled <= 64 << 20)
    }

    @Test("What is under way grows to what fills the link and not much past it")
    func growsAsFarAsNeeded() {
        let filled = size(after: 100, milliseconds: 2, bytesPerMillisecond: 1_000_000)
        #expect(filled >= 1_900_000 && filled <= 4_500_000)
    }

    @Test("What waits for a server nearby is not taken for a part of the link")
    func slowServer() {
        var flight = SFTPFlight(least: 512 << 10)
        flight.note(roundTrip: Self.millisecond / 5)
        for round in 0..<100 {
            let begin = Int64(round) * Self.millisecond
            flight.note(flight.size, from: begin, to: begin + Self.millisecond)
        }
        #expect(flight.size == 512 << 10)
    }

    @Test("A server that is seen to be far away gets more at once, until it turns out not to need it")
    func knownToBeFar() {
        var flight = SFTPFlight(least: 512 << 10)
        flight.note(roundTrip: Self.millisecond)
        #expect(flight.size == 512 << 10)
        flight.note(roundTrip: 50 * Self.millisecond)
        #expect(flight.size == 2 << 20)
        var now: Int64 = 0
        for _ in 0..<100 {
            flight.note(512 << 10, from: now, to: now + Self.millisecond / 10)
            now += 2 * Self.millisecond
            flight.note(roundTrip: 50 * Self.millisecond)
        }
        #expect(flight.size == 512 << 10)
    }

    @Test("A writer that is slow itself needs no more")
    func slow() {
        var flight = SFTPFlight(least: 512 << 10)
        for second in 0..<100 {
            let begin = Int64(second) * 1000 * Self.millisecond
            flight.note(512 << 10, from: begin, to: begin + 50 * Self.millisecond)
        }
        #expect(flight.size == 512 << 10)
    }

    @Test("A first reply that came late is forgotten")
    func late() {
        var flight = SFTPFlight(least: 512 << 10)
        var now: Int64 = 0
        for _ in 0..<4 {
            flight.note(flight.size, from: now, to: now + 20 * Self.millisecond)
            now += 20 * Self.millisecond
        }
        #expect(flight.size > 512 << 10)
        for _ in 0..<100 {
            flight.note(512 << 10, from: now, to: now + Self.millisecond / 10)
            now += 2 * Self.millisecond
        }
        #expect(flight.size == 512 << 10)
    }

    @Test("Replies out of nowhere do no harm")
    func odd() {
        var flight = SFTPFlight(least: 1)
        for _ in 0..<1000 { flight.note(.max >> 20, from: 5, to: 5) }
        #expect(flight.size <= 1 << 30)
    }
}
