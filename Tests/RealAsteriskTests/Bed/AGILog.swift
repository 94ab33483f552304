import Foundation

/// Follows Asterisk's log and keeps the FastAGI commands of one channel.
struct AGILog {
    private let url: URL
    private var offset: UInt64
    private var rest = Data()
    private(set) var commands: [AGICommand] = []

    /// Begins at the log's present end.
    init(_ url: URL) throws {
        self.url = url
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        offset = try handle.seekToEnd()
    }

    /// Takes in what was written since the last time.
    mutating func read(channel: String) throws {
        let handle = try FileHandle(forReadingFrom: url)
        defer { try? handle.close() }
        try handle.seek(toOffset: offset)
        let new = try handle.readToEnd() ?? Data()
        offset += UInt64(new.count)
        rest += new
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            take(line: String(decoding: rest[rest.startIndex..<end], as: UTF8.self), channel: channel)
            rest = Data(rest[rest.index(after: end)...])
        }
    }

    private mutating func take(line: String, channel: String) {
        guard line.contains("<\(channel)>AGI "), let entry = Entry(line), entry.channel == channel else { return }
        entry.add(to: &commands)
    }

    /// The commands of every channel in the log from a place on.
    static func commands(in log: URL, from offset: UInt64) throws -> [String: [AGICommand]] {
        let handle = try FileHandle(forReadingFrom: log)
        defer { try? handle.close() }
        try handle.seek(toOffset: offset)
        let text = String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
        return text.split(separator: "\n").compactMap { Entry(String($0)) }.reduce(into: [:]) { found, entry in
            entry.add(to: &found[entry.channel, default: []])
        }
    }

    /// A line is `[1795344042.028] VERBOSE[17207][C-0000001a] res_agi.c: <CHANNEL>AGI Rx << COMMAND` or `Tx >> REPLY`.
    private struct Entry {
        let at: Double
        let channel: String
        let said: Substring

        init?(_ line: String) {
            guard let begin = line.range(of: " res_agi.c: <"),
                let end = line.range(of: ">AGI ", range: begin.upperBound..<line.endIndex), line.first == "[",
                let bracket = line.firstIndex(of: "]"),
                let time = Double(line[line.index(after: line.startIndex)..<bracket])
            else { return nil }
            at = time
            channel = String(line[begin.upperBound..<end.lowerBound])
            said = line[end.upperBound...]
        }

        func add(to commands: inout [AGICommand]) {
            if said.hasPrefix("Rx << ") {
                commands.append(AGICommand(began: at, text: String(said.dropFirst(6))))
            } else if said.hasPrefix("Tx >> "), let digit = said.dropFirst(6).first, digit.isNumber,
                let open = commands.firstIndex(where: { $0.reply == nil })
            {
                commands[open].ended = at
                commands[open].reply = String(said.dropFirst(6))
            }
        }
    }
}
