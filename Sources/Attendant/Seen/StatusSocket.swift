import Dispatch
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `attendant.sock` in the data folder: whoever connects is written the status, and nothing is read. Only the server's
/// user may.
final class StatusSocket: Sendable {
    /// Why there is none, in words.
    struct Failure: Error, Equatable {
        let words: String
    }

    /// So long a reader may take for a part of the answer.
    static let patience = 2

    let path: String
    private let queue = DispatchQueue(label: "attendant.status")
    private let descriptor: Mutex<Int32?>
    private let inode: UInt64

    /// The path in a data folder.
    static func path(in folder: String) -> String { folder + "/attendant.sock" }

    /// Listens, in the place of what another server has left there.
    init(folder: String) throws(Failure) {
        path = Self.path(in: folder)
        let fresh = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max))"
        guard let socket = UnixSocket.make(UnixSocket.stream) else { throw Failure(words: UnixSocket.words) }
        let isBound = UnixSocket.withAddress(of: fresh) { Int(bind(socket, $0, $1)) } == 0
        _ = fcntl(socket, F_SETFL, O_NONBLOCK)
        // It gets its name when only its owner may connect, and over the one before: nobody sees half of it.
        guard isBound, chmod(fresh, 0o600) == 0, listen(socket, 16) == 0, rename(fresh, path) == 0 else {
            let words = UnixSocket.words
            if isBound { unlink(fresh) }
            close(socket)
            throw Failure(words: "\(path): \(words)")
        }
        inode = Self.inode(path) ?? 0
        descriptor = Mutex(socket)
    }

    deinit { end() }

    /// Writes an answer to each who comes, one after another, until its task is cancelled. Once.
    func serve(_ answer: @Sendable () async -> [UInt8]) async {
        guard let socket = descriptor.withLock({ $0 }) else { return }
        let (visitors, feed) = AsyncStream.makeStream(of: Int32.self, bufferingPolicy: .bufferingOldest(16))
        let source = DispatchSource.makeReadSource(fileDescriptor: socket, queue: queue)
        source.setEventHandler {
            let visitor = accept(socket, nil, nil)
            guard visitor >= 0 else { return }
            if case .enqueued = feed.yield(visitor) { return }
            close(visitor)
        }
        let ending = DispatchGroup()
        ending.enter()
        source.setCancelHandler { ending.leave() }
        source.resume()
        await withTaskCancellationHandler {
            for await visitor in visitors { await Self.write(await answer(), to: visitor) }
        } onCancel: {
            feed.finish()
        }
        source.cancel()
        // What Dispatch still watches must not be closed.
        await withCheckedContinuation { continuation in
            ending.notify(queue: queue) { continuation.resume() }
        }
        end()
    }

    private static func write(_ bytes: [UInt8], to visitor: Int32) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                // On some systems it has taken the listener's way of not waiting.
                _ = fcntl(visitor, F_SETFL, fcntl(visitor, F_GETFL) & ~O_NONBLOCK)
                UnixSocket.limit(visitor, seconds: patience)
                UnixSocket.write(bytes, to: visitor)
                close(visitor)
                continuation.resume()
            }
        }
    }

    private func end() {
        guard let socket = descriptor.withLock({ $0.take() }) else { return }
        if Self.inode(path) == inode { unlink(path) }
        close(socket)
    }

    /// Names the socket itself: another server may have put its own in the place.
    private static func inode(_ path: String) -> UInt64? {
        var found = stat()
        return lstat(path, &found) == 0 ? UInt64(found.st_ino) : nil
    }
}

extension StatusSocket {
    /// What the server on a data folder says.
    ///
    /// - Throws: `Failure`: nobody listens, or may be asked by this user, or says nothing.
    static func ask(folder: String) throws(Failure) -> [UInt8] {
        let path = path(in: folder)
        guard let socket = UnixSocket.make(UnixSocket.stream) else { throw Failure(words: UnixSocket.words) }
        defer { close(socket) }
        UnixSocket.limit(socket, seconds: 5)
        guard UnixSocket.withAddress(of: path, { Int(connect(socket, $0, $1)) }) == 0 else {
            switch errno {
            case ENOENT, ECONNREFUSED, ENOTDIR: throw Failure(words: "no server runs on \(folder)")
            default: throw Failure(words: "\(path): \(UnixSocket.words)")
            }
        }
        guard let bytes = UnixSocket.read(from: socket, atMost: 16 << 20), !bytes.isEmpty else {
            throw Failure(words: "\(path): the server does not answer")
        }
        return bytes
    }
}
