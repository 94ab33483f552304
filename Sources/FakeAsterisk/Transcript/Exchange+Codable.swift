/// `{"command", "at": seconds, "gapMs", "reply": […], "tookMs"}`.
extension Exchange: Codable {
    private enum CodingKeys: String, CodingKey {
        case command, at, gapMs, reply, tookMs
    }

    /// Writes the time in seconds, what passed between in milliseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(command, forKey: .command)
        try container.encode(Double(at.milliseconds) / 1_000, forKey: .at)
        try container.encodeIfPresent(gap.map { $0.inSeconds * 1_000 }, forKey: .gapMs)
        try container.encode(reply, forKey: .reply)
        try container.encode(took.inSeconds * 1_000, forKey: .tookMs)
    }

    /// Reads what `encode` writes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        command = try container.decode(String.self, forKey: .command)
        at = .seconds(try container.decode(Double.self, forKey: .at))
        gap = try container.decodeIfPresent(Double.self, forKey: .gapMs).map { .seconds($0 / 1_000) }
        reply = try container.decode([String].self, forKey: .reply)
        took = .seconds(try container.decode(Double.self, forKey: .tookMs) / 1_000)
    }
}
