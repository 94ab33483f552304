import FastAGI

/// A strict script on its way: pure, told of commands, and giving lines to send.
struct ScriptRun: Sendable {
    /// What Asterisk does next.
    enum Step: Sendable, Equatable {
        case send(String)
        case breakOff
    }

    private let lines: [ScriptedAsterisk.Line]
    private var index = 0
    private(set) var transcript = ""

    init(_ lines: [ScriptedAsterisk.Line]) { self.lines = lines }

    /// Whether all lines were used.
    var isDone: Bool { index == lines.count }

    /// What comes before the next command.
    mutating func steps() -> [Step] {
        var steps: [Step] = []
        while index < lines.count {
            switch lines[index] {
            case .expect: return steps
            case .reply(let line): steps.append(.send(line))
            case .hangUp: steps.append(.send("HANGUP"))
            case .breakOff: steps.append(.breakOff)
            }
            write(lines[index])
            index += 1
        }
        return steps
    }

    /// A command has come.
    ///
    /// - Throws: `FakeAsteriskError.unexpectedCommand` when it is not the one whose turn it is.
    mutating func take(_ command: [UInt8]) throws(FakeAsteriskError) {
        let text = String(decoding: command, as: UTF8.self)
        transcript += "> \(text)\n"
        var expected: String?
        if index < lines.count, case .expect(let pattern) = lines[index] { expected = pattern }
        guard let expected, Self.matches(command, expected) else {
            throw .unexpectedCommand(got: text, expected: expected, transcript: transcript)
        }
        index += 1
    }

    /// The server has closed.
    ///
    /// - Throws: `FakeAsteriskError.unusedLines` when lines are left.
    func finish() throws(FakeAsteriskError) {
        guard !isDone else { return }
        throw .unusedLines(lines[index...].map(\.text), transcript: transcript)
    }

    private mutating func write(_ line: ScriptedAsterisk.Line) {
        transcript += line.text + "\n"
    }

    /// Words are compared, those of the command's own name in any case of letters.
    private static func matches(_ command: [UInt8], _ pattern: String) -> Bool {
        let isOpen = pattern == "*" || pattern.hasSuffix(" *")
        let wanted = CommandWords(line: (isOpen ? String(pattern.dropLast()) : pattern).utf8).strings
        let got = CommandWords(line: command).strings
        guard isOpen ? got.count >= wanted.count : got.count == wanted.count else { return false }
        let named = Verb(got)?.wordCount ?? 0
        return zip(wanted, got).enumerated().allSatisfy { index, pair in
            index < named ? pair.0.lowercased() == pair.1.lowercased() : pair.0 == pair.1
        }
    }
}

extension ScriptedAsterisk.Line {
    /// The line as a script has it.
    var text: String {
        switch self {
        case .expect(let command): "> \(command)"
        case .reply(let line): "< \(line)"
        case .hangUp: "! hang up"
        case .breakOff: "! break off"
        }
    }
}
