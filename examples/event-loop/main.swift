// Runs commands side by side without a thread for each: event-loop HOST PORT USER KNOWN_HOSTS KEY COMMAND...
import Glibc
import SwiftSSH

let words = Array(CommandLine.arguments.dropFirst())
guard words.count > 5, let port = UInt16(words[1]) else { fatalError("see the first line of this program") }

var options = ClientOptions()
options.hostKeys = .strict(files: [words[3]])
options.keyFiles = [words[4]]
let client = try SSHClient.connect(host: words[0], port: port, user: words[2], options: options)
guard let descriptor = client.session.noticeDescriptor else { fatalError("no descriptor is left") }

/// What one caller does, a step at a time.
final class Task {
    let caller: Caller
    let command: String
    let input: [UInt8]
    var process: RemoteProcess?
    var outcome: String?

    init(_ number: UInt64, _ command: String, input: String = "", timeout: Duration? = nil) {
        caller = Caller(client.session, number: number)
        caller.setTimeout(timeout)
        self.command = command
        self.input = Array(input.utf8)
    }

    /// Goes as far as it can without waiting.
    func goOn() throws {
        do throws(SSHError) {
            if process == nil {
                process = try caller.attempt { () throws(SSHError) in try client.start(command) }
            }
            guard let process else { return }
            let result = try caller.attempt { () throws(SSHError) in try process.communicate(input: input) }
            outcome = result?.text
        } catch {
            guard error.code == .timeout else { throw error }
            process?.kill()
            outcome = "given up\n"
        }
    }
}

/// The event loop: it waits for one descriptor, for a moment at most where somebody's time may pass.
func run(_ tasks: [Task], for milliseconds: Int32 = -1) throws {
    for task in tasks { try task.goOn() }
    while tasks.contains(where: { $0.outcome == nil }) {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        if poll(&wanted, 1, milliseconds) == 0 {
            for task in tasks where task.outcome == nil { try task.goOn() }
        }
        for number in try client.session.turn() {
            for task in tasks where task.caller.number == number { try task.goOn() }
        }
    }
    for task in tasks { print(task.outcome ?? "", terminator: "") }
}

// All of them at once, on one connection.
try run(words.dropFirst(5).enumerated().map { Task(UInt64($0), $1) })
// What takes too long is given up; the rest goes on.
try run([Task(100, "sleep 600", timeout: .milliseconds(200))], for: 50)
try run([Task(101, "while read line; do echo \"<$line>\"; done", input: "one\ntwo\n")])
client.close()
