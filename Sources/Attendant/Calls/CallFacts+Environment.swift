import FastAGI
import Foundation
import Reception

extension CallFacts {
    /// What Asterisk says of a call: the environment block, the query of the URL, and the AGI arguments as `1`, `2`, …
    init(id: String, _ environment: FastAGI.Environment) {
        var arguments: [String: String] = [:]
        for (index, argument) in environment.arguments.enumerated() { arguments["\(index + 1)"] = argument }
        for item in environment.networkScript?.queryItems ?? [] where arguments[item.name] == nil {
            arguments[item.name] = item.value
        }
        self.init(
            id: id, uniqueID: environment.uniqueID, channel: environment.channel, number: environment.callerID,
            isWithheld: environment.presentation != .allowed, name: environment.callerIDName,
            dialled: environment.dialledNumber ?? Self.dialled(environment.extension), language: environment.language,
            arguments: arguments)
    }

    /// Channels that set no DNID still say which extension of the dialplan was reached, unless it is `s`.
    private static func dialled(_ extension: String) -> String? {
        ["", "s", "t", "i", "h"].contains(`extension`) ? nil : `extension`
    }
}

/// The clock of real calls.
struct SystemClock: CallClock {
    private static let start = ContinuousClock.now

    /// How far the calendar is ahead of the machine's: zero but for rehearsals of whole days.
    var ahead: TimeInterval = 0

    /// The variable that sets the calendar of a rehearsal: "2026-03-03T18:00:00Z" at the start, then it runs on.
    static let variable = "ATTENDANT_CLOCK"

    init() {}

    /// The clock that the environment wants.
    ///
    /// - Throws: `StartError.setting` when it is no moment.
    init(environment: [String: String]) throws(StartError) {
        guard let text = environment[Self.variable] else { return }
        guard let moment = try? Date(text, strategy: .iso8601) else {
            throw .setting("\(Self.variable): \"\(text)\" is no moment; expected one such as 2026-03-03T18:00:00Z")
        }
        ahead = moment.timeIntervalSinceNow
    }

    var now: Date { Date().addingTimeInterval(ahead) }
    var uptime: Duration { ContinuousClock.now - Self.start }
}
