/// A value of the configuration file: a text, a number, or a list of them; anything else is no value.
enum SettingValue: Decodable {
    case texts([String])
    case other

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self = .texts([text])
        } else if let number = try? value.decode(Int.self) {
            self = .texts([String(number)])
        } else if let number = try? value.decode(Double.self) {
            self = .texts([String(number)])
        } else if let list = try? value.decode([String].self) {
            self = .texts(list)
        } else {
            self = .other
        }
    }

    /// The value as a flag would give it; none when it is no value.
    var texts: [String] {
        switch self {
        case .texts(let texts): texts
        case .other: []
        }
    }
}
