import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal

/// Everything that one call walked here needs: a menu, a clock, a world, records that forget.
struct Scene {
    let version: MenuVersion
    let clock: VirtualClock
    let ledger: MemoryLedger
    let phoneWorld: Rehearsal.World
    private let services: Services
    private let facts: CallFacts
    private let house: House

    /// - Throws: `StartError`: the menu cannot be served, or the world of the call cannot be.
    init(_ call: TestCall, _ file: String) throws(StartError) {
        version = try MenuFolder.servable(file)
        var house = Opening.house(call.configuration)
        house.messages = NSTemporaryDirectory()
        self.house = house
        let menu = version.document
        let zone = TimeZone(identifier: menu.timeZone ?? house.timeZone) ?? .gmt
        let given = try CallWorld(call.request, now: LocalDateTime(at: Date(), in: zone))
        let world = try given.checked(for: menu)
        clock = VirtualClock(at: world.arrival(in: zone))
        ledger = world.ledger
        var telephones = world.rehearsal(of: menu)
        telephones.others = TestTelephone.usual.rehearsed
        telephones.talk = TestTelephone.talk
        phoneWorld = telephones
        facts = world.facts(id: CallIDs.next())
        services = Services(
            prompts: RehearsedSounds.prompts(of: file, call.configuration).library, ledger: ledger,
            numbers: NumberRules(), clock: clock, web: RehearsedWeb(rules: world.webRules, clock: clock),
            board: world.board)
    }

    /// Walks the call to its end.
    func walk(_ phone: SimulatedPhone) async -> TestCallReport {
        let walk = CallWalk(
            version, facts: facts, phone: phone, services: services, house: house, logger: Log.silent)
        let outcome = await walk.run()
        return TestCallReport(phone, ledger, outcome, seconds: clock.uptime.rounded)
    }
}

extension MenuFolder {
    /// Loads a file that must be servable.
    ///
    /// - Throws: `StartError.menus` with its errors, or that it cannot be read.
    static func servable(_ file: String) throws(StartError) -> MenuVersion {
        let (version, findings) = try load(file)
        guard let version else {
            throw .menus(findings.filter { $0.severity == .error }.map(\.description).joined(separator: "\n"))
        }
        return version
    }
}
