/// One thing that a caller does, in order (menu-format, part 5, and `attendant call --keys`).
public enum CallerAction: Sendable, Hashable {
    /// Presses these keys once the line waits for keys, after a moment of reaction.
    case press(String)
    /// Presses these keys at once, whatever is being heard.
    case pressNow(String)
    /// Lets so much time pass.
    case wait(Duration)
    /// Speaks for so long, into a recording.
    case speak(Duration)
    /// Hangs up, 0.8 s after the last action.
    case hangUp
}

/// Why a word of `--keys` is no action.
public struct CallerActionError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The word.
    public let word: String

    /// One line that says what was expected.
    public var description: String {
        "\"\(word)\" is nothing a caller does; expected keys (0-9 * #), \"now 1\", \"wait 2\", \"speak 6\" or \"hang up\""
    }
}

extension CallerAction {
    /// Reads what a caller does, joined by commas: `1,wait 2,07700900002#,hang up`.
    public static func list(_ text: String) throws(CallerActionError) -> [CallerAction] {
        var list: [CallerAction] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: true) {
            let word = part.trimmed
            if !word.isEmpty { list.append(try action(word)) }
        }
        return list
    }

    private static func action(_ word: String) throws(CallerActionError) -> CallerAction {
        let parts = word.lowercased().split(separator: " ").map(String.init)
        switch (parts.first, parts.count) {
        case ("hang", 2) where parts[1] == "up": return .hangUp
        case ("hangup", 1): return .hangUp
        case ("wait", 2):
            if let time = seconds(parts[1]) { return .wait(time) }
        case ("speak", 2):
            if let time = seconds(parts[1]) { return .speak(time) }
        case ("now", 2):
            if isKeys(parts[1]) { return .pressNow(parts[1]) }
        case (.some(let keys), 1):
            if isKeys(keys) { return .press(keys) }
        default: break
        }
        throw CallerActionError(word: word)
    }

    private static func isKeys(_ text: String) -> Bool { text.allSatisfy { "0123456789*#".contains($0) } }

    private static func seconds(_ text: String) -> Duration? {
        guard let value = Double(text), value >= 0, value <= 3600 else { return nil }
        return .milliseconds(Int64(value * 1000))
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
