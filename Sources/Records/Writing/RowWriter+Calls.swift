internal import Foundation
internal import GRDB
internal import Reception

extension RowWriter {
    /// Writes what was queued about a call.
    mutating func write(_ event: CallEvent) throws {
        switch event {
        case .started(let call): try start(call)
        case .stepped(let step): try self.step(step)
        case .happened(let moment): try write(moment)
        case .ended(let call): try end(call)
        case .left(let message): try keep(message)
        }
    }

    private func start(_ call: CallStart) throws {
        try insert(
            "calls",
            [
                "id": call.facts.id, "uniqueid": bounded(call.facts.uniqueID), "channel": bounded(call.facts.channel),
                "started_at": Timestamp.text(call.at), "menu": bounded(call.menu), "version": bounded(call.version),
                "number": bounded(call.number), "is_withheld": call.facts.isWithheld, "name": bounded(call.facts.name),
                "dialled": bounded(call.facts.dialled), "language": bounded(call.language),
            ])
    }

    private func step(_ step: StepRecord) throws {
        try insert(
            "call_steps",
            [
                "call": step.call, "step": step.order, "path": bounded(step.path),
                "entered_at": Timestamp.text(step.entered), "left_at": Timestamp.text(step.left),
                "keys": bounded(step.keys), "result": bounded(step.result),
            ])
    }

    private mutating func end(_ call: CallEnd) throws {
        try run(
            """
            UPDATE calls SET ended_at = ?, language = ?, label = ?, path = ?, outcome = ?, reason = ?,
            seconds_to_person = ? WHERE id = ?
            """,
            [
                Timestamp.text(call.at), bounded(call.language), bounded(call.label), bounded(call.path),
                call.outcome.rawValue, bounded(call.reason), call.toPerson?.seconds, call.call,
            ])
        if let request = call.leaves { _ = try store(request) }
    }
}
