internal import SwiftSSH

/// Runs the body of an exported function: what it throws becomes a status and, where the caller wants one, an error object.
func boundary(_ error: UnsafeMutablePointer<swiftssh_error?>?, _ body: () throws(SSHError) -> Void) -> swiftssh_status {
    error?.pointee = nil
    do throws(SSHError) {
        try body()
        return SWIFTSSH_ERROR_NONE
    } catch let failure {
        error?.pointee = HandleTable.shared.insert(ErrorObject(failure))
        return failure.code.rawValue
    }
}

/// The same for a function that hands out an object. The output is NULL unless the body succeeds.
func boundaryObject<Made: AnyObject & Sendable>(
    _ out: UnsafeMutablePointer<OpaquePointer?>?, _ name: String, _ error: UnsafeMutablePointer<swiftssh_error?>?,
    _ make: () throws(SSHError) -> Made
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        out?.pointee = nil
        let out = try output(out, name)
        out.pointee = HandleTable.shared.insert(try make())
    }
}

/// The same for an object that is asked of another. A bad handle is told before a missing output, as everywhere.
/// - Parameter clear: Sets the outputs that there are besides to 0.
func boundaryObject<Parent, Made: AnyObject & Sendable>(
    of handle: OpaquePointer?, _ out: UnsafeMutablePointer<OpaquePointer?>?, _ name: String,
    _ error: UnsafeMutablePointer<swiftssh_error?>?, clear: () -> Void = {}, _ make: (Parent) throws(SSHError) -> Made
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        out?.pointee = nil
        clear()
        let parent = try HandleTable.shared.object(handle, Parent.self)
        let out = try output(out, name)
        out.pointee = HandleTable.shared.insert(try make(parent))
    }
}

/// The same for a function that returns a count: 0 or more, or a status.
func boundaryCount(
    _ error: UnsafeMutablePointer<swiftssh_error?>?, _ body: () throws(SSHError) -> Int64
) -> Int64 {
    var count: Int64 = 0
    let status = boundary(error) { () throws(SSHError) in count = try body() }
    return status == SWIFTSSH_ERROR_NONE ? count : Int64(truncatingIfNeeded: status)
}

/// The same for a function that returns a small number and has no error object: what the body throws is returned as a status.
func boundaryNumber<Number: FixedWidthInteger & SignedInteger>(_ body: () throws(SSHError) -> Number) -> Number {
    do throws(SSHError) {
        return try body()
    } catch {
        return Number(truncatingIfNeeded: error.code.rawValue)
    }
}

/// The same for a function that returns a number which cannot be negative: what the body throws is returned as 0.
func boundaryUnsigned<Number: UnsignedInteger>(_ body: () throws(SSHError) -> Number) -> Number {
    (try? body()) ?? 0
}

/// The same for a function that returns nothing and cannot fail.
func boundaryVoid(_ body: () -> Void) {
    body()
}

/// The same for a function that returns text: what the body throws is returned as an empty text.
func boundaryText(_ body: () throws(SSHError) -> UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    (try? body()) ?? Texts.empty
}
