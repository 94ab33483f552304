import MenuFile

/// The variables of one call: one flat scope of strings, in which a missing one and an empty one are the same (§4.5).
struct Variables {
    private var values: [String: String] = [:]
    /// Constants of the file that have a text per language: they are read in the language of whoever hears them.
    private(set) var localized: [String: Text] = [:]
    /// Those that hold something which no log, row, mail, display or dialplan may see.
    private(set) var sensitive: Set<String>

    /// The longest value that is kept, in Unicode scalars: what is heard, shown or sent is far shorter.
    static let longest = 10_000
    /// What stands for a sensitive value where people read it.
    static let mask = "•••"

    /// No variables yet; some are sensitive whatever they will hold.
    init(sensitive: Set<String> = []) { self.sensitive = sensitive }

    /// The value of a variable; nil when it is missing.
    subscript(name: String) -> String? { values[name] }

    /// The names of those that have a value, sorted.
    var names: [String] { values.keys.sorted() }

    /// Sets a variable; an empty value, or one of white space, takes it away.
    mutating func set(_ name: String, to value: String) {
        let kept = String(String.UnicodeScalarView(value.unicodeScalars.prefix(Self.longest)))
        values[name] = kept.allSatisfy(\.isWhitespace) ? nil : kept
        localized[name] = nil
    }

    /// Sets a constant that has a text per language; `value` is the one of the language in which the call began.
    mutating func set(_ name: String, to value: String, in text: Text) {
        set(name, to: value)
        localized[name] = text
    }

    /// From now on the variable is sensitive.
    mutating func hide(_ name: String) { sensitive.insert(name) }
}
