import Foundation
import MenuFile
import Reception
import Speech

extension Opening {
    /// Loads every menu file, makes its prompts, and only then puts it on the board. A file with errors is left out and
    /// reported; the others answer.
    ///
    /// - Throws: `StartError.menus` when not one can be served.
    static func menus(
        _ configuration: Configuration, _ board: MenuBoard, _ speech: SpeechLibrary,
        _ progress: @Sendable (String) -> Void
    ) async throws(StartError) -> StartReport {
        var report = StartReport()
        let files = try MenuFolder(configuration.menus).files()
        guard !files.isEmpty else {
            throw .menus("\(configuration.menus): there is no menu file; expected NAME.json for agi://host/NAME")
        }
        for file in files {
            let (version, findings) = try MenuFolder.load(file)
            report.findings += findings
            guard let version else { continue }
            let prompts = StaticPrompts.of(version.document)
            progress("\(version.document.fileName): making \(prompts.count) prompts")
            speech.pin(prompts, for: version.version)
            let failures = await prepared(prompts, speech)
            report.silentPrompts += failures.map { "\(file): \"\($0.prompt.text.prefix(60))\": \($0.error.words)" }
            board.put(version)
            report.menus.append(
                .init(name: version.document.fileName, version: version.version, prompts: prompts.count))
        }
        if report.menus.isEmpty {
            let errors = report.findings.filter { $0.severity == .error }.map(\.description)
            throw .menus((errors + ["\(configuration.menus): no menu file can be served"]).joined(separator: "\n"))
        }
        report.warnings += FolderRights.warnings(configuration)
        return report
    }

    /// Makes prompts. What a busy machine did not bring forth in the time that callers have is tried again, as long as
    /// there is less of it each time: nobody waits yet.
    private static func prepared(_ prompts: [Prompt], _ speech: SpeechLibrary) async -> [SpeechLibrary.Failure] {
        var failures = await speech.prepare(prompts)
        while !failures.isEmpty {
            let again = await speech.prepare(failures.map(\.prompt))
            guard again.count < failures.count else { return again }
            failures = again
        }
        return []
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
