internal import MenuFile
internal import Reception

/// A prompt with its voices resolved and its texts made harmless.
struct SpokenPrompt: Sendable, Equatable {
    /// The pieces in order.
    let pieces: [Piece]

    /// One piece.
    enum Piece: Sendable, Equatable {
        case speech(String, SpokenVoice)
        case pause(Duration)
        case tone(String)
        case recording(path: String, text: String, SpokenVoice)
    }

    /// A prompt's pieces; what its voices leave open is the default of their language.
    init(_ prompt: Prompt, defaults: (String) -> VoiceSettings) {
        func voice(_ voice: Prompt.Voice) -> SpokenVoice {
            SpokenVoice(language: voice.language, settings: voice.settings, defaults: defaults(voice.language))
        }
        pieces = prompt.pieces.map { piece in
            switch piece {
            case .speech(let text, let spoken): .speech(SpokenText.plain(text), voice(spoken))
            case .pause(let time): .pause(max(.zero, time))
            case .tone(let name): .tone(name)
            case .recording(let path, let text, let spoken):
                .recording(path: path, text: SpokenText.plain(text), voice(spoken))
            }
        }
    }

    /// How many characters may have to be spoken.
    var characters: Int {
        pieces.reduce(0) { sum, piece in
            switch piece {
            case .speech(let text, _), .recording(_, let text, _): sum + text.unicodeScalars.count
            case .pause, .tone: sum
            }
        }
    }

    /// The paths of the recordings in it.
    var recordings: [String] {
        pieces.compactMap { if case .recording(let path, _, _) = $0 { path } else { nil } }
    }

    /// The name of its sound.
    ///
    /// - Parameter identity: tells which file stands behind a recording now; nil when that is not known yet.
    /// - Returns: nil when a recording's identity is not known.
    func key(of maker: String, recording identity: (String) -> String?) -> SoundKey? {
        var writer = KeyWriter()
        writer.add(maker)
        for piece in pieces {
            switch piece {
            case .speech(let text, let voice):
                writer.add("speech")
                writer.add(text)
                writer.add(voice)
            case .pause(let time):
                writer.add("pause")
                writer.add(AudioFormat.narrowCount(time))
            case .tone(let name):
                writer.add("tone")
                writer.add(name)
            case .recording(let path, let text, let voice):
                guard let file = identity(path) else { return nil }
                writer.add("recording")
                writer.add(file)
                writer.add(text)
                writer.add(voice)
            }
        }
        return writer.key
    }
}
