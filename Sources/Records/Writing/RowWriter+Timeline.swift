internal import Foundation
internal import GRDB
internal import Reception

extension RowWriter {
    /// Writes one thing of a call's timeline.
    func write(_ moment: CallMoment) throws {
        var details: String?
        if moment.details != CallMoment.Details() {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            details = String(decoding: try encoder.encode(bounded(moment.details)), as: UTF8.self)
        }
        try insert(
            "call_moments",
            [
                "call": moment.call, "moment": moment.order, "at_ms": Self.milliseconds(moment.at),
                "step": bounded(moment.step), "kind": moment.kind.rawValue, "text": bounded(moment.text),
                "details": details,
            ])
    }

    private static func milliseconds(_ time: Duration) -> Int {
        let (seconds, attoseconds) = time.components
        return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    }

    /// So many arguments or values of a reply are kept.
    private static let mostValues = 64

    private func bounded(_ details: CallMoment.Details) -> CallMoment.Details {
        var details = details
        details.shows = bounded(details.shows)
        details.whispers = bounded(details.whispers)
        details.url = bounded(details.url)
        details.number = bounded(details.number)
        details.channelLanguage = bounded(details.channelLanguage)
        details.kept = details.kept?.prefix(Self.mostValues).map { kept in
            CallMoment.Details.Kept(source: kept.source, variable: kept.variable, value: bounded(kept.value))
        }
        details.arguments = details.arguments.map { arguments in
            let first = arguments.sorted { $0.key < $1.key }.prefix(Self.mostValues)
            return Dictionary(first.map { (bounded($0.key), bounded($0.value)) }) { $1 }
        }
        return details
    }
}
