internal import CESpeakNG
internal import Synchronization

extension ESpeakEngine {
    /// The version, and a digest over name, size and time of every data file: a new package of the same version
    /// brings other pronunciations, and these must not be mixed with sounds of the old one.
    static func readIdentity() -> String {
        library.withLock { _ in
            var folder: UnsafePointer<CChar>?
            let version = espeak_Info(&folder).map { String(cString: $0) } ?? "unknown"
            let data = folder.map { String(cString: $0) } ?? ""
            var digest = SHA256()
            for part in ["", "/lang", "/voices", "/voices/!v"] { describe(data + part, into: &digest) }
            return "espeak-ng \(version) \(digest.finish().hex.prefix(16))"
        }
    }

    private static func describe(_ folder: String, into digest: inout SHA256) {
        for name in FileSystem.names(in: folder).sorted() {
            guard let status = FileSystem.status(of: folder + "/" + name), status.isFile else { continue }
            digest.add("\(name) \(status.size) \(status.modified)\n")
        }
    }
}
