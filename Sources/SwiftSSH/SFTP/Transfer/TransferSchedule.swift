/// A file or a directory that is being copied: it is begun when it is its turn, makes as many requests as there is room for, and says when it is over.
protocol TransferItem: AnyObject {
    /// Begins.
    func start()
    /// Makes the requests that there is room for now.
    func goOn()
}

/// Whose turn it is: how many files are under way, and how many bytes. One thread's.
final class TransferSchedule {
    /// How many directories are listed at a time.
    private static let directoriesAtOnce = 4
    /// Directories are not listed on while more files than this wait.
    private static let waitingFiles = 1000

    /// No more directories are begun while so many are open and files are to be copied: a process may have few descriptors.
    private static let mostOpenDirectories = 128

    private let filesAtOnce: Int
    private let bytesInFlight: Int
    /// The bytes that may still be asked for, or sent.
    private(set) var room: Int
    private var waitingFiles: [any TransferItem] = []
    private var waitingDirectories: [any TransferItem] = []
    private var files: [any TransferItem] = []
    private var directories: [any TransferItem] = []

    /// A schedule with nothing on it.
    /// - Parameters:
    ///   - filesAtOnce: How many files may be under way.
    ///   - bytesInFlight: How many bytes may be under way.
    init(filesAtOnce: Int, bytesInFlight: Int) {
        self.filesAtOnce = filesAtOnce
        self.bytesInFlight = bytesInFlight
        room = bytesInFlight
    }

    /// How many bytes are under way.
    var underWay: Int { bytesInFlight - room }

    /// How many directories of this machine are open: each until all that is in it is there.
    var openDirectories = 0

    /// Whether directories are to be listed on.
    var wantsMore: Bool {
        // What is in open directories is copied first, if there are files among it.
        if openDirectories >= Self.mostOpenDirectories, !(files.isEmpty && waitingFiles.isEmpty) { return false }
        return waitingFiles.count < Self.waitingFiles
    }

    /// Puts a file on the schedule.
    func add(file: any TransferItem) {
        waitingFiles.append(file)
    }

    /// Puts a directory on the schedule.
    func add(directory: any TransferItem) {
        waitingDirectories.append(directory)
    }

    /// A file, or the listing of a directory, is over.
    func end(_ item: any TransferItem) {
        if let index = files.firstIndex(where: { $0 === item }) {
            files.remove(at: index)
        } else if let index = directories.firstIndex(where: { $0 === item }) {
            directories.remove(at: index)
        }
    }

    /// Forgets everything: the transfer is over before its end.
    func removeAll() {
        waitingFiles = []
        waitingDirectories = []
        files = []
        directories = []
    }

    /// Takes room for bytes that are under way from now on.
    func take(_ bytes: Int) {
        room -= bytes
    }

    /// Gives room back.
    func give(_ bytes: Int) {
        room += bytes
    }

    /// Lets whoever is to begin begin, and everybody go on.
    func advance() {
        while files.count < filesAtOnce, let file = waitingFiles.popLast() {
            files.append(file)
            file.start()
        }
        for file in files where room > 0 { file.goOn() }
        // The last that were found first: so that few are open at a time.
        while wantsMore, directories.count < Self.directoriesAtOnce, let directory = waitingDirectories.popLast() {
            directories.append(directory)
            directory.start()
        }
        if wantsMore { for directory in directories { directory.goOn() } }
    }
}
