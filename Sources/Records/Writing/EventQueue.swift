/// Rows about calls that wait to be written, oldest first, in bounded room.
///
/// When it is full the oldest steps go first: a call without some of its steps still tells when it came and how it
/// ended. Only when there are no steps left do the oldest rows of calls go.
struct EventQueue {
    /// So many rows may wait.
    let room: Int
    /// How many were dropped.
    private(set) var dropped = Dropped()

    private var events: [CallEvent] = []

    /// Counts of what was dropped.
    struct Dropped: Sendable, Equatable {
        var steps = 0
        var calls = 0
    }

    init(room: Int) {
        self.room = room
    }

    var count: Int { events.count }

    mutating func append(_ event: CallEvent) {
        if events.count >= room { shed() }
        events.append(event)
    }

    /// Takes the oldest out.
    mutating func takeFirst(_ most: Int) -> [CallEvent] {
        let taken = Array(events.prefix(most))
        events.removeFirst(taken.count)
        return taken
    }

    /// Puts back what could not be written.
    mutating func putBack(_ taken: [CallEvent]) {
        events.insert(contentsOf: taken, at: 0)
        while events.count > room { shed() }
    }

    /// Makes room for a quarter at once, so that a long outage costs little for each row.
    private mutating func shed() {
        let quarter = max(room / 4, 1)
        var left = quarter
        let before = events.count
        events.removeAll { event in
            guard left > 0, event.isStep else { return false }
            left -= 1
            return true
        }
        dropped.steps += before - events.count
        if events.count == before {
            let oldest = min(quarter, events.count)
            events.removeFirst(oldest)
            dropped.calls += oldest
        }
    }
}
