import Foundation
import Logging
import MenuFile
import PhoneNumbers
import Reception
import Records

/// `attendant callbacks call`: rings those who call back for one request now, whatever the hours are. The running server
/// does the talking; this only asks Asterisk to ring and waits until somebody answers.
public struct CallbackCalling: Sendable {
    private let records: Records
    private let starter: any CallStarter
    private let configuration: Configuration

    /// Opens the database and the spool of a configuration.
    ///
    /// - Throws: `StartError`: `records`; `setting` when there is no spool, or it cannot be used.
    public init(_ configuration: Configuration) throws(StartError) {
        do throws(CallStartError) {
            starter = try Opening.starter(configuration)
        } catch {
            throw .setting("\(error)")
        }
        self.configuration = configuration
        guard FileManager.default.fileExists(atPath: Opening.database(configuration)) else {
            throw .records("\(Opening.database(configuration)) does not exist; expected the server's database")
        }
        records = try Opening.records(configuration, Logger(label: "attendant") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Rings until somebody answers or nobody is left.
    ///
    /// - Returns: one line that says who took it.
    /// - Throws: `StartError.records` when the request cannot be called, nobody answered, or Asterisk could not be asked.
    public func call(_ id: Int64) async throws(StartError) -> String {
        let result: AgentRinger.Result
        do {
            result = try await ring(id)
        } catch {
            await records.close()
            throw error as? StartError ?? .records("\(error)")
        }
        await records.close()
        switch result {
        case .answered(let agent): return "\(agent) has answered for callback \(id)"
        case .unanswered: throw .records("callback \(id): nobody answered; it stays on the list")
        case .lost: throw .records("callback \(id) was taken by somebody else meanwhile")
        case .failed(let words): throw .records("callback \(id): \(words)")
        }
    }

    private func ring(_ id: Int64) async throws -> AgentRinger.Result {
        let row = try records.reader.callback(id).row
        // Before it is claimed: what cannot be rung stays as it is.
        let document = try NamedMenu(row.menu, configuration).document
        let house = Opening.house(configuration)
        let lines = document.agentLines(for: row.list, house: house)
        guard !lines.isEmpty else {
            throw StartError.menus(
                "\(row.menu): nobody has a telephone for the list \"\(row.list)\"; expected a person with that e-mail, "
                    + "or an operator who is rung")
        }
        let claim = try await records.claim(
            id, now: Date(), by: CallbackDialler.server, lease: AgentRinger.lease)
        let task = AgentTask(claim.row, numbers: NumberRules(), country: document.country ?? configuration.country)
        let ringer = AgentRinger(
            records: records, starter: starter, clock: ContinuousClock(), now: { Date() },
            address: Opening.agiAddress(configuration))
        return await ringer.ring(claim, lines, shows: task.shown)
    }
}
