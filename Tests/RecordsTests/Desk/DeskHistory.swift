import Foundation
import GRDB
import Reception

@testable import Records

/// One random history of requests: what SQLite holds and what the model holds, moved alike.
struct DeskHistory {
    let queue: DatabaseQueue
    let name: String
    var random: SeededGenerator
    var model = DeskModel()
    var now: Date
    private let start: Date
    /// What differed, in words.
    var faults: [String] = []
    /// What was done, for the message of a fault.
    var log: [String] = []

    /// The servers' claims that they still know of; a crash forgets them.
    var held: [Int64] = []
    /// All claims there ever were.
    var all: [Int64] = []

    init(_ queue: DatabaseQueue, name: String, seed: UInt64, from now: Date) {
        self.queue = queue
        self.name = name
        random = SeededGenerator(seed: seed)
        self.now = now
        start = now
    }

    var lists: [DueList] {
        [DueList(menu: "m", list: name + "-a", atOnce: 1), DueList(menu: "m", list: name + "-b", atOnce: 2)]
    }

    mutating func step() throws {
        now += one(of: [1, 30, 60, 200, 900, 5000])
        switch Int.random(in: 0..<20, using: &random) {
        case 0..<5: try ask()
        case 5..<9: try claimDue()
        case 9..<13: try record()
        case 13: try connected()
        case 14: try crash()
        case 15: try settle()
        case 16: try own()
        case 17: try claimOne()
        default: try callNow()
        }
        try compare()
    }

    private mutating func one<Choice>(of choices: [Choice]) -> Choice {
        choices[Int.random(in: choices.indices, using: &random)]
    }

    private mutating func ask() throws {
        let number = Int.random(in: 0..<9, using: &random)
        var request = CallbackRequest.sample(
            number == 8 ? nil : "+4477009\(name)\(number % 3)", list: lists[number % 2].list,
            status: number == 8 ? .missed : one(of: [.new, .new, .missed, .unconfirmed]), at: now,
            expiresAt: one(of: [nil, now + 3000, now + 20_000]))
        request.menu = "m"
        request.dueAt = one(of: [nil, now + 100, now + 4000])
        request.callFrom = one(of: [nil, now + 700])
        request.attempts = Int.random(in: 1...3, using: &random)
        request.every = one(of: [.seconds(30), .seconds(900)])
        log.append(
            "\(Int(now.timeIntervalSince(start))) ask \(request.list) \(request.number ?? "-") \(request.status)")
        let receipt = try queue.write { db in
            var rows = RowWriter(db)
            return try rows.store(request).receipt
        }
        let known = model.ask(request)
        if known != (receipt.isNew ? nil : receipt.id) { faults.append("receipt \(receipt), expected \(known ?? 0)") }
        if let known {
            let index = model.index(known)
            let isRenewed =
                (CallbackStatus(rawValue: request.status.rawValue) ?? .new).rank >= model.requests[index].status.rank
            if isRenewed {
                model.requests[index].allowed = request.attempts
                model.requests[index].every = request.every.seconds
            }
        } else {
            model.requests.append(
                .init(
                    id: receipt.id, list: request.list, number: request.number,
                    status: (CallbackStatus(rawValue: request.status.rawValue) ?? .new), due: request.dueAt,
                    next: request.callFrom, created: now, expires: request.expiresAt, allowed: request.attempts,
                    every: request.every.seconds))
        }
    }

    private mutating func claimDue() throws {
        let lease = Duration.seconds(one(of: [100, 2000]))
        log.append("\(Int(now.timeIntervalSince(start))) claim")
        let (lists, now) = (lists, now)
        let claims = try queue.write {
            try DeskRows($0, now: now).claimDue(lists, by: "one", lease: lease, atMost: 10)
        }
        model.advance(now)
        let expected = lists.flatMap { model.due($0, now: now) }
        if claims.map(\.row.id) != expected { faults.append("claimed \(claims.map(\.row.id)), expected \(expected)") }
        for claim in claims { take(claim) }
    }

    private mutating func take(_ claim: CallbackClaim) {
        model.claimed(claim)
        held.append(claim.attempt)
        all.append(claim.attempt)
    }

    private mutating func record() throws {
        // Now and then of an attempt that has ended, as a slow server would.
        let isOld = Int.random(in: 0..<5, using: &random) == 0
        guard let attempt = (isOld ? all : held).randomElement(using: &random) else { return }
        let outcome = one(of: Self.outcomes)
        log.append("\(Int(now.timeIntervalSince(start))) record \(outcome.word) \(attempt)")
        let now = now
        let progress = try queue.write { try DeskRows($0, now: now).record(outcome, of: attempt, agent: "anna") }
        model.record(outcome, attempt, now: now)
        held.removeAll { $0 == attempt }
        let status = model.requests[model.index(model.attempts[attempt] ?? 0)].status
        if progress.status != status { faults.append("recorded \(progress), expected \(status)") }
    }

    private static let outcomes: [CallbackOutcome] = [
        .talked(seconds: 60), .settled, .later, .notCalled, .busy, .busy, .noAnswer, .noAnswer, .failed, .failed,
        .invalid,
    ]

    private mutating func connected() throws {
        guard let attempt = held.randomElement(using: &random) else { return }
        let now = now
        log.append("\(Int(now.timeIntervalSince(start))) connected \(attempt)")
        let isHeld = try queue.write {
            try DeskRows($0, now: now).connected(attempt, agent: nil, lease: .seconds(3600))
        }
        let index = model.index(model.attempts[attempt] ?? 0)
        if isHeld != (model.requests[index].claim == attempt) { faults.append("connected \(attempt): \(isHeld)") }
        guard isHeld else { return }
        model.requests[index].status = .connected
        model.requests[index].until = now + 3600
    }

    /// A server dies: nobody will say what came of its attempts.
    private mutating func crash() throws {
        log.append("\(Int(now.timeIntervalSince(start))) crash")
        held = []
    }

    private mutating func settle() throws {
        guard let id = model.requests.randomElement(using: &random)?.id else { return }
        let status: CallbackStatus = Bool.random(using: &random) ? .done : .cancelled
        let isAllowed = try byHand("settle \(id) \(status)") { try $0.settle(id, as: status) }
        model.advance(now)
        let index = model.index(id)
        let expected = model.requests[index].status.isOpen && !model.requests[index].status.isUnderWay
        if isAllowed != expected { faults.append("settled \(id): \(isAllowed)") }
        if isAllowed { model.end(index, status) }
    }

    private mutating func own() throws {
        guard let id = model.requests.randomElement(using: &random)?.id else { return }
        let (isFreed, isForced) = (Bool.random(using: &random), Bool.random(using: &random))
        let owner = one(of: ["ben", "cleo"])
        let isAllowed = try byHand("own \(id) \(owner)") {
            try isFreed ? $0.disown(id) : $0.own(id, by: owner, isForced: isForced)
        }
        model.advance(now)
        let row = model.requests[model.index(id)]
        let isFree = isForced || row.owner ?? owner == owner
        if isAllowed != (row.status.isOpen && (isFreed || (isFree && !row.status.isUnderWay))) {
            faults.append("owned \(id) by \(owner): \(isAllowed)")
        }
        if isAllowed { model.requests[model.index(id)].owner = isFreed ? nil : owner }
    }

    /// A request is taken by its id only while it is due, whatever was true when its id was read.
    private mutating func claimOne() throws {
        guard let row = model.requests.randomElement(using: &random) else { return }
        log.append("\(Int(now.timeIntervalSince(start))) claim \(row.id)")
        let now = now
        let claim = try queue.write { try DeskRows($0, now: now).claim(row.id, by: "three", lease: .seconds(500)) }
        if (claim != nil) != (row.status == .due && row.number != nil) {
            faults.append("claimed \(row.id), which is \(row.status)")
        }
        if let claim { take(claim) }
    }

    private mutating func callNow() throws {
        guard let id = model.requests.randomElement(using: &random)?.id else { return }
        let isAllowed = try byHand("call \(id)") { try $0.callNow(id) }
        if isAllowed != model.callNow(id, now: now) { faults.append("called \(id): \(isAllowed)") }
        guard isAllowed, Bool.random(using: &random) else { return }
        let now = now
        let claim = try queue.write { try DeskRows($0, now: now).claim(id, by: "two", lease: .seconds(500)) }
        if let claim { take(claim) } else { faults.append("\(id) was due and not claimed") }
    }

    /// - Returns: false when it was refused with a reason. Time did its work all the same only when it was not.
    private mutating func byHand(_ what: String, _ body: (DeskRows) throws -> Void) throws -> Bool {
        log.append("\(Int(now.timeIntervalSince(start))) \(what)")
        do {
            try queue.write { try body(DeskRows($0, now: now)) }
            return true
        } catch RecordsError.notNow {
            // The transaction was rolled back; the model's time must stand where the file's does.
            try queue.write { try DeskRows($0, now: now).advance() }
            return false
        }
    }

    /// Every row against the model. Read column by column: this runs after every step of a thousand histories.
    private mutating func compare() throws {
        let rows = try queue.read { db in
            try Row.fetchAll(try db.cachedStatement(sql: Self.sql), arguments: [name + "-a", name + "-b"]).map(
                Self.text)
        }
        let expected = model.requests.map(Self.text)
        if rows != expected { faults.append("\(rows), expected \(expected)") }
    }

    private static let sql = """
        SELECT id, status, tries, next_attempt_at, owner, expires_at, claim, claim_until, closed_at IS NOT NULL
        FROM callbacks WHERE list IN (?, ?) ORDER BY id
        """

    private static func text(_ row: Row) -> String {
        row.databaseValues.map {
            $0.isNull ? "-" : String.fromDatabaseValue($0) ?? "\(Int64.fromDatabaseValue($0) ?? 0)"
        }
        .joined(separator: " ")
    }

    private static func text(_ request: DeskModel.Request) -> String {
        [
            "\(request.id)", request.status.rawValue, "\(request.tries)", request.next.map(Timestamp.text) ?? "-",
            request.owner ?? "-", request.expires.map(Timestamp.text) ?? "-", request.claim.map { "\($0)" } ?? "-",
            request.until.map(Timestamp.text) ?? "-", request.status.isOpen ? "0" : "1",
        ].joined(separator: " ")
    }
}
