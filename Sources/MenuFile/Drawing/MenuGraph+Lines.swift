/// Lines as every format sets them.
extension MenuGraph.Node {
    /// The most characters of one text: a picture is no script.
    private static let mostSpoken = 150

    /// The lines, broken so that no box is wider than a column of a page.
    func wrapped(_ columns: Int) -> [MenuGraph.Line] {
        lines.flatMap { line in
            let most = line.style == .spoken ? max(2, Self.mostSpoken / columns) : 12
            return MenuGraph.wrapped(line.text, most, columns).map {
                MenuGraph.Line(text: $0, style: line.style)
            }
        }
    }
}

extension MenuGraph.Edge {
    /// "1  repairs", and the seconds where they are known.
    var label: [MenuGraph.Line] {
        var lines: [MenuGraph.Line] = []
        if let key { lines.append(MenuGraph.Line(text: key, style: .title)) }
        lines += MenuGraph.wrapped(words, 4, 18).map { MenuGraph.Line(text: $0, style: .plain) }
        if let seconds { lines.append(MenuGraph.Line(text: MenuGraph.seconds(seconds), style: .plain)) }
        return lines
    }
}

extension MenuGraph {
    /// "5.1 s".
    static func seconds(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) s"
    }

    /// A text broken at blanks; a longer word is broken where it must be, and what is too much ends with an ellipsis.
    static func wrapped(_ text: String, _ most: Int, _ width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            var rest = word
            if let last = lines.last, last.count + 1 + rest.count <= width {
                lines[lines.count - 1] = last + " " + rest
                continue
            }
            repeat {
                lines.append(String(rest.prefix(width)))
                rest = rest.dropFirst(width)
            } while !rest.isEmpty && lines.count <= most
            if lines.count > most { break }
        }
        guard lines.count > most else { return lines }
        return lines.prefix(most - 1) + [lines[most - 1].prefix(width - 1) + "…"]
    }
}
