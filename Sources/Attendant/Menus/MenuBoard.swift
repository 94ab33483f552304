import MenuFile
import Reception
import Synchronization

/// The versions of the menu files that are current now. A call keeps the one it began with.
final class MenuBoard: Sendable {
    private let versions = Mutex<[String: MenuVersion]>([:])

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
        versions.withLock { versions in
            for name in names { versions[name] = nil }
            for version in new { versions[version.document.fileName] = version }
        }
    }

    /// The versions, by name.
    var all: [MenuVersion] {
        versions.withLock { $0.values.sorted { $0.document.fileName < $1.document.fileName } }
    }
}
