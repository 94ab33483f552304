import MenuFile

/// The text of test files: a new one, or one more call in a file that is there.
enum TestFileText {
    /// A whole file with one call.
    static func new(menu: String, call: OrderedJSON) -> String {
        let name = OrderedJSON.quoted("\(menu).json")
        return "{\n  \"menu\": \(name),\n  \"calls\": [\n    \(call.text(indent: 4))\n  ]\n}"
    }

    /// The text with one more call at the end of `calls`; everything else stays as it is, letter by letter.
    ///
    /// - Returns: nil when the text is no JSON object, or its `calls` are no list.
    static func adding(_ call: OrderedJSON, to text: String) -> String? {
        guard let document = try? JSONDocument.parse(Array(text.utf8)),
            case .object(let members) = document.root.content
        else { return nil }
        guard let calls = members.last(where: { $0.key == "calls" })?.value else {
            let comma = members.isEmpty ? "" : ","
            return inserting(
                "\(comma)\n  \"calls\": [\n    \(call.text(indent: 4))\n  ]\n", before: "}", text, document.root)
        }
        guard case .array(let elements) = calls.content else { return nil }
        let comma = elements.isEmpty ? "" : ","
        return inserting("\(comma)\n    \(call.text(indent: 4))\n  ", before: "]", text, calls)
    }

    /// Puts a text in the place of the white space before the bracket that ends a value.
    private static func inserting(
        _ addition: String, before bracket: Unicode.Scalar, _ text: String, _ value: JSONValue
    ) -> String? {
        let scalars = Array(text.unicodeScalars)
        guard let start = index(of: value.position, in: scalars), let end = end(from: start, in: scalars),
            scalars[end] == bracket
        else { return nil }
        var kept = end
        while kept > 0, [" ", "\t", "\n", "\r"].contains(scalars[kept - 1]) { kept -= 1 }
        return string(scalars[..<kept]) + addition + string(scalars[end...])
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Where a place is, counted as positions are: a byte order mark is not, LF ends a line.
    private static func index(of position: Position, in scalars: [Unicode.Scalar]) -> Int? {
        var line = 1
        var column = 1
        for (index, scalar) in scalars.enumerated() where !(index == 0 && scalar == "\u{FEFF}") {
            if line == position.line, column == position.column { return index }
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        return nil
    }

    /// The bracket that ends the list or object that begins at a place.
    private static func end(from start: Int, in scalars: [Unicode.Scalar]) -> Int? {
        var depth = 0
        var isString = false
        var isEscaped = false
        for index in start..<scalars.count {
            let scalar = scalars[index]
            if isString {
                if isEscaped {
                    isEscaped = false
                } else if scalar == "\\" {
                    isEscaped = true
                } else if scalar == "\"" {
                    isString = false
                }
                continue
            }
            switch scalar {
            case "\"": isString = true
            case "[", "{": depth += 1
            case "]", "}":
                depth -= 1
                if depth == 0 { return index }
            default: break
            }
        }
        return nil
    }
}
