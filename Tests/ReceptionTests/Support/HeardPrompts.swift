import Reception
import Rehearsal
import Synchronization

/// Estimated sounds that note what was asked for, and lack those that a test names.
final class HeardPrompts: PromptLibrary {
    private let prompts = Mutex<Set<Prompt>>([])
    private let lacking: @Sendable (String) -> Bool
    private let isReady: Bool

    /// - Parameters:
    ///   - isReady: false: each sound is made when it is asked for.
    ///   - lacking: which texts have no sound.
    init(isReady: Bool = false, lacking: @escaping @Sendable (String) -> Bool = { _ in false }) {
        self.isReady = isReady
        self.lacking = lacking
    }

    /// Every prompt that was asked for.
    var asked: Set<Prompt> { prompts.withLock { $0 } }

    func ready(_ prompt: Prompt) -> Sound? {
        _ = prompts.withLock { $0.insert(prompt) }
        return isReady && !lacking(prompt.text) ? EstimatedPrompts().ready(prompt) : nil
    }

    func sound(of prompt: Prompt) async throws(PromptError) -> Sound {
        _ = prompts.withLock { $0.insert(prompt) }
        guard !lacking(prompt.text) else { throw .synthesis("no voice") }
        return try await EstimatedPrompts().sound(of: prompt)
    }
}
