public import Reception

/// Sounds without sound: lengths estimated at 14 characters a second, for rehearsals without eSpeak NG.
public struct EstimatedPrompts: PromptLibrary {
    /// Characters spoken in a second.
    public static let charactersPerSecond = 14

    /// An estimate needs nothing.
    public init() {}

    /// Always there.
    public func ready(_ prompt: Prompt) -> Sound? { sound(estimating: prompt) }

    /// Always there.
    public func sound(of prompt: Prompt) async throws(PromptError) -> Sound { sound(estimating: prompt) }

    private func sound(estimating prompt: Prompt) -> Sound {
        var length = Duration.zero
        for piece in prompt.pieces {
            switch piece {
            case .speech(let text, _), .recording(_, let text, _):
                length += .milliseconds(text.count * 1000 / Self.charactersPerSecond)
            case .pause(let time): length += time
            case .tone: length += .milliseconds(300)
            }
        }
        return Sound(path: "", length: length, text: prompt.text)
    }
}
