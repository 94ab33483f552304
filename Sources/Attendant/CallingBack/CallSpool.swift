import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Starts calls by files in the folder that Asterisk watches (`/var/spool/asterisk/outgoing`).
///
/// A file is written beside that folder, on the same filesystem, and renamed into it: Asterisk never sees half of one.
/// It keeps the file until the call has ended, and then removes it; one that it has not taken can be removed by us.
public struct CallSpool: CallStarter {
    /// The folder that Asterisk watches.
    let folder: String
    /// Where files are written first.
    let beside: String

    /// - Parameter folder: the folder that Asterisk watches.
    /// - Throws: `CallStartError` when it is none, may not be written, or there is no place beside it.
    public init(folder: String) throws(CallStartError) {
        let folder = Opening.absolute(folder)
        guard let device = Self.device(folder) else {
            throw CallStartError(words: "spool: \(folder) is no folder; expected Asterisk's spool/outgoing")
        }
        guard access(folder, W_OK | X_OK) == 0 else {
            throw CallStartError(
                words: "spool: \(folder) may not be written by this program; expected write permission")
        }
        let parent = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        let places = [parent + "/tmp", parent, NSTemporaryDirectory()]
        guard let beside = places.first(where: { Self.device($0) == device && access($0, W_OK | X_OK) == 0 }) else {
            throw CallStartError(
                words: "spool: no folder on the filesystem of \(folder) may be written; expected one of "
                    + places.joined(separator: ", "))
        }
        self.folder = folder
        self.beside = beside
    }

    /// Renames a file with the call into the folder.
    public func start(_ call: AgentCall) async throws(CallStartError) -> any StartedCall {
        guard let text = CallFile(call: call).text else {
            throw CallStartError(words: "spool: \"\(call.channel)\" cannot stand in a call file")
        }
        let name = "attendant-\(UUID().uuidString).call"
        let (draft, final) = ("\(beside)/\(name)", "\(folder)/\(name)")
        guard write(text, draft), rename(draft, final) == 0 else {
            let words = errno == EPERM ? foreignGroup : String(cString: strerror(errno))
            unlink(draft)
            throw CallStartError(words: "spool: \(final): \(words)")
        }
        return SpooledCall(file: final)
    }

    private var foreignGroup: String {
        "no file can be given to the group of \(folder) alone; expected that this program's user is in that group"
    }

    /// The file belongs to the folder's group, which is Asterisk's. Where that may not be given, everybody may write it
    /// only where everybody may put such a file into the folder anyway: it says what Asterisk runs.
    private func write(_ text: String, _ path: String) -> Bool {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return false }
        defer { close(file) }
        var status = stat()
        let isGiven = stat(folder, &status) == 0 && fchown(file, uid_t.max, status.st_gid) == 0
        guard let mode = Self.mode(isGiven: isGiven, folder: status.st_mode) else {
            errno = EPERM
            return false
        }
        let bytes = Array(text.utf8)
        let written = bytes.withUnsafeBytes { buffer in
            #if canImport(Glibc)
                Glibc.write(file, buffer.baseAddress, buffer.count)
            #else
                Darwin.write(file, buffer.baseAddress, buffer.count)
            #endif
        }
        return written == bytes.count && fchmod(file, mode) == 0
    }

    /// The mode of a call file; nil: there is none that Asterisk could read and only Asterisk could write.
    static func mode(isGiven: Bool, folder: mode_t) -> mode_t? {
        if isGiven { return 0o660 }
        return folder & 0o003 == 0o003 ? 0o666 : nil
    }

    private static func device(_ folder: String) -> dev_t? {
        var status = stat()
        guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
        return status.st_dev
    }
}

/// A call whose file lies in the spool.
struct SpooledCall: StartedCall {
    let file: String

    func isUnderWay() async -> Bool { access(file, F_OK) == 0 }

    func withdraw() async { unlink(file) }
}
