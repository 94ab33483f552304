import FakeAsterisk
import FastAGI
import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Speech

/// A call walked here, on a virtual clock: minutes pass in no time, and nothing is kept.
extension TestCall {
    func rehearsed(
        _ file: String, _ script: CallerScript, show: @escaping @Sendable (String) -> Void
    ) async throws -> TestCallReport {
        let version = try MenuFolder.servable(file)
        let clock = VirtualClock(at: try moment(version.document))
        let phone = SimulatedPhone(clock: clock, world: rehearsedWorld, script: script.acts.map { CallerAction($0) })
        let ledger = MemoryLedger()
        let services = Services(
            prompts: RehearsedSounds.prompts(of: file, configuration).library, ledger: ledger, numbers: NumberRules(),
            clock: clock, web: RehearsedWeb(),
            board: RehearsedBoard())
        var house = Opening.house(configuration)
        house.messages = NSTemporaryDirectory()
        let walk = CallWalk(
            version, facts: facts, phone: phone, services: services, house: house, logger: Log.silent)
        let outcome = await walk.run()
        let report = TestCallReport(phone, ledger, outcome, seconds: clock.uptime.rounded)
        for entry in report.transcript { show(entry.line) }
        show(report.summary)
        return report
    }

    /// `--at`, or now, in the zone of the menu.
    func moment(_ document: MenuDocument) throws(StartError) -> Date {
        guard let text = request.at else { return Date() }
        let zone = TimeZone(identifier: document.timeZone ?? configuration.timezone) ?? .current
        do throws(HoursError) {
            return try LocalDateTime(text).instant(in: zone)
        } catch {
            throw .setting(
                "--at: \"\(text)\" is no moment; expected \"2026-12-24 11:30\", perhaps with seconds and +01:00")
        }
    }

    private var facts: CallFacts {
        let isHidden = request.from == "hidden"
        return CallFacts(
            id: CallIDs.next(), number: isHidden ? nil : request.from ?? "07700900001", isWithheld: isHidden,
            name: request.name, dialled: request.called ?? "700", language: "")
    }

    private var rehearsedWorld: Rehearsal.World {
        Rehearsal.World(
            telephones: telephones.mapValues(\.rehearsed), others: TestTelephone.usual.rehearsed,
            talk: TestTelephone.talk)
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
