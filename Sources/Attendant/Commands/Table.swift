import Foundation

/// Rows in columns, for a terminal. What stands in a cell came from callers: control characters are taken out.
struct Table {
    let text: String

    init(_ head: [String], _ rows: [[String]]) {
        let cells = ([head] + rows).map { $0.map { PlainText.of($0, lineBreak: nil) } }
        let widths = head.indices.map { column in cells.map { PlainText.width(of: $0[column]) }.max() ?? 0 }
        text = cells.map { row in
            zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - PlainText.width(of: cell))
            }
            .joined(separator: "  ").trimmedAtEnd
        }.joined(separator: "\n")
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
