extension Command {
    /// The command's line with its newline, ready to be sent in one write.
    ///
    /// - Parameters:
    ///   - limit: longest line the peer takes, in bytes without the newline; see `Environment.commandLineBytes`.
    ///   - buffer: an array whose room is used again.
    /// - Throws: each `CommandError`; nothing must be sent then.
    public func line(
        limit: Int = AsteriskVersion.smallCommandLine, reusing buffer: consuming [UInt8] = []
    ) throws(CommandError) -> [UInt8] {
        var line = LineWriter(reusing: consume buffer)
        if case .raw(let words) = self {
            try Self.write(words: words, to: &line)
        } else {
            line.plain(fixedWords)
            try writeArguments(to: &line)
        }
        try line.finish(limit: limit)
        return line.bytes
    }

    /// The most words on a line: Asterisk's table has 128 places, one of them for its end.
    public static let mostWords = 127

    /// The most digits of GET DATA: Asterisk does not check it against its own buffer of 1,024.
    public static let mostDigits = 100

    private func writeArguments(to line: inout LineWriter) throws(CommandError) {
        switch self {
        case .answer, .asyncAGIBreak, .raw: break
        case .channelStatus(let channel), .hangup(let channel): try line.text(channel)
        case .controlStreamFile(let playback): try playback.write(to: &line)
        case .database(let operation): try operation.write(to: &line)
        case .exec(let application, let options): try line.texts(application, options)
        case .getData(let file, let timeout, let most): try Self.write(file, timeout, most, to: &line)
        case .getFullVariable(let expression, let channel): try line.texts(expression, channel)
        case .getOption(let file, let escape, let timeout): try Self.write(file, escape, timeout, to: &line)
        case .getVariable(let name): try line.text(name)
        case .gosub(let context, let name, let priority, let arguments):
            try line.texts(context, name)
            try line.priority(priority)
            try line.text(arguments)
        case .noop(let text): try line.text(text)
        case .receiveChar(let timeout), .receiveText(let timeout), .waitForDigit(let timeout): try line.wait(timeout)
        case .recordFile(let recording): try recording.write(to: &line)
        case .say(let utterance, let escape): try utterance.write(escape, to: &line)
        case .sendImage(let text), .sendText(let text): try line.text(text)
        case .set(let setting): try setting.write(to: &line)
        case .speech(let operation): try operation.write(to: &line)
        case .streamFile(let file, let escape, let offset): try Self.write(file, escape, offset, to: &line)
        case .tddMode(let mode): line.plain(mode.rawValue)
        case .verbose(let message, let level):
            try line.text(message)
            try line.number(level, "the level of VERBOSE", in: 1...4)
        }
    }

    private static func write(words: [String], to line: inout LineWriter) throws(CommandError) {
        guard words.count <= mostWords else { throw .tooManyWords(count: words.count, limit: mostWords) }
        guard words.first?.isEmpty == false else { throw .noWords }
        for word in words {
            let isPlain =
                !word.isEmpty && word.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
            if isPlain { line.plain(word) } else { try line.text(word) }
        }
    }

    private static func write(
        _ file: String, _ escape: EscapeDigits, _ offset: Int?, to line: inout LineWriter
    ) throws(CommandError) {
        try line.text(file)
        line.keys(escape)
        if let offset { try line.samples(offset) }
    }

    private static func write(
        _ file: String, _ escape: EscapeDigits, _ timeout: WaitLimit?, to line: inout LineWriter
    ) throws(CommandError) {
        try line.text(file)
        line.keys(escape)
        if let timeout { try line.wait(timeout) }
    }

    /// GET DATA takes 0 for its own default, so a time of zero is refused and none is written as 0 where digits follow.
    private static func write(
        _ file: String, _ timeout: WaitLimit?, _ mostDigits: Int?, to line: inout LineWriter
    ) throws(CommandError) {
        try line.text(file)
        if let timeout {
            if case .after(let time) = timeout, time <= .zero {
                throw .outOfRange(argument: "the time of GET DATA", allowed: "more than 0 ms")
            }
            try line.wait(timeout)
        } else if mostDigits != nil {
            line.plain("0")
        }
        if let mostDigits { try line.number(mostDigits, "the digits of GET DATA", in: 1...Self.mostDigits) }
    }
}

extension LineWriter {
    fileprivate mutating func texts(_ first: String, _ second: String?) throws(CommandError) {
        try text(first)
        try text(second)
    }

    fileprivate mutating func wait(_ limit: WaitLimit) throws(CommandError) {
        switch limit {
        case .never: plain("-1")
        case .after(let time): try milliseconds(time)
        }
    }

    fileprivate mutating func milliseconds(_ time: Duration) throws(CommandError) {
        guard let value = time.wireMilliseconds else {
            throw .outOfRange(argument: "a time", allowed: "0 to \(Int32.max) ms")
        }
        plain(String(value))
    }

    fileprivate mutating func samples(_ offset: Int) throws(CommandError) {
        try number(offset, "an offset in samples", in: 0...Int(Int32.max))
    }

    fileprivate mutating func priority(_ priority: DialplanPriority) throws(CommandError) {
        switch priority {
        case .number(let value): try number(value, "a priority", in: 1...Int(Int32.max))
        case .label(let label):
            // sscanf("%d") takes a label that begins with space, sign or digit for a number.
            guard let first = label.utf8.first, first > UInt8(ascii: "9") else { throw .labelLikeNumber }
            try text(label)
        }
    }
}

extension DatabaseOperation {
    fileprivate func write(to line: inout LineWriter) throws(CommandError) {
        switch self {
        case .get(let family, let key), .delete(let family, let key): try line.texts(family, key)
        case .deleteTree(let family, let keyTree): try line.texts(family, keyTree)
        case .put(let family, let key, let value):
            try line.texts(family, key)
            try line.text(value)
        }
    }
}

extension ControlledPlayback {
    fileprivate func write(to line: inout LineWriter) throws(CommandError) {
        try line.text(file)
        line.keys(escape)
        let words = optionalWords
        if words > 0 { try line.milliseconds(skip ?? Self.defaultSkip) }
        if words > 1 { line.key(forward) }
        if words > 2 { line.key(rewind) }
        if words > 3 { line.key(pause) }
        if let offset { try line.milliseconds(offset) }
    }
}

extension Recording {
    /// The offset is written wherever a word follows it: what stands in its place and is no number means a beep.
    fileprivate func write(to line: inout LineWriter) throws(CommandError) {
        try line.texts(file, format)
        line.keys(escape)
        try line.wait(limit)
        if offset != nil || beep || silence != nil { try line.samples(offset ?? 0) }
        if beep { line.plain("BEEP") }
        guard let silence else { return }
        guard let seconds = silence.wireSeconds, seconds > 0 else {
            throw .outOfRange(argument: "the silence of RECORD FILE", allowed: "1 s to \(Int32.max / 1_000) s")
        }
        line.plain("s=\(seconds)")
    }
}

extension Utterance {
    fileprivate func write(_ escape: EscapeDigits, to line: inout LineWriter) throws(CommandError) {
        switch self {
        case .alpha(let text, _), .phonetic(let text): try line.text(text)
        case .digits(let digits):
            let areDigits = !digits.isEmpty && digits.utf8.allSatisfy { (Byte.zero...Byte.nine).contains($0) }
            guard areDigits else { throw .notDigits }
            line.plain(digits)
        case .number(let value, _): try line.number(value, "the number of SAY NUMBER", in: Self.int32)
        case .date(let epoch), .time(let epoch): try line.number(epoch, "the time of SAY", in: Self.int32)
        case .dateTime(let epoch, _): line.plain(String(epoch))
        }
        line.keys(escape)
        switch self {
        case .alpha(_, let spelling): if let spelling { line.plain(spelling.rawValue) }
        case .number(_, let gender): if let gender { line.plain(gender.rawValue) }
        case .dateTime(_, let format): if let format { try line.texts(format.pattern, format.zone) }
        default: break
        }
    }

    private static let int32 = Int(Int32.min)...Int(Int32.max)
}

extension Setting {
    fileprivate func write(to line: inout LineWriter) throws(CommandError) {
        switch self {
        case .autoHangup(let time): try Self.write(autoHangup: time, to: &line)
        case .callerID(let callerID): try line.text(try callerID.argument())
        case .context(let name), .extension(let name): try line.text(name)
        case .music(.on(let name)):
            line.plain("on")
            try line.text(name)
        case .music(.off): line.plain("off")
        case .priority(let priority): try line.priority(priority)
        case .variable(let name, let value): try line.texts(name, value)
        }
    }

    /// Asterisk takes seconds with a fraction, and 0 to switch it off; so no time at all cannot be asked for.
    private static func write(autoHangup time: Duration?, to line: inout LineWriter) throws(CommandError) {
        guard let time else { return line.plain("0") }
        guard let milliseconds = time.wireMilliseconds, milliseconds > 0 else {
            throw .outOfRange(argument: "the time of SET AUTOHANGUP", allowed: "1 to \(Int32.max) ms")
        }
        let (seconds, rest) = milliseconds.quotientAndRemainder(dividingBy: 1_000)
        line.plain(rest == 0 ? "\(seconds)" : "\(seconds).\(String(rest + 1_000).dropFirst())")
    }
}

extension SpeechOperation {
    fileprivate func write(to line: inout LineWriter) throws(CommandError) {
        switch self {
        case .destroy: break
        case .create(let name), .unloadGrammar(let name), .activateGrammar(let name), .deactivateGrammar(let name):
            try line.text(name)
        case .set(let first, let second), .loadGrammar(let first, let second): try line.texts(first, second)
        case .recognize(let prompt, let timeout, let offset):
            try line.text(prompt)
            try Self.write(timeout, to: &line)
            if let offset { try line.samples(offset) }
        }
    }

    /// Seconds, and 0 for no end.
    private static func write(_ timeout: WaitLimit, to line: inout LineWriter) throws(CommandError) {
        guard case .after(let time) = timeout else { return line.plain("0") }
        guard let seconds = time.wireSeconds, seconds > 0 else {
            throw .outOfRange(argument: "the time of SPEECH RECOGNIZE", allowed: "1 s to \(Int32.max / 1_000) s")
        }
        line.plain(String(seconds))
    }
}
