/// A sentence taken apart where a speaker would breathe.
enum Clauses {
    /// What ends a clause.
    enum End { case clause, sentence }

    static func split(_ text: String) -> [(String, End)] {
        var clauses: [(String, End)] = []
        var clause = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            clause.append(character)
            guard let end = end(character), isBreak(after: character, rest) else { continue }
            add(clause, end, to: &clauses)
            clause = ""
        }
        add(clause, .clause, to: &clauses)
        return clauses
    }

    private static func add(_ clause: String, _ end: End, to clauses: inout [(String, End)]) {
        let text = clause.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if !text.isEmpty { clauses.append((text, end)) }
    }

    private static func end(_ character: Character) -> End? {
        switch character {
        case ",", ":", ";", "，", "：", "；", "、": .clause
        case ".", "!", "?", "。", "！", "？": .sentence
        default: nil
        }
    }

    /// "8.30" and "12:00" are no ends; full-width marks need no blank after them.
    private static func isBreak(after mark: Character, _ rest: Substring) -> Bool {
        !mark.isASCII || (rest.first?.isWhitespace ?? true)
    }
}
