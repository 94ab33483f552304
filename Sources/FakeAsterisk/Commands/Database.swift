/// DATABASE …: Asterisk's own small database.
enum Database {
    /// Runs one of the four; the words are those of the whole line.
    static func run(_ verb: Verb, _ words: [String], on channel: inout ChannelState) -> Start {
        let key = words.dropFirst(2).prefix(2).joined(separator: "/")
        switch verb {
        case .databaseGet: return .value(channel.world.database[key])
        case .databasePut:
            channel.world.database[key] = words[4]
            return .result(1)
        case .databaseDel: return .result(channel.world.database.removeValue(forKey: key) == nil ? 0 : 1)
        default: return .result(deleteTree(key, on: &channel) ? 0 : 1)
        }
    }

    /// Whether something was deleted. The reply has it upside down: 0 when there was, 1 when not (res_agi.c:3526).
    private static func deleteTree(_ key: String, on channel: inout ChannelState) -> Bool {
        let doomed = channel.world.database.keys.filter { $0 == key || $0.hasPrefix(key + "/") }
        for key in doomed { channel.world.database.removeValue(forKey: key) }
        return !doomed.isEmpty
    }
}
