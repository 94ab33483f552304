/// The variables of one call: one flat scope of strings, in which a missing one and an empty one are the same (§4.5).
struct Variables: Equatable {
    private var values: [String: String] = [:]

    /// The longest value that is kept, in Unicode scalars: what is heard, shown or sent is far shorter.
    static let longest = 10_000

    /// The value of a variable; nil when it is missing.
    subscript(name: String) -> String? { values[name] }

    /// The names of those that have a value, sorted.
    var names: [String] { values.keys.sorted() }

    /// Sets a variable; an empty value takes it away.
    mutating func set(_ name: String, to value: String) {
        let kept = String(String.UnicodeScalarView(value.unicodeScalars.prefix(Self.longest)))
        values[name] = kept.isEmpty ? nil : kept
    }
}
