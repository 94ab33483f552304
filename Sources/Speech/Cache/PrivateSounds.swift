#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Sounds of sensitive prompts: never in the cache, named at random, gone after a short time. Every call blocks.
///
/// They lie in a folder whose names cannot be listed by others (mode 0711): Asterisk opens the file that it is told,
/// and nobody else finds it. No text lies beside them.
struct PrivateSounds: Sendable {
    private let path: String
    private let lifetime: Duration
    /// Begins the names of this process' sounds: another one may use the folder at the same time.
    private let prefix = Self.random

    /// The folder inside the folder of the sounds, made when it is missing.
    init(inside folder: String, lifetime: Duration) throws(SpeechError) {
        path = folder + "/private"
        self.lifetime = lifetime
        do throws(FileSystem.Failure) {
            try FileSystem.makeFolder(path, mode: 0o711)
            // What is in it is removed: a link would have that done elsewhere.
            guard FileSystem.isOwnFolder(path) else {
                throw FileSystem.Failure(call: "use the folder", path: path, code: ELOOP)
            }
        } catch {
            throw .folder(error.description)
        }
    }

    /// Writes a sound and gives its path without ending.
    func publish(_ sound: FinishedSound) throws(FileSystem.Failure) -> String {
        let name = prefix + (0..<4).map { _ in Self.random }.joined()
        let place = path + "/" + name
        try FileSystem.publish(WaveHeader.raw(sound.wide), at: place + ".sln16")
        do {
            try FileSystem.publish(WaveHeader.file(sound.narrow, rate: AudioFormat.narrowRate), at: place + ".wav")
        } catch {
            FileSystem.remove(place + ".sln16")
            throw error
        }
        return place
    }

    /// Eight hexadecimal digits.
    private static var random: String {
        let part = String(UInt32.random(in: .min ... .max), radix: 16)
        return String(repeating: "0", count: 8 - part.count) + part
    }

    /// Whether a path without ending is one of these sounds.
    func owns(_ sound: String) -> Bool {
        sound.hasPrefix(path + "/") && !sound.dropFirst(path.count + 1).contains("/")
    }

    /// Removes a sound of this folder; any other path is left alone.
    func remove(_ sound: String) {
        guard owns(sound) else { return }
        for ending in [".wav", ".sln16"] { FileSystem.remove(sound + ending) }
    }

    /// Removes every sound of this process. Those of one that was killed go with `sweep`.
    func clear() {
        for name in FileSystem.names(in: path) where name.hasPrefix(prefix) {
            FileSystem.remove(path + "/" + name)
        }
    }

    /// Whether a name is that of such a sound, finished or not: nothing else is ever removed.
    private static func isSound(_ name: String) -> Bool {
        let digits = name.utf8.prefix { (48...57).contains($0) || (97...102).contains($0) }
        let ending = name.dropFirst(digits.count)
        return digits.count == 40 && [".wav", ".sln16"].contains { ending.hasPrefix($0) }
    }

    /// Removes every sound that is older than its lifetime, whichever process made it.
    ///
    /// - Parameter now: nanoseconds since 1970.
    func sweep(now: Int) {
        for name in FileSystem.names(in: path) where Self.isSound(name) {
            guard let status = FileSystem.status(of: path + "/" + name), status.isFile else { continue }
            if Duration.nanoseconds(now - status.modified) >= lifetime { FileSystem.remove(path + "/" + name) }
        }
    }
}
