/// The script of a call: what the caller does and hears, a line each.
extension CallTestDecoder {
    func script(_ reader: ObjectReader) -> [CallTest.Line] {
        let lines = strings(reader, "script")
        if lines.count > CallTestLoader.mostLines, let value = reader.value("script") {
            context.report(
                .badValue, at: value.position, "a script has at most \(CallTestLoader.mostLines) lines")
        }
        return lines.prefix(CallTestLoader.mostLines).compactMap { text, position in
            action(text, at: position).map { CallTest.Line(text: text, position: position, action: $0) }
        }
    }

    private func action(_ text: String, at position: Position) -> CallTest.Action? {
        if let action = Self.action(text) { return action }
        let first = text.split(separator: " ").first.map(String.init) ?? ""
        context.reportUnknown(
            .badValue, at: position, word: first,
            "\(DecodingContext.quoted(text)) is no line of a script: expected \"press 12#\" (also with \"now\" or "
                + "\"at 1.5\"), \"silence\", \"speak 6\", \"hang up\" (also with \"at 6\"), \"hear TEXT\" or "
                + "\"not hear TEXT\"", among: ["press", "silence", "speak", "hang up", "hear", "not hear"])
        return nil
    }

    /// Reads one line; nil when it says nothing that a caller does.
    static func action(_ text: String) -> CallTest.Action? {
        if let heard = rest(of: text, after: "hear ") { return .hear(heard) }
        if let unheard = rest(of: text, after: "not hear ") { return .notHear(unheard) }
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        switch words.first {
        case "press" where words.count >= 2:
            let isTyped = !words[1].isEmpty && words[1].allSatisfy { "0123456789*#".contains($0) }
            guard isTyped, words[1].utf8.count <= 64 else { return nil }
            return moment(words.dropFirst(2), allowsNow: true).map { .press(words[1], $0) }
        case "silence" where words.count == 1: return .silence
        case "speak" where words.count == 2: return seconds(words[1]).map { .speak($0) }
        case "hang" where words.count >= 2 && words[1] == "up":
            return moment(words.dropFirst(2), allowsNow: false).map { .hangUp($0) }
        default: return nil
        }
    }

    private static func rest(of text: String, after prefix: String) -> String? {
        guard text.hasPrefix(prefix) else { return nil }
        let rest = text.dropFirst(prefix.count)
        return rest.allSatisfy(\.isWhitespace) ? nil : String(rest)
    }

    private static func moment(_ words: ArraySlice<String>, allowsNow: Bool) -> CallTest.Moment? {
        switch (words.first, words.count) {
        case (nil, _): .whenDue
        case ("now", 1) where allowsNow: .now
        case ("at", 2): words.last.flatMap { seconds($0) }.map { .after($0) }
        default: nil
        }
    }

    /// Seconds, decimals allowed, a day at most.
    static func seconds(_ text: some StringProtocol) -> Duration? {
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") }
        guard isNumber, let seconds = Double(text), seconds <= 86_400 else { return nil }
        return .milliseconds(Int64((seconds * 1000).rounded()))
    }
}
