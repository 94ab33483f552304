import MenuFile

extension Prompt {
    /// A key that is named in a prompt. Only rehearsals look at it: a caller presses a key after hearing of it.
    public struct KeyMark: Sendable, Hashable {
        /// The key as the menu file has it: "1", "2xx".
        public let key: String
        /// How many pieces have been heard once it is named.
        public let pieces: Int
    }

    /// The same prompt, at whose end a key is named.
    func naming(_ key: String) -> Prompt {
        var prompt = self
        prompt.marks.append(KeyMark(key: key, pieces: pieces.count))
        return prompt
    }

    /// The same prompt, a phrase of ours that names these keys in this order, each in a clause of its own.
    ///
    /// They are looked for from the end, for the values in a phrase, such as a number, stand before its keys.
    func naming(_ keys: [String], in pack: LanguagePack) -> Prompt {
        var prompt = self
        var end = pieces.count
        for key in keys.reversed() {
            guard let place = pieces[..<end].lastIndex(where: { $0.names(pack.spokenKey(key)) }) else { continue }
            prompt.marks.insert(KeyMark(key: key, pieces: place + 1), at: 0)
            end = place
        }
        return prompt
    }

    /// When each key has been named, in a sound of that length: pauses take the time they are, speech shares the rest
    /// by its characters.
    public func namings(in length: Duration) -> [Sound.KeyNaming] {
        guard !marks.isEmpty else { return [] }
        let pauses = pieces.reduce(Duration.zero) { $0 + $1.fixedLength }
        let characters = pieces.reduce(0) { $0 + $1.characters }
        let speech = max(.zero, length - pauses) / max(1, characters)
        return marks.map { mark in
            let heard = pieces.prefix(mark.pieces)
            let time = heard.reduce(Duration.zero) { $0 + $1.fixedLength + speech * $1.characters }
            return Sound.KeyNaming(key: mark.key, at: min(time, length))
        }
    }
}

extension Prompt.Piece {
    fileprivate var fixedLength: Duration {
        switch self {
        case .pause(let time): time
        case .tone: .milliseconds(300)
        case .speech, .recording: .zero
        }
    }

    fileprivate var characters: Int {
        switch self {
        case .speech(let text, _), .recording(_, let text, _): text.count
        case .pause, .tone: 0
        }
    }

    /// Whether the piece says this key, as a word or a figure of its own.
    fileprivate func names(_ key: String) -> Bool {
        guard case .speech(let text, _) = self else { return false }
        guard key.count == 1, let figure = key.first, figure.isNumber else {
            return text.lowercased().contains(key.lowercased())
        }
        return text.split { !$0.isNumber }.contains { $0 == key }
    }
}

extension Sound {
    /// When a key has been named in a sound.
    public struct KeyNaming: Sendable, Hashable {
        /// The key as the menu file has it: "1", "2xx".
        public let key: String
        /// From the beginning of the sound.
        public let at: Duration

        /// A naming.
        public init(key: String, at: Duration) {
            self.key = key
            self.at = at
        }
    }

    /// The sound of a prompt, with what rehearsals look at.
    func of(_ prompt: Prompt) -> Sound {
        var sound = self
        sound.namings = prompt.namings(in: length)
        sound.isSensitive = prompt.isSensitive
        return sound
    }
}
