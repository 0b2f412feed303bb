internal import CLibSSH2
import Glibc

/// libssh2's memory: plain malloc, but zeroed, since some versions read lengths and texts that they never wrote; and
/// bounded, since some versions allocate whatever size the peer names and queue whatever it sends.
enum LibSSH2Allocator {
    /// The largest single piece. A packet is at most 40,000 bytes, four times that while it is decompressed.
    static let largestPiece = 1 << 20
    /// All that one session may hold; a full window of small packets costs some tens of MiB.
    static let largestTotal = 256 << 20
    /// How many bytes of a freed piece are wiped, from its beginning: keys and passwords are small and stand there, before any slack.
    static let wipedHead = 4096

    static func allocate(_ count: Int, _ context: LibSSH2Context?) -> UnsafeMutableRawPointer? {
        guard let context, let size = size(count, context) else { return nil }
        guard let piece = calloc(1, size) else { return nil }
        context.allocated += malloc_usable_size(piece)
        context.substitution?.noteAllocation()
        return piece
    }

    static func reallocate(
        _ old: UnsafeMutableRawPointer?, _ count: Int, _ context: LibSSH2Context?
    ) -> UnsafeMutableRawPointer? {
        guard let old else { return allocate(count, context) }
        guard let context, let size = size(count, context) else { return nil }
        let oldSize = malloc_usable_size(old)
        guard let piece = realloc(old, size) else { return nil }
        let newSize = malloc_usable_size(piece)
        if newSize > oldSize { memset(piece + oldSize, 0, newSize - oldSize) }
        context.allocated += newSize - oldSize
        return piece
    }

    static func free(_ piece: UnsafeMutableRawPointer?, _ context: LibSSH2Context?) {
        guard let piece else { return }
        let size = malloc_usable_size(piece)
        context?.messages.observe(UnsafeRawBufferPointer(start: piece, count: size))
        explicit_bzero(piece, min(size, wipedHead))
        context?.allocated -= size
        Glibc.free(piece)
    }

    private static func size(_ count: Int, _ context: LibSSH2Context) -> Int? {
        guard count >= 0, count <= largestPiece else { return nil }
        let size = count + context.slack
        return context.allocated + size <= largestTotal ? max(size, 1) : nil
    }
}

/// libssh2's allocation callback.
func libssh2Allocate(
    _ count: Int, _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> UnsafeMutableRawPointer? {
    LibSSH2Allocator.allocate(count, LibSSH2Context.of(abstract))
}

/// libssh2's reallocation callback.
func libssh2Reallocate(
    _ piece: UnsafeMutableRawPointer?, _ count: Int, _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> UnsafeMutableRawPointer? {
    LibSSH2Allocator.reallocate(piece, count, LibSSH2Context.of(abstract))
}

/// libssh2's freeing callback.
func libssh2Free(_ piece: UnsafeMutableRawPointer?, _ abstract: UnsafeMutablePointer<UnsafeMutableRawPointer?>?) {
    LibSSH2Allocator.free(piece, LibSSH2Context.of(abstract))
}
