import Dispatch
import Foundation
import MenuFile
import Reception
import Records
import Sockets
import Speech

/// Everything that is seen of a server at one moment.
struct ServerView: Sendable {
    let moment: ContinuousClock.Instant
    let since: Date
    let listening: [String]
    let counts: Gauges.Counts
    let connections: [ServerStatistics]
    let menus: [StatusReport.Menu]
    let records: RecordsHealth
    /// Nil when the database cannot be read.
    let queues: QueueFigures?
    let sounds: (number: Int, bytes: Int)
    let speech: SpeechStatistics
    let errors: [LoggedError]
    let errorCount: Int
    let troubles: [String]
}

/// Looks at a server, on a thread of its own: neither a disk nor a long answer holds up a call.
struct ServerWatch: Sendable {
    let gauges: Gauges
    let errors: ErrorMemory
    let board: MenuBoard
    let records: Records
    let speech: SpeechLibrary
    let servers: [Server]
    let since: Date
    let now: @Sendable () -> Date

    private static let queue = DispatchQueue(label: "attendant.watch", qos: .utility)

    /// Makes something of what is seen now.
    func look<Value: Sendable>(_ body: @escaping @Sendable (ServerView) -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Self.queue.async { continuation.resume(returning: body(view())) }
        }
    }

    private func view() -> ServerView {
        let health = records.health
        let queues = Result { () throws(RecordsError) in try records.reader.queueFigures(now: now()) }
        var troubles = health.failing.map { ["records cannot be written: \($0)"] } ?? []
        if case .failure(let error) = queues { troubles.append("records cannot be read: \(error)") }
        if speech.isEngineSuspect { troubles.append("the speech engine does not answer") }
        let size = speech.size
        return ServerView(
            moment: gauges.now(), since: since,
            listening: servers.flatMap { $0.listener.addresses.map(\.description) }, counts: gauges.counts,
            connections: servers.map(\.statistics),
            menus: board.all.map { menu in
                let name = menu.document.fileName
                return StatusReport.Menu(name: name, version: menu.version, since: board.since(name) ?? since)
            },
            records: health, queues: try? queues.get(), sounds: (size.sounds, size.bytes), speech: speech.statistics,
            errors: errors.last, errorCount: errors.count, troubles: troubles)
    }
}
