public import Foundation

/// A file that goes with a mail.
public struct Attachment: Sendable, Equatable {
    /// Its name as the reader sees it: letters, digits, dots and dashes; anything else becomes a dash.
    public let name: String
    /// Its media type: "audio/wav".
    public let type: String
    /// Its bytes.
    public let data: Data

    /// A file that goes with a mail.
    public init(name: String, type: String, data: Data) {
        self.name = String(
            name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") ? $0 : "-" }.prefix(60))
        self.type = type
        self.data = data
    }

    /// Base64 in lines of 76 (RFC 2045 §6.8), ending with a line feed.
    var encoded: String {
        let text = Array(data.base64EncodedString().utf8)
        var lines = String()
        lines.reserveCapacity(text.count + text.count / 76 + 1)
        for start in stride(from: 0, to: text.count, by: 76) {
            lines += String(decoding: text[start..<min(start + 76, text.count)], as: UTF8.self) + "\n"
        }
        return lines
    }
}
