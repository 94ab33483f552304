/// Splits a command line as a shell would, without running one: nothing is expanded.
enum CommandWords {
    /// The words of a line: blanks part them; '…', "…" and \ keep them together.
    ///
    /// - Returns: nil when a quote does not end, or there is no word.
    static func words(_ line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\" && quote != "'" {
                isEscaped = true
            } else if character == quote {
                quote = nil
            } else if quote == nil && (character == "'" || character == "\"") {
                quote = character
                word = word ?? ""
            } else if quote == nil && character.isWhitespace {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let whole = word { words.append(whole) }
        return quote == nil && !isEscaped && words.first?.isEmpty == false ? words : nil
    }
}
