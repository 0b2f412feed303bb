/// The commands that start SCP at the other end.
extension RemoteCommand {
    /// The command by which a server sends a file and tells its times.
    static func scpSource(_ path: String) -> RemoteCommand { RemoteCommand("scp -pf " + argument(path)) }

    /// The command by which a server receives a file.
    /// - Parameters:
    ///   - path: The remote path.
    ///   - keepsTimes: Whether its times and exact permissions are set.
    static func scpSink(_ path: String, keepsTimes: Bool) -> RemoteCommand {
        RemoteCommand((keepsTimes ? "scp -pt " : "scp -t ") + argument(path))
    }

    /// A path as the last argument of a command: a path that begins with a dash is not an option.
    private static func argument(_ path: String) -> String {
        (path.utf8.first == UInt8(ascii: "-") ? "-- " : "") + quoted(path)
    }

    /// A text as one word of a shell's command line, whatever is in it. C shells look for `!` even within quotes, so it stands outside.
    static func quoted(_ text: String) -> String {
        var word = "'"
        for scalar in text.unicodeScalars {
            switch scalar {
            case "'": word += #"'\''"#
            case "!": word += #"'\!'"#
            default: word.unicodeScalars.append(scalar)
            }
        }
        return word + "'"
    }
}
