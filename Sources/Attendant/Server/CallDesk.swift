import FastAGI
import Foundation
import Logging
import MenuFile
import Reception
import Sockets

/// Takes one connection from its first byte to its last: environment, menu, walk.
struct CallDesk: Sendable {
    let board: MenuBoard
    let services: Services
    let house: House
    /// Of which Asterisk must prove to hold one; none: it need not.
    let secrets: [SharedSecret]
    /// For those who call back.
    let agents: AgentDesk
    let gauges: Gauges
    let logger: Logger
    /// How long an environment block may take.
    var patience = environmentPatience
    /// Of connections without a call.
    var strangers = LineRate()
    /// Of connections without the secret.
    var untrusted = LineRate()
    /// Of calls for menus that there are not.
    var unknown = LineRate()

    /// How long an environment block may take; Asterisk sends its own within a millisecond.
    static let environmentPatience = Duration.seconds(10)

    func take(_ connection: Connection) async {
        let line = CallLine(connection, patience: patience)
        do throws(SessionError) {
            // A peer that leaves without a byte is a port check and makes no noise.
            guard let session = try await Session.begin(over: line) else { return }
            // Its token proves more than the secret of all calls: only the call file of this one holds it. The secret is not
            // asked for: a call file's channel has the dialplan's globals, not the variable of one call that may hold it.
            if AgentDesk.isAsked(session.environment.networkScript) {
                await agents.take(session, line, connection.peer)
            } else if try await isTrusted(session, connection.peer) {
                await walk(session, line)
            }
            session.close()
        } catch {
            // Some port checks break off instead of closing; they make no noise either.
            guard line.hasHeard || line.isOverdue, let count = strangers.count() else { return }
            logger.notice(
                "connection without a call",
                metadata: ["peer": "\(connection.peer.ip)", "why": "\(error)", "count": "\(count)"])
        }
    }

    /// Whether it is our Asterisk that called: asked before a word is said of menus, and answered without a gap.
    private func isTrusted(_ session: Session, _ peer: SocketAddress) async throws(SessionError) -> Bool {
        guard !secrets.isEmpty else { return true }
        if try await session.proves(secrets) { return true }
        gauges.turnedAway(.noSecret)
        guard let count = untrusted.count() else { return false }
        logger.warning(
            "connection without the secret",
            metadata: [
                "peer": "\(peer.ip)", "why": "ATTENDANT_SECRET of the dialplan is none of agi-secret-file",
                "count": "\(count)",
            ])
        return false
    }

    private func walk(_ session: Session, _ line: CallLine) async {
        let name = session.environment.networkScript?.path ?? ""
        let id = CallIDs.next(at: services.clock.now)
        guard let menu = board.version(name) else { return await refuse(session, line, name, id) }
        let facts = CallFacts(id: id, session.environment)
        let phone = AGIPhone(session: session, line: line, facts: facts, reactions: ReactionTimer(gauges))
        let walk = CallWalk(menu, facts: facts, phone: phone, services: services, house: house, logger: logger)
        _ = await walk.run()
    }

    /// No such menu: said on Asterisk's console, left in ATTENDANT_STATUS, and the dialplan goes on.
    private func refuse(_ session: Session, _ line: CallLine, _ name: String, _ id: String) async {
        gauges.turnedAway(.noMenu)
        let shown = ChannelText(name).text
        var logger = logger
        logger[metadataKey: "call"] = "\(id)"
        if let count = unknown.count() {
            logger.warning("no such menu", metadata: ["script": "\(shown)", "count": "\(count)"])
        }
        let phone = AGIPhone(session: session, line: line, facts: CallFacts(id: id))
        do throws(PhoneError) {
            _ = try await phone.send(.verbose("attendant: there is no menu \"\(shown)\"", level: 1))
            try await phone.setVariable("ATTENDANT_STATUS", "not-found")
        } catch {
            logger.debug("status not set", metadata: ["why": "\(error)"])
        }
    }
}
