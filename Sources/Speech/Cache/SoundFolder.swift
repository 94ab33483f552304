/// The folder of the sounds: `KEY.wav`, `KEY.sln16`, and `KEY.txt` that says what is heard. Every call blocks.
///
/// All three are renamed into place, `.wav` last: a sound is there when its `.wav` is.
struct SoundFolder: Sendable {
    /// Its absolute path.
    let path: String

    /// What the folder knows of a sound.
    struct Entry: Equatable, Sendable {
        let narrowCount: Int
        /// Bytes of its files together, the text left out.
        let bytes: Int
        /// When it was made, in nanoseconds since 1970.
        let modified: Int

        /// The entry of a sound with so many samples.
        init(narrowCount: Int, modified: Int) {
            self.narrowCount = narrowCount
            self.modified = modified
            bytes = WaveHeader.size + narrowCount * 6
        }
    }

    /// A folder, made when it is missing, and readable for Asterisk's user.
    init(path: String) throws(SpeechError) {
        guard path.hasPrefix("/") else { throw .relativePath(path) }
        do throws(FileSystem.Failure) {
            try FileSystem.makeFolder(path)
        } catch {
            throw .folder(error.description)
        }
        guard let real = FileSystem.realPath(path) else { throw .folder("\(path) has gone") }
        self.path = real
    }

    /// A sound's path without ending.
    func path(of key: SoundKey) -> String {
        path + "/" + key.hex
    }

    /// Writes a sound's files; the folder is made anew when somebody has removed it.
    func publish(_ sound: FinishedSound, text: String, as key: SoundKey) throws(FileSystem.Failure) -> Entry {
        if FileSystem.status(of: path) == nil { try FileSystem.makeFolder(path) }
        let name = path(of: key)
        try FileSystem.publish(WaveHeader.raw(sound.wide), at: name + ".sln16")
        // Asterisk does not read it, and it may hold a caller's number.
        try FileSystem.publish(Array(text.utf8) + [10], at: name + ".txt", mode: 0o640)
        try FileSystem.publish(WaveHeader.file(sound.narrow, rate: AudioFormat.narrowRate), at: name + ".wav")
        return Entry(narrowCount: sound.narrow.count, modified: FileSystem.status(of: name + ".wav")?.modified ?? 0)
    }

    /// Whether both files of a sound are there in their full length.
    func holds(_ key: SoundKey, _ entry: Entry) -> Bool {
        let name = path(of: key)
        return FileSystem.status(of: name + ".wav")?.size == WaveHeader.size + entry.narrowCount * 2
            && FileSystem.status(of: name + ".sln16")?.size == entry.narrowCount * 4
    }

    /// Of a sound's files, in the order in which they are removed.
    static let endings = [".wav", ".sln16", ".txt"]

    /// Removes a sound: the `.wav` first, for without it the rest is no sound.
    func remove(_ key: SoundKey) {
        for ending in Self.endings { FileSystem.remove(path(of: key) + ending) }
    }

    /// Looks through the folder: every whole sound, with what is damaged left out and made again when it is needed.
    func scan() -> [SoundKey: Entry] {
        var entries: [SoundKey: Entry] = [:]
        for name in FileSystem.names(in: path) where name.hasSuffix(".wav") {
            guard let key = SoundKey(hex: name.dropLast(4)), let entry = entry(of: key), holds(key, entry) else {
                continue
            }
            entries[key] = entry
        }
        return entries
    }

    private func entry(of key: SoundKey) -> Entry? {
        let name = path(of: key) + ".wav"
        guard let (header, status) = FileSystem.head(of: name, count: WaveHeader.size),
            let count = WaveHeader.narrowCount(header, fileSize: status.size)
        else { return nil }
        return Entry(narrowCount: count, modified: status.modified)
    }

    /// Removes unfinished files that a process left behind when it was killed; younger ones may still be written.
    func sweep(olderThan age: Duration, now: Int) {
        for name in FileSystem.names(in: path) where Self.isUnfinished(name) {
            let file = path + "/" + name
            guard let status = FileSystem.status(of: file), status.isFile else { continue }
            if Duration.nanoseconds(now - status.modified) > age { FileSystem.remove(file) }
        }
    }

    /// Whether a file is one of ours that was not finished: the folder may be a link to one with files of others.
    private static func isUnfinished(_ name: String) -> Bool {
        name.hasSuffix(FileSystem.unfinished) && SoundKey(hex: name.prefix(SoundKey.nameLength)) != nil
    }
}
