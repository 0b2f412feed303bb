// Logs in, and shows a deadline, a poll loop, two threads and an error: session HOST PORT USER KEY FINGERPRINT
import Dispatch
import Glibc
import SwiftSSH

func started(_ session: Session, _ command: RemoteCommand) throws -> Channel {
    let channel = try session.openChannel()
    try channel.execute(command)
    return channel
}

func show(_ what: String, _ channel: Channel) throws {
    let text = String(decoding: try channel.read(upTo: 256), as: UTF8.self)
    print(what + String(repeating: " ", count: 10 - what.count), text, terminator: "")
}

// Calls again and again, and waits in between until that makes sense.
func driven<Value>(_ session: Session, _ call: () throws(SSHError) -> Value) throws(SSHError) -> Value {
    while true {
        do {
            return try call()
        } catch {
            guard error.code == .again else { throw error }
            let directions = session.blockDirections
            var ready = pollfd(fd: session.socket ?? -1, events: 0, revents: 0)
            if directions.contains(.inbound) { ready.events |= Int16(POLLIN) }
            if directions.contains(.outbound) { ready.events |= Int16(POLLOUT) }
            poll(&ready, 1, -1)
        }
    }
}

func demonstrate(_ words: [String]) throws {
    let session = try Session()
    session.timeout = .seconds(10)
    try session.connect(host: words[0], port: UInt16(words[1])!)
    guard session.hostKey?.fingerprint == words[4] else { fatalError("another host key") }
    print("methods   ", try session.authenticationMethods(user: words[2]).joined(separator: ","))
    try session.authenticate(user: words[2], privateKey: words[3])
    print("logged in  as", words[2])

    // A deadline: the call ends when it has passed, and the channel is as good as before.
    let late = try started(session, "read line; echo $line")
    do {
        _ = try late.read(upTo: 256, timeout: .milliseconds(100))
    } catch {
        print("waited    ", error.code == .timeout ? "in vain" : "for an error")
    }
    try late.write(Array("in time\n".utf8))
    try show("later", late)

    // Threads: one waits for what the other one will send, while that runs a command on the same session.
    let waiting = try started(session, "read line; echo $line")
    let thread = DispatchWorkItem { @Sendable in try? show("thread", waiting) }
    DispatchQueue.global().async(execute: thread)
    try show("meanwhile", started(session, "echo side by side"))
    try waiting.write(Array("woken\n".utf8))
    thread.wait()

    // A poll loop: nothing waits but the loop itself.
    session.isBlocking = false
    let channel = try driven(session) { () throws(SSHError) in try session.openChannel() }
    try driven(session) { () throws(SSHError) in try channel.execute("echo polled; read line") }
    let text = try driven(session) { () throws(SSHError) in try channel.read(upTo: 256) }
    print("loop      ", String(decoding: text, as: UTF8.self), terminator: "")

    // An error: its number, what was being done, and much more.
    do {
        try channel.execute("echo again")
    } catch {
        print("error     ", error.code.rawValue, "in the phase:", error.phase?.rawValue ?? "")
    }
}

try demonstrate(Array(CommandLine.arguments.dropFirst()))
