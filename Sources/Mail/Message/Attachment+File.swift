internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

extension Attachment {
    /// Reads a sound file, never what a link points to: others may write in the folder of messages.
    ///
    /// - Parameters:
    ///   - file: its path, with extension.
    ///   - name: its name without extension, as the reader sees it.
    /// - Returns: the file, or why it cannot go with a mail: it is missing, empty, no plain file, or larger than
    ///   `MailWriter.largestAttachment`.
    public static func sound(file: String, name: String) -> Result<Attachment, MissingSound> {
        // A pipe would be waited for.
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return .failure(MissingSound(words: "\(file) cannot be read")) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var facts = stat()
        guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG,
            let data = try? handle.read(upToCount: MailWriter.largestAttachment + 1), !data.isEmpty
        else { return .failure(MissingSound(words: "\(file) cannot be read")) }
        guard data.count <= MailWriter.largestAttachment else {
            return .failure(MissingSound(words: "\(file) has \(facts.st_size) bytes"))
        }
        let ending = URL(fileURLWithPath: file).pathExtension.lowercased()
        let type = ["wav": "audio/wav", "ogg": "audio/ogg", "mp3": "audio/mpeg"][ending] ?? "application/octet-stream"
        return .success(Attachment(name: ending.isEmpty ? name : "\(name).\(ending)", type: type, data: data))
    }
}
