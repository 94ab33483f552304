/// The arguments of RECORD FILE as Asterisk understands them.
struct RecordRequest: Sendable {
    let file: String
    let format: String
    let escape: EscapeKeys
    /// Nil: no end.
    let longest: Duration?
    let offset: Int
    let beeps: Bool
    let silence: Duration?

    /// Reads the words of the whole line; nil when there are too few of them or the time is no number.
    ///
    /// `offset` may be left out, any word in its place or the next beeps, and `s=` may stand in each of the last three.
    init?(_ words: [String]) {
        guard words.count > 5, let milliseconds = Int(leading: words[5]) else { return nil }
        let extras = words.dropFirst(6).prefix(3)
        file = words[2]
        format = words[3]
        escape = EscapeKeys(words[4])
        longest = milliseconds < 0 ? nil : .milliseconds(milliseconds)
        offset = extras.first.flatMap { Int(leading: $0) } ?? 0
        let beepInOffset = extras.first.map { Int(leading: $0) == nil && !$0.contains("=") } ?? false
        beeps = beepInOffset || (words.count > 7 && !words[7].contains("="))
        let seconds = extras.first { $0.hasPrefix("s=") }.flatMap { Int(leading: $0.dropFirst(2)) } ?? 0
        silence = seconds > 0 ? .seconds(seconds) : nil
    }
}
