import Glibc
import Testing

@testable import SwiftSSH
@testable import SwiftSSHAsync

/// A file of 8 GiB that takes no room.
private let huge: off_t = 1 << 33

@Suite struct AsyncFileTests {
    @Test("swift.async-files: files are opened, read, written and iterated over.")
    func files() async throws {
        let directory = try TemporaryDirectory()
        let path = RemotePath(directory.path("file"))
        try await withAsyncClient { client in
            try await client.withSFTP { sftp in
                var random = Randomness(seed: 6)
                let bytes = random.bytes(3_000_000)
                try await sftp.writeBytes(path, bytes, permissions: 0o640)
                #expect(try await sftp.readBytes(path) == bytes)
                #expect(await asyncFailure { try await sftp.readBytes(path, limit: 1000) }?.code == .outOfBoundary)
                try await sftp.withFile(path) { file in
                    var back: [UInt8] = []
                    for try await piece in file.chunks { back += piece }
                    #expect(back == bytes)
                    file.seek(to: 2_999_990)
                    #expect(try await file.read(upTo: 4) == Array(bytes[2_999_990..<2_999_994]))
                    #expect(file.position == 2_999_994)
                    #expect(
                        await asyncFailure {
                            try await file.write([1]); try await file.flush()
                        } != nil)
                }
                let file = try await sftp.open(path, [.read, .write])
                try await file.write(Array("over".utf8))
                try await file.flush()
                try await file.synchronize()
                #expect(try await file.attributes().size == 3_000_000)
                try await file.setAttributes(SFTPAttributes(size: 6))
                #expect(try await file.statVFS().blockSize > 0)
                try await file.close()
                try await file.close()
                #expect(await asyncFailure { try await file.read() }?.code == .badUse)
                #expect(try await sftp.readBytes(path) == Array("over".utf8) + bytes[4..<6])
                let missing = await asyncFailure { try await sftp.open("/none/such") }
                #expect(missing?.sftpStatus == SFTPStatus.noSuchFile.rawValue)
                // What the server refuses to write is told at the end of the scope.
                let full = await asyncFailure {
                    try await sftp.withFile("/dev/full", .write) { file in try await file.write([1, 2, 3]) }
                }
                #expect(full?.code == .sftpProtocol)
                // An error of the body is the one that is thrown.
                await #expect(throws: CancellationError.self) {
                    try await sftp.withFile(path, .write) { _ in throw CancellationError() }
                }
            }
        }
    }

    @Test("swift.async-names: names are listed, walked, matched and changed, many at once.")
    func names() async throws {
        let directory = try TemporaryDirectory()
        let top = RemotePath(directory.path("top"))
        func below(_ name: String) -> RemotePath { top.appending(Array(name.utf8)) }
        try await withAsyncClient { client in
            let sftp = try await client.sftp()
            try await sftp.makeDirectory(top)
            try await sftp.makeDirectory(below("a"), permissions: 0o700)
            try await sftp.makeDirectory(below("a/b"))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<50 { group.addTask { try await sftp.writeBytes(below("a/\(number)"), [1]) } }
                try await group.waitForAll()
            }
            let names = Set((0..<50).map(String.init) + ["b"])
            var listed: Set<String> = []
            for try await name in sftp.list(below("a")) {
                listed.insert(String(decoding: name.filename, as: UTF8.self))
            }
            #expect(listed == names)
            var walked: Set<RemotePath> = []
            for try await entry in sftp.walk(top) { walked.insert(entry.path) }
            #expect(walked == Set(names.map { below("a/" + $0) } + [below("a")]))
            var walk = sftp.walk(top).makeAsyncIterator()
            var steps = 0
            while try await walk.next() != nil {
                steps += 1
                walk.skipDirectory()
            }
            #expect(steps == 1)
            #expect(await asyncFailure { for try await _ in sftp.list(below("none")) {} }?.code == .sftpProtocol)
            #expect(try await sftp.glob(below("a/4?")) == (40..<50).map { below("a/\($0)") })
            let sizes = try await withThrowingTaskGroup(of: UInt64?.self) { group in
                for number in 0..<50 { group.addTask { try await sftp.stat(below("a/\(number)")).size } }
                return try await group.reduce(into: 0) { $0 += $1 ?? 0 }
            }
            #expect(sizes == 50)
            try await sftp.rename(below("a/0"), to: below("zero"))
            #expect(await asyncFailure { try await sftp.rename(below("a/1"), to: below("zero")) } != nil)
            try await sftp.rename(below("a/1"), to: below("zero"), overwriting: true)
            try await sftp.makeSymbolicLink(below("link"), to: "zero")
            #expect(try await sftp.readLink(below("link")) == "zero")
            #expect(try await sftp.lstat(below("link")).isSymbolicLink)
            try await sftp.makeHardLink(below("second"), to: below("zero"))
            try await sftp.setAttributes(below("zero"), SFTPAttributes(permissions: 0o600))
            #expect(try await sftp.stat(below("second")).permissions.map { $0 & 0o777 } == 0o600)
            #expect(try await sftp.realPath(below("a/..")) == top)
            #expect(try await sftp.exists(below("zero")))
            #expect(try await !sftp.exists(below("none")))
            #expect(try await sftp.statVFS(top).blockSize > 0)
            try await sftp.remove(below("zero"))
            try await sftp.removeDirectory(below("a/b"))
            try await sftp.removeTree(top)
            #expect(try await !sftp.exists(top))
            try await sftp.shutdown()
            try await sftp.shutdown()
            #expect(await asyncFailure { try await sftp.stat("/") }?.code == .badUse)
        }
    }

    @Test("swift.async-copies: files and directories are copied there and back, progress is told, and may end a copy.")
    func copies() async throws {
        let directory = try TemporaryDirectory()
        var random = Randomness(seed: 7)
        let bytes = random.bytes(2_000_000)
        try directory.write(bytes, to: "file")
        #expect(mkdir(directory.path("tree"), 0o700) == 0)
        for number in 0..<20 { try directory.write([UInt8(number)], to: "tree/\(number)") }
        try await withAsyncClient { client in
            let told = Collected<UInt64>()
            let sent = try await client.put(
                LocalPath(directory.path("file")), to: RemotePath(directory.path("there"))
            ) { progress in
                told.append(progress.bytes)
                return true
            }
            #expect(sent.bytes == UInt64(bytes.count))
            #expect(told.values.last == UInt64(bytes.count))
            try await client.get(RemotePath(directory.path("there")), to: LocalPath(directory.path("back")))
            #expect(try directory.read("back") == bytes)
            let tree = try await client.put(
                LocalPath(directory.path("tree")), to: RemotePath(directory.path("tree.there")),
                options: TransferOptions(isRecursive: true))
            #expect(tree.files == 20)
            #expect(try directory.read("tree.there/7") == [7])
            let ended = await asyncFailure {
                try await client.get(
                    RemotePath(directory.path("there")), to: LocalPath(directory.path("never"))
                ) { _ in false }
            }
            #expect(ended?.code == .cancelled)
            let missing = await asyncFailure {
                try await client.put(LocalPath(directory.path("none")), to: RemotePath(directory.path("x")))
            }
            #expect(missing?.code == .file)
        }
    }

    @Test("swift.async-copies-leave-room: copies of a client whose server stands still hold up no other client's.")
    func copiesLeaveRoom() async throws {
        let directory = try TemporaryDirectory()
        try directory.write(Array("small".utf8), to: "small")
        let small = RemotePath(directory.path("small"))
        try await withAsyncClient { standing in
            try await withAsyncClient { client in
                let sftp = try await standing.sftp()
                let stopped = try StoppedServer(of: standing.blocking)
                let copies = (0..<100).map { number in
                    Task { try await sftp.get(small, to: LocalPath(directory.path("never\(number)"))) }
                }
                try await letTasksRun { Threads.copying.waitingCount >= 92 }
                #expect(try await client.get(small, to: LocalPath(directory.path("there"))).files == 1)
                stopped.end()
                for copy in copies { #expect(await asyncFailure { try await copy.value } != nil) }
            }
        }
        #expect(try directory.read("there") == Array("small".utf8))
    }

    @Test("swift.async-cancel-files: cancelled reads, opens and copies end, and the SFTP session goes on.")
    func cancel() async throws {
        let directory = try TemporaryDirectory()
        try directory.write([], to: "huge")
        #expect(truncate(directory.path("huge"), huge) == 0)
        try directory.write(Array("small".utf8), to: "small")
        let small = RemotePath(directory.path("small"))
        let hugePath = RemotePath(directory.path("huge"))
        try await withAsyncClient { client in
            let sftp = try await client.sftp()
            let file = try await sftp.open(hugePath)
            let reading = Task {
                var count = 0
                for try await piece in file.chunks { count += piece.count }
                return count
            }
            try await letTasksRun { file.position > 1 << 20 }
            #expect(try await sftp.readBytes(small) == Array("small".utf8))
            reading.cancel()
            #expect(await asyncFailure { try await reading.value }?.code == .cancelled)
            file.seek(to: UInt64(huge) - 5)
            #expect(try await file.read() == [0, 0, 0, 0, 0])
            #expect(try await file.read() == [])

            let begun = Flag()
            let copying = Task {
                try await sftp.get(hugePath, to: LocalPath(directory.path("copy"))) { _ in
                    begun.raise()
                    return true
                }
            }
            try await letTasksRun { begun.isRaised }
            let opens = (0..<20).map { _ in Task { try await sftp.open(small) } }
            for opening in opens { opening.cancel() }
            for opening in opens { _ = try? await opening.value }
            copying.cancel()
            #expect(await asyncFailure { try await copying.value }?.code == .cancelled)
            #expect(access(directory.path("copy"), F_OK) != 0)
            try await sftp.get(small, to: LocalPath(directory.path("copy")))
            #expect(try directory.read("copy") == Array("small".utf8))
        }
    }
}
