import Reception
import Rehearsal
import Synchronization

/// Sounds one of which is made only when a gate is opened, as slow synthesis would; who is cancelled before gets none.
final class GatedPrompts: PromptLibrary {
    private let gated: String
    private let isOpen = Mutex(false)
    private let made = Mutex(0)

    /// Sounds that are there at once, but for those whose text holds `gated`.
    init(gated: String) { self.gated = gated }

    /// How many gated sounds were made.
    var count: Int { made.withLock { $0 } }

    func open() { isOpen.withLock { $0 = true } }

    func ready(_ prompt: Prompt) -> Sound? {
        prompt.text.contains(gated) ? nil : EstimatedPrompts().ready(prompt)
    }

    func sound(of prompt: Prompt) async throws(PromptError) -> Sound {
        while true {
            // Looked at first: what is cancelled after the gate was opened is made.
            let isCancelled = Task.isCancelled
            if isOpen.withLock({ $0 }) { break }
            guard !isCancelled else { throw .synthesis("nobody waits for it") }
            await Task.yield()
        }
        made.withLock { $0 += 1 }
        return try await EstimatedPrompts().sound(of: prompt)
    }
}
