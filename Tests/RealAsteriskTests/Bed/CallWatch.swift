import Foundation

/// Follows a call while it runs, and lets its caller go on when what the caller waits for has come to pass.
struct CallWatch {
    private let steps: [CallerStep]
    private let folder: URL
    private(set) var log: AGILog
    private(set) var events: [BedEvent] = []
    /// The steps at which the caller waited and was let go, in order.
    private(set) var passed: [Int] = []

    init(steps: [CallerStep], folder: URL, log: AGILog) {
        self.steps = steps
        self.folder = folder
        self.log = log
    }

    /// Whether the line has ended and, where the caller was answered, the recording is complete.
    var isOver: Bool {
        get throws {
            guard events.contains(where: { $0.is("line", "ended") }) else { return false }
            return !events.contains { $0.is("caller", "answered") } || exists("heard")
        }
    }

    /// Takes in what is new.
    mutating func look() throws {
        let url = folder.appending(path: "events")
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return }
        // a line that is being written has no end yet
        events = try text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
            .map { try BedEvent(line: String($0)) }
        guard let channel = events.first(where: { $0.is("line", "began") })?.details["channel"] else { return }
        try log.read(channel: channel)
        try letGo()
    }

    private mutating func letGo() throws {
        let begun = events.filter { $0.is("caller", "step") }
        guard let current = begun.indices.last, current < steps.count, case .until(let moment) = steps[current] else {
            return
        }
        let signal = CallerStep.signal(current)
        guard !exists(signal) else { return }
        let since = begun.indices.last { $0 < current && steps[$0].isHeard }.map { begun[$0].at } ?? 0
        guard hasCome(moment, since: since) else { return }
        passed.append(current)
        try Data().write(to: folder.appending(path: signal))
    }

    private func hasCome(_ moment: CallerStep.Moment, since: Double) -> Bool {
        let running = log.commands.last.flatMap { $0.reply == nil && $0.began >= since ? $0 : nil }
        switch moment {
        case .prompt: return running?.plays != nil
        case .silence: return running?.waitsForKey == true
        case .beep: return running?.records == true
        case .rings(let phone): return events.contains { $0.is("phone", "rings") && $0.details["phone"] == phone }
        case .answered(let phone):
            return events.contains { $0.is("phone", "answered") && $0.details["phone"] == phone }
        }
    }

    private func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: name).path)
    }
}
