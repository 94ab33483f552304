/// A text broken into lines of so many columns, between words where that can be.
struct WrappedText {
    let lines: [String]

    init(_ text: String, columns: Int) {
        let columns = max(8, columns)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            var word = String(word)
            let joined = line.isEmpty ? word : "\(line) \(word)"
            if PlainText.width(of: joined) <= columns {
                line = joined
                continue
            }
            if !line.isEmpty { lines.append(line) }
            while PlainText.width(of: word) > columns {
                let head = Self.prefix(of: word, columns)
                lines.append(head)
                word = String(word.dropFirst(head.count))
            }
            line = word
        }
        if !line.isEmpty || lines.isEmpty { lines.append(line) }
        self.lines = lines
    }

    /// As many characters as fit.
    private static func prefix(of word: String, _ columns: Int) -> String {
        var head = ""
        for character in word {
            guard PlainText.width(of: head + String(character)) <= columns else { break }
            head.append(character)
        }
        return head.isEmpty ? String(word.prefix(1)) : head
    }
}
