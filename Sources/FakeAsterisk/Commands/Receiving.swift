/// RECEIVE CHAR and RECEIVE TEXT, from a caller whose telephone sends no text.
enum Receiving {
    /// Begins to wait; the words are those of the whole line.
    static func start(_ verb: Verb, _ words: [String], at now: Duration) -> Start {
        let milliseconds = Int(leading: words[2]) ?? 0
        let end: Duration? = milliseconds <= 0 ? nil : now + .milliseconds(milliseconds)
        let isChar = verb == .receiveChar
        return .runs(
            Delay(
                until: end, done: { _, _ in isChar ? .result(0, "(timeout)") : .result(-1, failed: true) },
                gone: { _, _ in isChar ? .result(-1, "(hangup)", failed: true) : .result(-1, failed: true) }))
    }
}
