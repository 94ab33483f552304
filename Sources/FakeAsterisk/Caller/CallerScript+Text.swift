import FastAGI

extension CallerScript {
    /// Reads a script as people write it: `"1, wait 2, 07700900002#, hang up"`.
    ///
    /// An act is keys (with or without `press` before them, and `now` or `at SECONDS` behind), `wait SECONDS`, `silence`,
    /// `speak SECONDS`, `hang up` or `hang up at SECONDS`. Commas or newlines separate acts.
    /// - Throws: `FakeAsteriskError.unreadableAct` for anything else.
    public init(_ text: String) throws(FakeAsteriskError) {
        self.init()
        for part in text.split(whereSeparator: { $0 == "," || $0.isNewline }) {
            let words = part.split(separator: " ").map(String.init)
            if !words.isEmpty { acts.append(try Self.act(words)) }
        }
    }

    /// The act of one line of a script.
    private static func act(_ words: [String]) throws(FakeAsteriskError) -> Act {
        let text = words.joined(separator: " ")
        switch words[0].lowercased() {
        case "wait": return .wait(try seconds(words.dropFirst(), of: text))
        case "speak": return .speak(try seconds(words.dropFirst(), of: text))
        case "silence" where words.count == 1: return .silence
        case "hang" where words.count > 1 && words[1].lowercased() == "up":
            return .hangUp(try when(words.dropFirst(2), of: text))
        case "press" where words.count > 1: return try press(words.dropFirst(), of: text)
        default: return try press(words[...], of: text)
        }
    }

    private static func press(_ words: ArraySlice<String>, of text: String) throws(FakeAsteriskError) -> Act {
        let keys = words.first.map { $0.map { DTMFKey($0) } } ?? []
        guard !keys.isEmpty, !keys.contains(nil) else { throw .unreadableAct(text) }
        return .press(keys.compactMap { $0 }, try when(words.dropFirst(), of: text))
    }

    private static func when(_ words: ArraySlice<String>, of text: String) throws(FakeAsteriskError) -> When {
        switch words.first?.lowercased() {
        case nil: return .asked
        case "now" where words.count == 1: return .now
        case "at": return .at(try seconds(words.dropFirst(), of: text))
        default: throw .unreadableAct(text)
        }
    }

    private static func seconds(_ words: ArraySlice<String>, of text: String) throws(FakeAsteriskError) -> Duration {
        guard words.count == 1, let word = words.first, let value = Double(word), value >= 0, value < 86_400 else {
            throw .unreadableAct(text)
        }
        return .milliseconds(Int64((value * 1_000).rounded()))
    }
}

extension CallerScript.Act: CustomStringConvertible {
    /// The act as a script has it.
    public var description: String {
        switch self {
        case .press(let keys, let when): String(keys.map(\.character)) + Self.text(when)
        case .wait(let time): "wait \(time.inSeconds)"
        case .silence: "silence"
        case .speak(let time): "speak \(time.inSeconds)"
        case .hangUp(let when): "hang up" + Self.text(when)
        }
    }

    private static func text(_ when: CallerScript.When) -> String {
        switch when {
        case .asked: ""
        case .now: " now"
        case .at(let time): " at \(time.inSeconds)"
        }
    }
}
