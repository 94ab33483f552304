/// What a speech recogniser heard.
public struct SpeechResult: Sendable, Equatable {
    /// One thing the caller may have said.
    public struct Match: Sendable, Equatable {
        /// How sure the recogniser is; the scale is the engine's.
        public let score: Int
        /// What was said.
        public let text: String
        /// The grammar it came from.
        public let grammar: String
    }

    /// How listening ended.
    public enum Outcome: Sendable, Equatable {
        /// Something was said; best first, perhaps nothing at all.
        case speech([Match])
        /// The caller pressed a key.
        case key(DTMFKey)
        /// The time was up.
        case timedOut
        /// The caller hung up.
        case hangup
        /// There is no recogniser, or it failed.
        case failed
    }

    /// How listening ended.
    public let outcome: Outcome

    /// Where the prompt was when it was cut off, in samples; nil when Asterisk does not say.
    public let endpos: Int?

    /// Reads the reply; nil when it is none of SPEECH RECOGNIZE.
    init?(_ reply: Reply) {
        endpos = reply.endpos
        switch reply.word {
        case "speech": outcome = .speech(Self.matches(reply))
        case "digit":
            guard let key = reply.attribute("digit")?.first.flatMap(DTMFKey.init(rawValue:)) else { return nil }
            outcome = .key(key)
        case "timeout": outcome = .timedOut
        case "hangup": outcome = .hangup
        case nil where reply.result == 0: outcome = .failed
        default: return nil
        }
    }

    /// Reads `score0=90 text0="a text" grammar0=name score1=…`. The text is not escaped, so it ends at `" grammar0=`.
    ///
    /// Asterisk cuts the whole at 4,096 bytes; a match that is not whole is left out.
    private static func matches(_ reply: Reply) -> [Match] {
        var matches: [Match] = []
        var rest = reply.afterWord
        let count = min(reply.attribute("results").flatMap { Int(decimal: $0) } ?? 0, mostMatches)
        for index in 0..<max(0, count) {
            guard rest.cut(through: "score\(index)=") != nil, let score = rest.cut(through: " text\(index)=\""),
                let text = rest.cut(through: "\" grammar\(index)="), let value = Int(decimal: score)
            else { break }
            let grammar = rest.copyCut(before: " score\(index + 1)=")
            matches.append(Match(score: value, text: String(lenient: text), grammar: String(lenient: grammar)))
        }
        return matches
    }

    /// The most matches that are read; engines send a handful.
    private static let mostMatches = 64
}

extension ArraySlice<UInt8> {
    /// The bytes before the first `mark`, which is taken away with them; nil, and nothing taken, when there is none.
    fileprivate mutating func cut(through mark: String) -> ArraySlice<UInt8>? {
        guard let place = firstIndex(of: mark) else { return nil }
        let before = self[..<place]
        self = self[(place + mark.utf8.count)...]
        return before
    }

    /// The bytes before the first `mark`, or all of them.
    fileprivate func copyCut(before mark: String) -> ArraySlice<UInt8> {
        firstIndex(of: mark).map { self[..<$0] } ?? self
    }

    private func firstIndex(of mark: String) -> Int? {
        let length = mark.utf8.count
        guard length <= count else { return nil }
        return (startIndex...(endIndex - length)).first { self[$0...].starts(with: mark.utf8) }
    }
}
