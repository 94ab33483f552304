import Foundation
import MenuFile
import Reception
import Speech

/// Keeps the board as the menus folder is: what is new or changed is loaded, checked, its prompts are made, and then all
/// of it goes on the board at once. A file that cannot be served, or whose call tests fail, leaves the version before it
/// where it is. A menu that has no version before it is served with failing tests, too: a line must answer.
///
/// One look at a time: whoever calls `look` waits for it before calling again.
actor MenuKeeper {
    /// What is known of a file.
    private struct Known {
        /// Names the bytes that were looked at last, good or bad.
        var digest: String
        /// Names the bytes of the call tests that were run last, empty without any; nil: they are still to be run.
        var tests: String? = ""
        /// The recorded lines that lay beside them.
        var recordings = LineRecordings.none
        /// Why those bytes are not served.
        var refusal: [Finding] = []
        /// What failed in those tests.
        var failure: MenuTesting.Failure?
        /// Whether the version that answers is one before those bytes, for their tests failed.
        var isOutdated = false
        /// Why there are no bytes.
        var unread: String?
        /// What answers calls.
        var version: MenuVersion?
        /// Its prompts that need nothing of a call.
        var prompts: [Prompt] = []
    }

    private let folder: MenuFolder
    private let board: MenuBoard
    private let speech: SpeechLibrary
    private let testing: MenuTesting?
    private var known: [String: Known] = [:]

    /// - Parameter testing: runs the call tests beside menus; nil: nobody does.
    init(_ folder: MenuFolder, _ board: MenuBoard, _ speech: SpeechLibrary, _ testing: MenuTesting? = nil) {
        self.testing = testing
        self.folder = folder
        self.board = board
        self.speech = speech
    }

    /// Looks at the folder and puts what has changed on the board.
    ///
    /// - Parameters:
    ///   - retells: whether files that were refused before and are still the same are told of again.
    ///   - tests: whether call tests are run now; those that are not are run by the next look.
    ///   - progress: told what takes time, one line each.
    /// - Returns: what changed; nothing when the task was cancelled, and then the board is as it was.
    /// - Throws: `StartError.menus` when the folder cannot be read; the board is as it was then.
    func look(
        retells: Bool = false, tests: Bool = true, progress: @Sendable (String) -> Void = { _ in }
    ) async throws(StartError) -> MenuChanges {
        let files = try await Aside.run { [folder] () throws(StartError) in try folder.files() }
        let recordings = await speech.refreshRecordings()
        var changes = MenuChanges()
        var next: [String: Known] = [:]
        for (file, reading) in await read(files) {
            let name = MenuFolder.name(of: file)
            var menu = known[name]
            switch reading {
            case .gone: continue
            case .unread(let why):
                if menu?.unread != why || retells {
                    changes.refused.append(refusal(file, menu, why, isUnread: true))
                }
                menu = Known(digest: "", unread: why, version: menu?.version, prompts: menu?.prompts ?? [])
            case .same:
                if let menu, retells { retell(file, menu, &changes) }
            case .loaded(let loaded): menu = await take(loaded, tests: tests, file, menu, &changes)
            }
            if let menu { next[name] = menu }
        }
        return await prepare(next, recordings, changes, progress)
    }

    private func take(
        _ loaded: Loaded, tests isTesting: Bool, _ file: String, _ before: Known?, _ changes: inout MenuChanges
    ) async -> Known {
        if loaded.digest != before?.digest { changes.findings += loaded.findings }
        var menu = Known(
            digest: loaded.digest, tests: isTesting || loaded.tests.isEmpty ? loaded.tests : nil,
            recordings: loaded.recordings, version: before?.version, prompts: before?.prompts ?? [])
        if loaded.version == nil { menu.refusal = loaded.findings.filter { $0.severity == .error } }
        if isTesting { menu.failure = await failure(loaded, file) }
        let isReplacement = before?.version.map { $0.version != loaded.version?.version } ?? false
        menu.isOutdated = menu.failure != nil && testing?.rule == .required && isReplacement
        if let version = loaded.version, !menu.isOutdated {
            menu.version = version
            menu.prompts = loaded.prompts
        }
        tell(file, menu, &changes)
        return menu
    }

    private func failure(_ loaded: Loaded, _ file: String) async -> MenuTesting.Failure? {
        guard let testing, let version = loaded.version, !loaded.tests.isEmpty else { return nil }
        return await testing.failure(beside: file, version)
    }

    /// Tells of a file that is the same as before.
    private func retell(_ file: String, _ menu: Known, _ changes: inout MenuChanges) {
        changes.findings += menu.refusal
        tell(file, menu, &changes)
    }

    /// Tells why a file is not served, or is served although its tests fail.
    private func tell(_ file: String, _ menu: Known, _ changes: inout MenuChanges) {
        changes.failedCalls += menu.failure?.lines ?? []
        if let first = menu.refusal.first {
            changes.refused.append(refusal(file, menu, first.description, isUnread: false))
        } else if let failure = menu.failure, menu.isOutdated {
            changes.refused.append(refusal(file, menu, failure.why, isUnread: false))
        } else if let failure = menu.failure, let version = menu.version {
            changes.untrusted.append(
                .init(name: MenuFolder.name(of: file), version: version.version, why: failure.why))
        }
    }

    private func refusal(_ file: String, _ menu: Known?, _ why: String, isUnread: Bool) -> MenuChanges.Refused {
        MenuChanges.Refused(
            file: file, name: MenuFolder.name(of: file), kept: menu?.version?.version, why: why, isUnread: isUnread)
    }
}

// MARK: - Prompts, and the board

extension MenuKeeper {
    /// Makes the prompts of what has changed, then changes the board.
    private func prepare(
        _ next: [String: Known], _ recordings: Set<String>, _ changes: MenuChanges,
        _ progress: @Sendable (String) -> Void
    ) async -> MenuChanges {
        var changes = changes
        var versions: [MenuVersion] = []
        for (name, menu) in next.sorted(by: { $0.key < $1.key }) {
            guard let version = menu.version else { continue }
            let old = known[name]?.version
            let before = old?.version
            let replaced = Set(version.recordings.all).symmetricDifference(old?.recordings.all ?? [])
            let changed = menu.prompts.recordings.intersection(recordings).union(replaced).sorted()
            guard before != version.version || !changed.isEmpty else { continue }
            progress("\(name): making \(menu.prompts.count) prompts")
            changes.silentPrompts += await made(menu.prompts, for: version)
            versions.append(version)
            changes.served.append(
                .init(
                    name: name, version: version.version, before: before, prompts: menu.prompts.count,
                    recordings: before == version.version ? changed : []))
        }
        // Half of the prompts would do for no call, and whoever cancelled this takes no more calls.
        guard !Task.isCancelled else { return MenuChanges() }
        changes.removed = known.filter { next[$0.key]?.version == nil }.compactMap { name, menu in
            menu.version.map { .init(name: name, version: $0.version) }
        }.sorted { $0.name < $1.name }
        board.change(put: versions, remove: changes.removed.map(\.name))
        letGo(of: known, keeping: next)
        known = next
        return changes
    }

    /// Makes prompts and keeps their sounds for a version. What a busy machine did not bring forth in the time that
    /// callers have is tried again, as long as there is less of it each time: nobody waits yet.
    private func made(_ prompts: [Prompt], for version: MenuVersion) async -> [String] {
        var failures = await speech.prepare(prompts, for: version.version)
        while !failures.isEmpty {
            let again = await speech.prepare(failures.map(\.prompt), for: version.version)
            guard again.count < failures.count else { break }
            failures = again
        }
        let unusable = await speech.unusableRecordings(in: prompts).map { error in
            "\(version.document.fileName).json: \(error); its \"text\" is spoken instead where it has one"
        }
        return unusable
            + failures.map { failure in
                "\(version.document.fileName).json: \"\(failure.prompt.text.prefix(60))\": \(failure.error.words)"
            }
    }

    /// Sounds of versions that nothing on the board is of any more may go when room is needed. Calls under way that
    /// still need one get it made again.
    private func letGo(of before: [String: Known], keeping next: [String: Known]) {
        let kept = Set(next.values.compactMap { $0.version?.version })
        for version in Set(before.values.compactMap { $0.version?.version }).subtracting(kept) { speech.unpin(version) }
    }
}

// MARK: - Files

extension MenuKeeper {
    /// What was read of a menu file.
    private struct Loaded: Sendable {
        let digest: String
        /// Names the bytes of its call tests; empty without any, or where nobody runs them.
        let tests: String
        let recordings: LineRecordings
        let version: MenuVersion?
        let findings: [Finding]
        /// The version's prompts that need nothing of a call.
        var prompts: [Prompt] = []
    }

    /// What reading a file came to.
    private enum Reading: Sendable {
        case loaded(Loaded)
        /// The bytes are those of the last look.
        case same
        case unread(String)
        /// It was removed since the folder was listed.
        case gone
    }

    /// Reads files, in their order. Their prompts are built by as many threads as there are, while the next file is
    /// read: a start with hundreds of menus is not to be waited for.
    private func read(_ files: [String]) async -> [(file: String, Reading)] {
        await withTaskGroup(of: (Int, Reading).self) { group in
            for (place, file) in files.enumerated() {
                let (menu, isTested) = (known[MenuFolder.name(of: file)], testing != nil)
                group.addTask {
                    let reading = await Self.read(file, after: menu, isTested: isTested)
                    guard case .loaded(var loaded) = reading, let version = loaded.version else {
                        return (place, reading)
                    }
                    loaded.prompts = StaticPrompts.of(version.document).map { version.recordings.applied(to: $0) }
                    return (place, .loaded(loaded))
                }
            }
            var readings: [Int: Reading] = [:]
            for await (place, reading) in group { readings[place] = reading }
            return readings.sorted { $0.key < $1.key }.map { (files[$0.key], $0.value) }
        }
    }

    private static func read(_ file: String, after before: Known?, isTested: Bool) async -> Reading {
        let (lastDigest, lastTests, lastLines) = (before?.digest, before?.tests, before?.recordings)
        return await Aside.run {
            do throws(StartError) {
                let data = try MenuFolder.bytes(of: file)
                let found = MenuFolder.digest(data)
                let tests = isTested ? Self.tests(beside: file) : ""
                let lines = MenuFolder.recordings(beside: file)
                guard found != lastDigest || tests != lastTests || lines != lastLines else { return .same }
                let loaded = MenuFolder.load(data, of: file)
                return .loaded(
                    Loaded(
                        digest: found, tests: tests, recordings: lines, version: loaded.version,
                        findings: loaded.findings))
            } catch {
                return FileManager.default.fileExists(atPath: file) ? .unread("\(error)") : .gone
            }
        }
    }

    private static func tests(beside file: String) -> String {
        let tests = CallTesting.file(beside: file)
        guard FileManager.default.fileExists(atPath: tests) else { return "" }
        guard let data = try? MenuFolder.bytes(of: tests) else { return "unreadable" }
        return MenuFolder.digest(data)
    }
}

extension [Prompt] {
    /// The paths of the recordings in them.
    fileprivate var recordings: Set<String> {
        reduce(into: []) { paths, prompt in
            for case .recording(let path, _, _) in prompt.pieces { paths.insert(path) }
        }
    }
}
