import Foundation
import MenuFile
import Reception
import Synchronization

/// The versions of the menu files that are current now. A call keeps the one it began with.
final class MenuBoard: Sendable {
    private let versions = Mutex<[String: MenuVersion]>([:])
    /// Since when the version of a name answers.
    private let since = Mutex<[String: Date]>([:])
    private let now: @Sendable () -> Date

    init(now: @escaping @Sendable () -> Date = { Date() }) { self.now = now }

    /// The version that answers `agi://host/NAME` now; an empty name means the only file, where there is only one.
    func version(_ name: String) -> MenuVersion? {
        versions.withLock { versions in
            name.isEmpty && versions.count == 1 ? versions.values.first : versions[name]
        }
    }

    /// Puts a version in the place of the one before.
    func put(_ version: MenuVersion) { change(put: [version]) }

    /// Puts versions in the place of those before and takes menus away, all at once: no call sees half of it.
    func change(put new: [MenuVersion], remove names: some Sequence<String> = []) {
        let (names, now) = (Array(names), now())
        let fresh = versions.withLock { versions in
            // What has only other recordings is the version that it was.
            let fresh = new.filter { versions[$0.document.fileName]?.version != $0.version }
            for name in names { versions[name] = nil }
            for version in new { versions[version.document.fileName] = version }
            return fresh.map(\.document.fileName)
        }
        since.withLock { since in
            for name in names { since[name] = nil }
            for name in fresh { since[name] = now }
        }
    }

    /// Since when the version that answers now does so.
    func since(_ name: String) -> Date? { since.withLock { $0[name] } }

    /// The versions, by name.
    var all: [MenuVersion] {
        versions.withLock { $0.values.sorted { $0.document.fileName < $1.document.fileName } }
    }
}
