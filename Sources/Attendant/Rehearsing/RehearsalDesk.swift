import FastAGI
import Foundation
import Logging
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal
import Sockets

/// Takes one call of a rehearsal: a real session, a real telephone, the real walk, in the world of a call test. Nothing
/// is kept, and no web service is asked.
struct RehearsalDesk: Sendable {
    let menus: [String: RehearsedMenu]
    let prompts: any PromptLibrary
    let house: House
    let logger: Logger
    let ended: RehearsalServer.Ended

    func take(_ connection: Connection) async {
        let line = CallLine(connection, patience: CallDesk.environmentPatience)
        do throws(SessionError) {
            guard let session = try await Session.begin(over: line) else { return }
            await answer(session, line)
            session.close()
        } catch {
            logger.notice("connection without a call", metadata: ["why": "\(error)"])
        }
    }

    private func answer(_ session: Session, _ line: CallLine) async {
        let script = session.environment.networkScript
        let name = script?.path ?? ""
        let phone = AGIPhone(session: session, line: line, facts: CallFacts(id: ""))
        guard let menu = menus[name], let request = RehearsalRequest(query: { script?.query($0) }) else {
            return await refuse(phone, "there are no call tests of \"\(ChannelText(name).text)\" there")
        }
        guard request.mark == menu.mark, menu.tests.calls.indices.contains(request.index) else {
            return await refuse(phone, "the menu \(name) or its call tests are others there")
        }
        let account = await walk(menu, menu.tests.calls[request.index], session, line)
        ended(name, request.index, account)
        do throws(PhoneError) {
            // Plain letters, figures and %: nothing to make harmless, and nothing to shorten.
            for (name, value) in AccountVariables.encode(account) {
                _ = try await phone.send(.set(.variable(name: name, value: value)))
            }
        } catch {
            logger.notice("no account of a call", metadata: ["why": "\(error)"])
        }
    }

    private func walk(
        _ menu: RehearsedMenu, _ test: CallTest, _ session: Session, _ line: CallLine
    ) async -> CallAccount {
        let world = test.world
        let ledger = world.ledger
        let clock = RunningClock(from: world.arrival(in: menu.zone(house)))
        let services = Services(
            prompts: prompts, ledger: ledger, numbers: NumberRules(), clock: clock,
            web: RehearsedWeb(rules: world.webRules) { try? await Task.sleep(for: $0) }, board: world.board)
        let facts = facts(of: test, session.environment)
        let walk = CallWalk(
            menu.version, facts: facts, phone: AGIPhone(session: session, line: line, facts: facts),
            services: services, house: house.rehearsing(menu.version.document), logger: logger)
        _ = await walk.run()
        return CallAccount(ledger.moments)
    }

    /// What Asterisk says of the call, and of the test what Asterisk cannot know.
    private func facts(of test: CallTest, _ environment: FastAGI.Environment) -> CallFacts {
        // The id decides `share` where the test does not.
        let told = CallFacts(id: test.id, environment)
        var arguments = told.arguments
        for name in [RehearsalRequest.indexName, RehearsalRequest.markName] { arguments[name] = nil }
        return CallFacts(
            id: test.id, uniqueID: told.uniqueID, channel: told.channel, number: told.number,
            isWithheld: told.isWithheld, name: told.name, dialled: test.world.called, language: told.language,
            arguments: arguments, dice: test.world.dice)
    }

    /// Says why on the channel, and gives the call back.
    private func refuse(_ phone: AGIPhone, _ why: String) async {
        do throws(PhoneError) {
            try await phone.setVariable(AccountVariables.count, why)
            try await phone.setVariable("ATTENDANT_STATUS", "not-found")
        } catch {
            logger.debug("status not set", metadata: ["why": "\(error)"])
        }
    }
}

/// A clock whose calendar begins when a test says, and then runs as real ones do.
private struct RunningClock: CallClock {
    private let start: Date
    private let began = ContinuousClock.now

    init(from start: Date) { self.start = start }

    var now: Date { start.addingTimeInterval(uptime / .seconds(1)) }
    var uptime: Duration { ContinuousClock.now - began }
}

extension CallTest {
    /// The id of its call, on whatever telephone.
    var id: String { "test-\(position.line)-\(position.column)" }
}

extension House {
    /// The same house, in which every variable of the environment that the menu sends holds its own name.
    func rehearsing(_ menu: MenuDocument) -> House {
        var house = self
        for name in menu.environmentNames { house.environment[name] = name }
        return house
    }
}
