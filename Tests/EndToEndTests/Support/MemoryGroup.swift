import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A control group with a limit of memory, as systemd makes one for `MemoryMax=`.
final class MemoryGroup {
    /// Whether this machine and user can have one.
    static let isPossible = (try? MemoryGroup(megabytes: 64)) != nil

    /// The words that start a program in it.
    var through: [String] { ["/bin/sh", "-c", "echo $$ >'\(path)/cgroup.procs' && exec \"$0\" \"$@\""] }

    private let path: String

    /// Of the second version of control groups, else of the first.
    init(megabytes: Int) throws {
        let name = "attendant-test-\(getpid())-\(UUID().uuidString.prefix(8))"
        for (root, file) in [("/sys/fs/cgroup", "memory.max"), ("/sys/fs/cgroup/memory", "memory.limit_in_bytes")] {
            let path = root + "/" + name
            guard mkdir(path, 0o755) == 0 else { continue }
            if let handle = FileHandle(forWritingAtPath: path + "/" + file),
                (try? handle.write(contentsOf: Data("\(megabytes << 20)".utf8))) != nil
            {
                self.path = path
                return
            }
            rmdir(path)
        }
        throw POSIXError(.EPERM)
    }

    deinit { rmdir(path) }
}
