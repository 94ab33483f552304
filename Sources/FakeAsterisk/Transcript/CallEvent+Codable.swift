/// The form of DESIGN.md: `{"at": 1.2, "said": "…"}`, the time in seconds; a key has `"fate"` besides.
extension CallEvent: Codable {
    private enum CodingKeys: String, CodingKey {
        case at, said, key, rings, shows, event, fate
    }

    /// Writes the time and one of `said`, `key`, `rings`, `shows`, `event`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Double(at.milliseconds) / 1_000, forKey: .at)
        switch kind {
        case .said(let text): try container.encode(text, forKey: .said)
        case .key(let key, let fate):
            try container.encode(String(key), forKey: .key)
            try container.encode(fate, forKey: .fate)
        case .rings(let telephone): try container.encode(telephone, forKey: .rings)
        case .shows(let text): try container.encode(text, forKey: .shows)
        case .event(let text): try container.encode(text, forKey: .event)
        }
    }

    /// Reads what `encode` writes.
    ///
    /// - Throws: `DecodingError` when none of the five kinds is there.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        at = .milliseconds(Int64((try container.decode(Double.self, forKey: .at) * 1_000).rounded()))
        if let text = try container.decodeIfPresent(String.self, forKey: .said) {
            kind = .said(text)
        } else if let key = try container.decodeIfPresent(String.self, forKey: .key)?.first {
            kind = .key(key, try container.decodeIfPresent(KeyFate.self, forKey: .fate) ?? .taken)
        } else if let telephone = try container.decodeIfPresent(String.self, forKey: .rings) {
            kind = .rings(telephone)
        } else if let text = try container.decodeIfPresent(String.self, forKey: .shows) {
            kind = .shows(text)
        } else {
            kind = .event(try container.decode(String.self, forKey: .event))
        }
    }
}
