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
            var writer = KeyWriter()
            for part in ["", "/lang", "/voices", "/voices/!v"] { describe(data + part, into: &writer) }
            return "espeak-ng \(version) \(writer.key.hex.prefix(16))"
        }
    }

    private static func describe(_ folder: String, into writer: inout KeyWriter) {
        for name in FileSystem.names(in: folder).sorted() {
            guard let status = FileSystem.status(of: folder + "/" + name), status.isFile else { continue }
            writer.add("\(name) \(status.size) \(status.modified)")
        }
    }
}
