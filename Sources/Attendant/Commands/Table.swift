import Foundation

/// Rows in columns, for a terminal. What stands in a cell came from callers: control characters are taken out.
struct Table {
    let text: String

    /// Of a longer cell the beginning is shown: one caller's name must not push the others' columns out of sight.
    static let mostColumns = 60

    init(_ head: [String], _ rows: [[String]]) {
        let cells = ([head] + rows).map { $0.map { Self.shortened(PlainText.of($0, lineBreak: nil)) } }
        let widths = head.indices.map { column in cells.map { PlainText.width(of: $0[column]) }.max() ?? 0 }
        text = cells.map { row in
            zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - PlainText.width(of: cell))
            }
            .joined(separator: "  ").trimmedAtEnd
        }.joined(separator: "\n")
    }

    private static func shortened(_ text: String) -> String {
        guard PlainText.width(of: text) > mostColumns else { return text }
        var width = 1
        return text.prefix { character in
            width += PlainText.width(of: String(character))
            return width <= mostColumns
        } + "…"
    }

    /// A moment in the zone of this machine.
    static func time(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.dateFormat = "yyyy-MM-dd HH:mm:ss"
        return formatter.string(from: date)
    }
}

extension String {
    /// Without the blanks at its end.
    fileprivate var trimmedAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
