/// Finds the word that somebody probably meant (menu-format, part 10).
enum Suggestion {
    /// Words longer than this are not compared: a hostile file must not cost time in squares of its length.
    static let longestWord = 64

    /// The candidate with the smallest Levenshtein distance, at most 0.4 of the typed word's length; of equals the
    /// first.
    static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        let typed = Array(word.unicodeScalars)
        guard typed.count <= longestWord else { return nil }
        let limit = typed.count * 4 / 10
        var best: (word: String, distance: Int)?
        for candidate in candidates where candidate != word {
            let scalars = Array(candidate.unicodeScalars)
            guard abs(scalars.count - typed.count) <= limit else { continue }
            let distance = distance(typed, scalars)
            if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        return best?.word
    }

    /// The candidate that was probably meant, also where the rule for suggestions is too strict: letters in another
    /// order, or half of them wrong. Never shown; it keeps one misspelt word from raising a second error.
    static func probable(for word: String, among candidates: some Sequence<String>) -> String? {
        if let nearest = nearest(to: word, among: candidates) { return nearest }
        let typed = Array(word.unicodeScalars)
        guard typed.count >= 3, typed.count <= longestWord else { return nil }
        return candidates.first { candidate in
            let scalars = Array(candidate.unicodeScalars)
            guard abs(scalars.count - typed.count) <= 2 else { return false }
            return scalars.sorted() == typed.sorted() || distance(typed, scalars) * 2 <= typed.count
        }
    }

    /// The Levenshtein distance: insertions, deletions and replacements of scalars.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (line, scalar) in left.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in right.enumerated() {
                let replaced = diagonal + (scalar == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
