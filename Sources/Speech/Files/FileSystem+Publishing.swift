#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension FileSystem {
    /// What names of unfinished files end in.
    static let unfinished = ".tmp"

    /// Writes a file so that nobody ever sees half of it: beside its place, then renamed.
    ///
    /// It is not forced onto the disk. What a power cut leaves of it is seen by its length at the next start, and made
    /// again; waiting for the disk would cost each new prompt several milliseconds.
    static func publish(_ bytes: [UInt8], at path: String, mode: mode_t = 0o644) throws(Failure) {
        let random = UInt64.random(in: .min ... .max)
        let temporary = "\(path).\(String(random, radix: 16))\(unfinished)"
        do {
            try write(bytes, at: temporary, mode: mode)
        } catch {
            unlink(temporary)
            throw Failure(call: error.call, path: path, code: error.code)
        }
        guard rename(temporary, path) == 0 else {
            let code = errno
            unlink(temporary)
            throw Failure(call: "rename to", path: path, code: code)
        }
    }

    private static func write(_ bytes: [UInt8], at path: String, mode: mode_t) throws(Failure) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw Failure(call: "make", path: path, code: errno) }
        var failure = fill(file, with: bytes)
        // The umask of the process must not keep Asterisk's user from reading it.
        if failure == 0, fchmod(file, mode) != 0 { failure = errno }
        if close(file) != 0, failure == 0 { failure = errno }
        guard failure == 0 else { throw Failure(call: "write", path: path, code: failure) }
    }

    private static func fill(_ file: Int32, with bytes: [UInt8]) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
                #if canImport(Glibc)
                    let count = Glibc.write(file, rest.baseAddress, rest.count)
                #else
                    let count = Darwin.write(file, rest.baseAddress, rest.count)
                #endif
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                done += count
            }
            return 0
        }
    }
}
