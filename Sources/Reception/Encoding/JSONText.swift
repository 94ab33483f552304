/// Text inside a JSON body: the one encoder of that way out (menu-format §4.5).
enum JSONText {
    /// A JSON string with its quotes.
    static func string(_ value: String) -> String {
        var text = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            // The line separators are no line breaks of JSON, but of whatever reads it as a script.
            case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value):
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    /// A JSON number of a value such as "42", "-0.5" or "007", whose leading zeros go; nil for what is none.
    static func number(_ value: String) -> String? {
        var rest = Substring(value)
        let sign = rest.first == "-" ? "-" : ""
        if rest.first == "-" { rest.removeFirst() }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(isDigits) else { return nil }
        let whole = parts[0].drop { $0 == "0" }
        return sign + (whole.isEmpty ? "0" : whole) + (parts.count == 2 ? "." + parts[1] : "")
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
