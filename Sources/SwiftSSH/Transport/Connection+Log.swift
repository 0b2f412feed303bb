import Synchronization

/// What a connection keeps for its log. Touched with the connection's lock held.
final class ConnectionLog {
    /// What is told.
    var events: EventLog
    /// Reads along what this side says before anything is encrypted.
    var sent = KeyExchangeObserver()
    /// Reads along what the server says before anything is encrypted.
    var received = KeyExchangeObserver()
    /// How many key exchanges have been told.
    var exchanges = 1
    /// Whether both sides are read along from their beginnings.
    let observes: Bool

    init(_ events: EventLog, observes: Bool) {
        self.events = events
        self.observes = observes
    }
}

extension Connection {
    private static let count = Atomic<UInt64>(0)

    /// A number that no other connection of this process has.
    static func nextNumber() -> UInt64 { count.add(1, ordering: .relaxed).newValue }

    /// Sets who is told of what happens, for a thread that has entered.
    func setLogs(_ logs: [SessionLog]) {
        guard let events = EventLog(logs, session: number, start: start) else {
            log = nil
            return
        }
        if let log { log.events = events } else { log = ConnectionLog(events, observes: stream == nil) }
    }

    /// Whether an event of a level is told to anybody.
    func tells(_ level: LogLevel) -> Bool { log.map { level <= $0.events.level } ?? false }

    /// Notes an event, for a thread that has entered; it is told when that leaves.
    func note(_ level: LogLevel, _ phase: SSHError.Phase, _ message: @autoclosure () -> String) {
        guard let log, level <= log.events.level else { return }
        log.events.note(level, phase, host: host, message())
    }

    /// Tells an event, for a thread that has not entered.
    func tell(_ level: LogLevel, _ phase: SSHError.Phase, _ message: @autoclosure () -> String) {
        peek { note(level, phase, message()) }
    }

    /// A step that has it told how it goes; the step itself where nobody wants to know.
    /// - Parameters:
    ///   - step: The step.
    ///   - phase: What is being done.
    ///   - what: What it is a step of.
    ///   - result: Tells what came of it.
    func told<Value>(
        _ step: @escaping Step<Value>, _ phase: SSHError.Phase, _ level: LogLevel, _ what: @autoclosure () -> String,
        _ result: @escaping (Value) -> String
    ) -> Step<Value> {
        guard tells(level) else { return step }
        let what = what()
        note(.debug, phase, "\(what) ...")
        return { [weak self] () throws(SSHError) -> Progress<Value> in
            do throws(SSHError) {
                let progress = try step()
                if case .done(let value) = progress { self?.note(level, phase, "\(what): \(result(value))") }
                return progress
            } catch {
                // What a request says of a connection that is over, its end has said.
                if self?.failure == nil { self?.note(level, phase, "\(what): \(error.words)") }
                throw error
            }
        }
    }

    // MARK: What both sides say in the clear

    /// Reads along what the server says before anything is encrypted.
    func observeReceived(_ bytes: UnsafeRawBufferPointer) {
        guard let log, log.observes, !log.received.isComplete else { return }
        log.received.observe(bytes)
        if log.received.isComplete { note(.debug, .keyExchange, "the server offers \(log.received.summary)") }
    }

    /// Reads along what this side says before anything is encrypted.
    func observeSent(_ bytes: UnsafeRawBufferPointer) {
        guard let log, log.observes, !log.sent.isComplete else { return }
        log.sent.observe(bytes)
        guard log.sent.isComplete else { return }
        note(.info, .identification, "this side is \(log.sent.identification)")
        note(.debug, .keyExchange, "this side offers \(log.sent.summary)")
    }

    /// Notes what has been agreed on, and the key that the server proved to own.
    func noteAgreement() {
        guard tells(.info) else { return }
        let names = AlgorithmPurpose.allCases.prefix(8).map { purpose in
            "\(purpose.term) \(engine.algorithm(purpose) ?? "none")"
        }
        note(.info, .keyExchange, "agreed on \(names.joined(separator: ", "))")
        note(.info, .hostKey, "the server has the \(engine.hostKey?.words ?? "key that is none")")
    }

    /// Notes what a turn has brought, where that is seen only afterwards.
    func noteTurn() {
        guard let log, log.events.level == .debug else { return }
        let exchanges = engine.keyExchangeCount
        if exchanges > log.exchanges {
            log.exchanges = exchanges
            note(.debug, .keyExchange, "keys have been exchanged anew")
        }
        for queues in channels where !queues.isEndTold && queues.channel.isClosedByPeer {
            queues.isEndTold = true
            note(.debug, .channel, "channel \(queues.number): the server has closed it, \(queues.channel.exit.words)")
        }
    }

    // MARK: Channels

    /// Makes a request in a channel.
    func ask(_ queues: ChannelQueues, _ request: ChannelRequest) -> Step<Void> {
        told(queues.channel.request(request), .channel, .debug, "channel \(queues.number): \(request.words)") { "done" }
    }
}

extension SSHError {
    /// What a log says of it: the message, and the server's own words.
    var words: String {
        guard let serverText, !serverText.isEmpty else { return message }
        return "\(message) (the server says: \(serverText))"
    }
}

extension HostKey {
    /// The key's type and fingerprint, escaped.
    var words: String { "\(String(escaping: type.utf8, limit: 64)) key \(fingerprint ?? "(no fingerprint)")" }
}

extension Exit {
    fileprivate var words: String {
        switch self {
        case .exited(let status): "exit status \(status)"
        case .signalled(let signal): "signal \(signal.name)"
        case .closedWithoutStatus: "no exit status"
        }
    }
}

extension ChannelRequest {
    /// What is asked for, without what may be a secret: commands and values of variables.
    fileprivate var words: String {
        switch self {
        case .startup("subsystem", let message):
            "subsystem \(String(escaping: message ?? [], limit: 64))"
        case .startup(let type, let message):
            String(escaping: type.utf8, limit: 64) + (message.map { " (\($0.count) bytes)" } ?? "")
        case .environment(let name, _): "env \(String(escaping: name, limit: 64))"
        case .terminal(let type, _, let size):
            "pty-req \(String(escaping: type, limit: 64)) \(size.columns)x\(size.rows)"
        case .terminalSize(let size): "window-change \(size.columns)x\(size.rows)"
        case .signal(let name): "signal \(String(escaping: name.utf8, limit: 64))"
        case .break: "break"
        default: "a request for forwarding"
        }
    }
}

extension KeyExchangeObserver {
    /// All that is offered.
    fileprivate var summary: String {
        AlgorithmPurpose.allCases.prefix(8).map { purpose in
            let names = (offer(purpose) ?? []).joined(separator: ",")
            return "\(purpose.term) \(String(escaping: names.utf8, limit: 2048))"
        }.joined(separator: ", ")
    }
}
