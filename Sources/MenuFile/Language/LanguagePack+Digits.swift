extension LanguagePack {
    /// Characters one by one, with blanks: "1 1 2". The keys * and # and a + are named; white space goes.
    public func spokenDigits(_ text: String) -> String {
        text.filter { !$0.isWhitespace }.map { spokenCharacter($0) }.joined(separator: " ")
    }

    /// National digits in threes, a lone last one with its neighbour: "0 7 7, 0 0 9, 0 0 0, 0 2". What is no digit
    /// is passed over, but a leading + is said.
    public func phoneGroups(_ text: String) -> String {
        let digits = text.utf8.filter(isDigit).map { String(UnicodeScalar($0)) }
        var groups: [[String]] = stride(from: 0, to: digits.count, by: 3).map {
            Array(digits[$0..<min($0 + 3, digits.count)])
        }
        if groups.count > 1, let last = groups.last, last.count == 1 {
            groups.removeLast()
            groups[groups.count - 1] += last
        }
        let spoken = groups.map { $0.map { digit($0) }.joined(separator: " ") }.joined(separator: ", ")
        guard text.drop(while: \.isWhitespace).first == "+", let plus = file.symbols["+"] else { return spoken }
        return plus + " " + spoken
    }

    /// Letter by letter: "A B 1". Punctuation is named where the pack has a word for it.
    public func spelled(_ text: String) -> String {
        text.uppercased().filter { !$0.isWhitespace }.map { spokenCharacter($0) }.joined(separator: " ")
    }

    private func spokenCharacter(_ character: Character) -> String {
        let text = String(character)
        return file.numbers.digits?[text] ?? file.keys[text] ?? file.symbols[text] ?? text
    }

    private func digit(_ text: String) -> String { file.numbers.digits?[text] ?? file.keys[text] ?? text }
}
