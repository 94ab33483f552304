public import Reception
import Synchronization

/// A library that asks another one for each sound only once, however many rehearsals want it.
public final class RememberedPrompts: PromptLibrary {
    private let inner: any PromptLibrary
    private let sounds = Mutex<[Prompt: Result<Sound, PromptError>]>([:])

    /// A library in front of another one.
    public init(_ inner: any PromptLibrary) { self.inner = inner }

    /// The sound, if it was asked for before or is there already.
    public func ready(_ prompt: Prompt) -> Sound? {
        if let known = known(prompt) { return try? known.get() }
        guard let sound = inner.ready(prompt) else { return nil }
        sounds.withLock { $0[prompt] = .success(sound) }
        return sound
    }

    /// The sound, made by the other library when it was not asked for before. What could not be made then is not tried
    /// again.
    public func sound(of prompt: Prompt) async throws(PromptError) -> Sound {
        if let known = known(prompt) { return try known.get() }
        let made: Result<Sound, PromptError>
        do throws(PromptError) {
            made = .success(try await inner.sound(of: prompt))
        } catch {
            made = .failure(error)
        }
        sounds.withLock { $0[prompt] = made }
        return try made.get()
    }

    /// What became of a prompt that was asked for before; nil: it was not.
    func known(_ prompt: Prompt) -> Result<Sound, PromptError>? { sounds.withLock { $0[prompt] } }
}

/// The sounds of one rehearsed call; tells whether one of them had to be made while the call waited.
///
/// Making a sound takes real time, and no virtual time can be told from it: such a call is rehearsed once more, with
/// all sounds there.
final class CallPrompts: PromptLibrary {
    private let inner: RememberedPrompts
    private let missed = Atomic(false)

    init(_ inner: RememberedPrompts) { self.inner = inner }

    /// Whether a sound was not there when the call asked for it.
    var hasMissed: Bool { missed.load(ordering: .relaxed) }

    func ready(_ prompt: Prompt) -> Sound? {
        let sound = inner.ready(prompt)
        if sound == nil, inner.known(prompt) == nil { missed.store(true, ordering: .relaxed) }
        return sound
    }

    func sound(of prompt: Prompt) async throws(PromptError) -> Sound { try await inner.sound(of: prompt) }
}
