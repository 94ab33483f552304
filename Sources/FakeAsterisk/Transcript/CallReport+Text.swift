extension CallReport {
    /// The call as lines to read, each with its time in seconds.
    ///
    /// - Parameter verbose: also every command with the time the server took for it, and its reply with the time
    ///   Asterisk took.
    public func lines(verbose: Bool = false) -> [String] {
        var timed = events.map { ($0.at, $0.text) }
        if verbose {
            timed += exchanges.flatMap(\.timedLines)
            // Sorting is not stable in Swift: the place counts where the times are equal.
            timed = timed.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element)
        }
        return timed.map { Self.seconds($0.0) + "  " + $0.1 }
    }

    /// Seconds with one place behind the point, in seven columns.
    private static func seconds(_ time: Duration) -> String {
        let tenths = (time.milliseconds + 50) / 100
        let text = "\(tenths / 10).\(tenths % 10)"
        return String(repeating: " ", count: max(0, 7 - text.utf8.count)) + text
    }
}

extension CallEvent {
    /// What happened, in a few words.
    fileprivate var text: String {
        switch kind {
        case .said(let text): "\"\(text)\""
        case .key(let key, .taken): "[\(key)]"
        case .key(let key, .lost): "[\(key)] lost: no command was running"
        case .key(let key, .dropped): "[\(key)] not asked for"
        case .key(let key, .unheard): "[\(key)] not heard"
        case .key(let key, .passedOn): "[\(key)] to the other party"
        case .rings(let telephone): "\(telephone) rings"
        case .shows(let text): "display: \(text)"
        case .event(let text): text
        }
    }
}

extension Exchange {
    /// The command and its reply.
    fileprivate var timedLines: [(Duration, String)] {
        let pause = gap.map { "   (after \(Self.milliseconds($0)) ms)" } ?? ""
        let answers = reply.enumerated().map { index, line in
            (at + took, "< \(line)" + (index == 0 ? "   (\(Self.milliseconds(took)) ms)" : ""))
        }
        return [(at, "> \(command)\(pause)")] + (answers.isEmpty ? [(at + took, "< nothing")] : answers)
    }

    /// Milliseconds with two places behind the point where they are few.
    private static func milliseconds(_ time: Duration) -> String {
        let hundredths = Int((time.inSeconds * 100_000).rounded())
        guard hundredths < 1_000 else { return "\(hundredths / 100)" }
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
