public import Reception
import Synchronization

/// A library that asks another one for each sound only once, however many rehearsals want it.
public final class RememberedPrompts: PromptLibrary {
    private let inner: any PromptLibrary
    private let sounds = Mutex<[Prompt: Sound]>([:])

    /// A library in front of another one.
    public init(_ inner: any PromptLibrary) { self.inner = inner }

    /// The sound, if it was asked for before or is there already.
    public func ready(_ prompt: Prompt) -> Sound? {
        if let known = sounds.withLock({ $0[prompt] }) { return known }
        guard let sound = inner.ready(prompt) else { return nil }
        sounds.withLock { $0[prompt] = sound }
        return sound
    }

    /// The sound, made by the other library when it was not asked for before.
    public func sound(of prompt: Prompt) async throws(PromptError) -> Sound {
        if let known = sounds.withLock({ $0[prompt] }) { return known }
        let sound = try await inner.sound(of: prompt)
        sounds.withLock { $0[prompt] = sound }
        return sound
    }
}
