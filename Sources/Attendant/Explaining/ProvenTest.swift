import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Records
import Rehearsal

/// A call test made of a call, walked against the menu before anybody sees it.
public struct ProvenTest: Sendable {
    /// The test as `check` reads it: a whole file with one call.
    public let text: String
    /// What people should know of it, a line each.
    public let notes: [String]
    /// Whether it passes against the menu.
    public let hasPassed: Bool
    /// The call alone, without the file around it.
    let call: OrderedJSON

    /// Tries the ways to write what the caller did, the most readable first, until one passes.
    ///
    /// - Parameter menu: the menu that was called, from `file`.
    static func make(
        _ story: CallStory, named name: String? = nil, _ version: MenuVersion, file: String,
        _ configuration: Configuration
    ) async -> ProvenTest {
        let house = Opening.house(configuration)
        let menu = version.document
        let zone = TimeZone(identifier: menu.timeZone ?? house.timeZone) ?? .gmt
        let draft = CallTestDraft(story: story, menu: menu, zone: zone, country: menu.country ?? house.country)
        let runner = Self.runner(version, file: file, house, configuration)
        var first: (test: OrderedJSON, why: String)?
        for manner in CallTestDraft.Manner.allCases {
            let test = draft.test(named: name ?? draft.usualName, script: draft.script(manner))
            guard let why = await Self.fault(of: test, runner, menu) else {
                return ProvenTest(test, draft, notes: draft.notes, hasPassed: true)
            }
            if first == nil { first = (test, why) }
        }
        let why = first.map { "the test does not pass against \(menu.fileName).json as it is now: \($0.why)" }
        return ProvenTest(
            first?.test ?? .null, draft, notes: draft.notes + [why].compactMap { $0 }, hasPassed: false)
    }

    private init(_ call: OrderedJSON, _ draft: CallTestDraft, notes: [String], hasPassed: Bool) {
        self.call = call
        self.notes = notes
        self.hasPassed = hasPassed
        text = TestFileText.new(menu: draft.menu.fileName, call: call)
    }

    private static func runner(
        _ version: MenuVersion, file: String, _ house: House, _ configuration: Configuration
    ) -> CallTestRunner {
        var house = house
        house.messages = NSTemporaryDirectory()
        let prompts = RehearsedSounds.prompts(of: file, configuration).library
        return CallTestRunner(menu: version, prompts: prompts, numbers: NumberRules(), house: house)
    }

    /// Why it does not pass, in a line; nil: it does.
    private static func fault(of call: OrderedJSON, _ runner: CallTestRunner, _ menu: MenuDocument) async -> String? {
        let text = TestFileText.new(menu: menu.fileName, call: call)
        let (file, findings) = CallTestLoader.load(Array(text.utf8), fileName: "call.test.json", menu: menu)
        guard let file else { return findings.first { $0.severity == .error }?.message ?? "it cannot be read" }
        return await runner.run(file, atOnce: 1).failures.first?.why
    }
}

extension CallsView {
    /// A call as a call test.
    ///
    /// - Throws: `StartError.records`; `StartError.menus` when its menu is not in the menus folder, or has faults.
    public func test(of id: String) async throws(StartError) -> ProvenTest {
        let call = try story(of: id)
        guard !call.timeline.isEmpty else {
            throw .records("call \(PlainText.of(id)) has no timeline, of which a test could be made")
        }
        let file = (configuration.menus as NSString).appendingPathComponent("\(call.row.menu).json")
        let version = try MenuFolder.servable(file)
        let proven = await ProvenTest.make(CallStory(call.row, call.timeline), version, file: file, configuration)
        guard version.version != call.row.version else { return proven }
        return proven.with("the menu has changed since that call")
    }
}

extension ProvenTest {
    func with(_ note: String) -> ProvenTest {
        ProvenTest(text: text, notes: [note] + notes, hasPassed: hasPassed, call: call)
    }

    private init(text: String, notes: [String], hasPassed: Bool, call: OrderedJSON) {
        self.text = text
        self.notes = notes
        self.hasPassed = hasPassed
        self.call = call
    }
}
