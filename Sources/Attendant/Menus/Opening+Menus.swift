import Foundation
import MenuFile

extension Opening {
    /// Loads every menu file, makes its prompts, and only then puts it on the board. A file that cannot be served is left
    /// out and reported; the others answer.
    ///
    /// - Throws: `StartError.menus` when not one can be served.
    static func menus(
        _ configuration: Configuration, _ keeper: MenuKeeper, _ progress: @Sendable (String) -> Void
    ) async throws(StartError) -> StartReport {
        let changes = try await keeper.look(tests: false, progress: progress)
        let unread = changes.refused.filter(\.isUnread).map(\.why)
        if changes.served.isEmpty {
            guard !changes.refused.isEmpty else {
                throw .menus("\(configuration.menus): there is no menu file; expected NAME.json for agi://host/NAME")
            }
            let errors = changes.findings.filter { $0.severity == .error }.map(\.description) + unread
            throw .menus((errors + ["\(configuration.menus): no menu file can be served"]).joined(separator: "\n"))
        }
        var report = StartReport()
        report.menus = changes.served.map { .init(name: $0.name, version: $0.version, prompts: $0.prompts) }
        report.findings = changes.findings
        report.refused = changes.refused.map { ($0.name + ".json", $0.why) }
        report.silentPrompts = changes.silentPrompts
        report.warnings = unread + FolderRights.warnings(configuration) + HouseEnvironment(configuration).warnings
        return report
    }

    /// The folder of the menus as it is watched.
    static func tree(_ configuration: Configuration) -> FolderTree {
        let own = [absolute(configuration.sounds), absolute(configuration.data), messages(configuration)]
        return FolderTree(absolute(configuration.menus), excluding: own)
    }
}

/// Whether Asterisk, which runs as a user of its own, can reach the sounds.
enum FolderRights {
    static func warnings(_ configuration: Configuration) -> [String] {
        var folder = Opening.absolute(configuration.sounds)
        while folder != "/" {
            let attributes = try? FileManager.default.attributesOfItem(atPath: folder)
            let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0o755
            if mode & 0o001 == 0 {
                return [
                    "\(folder) is closed to other users: an Asterisk that does not run as \(NSUserName()) cannot play "
                        + "the sounds in \(configuration.sounds); choose another folder with --sounds"
                ]
            }
            folder = (folder as NSString).deletingLastPathComponent
        }
        return []
    }
}
