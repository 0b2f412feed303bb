import Glibc

/// How many files the process may have open, sockets among them. It is the program's to change, and is never changed here.
enum FileLimit {
    /// The limit (`RLIMIT_NOFILE`, `ulimit -n`); nil for none.
    static var current: Int? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur != rlim_t.max
        else {
            return nil
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// How many it has open; 0 where the system does not say.
    static var used: Int {
        guard let directory = opendir("/proc/self/fd") else { return 0 }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        // The directory itself, and those above.
        return max(0, count - 3)
    }

    /// How many of something the process has room for.
    /// - Parameters:
    ///   - files: How many files each needs.
    ///   - spare: How many are left for everything else.
    /// - Returns: 1 at least; nil for as many as there may be.
    static func room(for files: Int, spare: Int) -> Int? {
        current.map { max(1, ($0 - used - spare) / max(1, files)) }
    }

    /// What to say to who has met the limit.
    static var remedy: String {
        let limit = current.map { "this process may have \($0) open" } ?? "the system has no more"
        return "\(limit); raise the limit, ulimit -n, or have fewer connections at once"
    }
}
