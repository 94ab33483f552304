public import FastAGI

/// Asterisk's side of one AGI session, as a value: bytes, keys and the passing of time go in, lines for the server come out.
///
/// It has no clock, socket or task. Each call carries the present time, counted from the beginning of the call, and
/// times must not go back. `deadline` says when `advance` is due although nothing happens.
public struct Channel: Sendable {
    var state: ChannelState
    private var input: LineBuffer
    private var running: Running?
    private var outbox: [String] = []
    private var keys: [KeyFate: Int] = [:]
    private var lastReply: Duration?
    /// `AGISIGHUP` and `AGIEXITONHANGUP` are read when AGI begins, not later (res_agi.c:4311).
    private let tellsHangup: Bool
    private let leavesOnHangup: Bool

    /// Whether the server has closed, and what it sent before is still being run.
    private var hasEnded = false

    /// Whether the caller, or the server, has hung up: most commands are answered 511 from then on.
    public private(set) var isDead = false
    /// Whether Asterisk has ended the session by itself.
    public private(set) var isOver = false
    /// AGISTATUS as it would be if the session ended now.
    public private(set) var status = AGIStatus.success
    /// All commands so far.
    public private(set) var exchanges: [Exchange] = []

    private struct Running: Sendable {
        var activity: any Activity
        let began: Duration
        let exchange: Int
    }

    /// A channel on which AGI begins.
    public init(_ call: IncomingCall, world: World = World(), sounds: any SoundSource = KnownSounds()) {
        state = ChannelState(call: call, world: world, sounds: sounds)
        let version = AsteriskVersion(parsing: call.version)
        input = LineBuffer(lineBytes: version?.commandLineBytes ?? AsteriskVersion.smallCommandLine)
        tellsHangup = !Truth.isFalse(world.variables["AGISIGHUP"])
        leavesOnHangup = Truth.isTrue(world.variables["AGIEXITONHANGUP"])
    }

    /// Whether a command runs.
    public var isBusy: Bool { running != nil }

    /// When something happens by itself.
    public var deadline: Duration? {
        let hangup = isDead ? nil : state.autoHangup
        return [running?.activity.deadline, hangup].compactMap { $0 }.min()
    }

    /// What happened so far, in the order of time.
    public var events: [CallEvent] { state.events }

    /// The telephones that rang so far.
    public var rung: [RungTelephone] { state.rung }

    /// How many keys met which fate.
    public var keyFates: [KeyFate: Int] { keys }

    /// The channel's variables.
    public var variables: [String: String] { state.variables.all }

    /// Where the dialplan goes on.
    public var place: DialplanPlace { state.place }

    /// The lines for the server since the last time, without their newlines; each is one write of Asterisk's.
    public mutating func takeOutput() -> [String] {
        defer { outbox = [] }
        return outbox
    }

    /// Bytes have come from the server. They may cut off the command that runs.
    public mutating func receive(_ bytes: [UInt8], at now: Duration) {
        input.feed(bytes)
        if let activity = running?.activity, !input.isEmpty {
            switch activity.interruption {
            case .none: return
            case .silent: finish(.silence, at: now)
            case .answers(let line): finish(Outcome(lines: [line]), at: now)
            }
        }
        runCommands(at: now)
    }

    /// The caller presses a key.
    public mutating func press(_ key: DTMFKey, at now: Duration) {
        guard !isDead else { return }
        let place = state.events.count
        guard var activity = running?.activity else { return note(key, .lost, before: place, at: now) }
        let (fate, outcome) = activity.press(key, at: now, on: &state)
        running?.activity = activity
        note(key, fate, before: place, at: now)
        guard let outcome else { return }
        finish(outcome, at: now)
        runCommands(at: now)
    }

    /// The caller will speak for so long into the next recording.
    public mutating func speak(for length: Duration) {
        state.speech = length
    }

    /// The caller hangs up.
    public mutating func hangUp(at now: Duration) {
        endCall(.callerHungUp, at: now)
        runCommands(at: now)
    }

    /// Lets everything happen that is due up to `now`, each at its own time.
    public mutating func advance(to now: Duration) {
        while let due = deadline, due <= now, !isOver {
            guard var activity = running?.activity, activity.deadline == due else {
                endCall(.timeUp, at: due)
                runCommands(at: due)
                continue
            }
            let outcome = activity.expire(at: due, on: &state)
            running?.activity = activity
            guard let outcome else { continue }
            finish(outcome, at: due)
            runCommands(at: due)
        }
    }

    /// The server has closed the connection.
    ///
    /// A prompt that plays is cut off; anything else, ringing telephones as well, goes on to its end, and only then is the
    /// session over. What the server left without a newline is run, and HANGUP is sent once more.
    public mutating func end(at now: Duration) {
        hasEnded = true
        if let activity = running?.activity, activity.interruption != .none { finish(.silence, at: now) }
        runCommands(at: now)
    }
}

extension Channel {
    /// What the caller notices of what goes on.
    var view: LineView {
        LineView(
            runsSince: running.flatMap { $0.activity.isNoticed ? $0.began : nil },
            awaitsKeysSince: running?.activity.awaitsKeysSince,
            promptEnded: state.promptEnded,
            waitsEnded: state.waitsEnded, waitEnded: state.waitEnded, recordingBegan: state.recordingBegan)
    }

    /// Notes a key before what it brought about.
    private mutating func note(_ key: DTMFKey, _ fate: KeyFate, before place: Int, at now: Duration) {
        keys[fate, default: 0] += 1
        state.note(.key(key.character, fate), before: place, at: now)
    }

    private mutating func runCommands(at now: Duration) {
        while running == nil, !isOver {
            if let line = input.next() ?? (hasEnded ? input.rest() : nil) {
                execute(line, at: now)
            } else if hasEnded {
                leave()
            } else {
                return
            }
        }
    }

    /// Ends the session; Asterisk says HANGUP once more, whether or not anybody has hung up.
    private mutating func leave() {
        if tellsHangup { outbox.append("HANGUP") }
        isOver = true
    }

    private mutating func execute(_ line: [UInt8], at now: Duration) {
        // The child process of a local AGI says so when it could not be started; over TCP it ends the session, too.
        guard String(decoding: line.prefix(7), as: UTF8.self).lowercased() != "failure" else {
            status = .failure
            return leave()
        }
        exchanges.append(
            Exchange(
                command: String(decoding: line, as: UTF8.self), at: now, gap: lastReply.map { now - $0 }))
        let words = CommandWords(line: line).strings
        guard let verb = Verb(words) else { return finish(.unknown, at: now) }
        guard !isDead || verb.runsWhenDead else { return finish(.dead, at: now) }
        switch verb.allowedWords?.contains(words.count) ?? true
            ? CommandTable.start(verb, words, at: now, on: &state, isDead: isDead) : .usage
        {
        case .done(let outcome): finish(outcome, at: now)
        case .usage: finish(Usage.reply(to: verb, documented: state.world.hasUsageTexts), at: now)
        case .runs(let activity):
            running = Running(activity: activity, began: now, exchange: exchanges.count - 1)
            if verb == .gosub { say(Gosub.trying, in: exchanges.count - 1) }
        }
    }

    private mutating func say(_ line: String, in exchange: Int) {
        outbox.append(line)
        exchanges[exchange].reply.append(line)
    }

    /// Sends the reply of the command that runs, or of the one just read.
    private mutating func finish(_ outcome: Outcome, at now: Duration) {
        let exchange = running?.exchange ?? exchanges.count - 1
        if running?.activity.isPrompt == true { state.promptEnded = now }
        running = nil
        for line in outcome.lines { say(line, in: exchange) }
        exchanges[exchange].took = now - exchanges[exchange].at
        lastReply = now
        if outcome.isFailure && !isDead { status = .failure }
        if state.wantsHangup {
            state.wantsHangup = false
            endCall(.serverHungUp, at: now)
        }
    }

    /// The call is over, whoever ended it: a command that runs answers so, and HANGUP follows.
    private mutating func endCall(_ cause: HangupCause, at now: Duration) {
        guard !isDead else { return }
        isDead = true
        status = .hangup
        state.note(.event(cause.description), at: now)
        if var activity = running?.activity { finish(activity.hangUp(at: now, on: &state), at: now) }
        if leavesOnHangup { return leave() }
        if tellsHangup { outbox.append("HANGUP") }
    }
}
