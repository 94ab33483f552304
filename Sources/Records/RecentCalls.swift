internal import Foundation

/// When each number called lately, in memory: a walk must not wait for a disk to know who calls again.
struct RecentCalls {
    /// Calls older than this are forgotten.
    let window: Duration
    /// So many calls are known at most; the oldest are forgotten first.
    let room: Int

    private var byNumber: [String: [Date]] = [:]
    private var order: [(number: String, at: Date)] = []
    /// The first of `order` that is still known; those before it are cut off now and then.
    private var first = 0

    init(window: Duration, room: Int) {
        self.window = window
        self.room = room
    }

    /// How many calls are known.
    var count: Int { order.count - first }

    mutating func add(_ number: String, at date: Date) {
        byNumber[number, default: []].append(date)
        order.append((number, date))
        let edge = date.addingTimeInterval(-window.seconds)
        while count > room || order[first].at < edge {
            forgetFirst()
            if first == order.count { break }
        }
        if first > 1000 && first > order.count / 2 {
            order.removeFirst(first)
            first = 0
        }
    }

    /// How many known calls of a number began at `since` or later.
    func count(of number: String, since: Date) -> Int {
        byNumber[number]?.count { $0 >= since } ?? 0
    }

    private mutating func forgetFirst() {
        let (number, date) = order[first]
        first += 1
        guard var dates = byNumber[number] else { return }
        if let index = dates.firstIndex(of: date) { dates.remove(at: index) }
        byNumber[number] = dates.isEmpty ? nil : dates
    }
}
