import Glibc

/// zlib, as far as packets need it. Nothing is linked for it: libssh2 mostly brings it into the process, and where it cannot be loaded
/// there is no compression.
struct ZLibrary: Sendable {
    typealias InitializeDeflate =
        @convention(c) (UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32) -> Int32
    typealias InitializeInflate = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, Int32) -> Int32
    typealias Step = @convention(c) (UnsafeMutableRawPointer?, Int32) -> Int32
    typealias End = @convention(c) (UnsafeMutableRawPointer?) -> Int32

    /// `deflateInit_`, `deflate` and `deflateEnd`.
    let initializeDeflate: InitializeDeflate
    let deflate: Step
    let endDeflate: End
    /// `inflateInit_`, `inflate` and `inflateEnd`.
    let initializeInflate: InitializeInflate
    let inflate: Step
    let endInflate: End

    /// zlib; nil where it cannot be loaded.
    static let shared: ZLibrary? = ZLibrary()

    private init?() {
        // Kept for the life of the process.
        guard let library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL),
            let initializeDeflate = dlsym(library, "deflateInit_"), let deflate = dlsym(library, "deflate"),
            let endDeflate = dlsym(library, "deflateEnd"), let initializeInflate = dlsym(library, "inflateInit_"),
            let inflate = dlsym(library, "inflate"), let endInflate = dlsym(library, "inflateEnd")
        else { return nil }
        self.initializeDeflate = unsafeBitCast(initializeDeflate, to: InitializeDeflate.self)
        self.deflate = unsafeBitCast(deflate, to: Step.self)
        self.endDeflate = unsafeBitCast(endDeflate, to: End.self)
        self.initializeInflate = unsafeBitCast(initializeInflate, to: InitializeInflate.self)
        self.inflate = unsafeBitCast(inflate, to: Step.self)
        self.endInflate = unsafeBitCast(endInflate, to: End.self)
    }
}

/// zlib's `z_stream`, field by field: part of its binary interface, which has not changed since 1995. zlib compares the size.
struct ZStream {
    var nextInput: UnsafePointer<UInt8>?
    var availableInput: UInt32 = 0
    var totalInput: UInt = 0
    var nextOutput: UnsafeMutablePointer<UInt8>?
    var availableOutput: UInt32 = 0
    var totalOutput: UInt = 0
    var message: UnsafePointer<CChar>?
    var state: UnsafeMutableRawPointer?
    var allocate: UnsafeMutableRawPointer?
    var free: UnsafeMutableRawPointer?
    var opaque: UnsafeMutableRawPointer?
    var dataType: Int32 = 0
    var checksum: UInt = 0
    var reserved: UInt = 0

    /// The version of the interface; zlib looks at the first digit.
    static let version = "1.2"
    /// The size as zlib counts it.
    static let size = Int32(MemoryLayout<ZStream>.stride)
}
