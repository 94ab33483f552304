#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension FileSystem {
    /// The first bytes of a regular file and its status; nil when it cannot be read or is shorter.
    static func head(of path: String, count: Int) -> ([UInt8], Status)? {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0, let bytes = try? readAll(file, size: count, path: path), bytes.count == count
        else { return nil }
        return (bytes, Status(info))
    }

    /// Nanoseconds since 1970, as file times are counted.
    static func now() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }

    /// Reads a regular file; links in the last place are not followed, pipes and devices are refused.
    static func read(_ path: String, atMost limit: Int) throws(Failure) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { throw Failure(call: "open", path: path, code: errno) }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0, let status = Optional(Status(info)), status.isFile else {
            throw Failure(call: "read", path: path, code: EINVAL)
        }
        guard status.size <= limit else { throw Failure(call: "read", path: path, code: EFBIG) }
        return try readAll(file, size: status.size, path: path)
    }

    private static func readAll(_ file: Int32, size: Int, path: String) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: size)
        var done = 0
        while done < size {
            let count = bytes.withUnsafeMutableBytes { buffer in
                Self.read(file, into: UnsafeMutableRawBufferPointer(rebasing: buffer[done...]))
            }
            if count < 0 { throw Failure(call: "read", path: path, code: errno) }
            if count == 0 { break }
            done += count
        }
        return Array(bytes[..<done])
    }

    private static func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        var count: Int
        repeat {
            #if canImport(Glibc)
                count = Glibc.read(file, buffer.baseAddress, buffer.count)
            #else
                count = Darwin.read(file, buffer.baseAddress, buffer.count)
            #endif
        } while count < 0 && errno == EINTR
        return count
    }
}
