extension CallReport: Codable {
    private enum CodingKeys: String, CodingKey {
        case events = "transcript"
        case exchanges, keys, status, ending, variables, place
        case duration = "seconds"
        case unused
    }

    /// Writes times in seconds and gaps in milliseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(events, forKey: .events)
        try container.encode(exchanges, forKey: .exchanges)
        try container.encode(
            Dictionary(uniqueKeysWithValues: keys.map { ($0.key.rawValue, $0.value) }), forKey: .keys)
        try container.encode(status, forKey: .status)
        try container.encode(ending, forKey: .ending)
        try container.encode(variables, forKey: .variables)
        try container.encode(place, forKey: .place)
        try container.encode(Double(duration.milliseconds) / 1_000, forKey: .duration)
        try container.encode(unused, forKey: .unused)
    }

    /// Reads what `encode` writes. A fate of keys it does not know is left out.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        events = try container.decode([CallEvent].self, forKey: .events)
        exchanges = try container.decode([Exchange].self, forKey: .exchanges)
        let counts = try container.decode([String: Int].self, forKey: .keys)
        keys = Dictionary(
            uniqueKeysWithValues: counts.compactMap { entry in KeyFate(rawValue: entry.key).map { ($0, entry.value) } })
        status = try container.decode(AGIStatus.self, forKey: .status)
        ending = try container.decode(CallEnding.self, forKey: .ending)
        variables = try container.decode([String: String].self, forKey: .variables)
        place = try container.decode(DialplanPlace.self, forKey: .place)
        duration = .seconds(try container.decode(Double.self, forKey: .duration))
        unused = try container.decode([String].self, forKey: .unused)
    }
}
