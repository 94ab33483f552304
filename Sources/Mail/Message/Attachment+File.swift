internal import Foundation

extension Attachment {
    /// Reads a sound file.
    ///
    /// - Parameters:
    ///   - file: its path, with extension.
    ///   - name: its name without extension, as the reader sees it.
    /// - Returns: the file, or why it cannot go with a mail: it is missing, empty, or larger than
    ///   `MailWriter.largestAttachment`.
    public static func sound(file: String, name: String) -> Result<Attachment, MissingSound> {
        let url = URL(fileURLWithPath: file)
        let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? NSNumber)?.intValue ?? 0
        guard size > 0, size <= MailWriter.largestAttachment, let data = try? Data(contentsOf: url) else {
            let words = size > MailWriter.largestAttachment ? "\(file) has \(size) bytes" : "\(file) cannot be read"
            return .failure(MissingSound(words: words))
        }
        let ending = url.pathExtension.lowercased()
        let type = ["wav": "audio/wav", "ogg": "audio/ogg", "mp3": "audio/mpeg"][ending] ?? "application/octet-stream"
        return .success(Attachment(name: ending.isEmpty ? name : "\(name).\(ending)", type: type, data: data))
    }
}
