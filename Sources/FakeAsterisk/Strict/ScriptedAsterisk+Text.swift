extension ScriptedAsterisk {
    /// Reads a script as sessions are recorded: `> COMMAND`, `< REPLY`, `! hang up`, `! break off`.
    ///
    /// `<` lines before the first command are the environment block, ended by an empty one. The time a recording has behind
    /// a line (`   [0.501s]`) is no part of it. Empty lines and those that begin with `#` are passed over.
    /// - Throws: `FakeAsteriskError.unreadableLine` for anything else.
    public init(_ text: String, call: IncomingCall = IncomingCall()) throws(FakeAsteriskError) {
        self.init([], call: call)
        var block: [String] = []
        for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = raw.drop { $0 == " " }
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let parsed = Self.line(Self.withoutTime(line)) else {
                throw .unreadableLine(number: index + 1, text: String(line))
            }
            if case .reply(let reply) = parsed, lines.isEmpty, reply.hasPrefix("agi_") || !block.isEmpty {
                block.append(reply)
            } else {
                lines.append(parsed)
            }
        }
        guard !block.isEmpty else { return }
        environment = block.last == "" ? block : block + [""]
    }

    private static func line(_ text: Substring) -> Line? {
        switch text.first {
        case ">": .expect(String(text.dropFirst(2)))
        case "<": .reply(String(text.dropFirst(2)))
        case "!" where text.dropFirst(2) == "hang up": .hangUp
        case "!" where text.dropFirst(2) == "break off": .breakOff
        default: nil
        }
    }

    private static func withoutTime(_ line: Substring) -> Substring {
        guard line.hasSuffix("s]"), let open = line.lastIndex(of: "[") else { return line }
        let number = line[line.index(after: open)...].dropLast(2)
        guard Double(number) != nil, line[..<open].hasSuffix("   ") else { return line }
        return line[..<open].dropLast(3)
    }
}
