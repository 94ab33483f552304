/// The options text of `EXEC`, split as a dialplan application splits it.
enum AppArguments {
    /// The parts between commas that stand in no parentheses.
    static func split(_ text: String) -> [String] {
        var parts = [""]
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            if character == "," && depth == 0 {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        return parts
    }

    /// One-letter options with what stands in parentheses behind them: `mU(sub^1)` → m: "", U: "sub^1".
    static func options(_ text: String) -> [Character: String] {
        var options: [Character: String] = [:]
        var rest = Substring(text)
        while let letter = rest.popFirst() {
            guard rest.first == "(", let close = rest.firstIndex(of: ")") else {
                options[letter] = ""
                continue
            }
            options[letter] = String(rest[rest.index(after: rest.startIndex)..<close])
            rest = rest[rest.index(after: close)...]
        }
        return options
    }

    /// The part at an index, nil when it is absent or empty.
    static func part(_ parts: [String], _ index: Int) -> String? {
        parts.indices.contains(index) && !parts[index].isEmpty ? parts[index] : nil
    }

    /// Seconds, with or without a fraction; nil for anything else.
    static func seconds(_ text: String?) -> Duration? {
        guard let text, let value = Double(text), value >= 0, value < 1e6 else { return nil }
        return .milliseconds(Int64(value * 1_000))
    }
}
