extension Array where Element == UInt8 {
    /// The bytes that a closure puts into memory which nobody has filled before.
    /// - Parameters:
    ///   - count: How much room it gets; less than one is none.
    ///   - fill: Fills the room from its beginning on, and gives how many bytes that were.
    init(
        upTo count: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws(SSHError) -> Int
    ) throws(SSHError) {
        // This initializer lets no type of error through.
        var failure: SSHError?
        self.init(unsafeUninitializedCapacity: Swift.max(0, count)) { buffer, filled in
            do throws(SSHError) {
                filled = try fill(UnsafeMutableRawBufferPointer(buffer))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }
}
