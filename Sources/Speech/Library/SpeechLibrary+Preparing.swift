public import Reception
internal import Synchronization

extension SpeechLibrary {
    /// A prompt that could not be prepared.
    public struct Failure: Sendable, Equatable {
        /// The prompt.
        public let prompt: Prompt
        /// Why.
        public let error: PromptError
    }

    /// Makes the sounds of a menu before it goes live, a few at a time so that calls under way are served between them.
    ///
    /// - Parameters:
    ///   - prompts: what the menu can say without knowing the caller. Those that are there already cost microseconds.
    ///   - version: the version of the menu that the sounds are kept for, until `unpin`; nil: they are not kept.
    ///   - progress: told after each prompt how many are done, and of how many.
    /// - Returns: what could not be made, in the order of the prompts. A cancelled task returns early.
    public func prepare(
        _ prompts: [Prompt], for version: String? = nil, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async -> [Failure] {
        var failures: [(Int, Failure)] = []
        await withTaskGroup(of: (Int, PromptError?).self) { group in
            var waiting = prompts.indices.makeIterator()
            var done = 0
            for _ in 0..<max(1, limits.preparing) {
                guard let place = waiting.next() else { break }
                group.addTask { (place, await self.prepare(prompts[place], for: version)) }
            }
            for await (place, error) in group {
                done += 1
                progress(done, prompts.count)
                if let error { failures.append((place, Failure(prompt: prompts[place], error: error))) }
                guard !Task.isCancelled, let next = waiting.next() else { continue }
                group.addTask { (next, await self.prepare(prompts[next], for: version)) }
            }
        }
        return failures.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private func prepare(_ prompt: Prompt, for version: String?) async -> PromptError? {
        await refresh(prompt.recordings)
        if let version { pin([prompt], for: version) }
        do throws(PromptError) {
            _ = try await sound(of: prompt, isKept: true)
            return nil
        } catch {
            return error
        }
    }

    /// Keeps the sounds of prompts as long as a version of a menu is loaded, whether they are made yet or not.
    public func pin(_ prompts: [Prompt], for version: String) {
        index.pin(prompts.compactMap { $0.isSensitive ? nil : key(of: spoken($0)) }, for: version)
    }

    /// Lets go the sounds of a version; they stay until there is no room for them.
    public func unpin(_ version: String) {
        index.unpin(version)
    }

    /// The recordings of prompts that cannot be used, and why; each once. Blocks no caller: reads files elsewhere.
    public func unusableRecordings(in prompts: [Prompt]) async -> [RecordingError] {
        let paths = Set(prompts.flatMap(\.recordings)).sorted()
        guard !paths.isEmpty else { return [] }
        return await maker.onFiles { [composer = maker.composer] in
            paths.compactMap { path in
                do throws(RecordingError) {
                    guard let recordings = composer.recordings else { throw .missing(path) }
                    _ = try recordings.read(try recordings.find(path))
                    return nil
                } catch {
                    return error
                }
            }
        }
    }

    /// Looks again at every recording that was ever asked for; to be called when the folder of the menus has changed.
    /// One that has changed makes another sound from now on.
    ///
    /// - Returns: the paths of those that have changed, come or gone since they were looked at last.
    public func refreshRecordings() async -> Set<String> {
        await refresh(identities.withLock { $0.keys.sorted() })
    }

    /// Looks which files stand behind recordings now, so that a changed one makes another sound.
    ///
    /// - Returns: those that were known and have changed.
    @discardableResult
    func refresh(_ paths: [String]) async -> Set<String> {
        guard !paths.isEmpty else { return [] }
        return note(await maker.onFiles { [composer = maker.composer] in composer.identities(paths) })
    }

    /// The same for somebody with a caller on the line: nil when the disk has not answered within `patience`.
    func refresh(_ paths: [String], within patience: Duration) async -> Set<String>? {
        guard !paths.isEmpty else { return [] }
        return await maker.onFiles(within: patience) { [composer = maker.composer] in composer.identities(paths) }
            .map { note($0) }
    }

    private func note(_ found: [(String, String)]) -> Set<String> {
        identities.withLock { identities in
            var changed: Set<String> = []
            for (path, identity) in found {
                let before = identities.updateValue(identity, forKey: path)
                if let before, before != identity { changed.insert(path) }
            }
            return changed
        }
    }
}

extension Prompt {
    /// The paths of the recordings in it.
    fileprivate var recordings: [String] {
        pieces.compactMap { if case .recording(let path, _, _) = $0 { path } else { nil } }
    }
}

extension SoundComposer {
    /// The paths, each with what stands behind it.
    fileprivate func identities(_ paths: [String]) -> [(String, String)] {
        paths.map { ($0, recordingIdentity($0)) }
    }

    /// What stands behind a recording's path: its file with size and time, or that there is none.
    private func recordingIdentity(_ path: String) -> String {
        guard let file = try? recordings?.find(path) else { return "" }
        return file.identity
    }
}
