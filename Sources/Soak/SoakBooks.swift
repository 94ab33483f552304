import FakeAsterisk
import Foundation
import Records

/// One call as its caller knows it.
struct Account: Sendable {
    let number: Int
    let kind: SoakCall.Kind
    let uniqueID: String
    let menu: String
    /// The caller's, as the network gave it.
    let callerNumber: String?
    let begin: ContinuousClock.Instant
    var end: ContinuousClock.Instant
    /// Whether the server sent a command: then it has taken the call.
    var isTaken: Bool
    /// ATTENDANT_STATUS, where the server set it.
    var status: String?
    /// Whether the caller was thanked and told that somebody will call.
    var isThanked = false
    var ending: CallEnding?

    init(_ call: SoakCall) {
        (number, kind, uniqueID, menu) = (call.number, call.kind, call.uniqueID, call.fake.call.script)
        callerNumber = call.fake.call.number
        (begin, end, isTaken) = (.now, .now, false)
    }

    /// Whether somebody was promised a call by these words of our packs and samples.
    static func isPromise(_ text: String) -> Bool {
        (text.hasPrefix("Thank you") && text.contains("will call you"))
            || (text.hasPrefix("Gracias") && text.contains("llamaremos"))
    }
}

/// What became of every call: a caller's memory against the rows.
struct SoakBooks {
    /// What a crash may take with it: rows of a tenth of a second (`RecordsLimits.gathering`), and how late a busy machine
    /// writes them.
    static let gathering = Duration.seconds(1)

    private let seed: UInt64
    private let began: ContinuousClock.Instant
    private let rows: [String: [CallRow]]
    private let requests: [CallbackRow]
    /// The calls that made or last refreshed one.
    private let requested: Set<String>
    private let losses: [ClosedRange<ContinuousClock.Instant>]
    private(set) var counts = SoakReport.Counts()
    private(set) var findings: [String] = []

    /// - Parameters:
    ///   - kills: when servers were killed.
    ///   - locks: when another process held the database: rows wait meanwhile, and a second longer.
    init(
        _ plan: SoakPlan, began: ContinuousClock.Instant, database: String, kills: [ContinuousClock.Instant],
        locks: [ClosedRange<ContinuousClock.Instant>]
    ) throws {
        let reader = try RecordsReader(file: database)
        seed = plan.seed
        self.began = began
        rows = Dictionary(grouping: try reader.calls(limit: .max), by: \.uniqueID)
        requests = try reader.callbacks(limit: .max)
        requested = Set(requests.map(\.uniqueID))
        losses = kills.map { kill in
            let held = locks.filter { $0.lowerBound <= kill && kill <= $0.upperBound + .seconds(3) }
            return ((held.map(\.lowerBound).min() ?? kill) - Self.gathering)...kill
        }
        findings += try reader.findings().map { "the database: \($0)" }
    }

    /// Looks for every call, and for what nobody called for.
    mutating func audit(_ accounts: [Account]) {
        for account in accounts { audit(account) }
        let known = Set(accounts.map(\.uniqueID))
        for row in rows.values.joined() where !known.contains(row.uniqueID) {
            findings.append("row \(row.id): nobody made the call \(row.uniqueID)")
        }
        let open = Dictionary(grouping: requests.filter { $0.status.isOpen && $0.number != nil }) {
            "\($0.list) \($0.number ?? "")"
        }
        for (who, rows) in open where rows.count > 1 { findings.append("\(who) is on the list \(rows.count) times") }
        counts.requests = requests.count
    }

    private mutating func audit(_ account: Account) {
        counts.started += 1
        let rows = rows[account.uniqueID] ?? []
        let isHit = losses.contains { $0.upperBound >= account.begin && $0.lowerBound <= account.end }
        if rows.count > 1 { note(account, "\(rows.count) rows") }
        if account.isThanked {
            counts.thanked += 1
            if !isWritten(account) { note(account, "thanked, and no request is written") }
        }
        if account.ending == .silence { note(account, "the server fell silent") }
        if let row = rows.first { return audit(account, row, isHit: isHit) }
        if isHit {
            counts.lostWithoutRow += 1
        } else if account.isTaken {
            note(account, "no row")
        } else if mayBeNoCall(account) {
            counts.noCall += 1
        } else {
            note(account, "the server said nothing and wrote nothing, \(account.ending?.rawValue ?? "no connection")")
        }
    }

    private mutating func audit(_ account: Account, _ row: CallRow, isHit: Bool) {
        if case .peer(let manner) = account.kind, !manner.isCall { note(account, "a row for no call") }
        guard let outcome = row.outcome else { return note(account, "row \(row.id) has no outcome") }
        guard row.reason != Records.lostReason else {
            counts.lost += 1
            if !isHit { note(account, "row \(row.id) is closed as lost, and no server was killed in the call") }
            return
        }
        counts.ended += 1
        if let status = account.status, status != outcome {
            note(account, "ATTENDANT_STATUS was \(status), row \(row.id) says \(outcome)")
        }
    }

    /// A peer that sends no environment, or a line that was cut in it or right behind it.
    private func mayBeNoCall(_ account: Account) -> Bool {
        if case .peer(let manner) = account.kind { return !manner.isCall }
        return account.ending == .cut
    }

    /// By the call, or, where a later call has refreshed the request, by one of the numbers it could be about.
    private func isWritten(_ account: Account) -> Bool {
        if requested.contains(account.uniqueID) { return true }
        let typed = CallerWalk.telephone(account.number + 4_000_000, account.menu)
        return [account.callerNumber, typed].compactMap { $0 }.contains { number in
            requests.contains { $0.number?.hasSuffix(number.suffix(7)) ?? false }
        }
    }

    private mutating func note(_ account: Account, _ words: String) {
        counts.unaccounted += 1
        let at = (account.begin - began).components.seconds
        findings.append("seed \(seed), call \(account.number) (\(account.uniqueID)), at \(at) s: \(words)")
    }
}
