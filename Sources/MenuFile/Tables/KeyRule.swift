/// One key of an object of the language.
struct KeyRule: Sendable {
    /// The key.
    let name: String
    /// What its value may be.
    let shape: Shape
    /// What it means, in one sentence.
    let doc: String
    /// What stands for it when it is absent; nil: nothing, or what the sentence says.
    let fallback: DefaultValue?
    /// Whether the object is broken without it.
    let isRequired: Bool
    /// Whether it comes with a later release (R2).
    let isLater: Bool
    /// The part of the language that it belongs to, where a release may lack that.
    let feature: Feature?
    /// Whether `null` may stand for its value.
    let isNullable: Bool

    init(
        _ name: String, _ shape: Shape, _ doc: String, default fallback: DefaultValue? = nil, required: Bool = false,
        later: Bool = false, feature: Feature? = nil, nullable: Bool = false
    ) {
        self.name = name
        self.shape = shape
        self.doc = doc
        self.fallback = fallback
        self.isRequired = required
        self.isLater = later
        self.feature = feature
        self.isNullable = nullable
    }
}

/// The default of a key.
enum DefaultValue: Sendable, Hashable {
    case number(Double)
    case word(String)
    case bool(Bool)
}

extension DefaultValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
    ExpressibleByBooleanLiteral
{
    init(integerLiteral value: Int) { self = .number(Double(value)) }
    init(floatLiteral value: Double) { self = .number(value) }
    init(stringLiteral value: String) { self = .word(value) }
    init(booleanLiteral value: Bool) { self = .bool(value) }
}

/// All keys of one kind of object, in the order in which they are documented.
struct ObjectTable: Sendable {
    /// How messages name the object: `"ring"`, `the file`.
    let title: String
    /// The keys.
    let rules: [KeyRule]
    private let places: [String: Int]

    init(_ title: String, _ rules: [KeyRule]) {
        self.title = title
        self.rules = rules
        places = Dictionary(rules.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rule of a key.
    subscript(_ name: String) -> KeyRule? { places[name].map { rules[$0] } }

    /// The keys that a release of this generation knows, for suggestions.
    var names: [String] { rules.filter { !$0.isLater }.map(\.name) }
}

extension KeyRule {
    /// Whether a key is a comment or somebody's own data: `note`, `x-…`, and `$schema` at the top.
    static func isComment(_ key: String) -> Bool { key == "note" || key.hasPrefix("x-") }
}
