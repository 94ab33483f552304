/// Why a language pack cannot be used.
public enum LanguagePackError: Error, Equatable, Sendable {
    /// No JSON of the right shape; holds what the decoder said and where.
    case malformed(String)
    /// A list has another count of entries than is needed.
    case count(list: String, expected: Int, found: Int)
    /// A text with braces cannot be read.
    case template(place: String, TemplateError)
    /// A text uses a placeholder that is never filled in at this place.
    case placeholder(place: String, name: String)
    /// Something is absent: a phrase, a key's name, a plural form.
    case missing(String)
}

extension LanguagePackError: CustomStringConvertible {
    /// What is wrong and where, in one line.
    public var description: String {
        switch self {
        case .malformed(let text): "the language pack is malformed: \(text)"
        case .count(let list, let expected, let found): "\(list) needs \(expected) entries and has \(found)"
        case .template(let place, let error): "\(place): \(error)"
        case .placeholder(let place, let name): "\(place): {\(name)} is never filled in here"
        case .missing(let what): "\(what) is missing"
        }
    }
}
