/// A call without a telephone, as it went.
public struct TestCallReport: Sendable, Encodable {
    /// What happened, in the order of time.
    public var transcript: [Entry]
    /// ATTENDANT_STATUS.
    public var outcome: String
    /// The path of choices.
    public var path: String
    /// What staff saw.
    public var label: String
    /// How long the call was.
    public var seconds: Double

    /// One thing that happened: the time in seconds and one of the others.
    public struct Entry: Sendable, Encodable, Equatable {
        /// Seconds since the call arrived.
        public var at: Double
        /// The line said this.
        public var said: String?
        /// The caller pressed this key.
        public var key: String?
        /// This telephone rings.
        public var rings: String?
        /// This is displayed there.
        public var shows: String?
        /// Anything else.
        public var event: String?

        /// The entry as a line for people: seconds, a sign, the text.
        public var line: String {
            let text =
                if let said { "says    \(said)" } else if let key { "key     \(key)" } else if let rings {
                    "rings   \(rings)"
                } else if let shows { "shows   \(shows)" } else { "        \(event ?? "")" }
            return "\(Self.padded(at))  \(text)"
        }

        private static func padded(_ seconds: Double) -> String {
            let tenths = Int((seconds * 10).rounded())
            let text = "\(tenths / 10).\(tenths % 10)"
            return String(repeating: " ", count: max(0, 6 - text.count)) + text
        }
    }

    /// The last line for people.
    var summary: String {
        let about = [path.isEmpty ? nil : "path: \(path)", label.isEmpty ? nil : "label: \(label)"].compactMap { $0 }
        return "\(Entry(at: seconds).line)ended: \(outcome)" + about.map { "  ·  \($0)" }.joined()
    }

    /// The report for machines.
    public var json: String { JSONText.of(self) }
}
