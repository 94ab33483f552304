import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Speech

/// What of a menu is only known from its sounds: seconds to everything that it leads to, the length of its texts, and
/// whether its recordings are there.
struct MenuMeasure: Sendable {
    /// The seconds of callers.
    let reach: MenuReach
    /// What is found by them.
    let findings: [Finding]
    /// Whether seconds are estimates, for there is no eSpeak NG.
    let isEstimated: Bool

    /// Measures a menu.
    ///
    /// - Parameters:
    ///   - file: the menu file, beside which recordings lie.
    ///   - now: hours are looked at from here.
    init(_ file: String, _ version: MenuVersion, _ configuration: Configuration, now: Date = Date()) async {
        let (library, isEstimated) = RehearsedSounds.prompts(of: file, configuration)
        let prompts = RememberedPrompts(version.recorded(library))
        var house = Opening.house(configuration)
        house.messages = NSTemporaryDirectory()
        let scout = MenuScout(menu: version, prompts: prompts, numbers: NumberRules(), house: house, now: now)
        let name = (file as NSString).lastPathComponent
        reach = await scout.explore()
        let lengths = await MenuLengths.of(version, prompts: prompts)
        let slow = SecondsLint.findings(version.document, file: name, reach: reach, lengths: lengths)
        findings = Self.recordings(version.document, file) + Self.lines(version, file) + slow
        self.isEstimated = isEstimated
    }

    /// `missing-sound`: a line that was recorded is spoken all the same, for its file is none.
    private static func lines(_ version: MenuVersion, _ file: String) -> [Finding] {
        guard version.document.lint.ignored[.missingSound] == nil else { return [] }
        let check = RecordingCheck(menus: Opening.absolute(folder(of: file)))
        return version.recordings.all.compactMap { check.problem(of: $0) }.map { problem in
            Finding(
                file: (file as NSString).lastPathComponent, position: Position(line: 1, column: 1), severity: .warning,
                rule: .missingSound, message: "\(problem); the line is spoken instead")
        }
    }

    private static func folder(of file: String) -> String {
        let folder = (file as NSString).deletingLastPathComponent
        return folder.isEmpty ? "." : folder
    }

    /// `missing-sound`: nothing is heard where a recording has no words; where it has some they are spoken.
    private static func recordings(_ document: MenuDocument, _ file: String) -> [Finding] {
        let check = RecordingCheck(menus: Opening.absolute(folder(of: file)))
        var problems: [String: RecordingError?] = [:]
        return document.recordings.compactMap { recording in
            let problem = problems[recording.path] ?? check.problem(of: recording.path)
            problems[recording.path] = .some(problem)
            guard let problem else { return nil }
            if recording.hasText, document.lint.ignored[.missingSound] != nil { return nil }
            return Finding(
                file: (file as NSString).lastPathComponent, position: recording.position,
                severity: recording.hasText ? .warning : .error, rule: .missingSound,
                message: "\(problem)" + (recording.hasText ? "; its \"text\" is spoken instead" : ""))
        }
    }
}
