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

    var now: Date { Date() }
    var uptime: Duration { ContinuousClock.now - Self.start }
}
