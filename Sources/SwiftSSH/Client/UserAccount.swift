import Glibc

/// The user that this process runs as.
enum UserAccount {
    /// The path of the user's home: what the environment's `HOME` says, otherwise what the account says; nil where neither does.
    static var home: String? {
        if let value = getenv("HOME"), value.pointee == CChar(bitPattern: UInt8(ascii: "/")) {
            return String(cString: value)
        }
        return entry { $0.pw_dir }
    }

    /// The user's name; nil for a user without an account.
    static var name: String? { entry { $0.pw_name } }

    /// The path of a file in the user's `.ssh` folder; nil for a user without a home.
    static func settings(_ name: String) -> String? {
        home.map { $0 + "/.ssh/" + name }
    }

    /// The path of a user's home directory; nil for a user that there is not.
    static func home(of name: String) -> String? {
        var account = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16384)
        guard getpwnam_r(name, &account, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        return account.pw_dir.map { String(cString: $0) }
    }

    /// Whether a group is this user's alone: it has the user's name, and no other member. Some systems give every user such a group, and let it write to what the user makes.
    static func isAlone(inGroup number: gid_t) -> Bool {
        guard let name, entry({ $0.pw_gid == number ? $0.pw_name : nil }) != nil else { return false }
        var group = Glibc.group()
        var found: UnsafeMutablePointer<Glibc.group>?
        var buffer = [CChar](repeating: 0, count: 65536)
        guard getgrgid_r(number, &group, &buffer, buffer.count, &found) == 0, found != nil,
            let groupName = group.gr_name, String(cString: groupName) == name
        else { return false }
        var member = group.gr_mem
        while let text = member?.pointee {
            if String(cString: text) != name { return false }
            member = member?.advanced(by: 1)
        }
        return true
    }

    /// A variable of this process's environment; nil where it is not set.
    static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    private static func entry(_ field: (passwd) -> UnsafeMutablePointer<CChar>?) -> String? {
        var account = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16384)
        guard getpwuid_r(getuid(), &account, &buffer, buffer.count, &found) == 0, found != nil else { return nil }
        return field(account).map { String(cString: $0) }
    }
}

extension UserAccount {
    /// The system's number for a file that does not exist.
    static let missing = ENOENT

    /// Whether an error's number says that this user may not do what was tried.
    static func isDenied(_ number: Int32) -> Bool { number == EACCES }

    /// Makes the folder that a file is to be in, for its owner only, where it does not exist; one step, as for `~/.ssh`.
    static func makeFolder(of file: String) {
        guard let end = file.lastIndex(of: "/"), end > file.startIndex else { return }
        mkdir(String(file[..<end]), 0o700)
    }
}
