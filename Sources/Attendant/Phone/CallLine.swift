import FastAGI
import Reception
import Sockets
import Synchronization

/// The connection of one call as FastAGI sees it, with the patience that the present command deserves: Asterisk has no
/// time-outs of its own, so a call whose command takes far longer than it can is given up here.
final class CallLine: Transport {
    let facts: CallFacts
    private let connection: Connection
    private let watch = Mutex(Watch())

    private struct Watch {
        var patience: Duration?
        var isOverdue = false
    }

    init(_ connection: Connection, facts: CallFacts) {
        self.connection = connection
        self.facts = facts
    }
}
