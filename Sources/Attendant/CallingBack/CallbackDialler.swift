import Foundation
import Logging
import MenuFile
import Reception
import Records

/// Calls back by itself: takes what is due within the hours of its list, and rings those who call.
struct CallbackDialler: Sendable {
    let records: Records
    let board: MenuBoard
    let ringer: AgentRinger
    let library: any PromptLibrary
    let house: House
    let numbers: any NumberBook
    /// So many requests of one list are called at once.
    let atOnce: Int
    let logger: Logger

    /// So often the records are looked at without a signal: for time that passed, and what commands wrote.
    static let interval = Duration.seconds(10)
    /// This process, as rows name it.
    static let server = "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)"

    /// Works until its task is cancelled or the records are closed; telephones that ring then are given up.
    func run() async {
        let (wakes, waker) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        waker.yield()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in records.deskSignals { waker.yield() }
                waker.finish()
            }
            group.addTask {
                while (try? await ringer.clock.sleep(for: Self.interval)) != nil { waker.yield() }
                waker.finish()
            }
            await withDiscardingTaskGroup { calls in
                for await _ in wakes {
                    for claim in await claims() { calls.addTask { await call(claim) } }
                }
            }
            group.cancelAll()
        }
    }

    /// Takes what may be called now.
    private func claims() async -> [CallbackClaim] {
        let now = ringer.now()
        do {
            return try await records.claimDue(
                now: now, by: Self.server, lists: lists(at: now), lease: AgentRinger.lease)
        } catch {
            logger.error("the callback desk cannot be read", metadata: ["why": "\(error)"])
            return []
        }
    }

    /// The lists that are open and for which somebody has a telephone.
    func lists(at now: Date) -> [DueList] {
        board.all.map(\.document).flatMap { document in
            document.callbackListNames.filter { list in
                document.mayCall(list: list, at: now, house: house, board: records)
                    && !document.agentLines(for: list, house: house).isEmpty
            }.map { DueList(menu: document.fileName, list: $0, atOnce: atOnce) }
        }
    }

    /// Calls one request that is claimed.
    func call(_ claim: CallbackClaim) async {
        guard let document = board.version(claim.row.menu)?.document else {
            _ = try? await records.record(.notCalled, attempt: claim.attempt, now: ringer.now())
            return logger.warning("no such menu", metadata: ["callback": "\(claim.row.id)"])
        }
        let task = AgentTask(claim.row, numbers: numbers, country: document.country ?? house.country)
        await AgentScript(
            task, document: document, house: house, library: library, now: ringer.now()
        ).prepare()
        let lines = document.agentLines(for: claim.row.list, house: house)
        let result = await ringer.ring(claim, lines, shows: task.shown)
        log(result, claim)
    }

    private func log(_ result: AgentRinger.Result, _ claim: CallbackClaim) {
        let facts: Logger.Metadata = ["callback": "\(claim.row.id)", "list": "\(claim.row.list)"]
        switch result {
        case .answered(let agent):
            logger.info("callback taken", metadata: facts.merging(["agent": "\(agent)"]) { $1 })
        case .unanswered: logger.notice("nobody took the callback", metadata: facts)
        case .lost: logger.info("callback is not ours any more", metadata: facts)
        case .failed(let words):
            logger.error("callback not begun", metadata: facts.merging(["why": "\(words)"]) { $1 })
        }
    }
}

extension AgentTask {
    /// What is said of a row. The reason is said beside the label only when it is more than the path of choices.
    init(_ row: CallbackRow, numbers: any NumberBook, country: String) {
        let number = row.number ?? ""
        var national = number
        if case .callable(let telephone) = numbers.read(number, country: country) { national = telephone.national }
        let reason = row.reason == row.path || row.reason == row.label ? "" : row.reason
        self.init(
            name: row.callerName, number: national,
            about: [row.label, reason].filter { !$0.isEmpty }.joined(separator: ", "), since: row.created)
    }

    /// What a display shows beside the number.
    var shown: String { [about, name ?? ""].filter { !$0.isEmpty }.joined(separator: ": ") }
}
