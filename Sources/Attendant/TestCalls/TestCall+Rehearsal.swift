import FakeAsterisk
import FastAGI
import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Speech

/// A call walked here, and nothing is kept: with keys on the command line on a virtual clock, so that minutes pass in no
/// time; with the keyboard in real time.
extension TestCall {
    /// Who calls unless something else is said.
    static let usualNumber = "07700900001"

    func rehearsed(
        _ file: String, _ script: CallerScript, show: @escaping @Sendable (String) -> Void
    ) async throws -> TestCallReport {
        let scene = try Scene(self, file)
        let phone = SimulatedPhone(
            clock: scene.clock, world: scene.phoneWorld, script: script.acts.map { CallerAction($0) })
        let report = await scene.walk(phone)
        for entry in report.transcript { show(entry.line) }
        show(report.summary)
        try await keep(scene, file, isAsked: false, show)
        return report
    }

    /// The keyboard is the keypad, and prompts appear as they would be spoken.
    func typed(_ file: String, show: @escaping @Sendable (String) -> Void) async throws -> TestCallReport {
        let scene = try Scene(self, file)
        let keypad = Keypad()
        defer { keypad.restore() }
        let player = try request.isHeard ? SoundPlayer() : nil
        keypad.beforeEnd { player?.stop() }
        defer { player?.stop() }
        let style = request.isQuiet ? .plain : TerminalStyle(descriptor: STDOUT_FILENO)
        let screen = CallScreen(
            style, isLive: !request.isQuiet && TerminalStyle.isTerminal(STDOUT_FILENO),
            keyWords: CallScreen.keyWords(of: scene.version.document)
        ) { [isQuiet = request.isQuiet] text in if !isQuiet { TerminalOutput.write(text) } }
        let terminal = LiveTerminal(screen, player)
        terminal.greet()
        let report = await withTaskGroup(of: Void.self) { group in
            let acts = keypad.acts
            group.addTask { for await act in acts { terminal.take(act) } }
            defer { group.cancelAll() }
            return await scene.walk(SimulatedPhone(clock: scene.clock, world: scene.phoneWorld, live: terminal))
        }
        terminal.end()
        for left in scene.ledger.callbacks { show(TestCallReport.Entry(left, at: report.seconds).line) }
        show(report.summary)
        try await keep(scene, file, isAsked: true, show, keypad)
        return report
    }

    /// Saves the call as a test when that is wanted, or when the person at the terminal says so.
    private func keep(
        _ scene: Scene, _ file: String, isAsked: Bool, _ show: (String) -> Void, _ keypad: Keypad? = nil
    ) async throws {
        let target = request.testFile ?? CallTesting.file(beside: file)
        if !request.savesTest {
            guard isAsked, !request.isQuiet, let keypad, keypad.isTerminal else { return }
            let question = "Save this call as a test in \(PlainText.of(target))? y/N "
            let isWanted = await keypad.saysYes(to: question)
            TerminalOutput.write(isWanted ? "yes\n" : "no\n")
            guard isWanted else { return }
        }
        guard let story = CallStory(scene.ledger) else { return }
        let test = await ProvenTest.make(story, scene.version, file: file, configuration)
        try TestSaver(file: target, menu: scene.version.document.fileName).add(test)
        for note in test.notes { show("note: \(note)") }
        show("saved as a test in \(PlainText.of(target)), where it passes")
    }
}

extension CallerAction {
    init(_ act: CallerScript.Act) {
        switch act {
        case .press(let keys, let when): self = .press(String(keys.map(\.character)), When(when))
        case .wait(let time): self = .wait(time)
        case .silence: self = .silence
        case .speak(let time): self = .speak(time)
        case .hangUp(let when): self = .hangUp(When(when))
        }
    }
}

extension CallerAction.When {
    init(_ when: CallerScript.When) {
        switch when {
        case .asked: self = .asked
        case .now: self = .now
        case .at(let time): self = .after(time)
        }
    }
}

extension TestCallReport {
    init(_ phone: SimulatedPhone, _ ledger: MemoryLedger, _ outcome: CallOutcome, seconds: Double) {
        let end = ledger.ends.last
        self.init(
            transcript: phone.transcript.map { Entry($0) } + ledger.callbacks.map { Entry($0, at: seconds) },
            outcome: outcome.rawValue, path: end?.path ?? "", label: end?.label ?? "", seconds: seconds)
    }
}

extension TestCallReport.Entry {
    init(_ entry: TranscriptEntry) {
        self.init(at: entry.at.rounded)
        switch entry.what {
        case .said(let text): said = text
        case .key(let key): self.key = String(key)
        case .rings(let telephones): rings = telephones.joined(separator: " & ")
        case .shows(let text): shows = text
        case .event(let text): event = text
        }
    }

    init(_ request: CallbackRequest, at: Double) {
        self.init(
            at: at,
            event: "would be noted: \(request.status.rawValue) callback of \(request.number ?? "a withheld number") on "
                + "the list \(request.list)")
    }
}
