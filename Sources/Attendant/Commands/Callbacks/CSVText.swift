/// Rows for spreadsheets: RFC 4180, and nothing that a spreadsheet would run.
///
/// Excel and LibreOffice take a cell that begins with `=`, `+`, `-`, `@`, a tab or a return for a formula, and its text
/// came from a caller: such a cell gets an apostrophe in front, which they show as text (OWASP, "CSV Injection"). A plain
/// telephone number, `+` and digits alone, can do no harm and stays as it is, for programs that read it.
enum CSVText {
    /// Lines that end in CR LF, with a head.
    static func lines(_ rows: [[String]]) -> String {
        rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
    }

    /// One cell. Control characters are left out, but for tabs and line ends: rows are printed on terminals, too.
    static func cell(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter {
            $0.properties.generalCategory != .control || "\t\r\n".unicodeScalars.contains($0)
        }
        let text = String(String.UnicodeScalarView(scalars))
        let safe = isFormula(text) ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }

    /// Full-width forms count as well: some versions turn them into the plain ones. Blanks in front are skipped by some.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" }) else { return false }
        guard "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first) else { return false }
        return !isNumber(text)
    }

    private static func isNumber(_ text: String) -> Bool {
        text.utf8.first == UInt8(ascii: "+") && text.utf8.count > 1 && text.utf8.count <= 16
            && text.utf8.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
