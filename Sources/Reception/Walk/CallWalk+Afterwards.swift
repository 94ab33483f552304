/// What is known of a walk after its end, for rehearsals.
extension CallWalk {
    /// The variables that have a value, sensitive ones included.
    public var finalVariables: [String: String] {
        Dictionary(uniqueKeysWithValues: variables.names.compactMap { name in variables[name].map { (name, $0) } })
    }

    /// The keys that were pressed although nothing asked for them: typed ahead and then thrown away.
    public var untakenKeys: String { String((untaken + buffer.all).map(\.key.character)) }
}
