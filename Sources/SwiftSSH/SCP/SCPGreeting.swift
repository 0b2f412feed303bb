/// What one byte of the peer leads to.
enum SCPEvent<Value> {
    /// More bytes are needed.
    case unfinished
    /// Something is to be sent; more bytes are needed then.
    case send([UInt8])
    /// Something is to be sent, and the file's bytes come next.
    case ready(sending: [UInt8], Value)
}

/// What is said on either side before a file's bytes go. A value: it is fed bytes and knows no channel.
protocol SCPGreeting {
    /// What is known when it is over.
    associatedtype Value
    /// The remote path.
    var path: String { get }
    /// What is sent before the peer says anything.
    var opening: [UInt8] { get }
    /// What came and is no whole line yet.
    var unfinishedLine: [UInt8] { get }
    /// Takes the peer's next byte.
    mutating func take(_ byte: UInt8) throws(SSHError) -> SCPEvent<Value>
}

/// A server that sends a file announces its times and itself; each line is acknowledged.
struct SCPSourceGreeting: SCPGreeting {
    let path: String
    let opening: [UInt8] = [0]
    private(set) var unfinishedLine: [UInt8] = []
    private let names: [[UInt8]]
    private var times: SCPLine.Times?

    /// Makes the greeting for one file; only this file is accepted.
    init(path: String) {
        self.path = path
        let end = path.utf8.lastIndex { $0 != UInt8(ascii: "/") }.map { path.utf8.index(after: $0) }
        let name = SCPLine.name(ofPath: Array(path.utf8[..<(end ?? path.utf8.startIndex)]))
        names = [name, SCPLine.escaped(name)]
    }

    mutating func take(_ byte: UInt8) throws(SSHError) -> SCPEvent<SCPFileInformation> {
        guard byte == UInt8(ascii: "\n") else {
            unfinishedLine.append(byte)
            guard unfinishedLine.count <= SCPLine.longest else {
                throw .scp("the server sent a line of more than \(SCPLine.longest) bytes", path, unfinishedLine)
            }
            return .unfinished
        }
        let line = unfinishedLine
        unfinishedLine = []
        if SCPAnswer.isRefusal(line) { throw .scp("the server refused the copy", path, Array(line.dropFirst())) }
        if times == nil, let times = SCPLine.Times(line) {
            self.times = times
            return .send([0])
        }
        guard let file = SCPLine.File(line) else {
            throw .scp("the server did not announce the file as SCP does", path, line)
        }
        guard names.contains(file.name), !file.name.isEmpty,
            ![".", ".."].contains(String(decoding: file.name, as: UTF8.self))
        else {
            throw .scp("the server announced another file than the one that was asked for", path, line)
        }
        let information = SCPFileInformation(
            size: file.size, mode: file.mode, modificationTime: times?.modified ?? 0, accessTime: times?.accessed ?? 0)
        return .ready(sending: [0], information)
    }
}

/// A server that receives a file says that it is there, and accepts the file's times and the file.
struct SCPSinkGreeting: SCPGreeting {
    let path: String
    let opening: [UInt8] = []
    private var lines: [[UInt8]]
    private var answer = SCPAnswer()

    /// Makes the greeting for one file.
    /// - Parameters:
    ///   - path: The remote path.
    ///   - lines: What announces the file, in order.
    init(path: String, lines: [[UInt8]]) {
        self.path = path
        self.lines = lines.reversed()
    }

    var unfinishedLine: [UInt8] { answer.line }

    mutating func take(_ byte: UInt8) throws(SSHError) -> SCPEvent<Void> {
        let outcome = answer.take(byte)
        if let error = SSHError.scp(outcome, path) { throw error }
        guard outcome == .accepted else { return .unfinished }
        guard let line = lines.popLast() else { return .ready(sending: [], ()) }
        return .send(line)
    }
}

/// A greeting over a channel.
struct SCPTalk<Greeting: SCPGreeting> {
    private var greeting: Greeting
    private var unsent: [UInt8]
    private var result: Greeting.Value?

    /// Begins a greeting.
    init(_ greeting: Greeting) {
        self.greeting = greeting
        unsent = greeting.opening
    }

    /// Goes as far as it can without waiting.
    mutating func advance(_ queues: ChannelQueues) throws(SSHError) -> Progress<Greeting.Value> {
        while true {
            guard try queues.send(&unsent) else { return .wouldBlock }
            if let result { return .done(result) }
            guard let byte = try queues.takeByte() else {
                guard queues.hasEnded(stream: 0) else { return .wouldBlock }
                throw ended(queues)
            }
            switch try greeting.take(byte) {
            case .unfinished: break
            case .send(let bytes): unsent = bytes
            case .ready(let bytes, let value):
                unsent = bytes
                result = value
            }
        }
    }

    private func ended(_ queues: ChannelQueues) -> SSHError {
        var error = SSHError.scp("the server ended the copy before it began", greeting.path)
        let line = greeting.unfinishedLine
        error.serverText = line.isEmpty ? queues.errorText : String(escaping: line)
        return error
    }
}
