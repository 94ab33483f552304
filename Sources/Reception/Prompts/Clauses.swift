/// A sentence taken apart where a speaker would breathe.
enum Clauses {
    /// What ends a clause.
    enum End { case clause, sentence }

    static func split(_ text: String) -> [(String, End)] {
        splitASCII(text) ?? splitCharacters(text)
    }

    /// The same for a text of ASCII without looking each character up in Unicode's tables, which was a third of the
    /// cost of a prompt; nil for another text.
    private static func splitASCII(_ text: String) -> [(String, End)]? {
        let bytes = Array(text.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        var clauses: [(String, End)] = []
        var clause: [UInt8] = []
        func finish(_ end: End) {
            if clause.last == blank { clause.removeLast() }
            if !clause.isEmpty { clauses.append((String(decoding: clause, as: UTF8.self), end)) }
            clause.removeAll(keepingCapacity: true)
        }
        for (place, byte) in bytes.enumerated() {
            if isBlank(byte) {
                if let last = clause.last, last != blank { clause.append(blank) }
                continue
            }
            clause.append(byte)
            let isFollowed = place + 1 < bytes.count && !isBlank(bytes[place + 1])
            if !isFollowed, let end = end(Character(Unicode.Scalar(byte))) { finish(end) }
        }
        finish(.clause)
        return clauses
    }

    private static let blank = UInt8(ascii: " ")

    /// What `Character.isWhitespace` says of ASCII.
    private static func isBlank(_ byte: UInt8) -> Bool { byte == blank || (0x09...0x0D).contains(byte) }

    static func splitCharacters(_ text: String) -> [(String, End)] {
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
