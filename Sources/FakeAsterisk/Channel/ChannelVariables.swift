/// The variables of a channel, with the inheritance that underscores ask for (`ast_channel_inherit_variables`).
struct ChannelVariables: Sendable, Equatable {
    private var values: [String: Value] = [:]

    private struct Value: Sendable, Equatable {
        var text: String
        /// 0: none; 1: the next channel has it; 2: all that follow have it.
        var inheritance: Int
    }

    init(_ values: [String: String]) {
        for (name, text) in values { set(name, to: text) }
    }

    /// Sets a variable; `__` and `_` in front say who inherits it and are no part of its name.
    mutating func set(_ name: String, to text: String) {
        let underscores = name.prefix(2).prefix { $0 == "_" }.count
        values[String(name.dropFirst(underscores))] = Value(text: text, inheritance: underscores)
    }

    /// The value, nil when it was never set.
    subscript(name: String) -> String? { values[name]?.text }

    /// All of them.
    var all: [String: String] { values.mapValues(\.text) }

    /// What a channel that this one rings begins with.
    var inherited: [String: String] {
        values.filter { $0.value.inheritance > 0 }.mapValues(\.text)
    }
}
