/// GET VARIABLE, GET FULL VARIABLE, SET VARIABLE, SET CALLERID.
enum VariableCommands {
    /// The room for a function's value in GET VARIABLE.
    private static let functionBytes = 1_023

    /// Runs one; the words are those of the whole line.
    static func run(_ verb: Verb, _ words: [String], at now: Duration, on channel: inout ChannelState) -> Start {
        switch verb {
        case .getVariable:
            QueueApp.setVariables(named: words[2], on: &channel)
            return .value(variable(words[2], at: now, on: channel))
        case .getFullVariable:
            guard words.count < 5 || words[4] == channel.call.channel else { return .result(0) }
            return .value(Expansion.expand(words[3], on: channel, at: now))
        case .setCallerID:
            channel.identity.parse(words[2])
            return .result(1)
        default:
            if words.count > 3 { DialplanFunctions.write(words[2], words[3], on: &channel) }
            return .result(1)
        }
    }

    private static func variable(_ name: String, at now: Duration, on channel: ChannelState) -> String? {
        let value = DialplanFunctions.read(name, on: channel, at: now)
        guard name.hasSuffix(")"), let value, value.utf8.count > functionBytes else { return value }
        return String(decoding: Array(value.utf8.prefix(functionBytes)), as: UTF8.self)
    }
}
