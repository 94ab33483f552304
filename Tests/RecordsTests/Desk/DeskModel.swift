import Foundation
import Reception

@testable import Records

/// The life of requests in plain code, for comparison: no SQL, no indexes, no transactions.
struct DeskModel {
    struct Request: Equatable {
        var id: Int64
        var list: String
        var number: String?
        var status: CallbackStatus
        var priority = 0
        var due: Date?
        var next: Date?
        var created: Date
        var expires: Date?
        var allowed: Int
        var every: Double
        var tries = 0
        var failures = 0
        var owner: String?
        var claim: Int64?
        var until: Date?
    }

    /// Requests in the order in which they were made.
    var requests: [Request] = []
    /// Attempts by id: whose they are.
    var attempts: [Int64: Int64] = [:]

    func index(_ id: Int64) -> Int { requests.firstIndex { $0.id == id }! }

    mutating func advance(_ now: Date) {
        for index in requests.indices {
            if requests[index].status.isUnderWay, let until = requests[index].until, until <= now {
                let talked = requests[index].status == .connected
                end(index, talked ? .done : .due)
                requests[index].next = now
            }
            let isResting = requests[index].status.isOpen && !requests[index].status.isUnderWay
            if isResting, let expires = requests[index].expires, expires <= now { end(index, .expired) }
            if requests[index].status == .new, requests[index].next ?? now <= now { requests[index].status = .due }
        }
    }

    /// Ends or releases.
    mutating func end(_ index: Int, _ status: CallbackStatus) {
        requests[index].status = status
        requests[index].claim = nil
        requests[index].until = nil
    }

    /// - Returns: the id of the request that it refreshes; nil: a new one is to be added.
    mutating func ask(_ request: CallbackRequest) -> Int64? {
        let found = requests.firstIndex {
            $0.list == request.list && $0.number == request.number && $0.status.isOpen && request.number != nil
        }
        guard let found else { return nil }
        if let expires = requests[found].expires, expires <= request.at, !requests[found].status.isUnderWay {
            end(found, .expired)
            return nil
        }
        let rank: [CallbackStatus: Int] = [.missed: 0, .unconfirmed: 1]
        let asked = CallbackStatus(rawValue: request.status.rawValue)!
        guard rank[asked] ?? 2 >= rank[requests[found].status] ?? 2 else { return requests[found].id }
        if requests[found].status == .missed || requests[found].status == .unconfirmed {
            requests[found].status = asked
        }
        requests[found].expires = request.expiresAt ?? requests[found].expires
        requests[found].next = requests[found].next ?? request.callFrom
        requests[found].due = requests[found].due ?? request.dueAt
        return requests[found].id
    }

    /// What `claimDue` should take, in order.
    func due(_ list: DueList, now: Date) -> [Int64] {
        let room = list.atOnce - requests.count { $0.list == list.list && $0.status.isUnderWay }
        let waiting = requests.filter {
            $0.list == list.list && $0.status == .due && $0.owner == nil && $0.number != nil && $0.next ?? now <= now
        }
        let ordered = waiting.sorted { one, other in
            (one.due ?? .distantFuture, one.id) < (other.due ?? .distantFuture, other.id)
        }
        return ordered.prefix(max(0, room)).map(\.id)
    }

    mutating func claimed(_ claim: CallbackClaim) {
        let index = index(claim.row.id)
        attempts[claim.attempt] = claim.row.id
        requests[index].status = .dialing
        requests[index].tries += 1
        requests[index].next = nil
        requests[index].claim = claim.attempt
        requests[index].until = claim.until
    }

    mutating func record(_ outcome: CallbackOutcome, _ attempt: Int64, now: Date) {
        let index = index(attempts[attempt]!)
        guard requests[index].claim == attempt else {
            if case .talked = outcome, requests[index].status.isOpen, !requests[index].status.isUnderWay {
                end(index, .done)
            }
            return
        }
        let (every, tries, allowed) = (requests[index].every, requests[index].tries, requests[index].allowed)
        if outcome == .failed { requests[index].failures += 1 }
        switch outcome {
        case .talked, .settled: end(index, .done)
        case .invalid: end(index, .invalid)
        case .later, .notCalled:
            requests[index].tries -= 1
            again(index, now + every, nil)
        case .busy: again(index, now + min(every, max(60, every / 5)), .busy, isLast: tries >= allowed)
        case .noAnswer: again(index, now + every, .noAnswer, isLast: tries >= allowed)
        case .failed:
            again(index, now + every, .failed, isLast: tries >= allowed || requests[index].failures >= 2)
        }
    }

    private mutating func again(_ index: Int, _ next: Date, _ final: CallbackStatus?, isLast: Bool = false) {
        if let final, isLast || next >= requests[index].expires ?? .distantFuture { return end(index, final) }
        end(index, .due)
        requests[index].next = next
    }

    /// - Returns: whether it is allowed.
    mutating func callNow(_ id: Int64, now: Date) -> Bool {
        advance(now)
        let index = index(id)
        let row = requests[index]
        guard !row.status.isUnderWay, row.number != nil else { return false }
        if !row.status.isOpen {
            let other = requests.contains { $0.list == row.list && $0.number == row.number && $0.status.isOpen }
            guard row.status != .done, !other else { return false }
            requests[index].tries = 0
            requests[index].failures = 0
            if let expires = row.expires, expires <= now {
                requests[index].expires = now + max(expires.timeIntervalSince(row.created), 3600)
            }
        }
        requests[index].status = .due
        requests[index].next = now
        return true
    }
}
