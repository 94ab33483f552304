import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Speech

/// Runs `heating.test.json` beside `heating.json`.
struct CallTesting: Sendable {
    /// What came of the tests of one menu.
    struct Outcome: Sendable {
        /// The test file's name, as findings have it.
        let file: String
        /// What is wrong with the test file.
        let findings: [Finding]
        /// How the calls went; nil: the file has errors.
        let report: CallTestReport?
        /// Whether seconds are estimates, for there is no eSpeak NG.
        let isEstimated: Bool
    }

    private let configuration: Configuration

    init(_ configuration: Configuration) { self.configuration = configuration }

    /// Runs the tests of a menu file; nil: there are none beside it.
    ///
    /// - Parameter atOnce: how many calls are walked at the same time.
    /// - Throws: `StartError.menus` when the file is there but cannot be read.
    func run(
        beside file: String, _ version: MenuVersion, atOnce: Int = ProcessInfo.processInfo.activeProcessorCount
    ) async throws(StartError) -> Outcome? {
        let tests = Self.file(beside: file)
        guard FileManager.default.fileExists(atPath: tests) else { return nil }
        guard let data = SmallFile.bytes(tests, atMost: MenuFolder.mostBytes) else {
            throw .menus("\(tests): cannot be read, or is larger than \(MenuFolder.mostBytes >> 20) MB")
        }
        let name = (tests as NSString).lastPathComponent
        let (loaded, findings) = CallTestLoader.load([UInt8](data), fileName: name, menu: version.document)
        guard let loaded else { return Outcome(file: name, findings: findings, report: nil, isEstimated: false) }
        let (prompts, isEstimated) = RehearsedSounds.prompts(of: file, configuration)
        var house = Opening.house(configuration)
        house.messages = NSTemporaryDirectory()
        let runner = CallTestRunner(menu: version, prompts: prompts, numbers: NumberRules(), house: house)
        let report = await runner.run(loaded, atOnce: atOnce)
        return Outcome(file: name, findings: findings, report: report, isEstimated: isEstimated)
    }

    /// `heating.test.json` of `heating.json`.
    static func file(beside menu: String) -> String {
        (menu.hasSuffix(".json") ? String(menu.dropLast(5)) : menu) + ".test.json"
    }
}

/// The sounds of rehearsals, for the time that they take.
enum RehearsedSounds {
    /// No caller waits in a rehearsal: what is said must not depend on how busy this machine is.
    private static let patience = Duration.seconds(60)

    /// Real sounds where they can be made, for their real length; else an estimate.
    static func prompts(
        of file: String, _ configuration: Configuration
    ) -> (library: any PromptLibrary, isEstimated: Bool) {
        var own = configuration
        own.menus = (file as NSString).deletingLastPathComponent
        if own.menus.isEmpty { own.menus = "." }
        if let library = try? Opening.speech(own, patience: patience) { return (library, false) }
        own.sounds = NSTemporaryDirectory() + "attendant-sounds"
        if let library = try? Opening.speech(own, patience: patience) { return (library, false) }
        return (EstimatedPrompts(), true)
    }
}
