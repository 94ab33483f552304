import FastAGI
import Reception

/// The caller's telephone behind a real (or fake) Asterisk: the port `Phone` over one FastAGI session.
struct AGIPhone: Phone {
    let session: Session
    let line: CallLine
    let facts: CallFacts

    /// What Asterisk may take on top of what a command takes by itself, before the call is given up as dead.
    var grace = Duration.seconds(10)
    /// The longest talk, wait in a queue, message in a mailbox or subroutine: nobody can know how long those take, but a
    /// peer that says nothing for a day is dead, though its machine still answers TCP.
    var longestStay = Duration.seconds(86_400)
    /// Measures how long keys wait for the next command; nil: nobody does.
    var reactions: ReactionTimer?

    func answer() async throws(PhoneError) {
        let reply = try await send(.answer)
        if reply.result == -1 { try await failed("ANSWER") }
    }

    func progress() async throws(PhoneError) {
        try stillThere()
        _ = try await send(.exec(application: "Progress", options: ""))
    }

    func play(_ sound: Sound, from offset: Duration) async throws(PhoneError) -> Playback {
        let samples = offset == .zero ? nil : Samples.count(offset)
        let reply = try await send(
            .streamFile(sound.path, escape: .all, offset: samples), lasting: sound.length)
        if reply.result == -1 { try await failed("STREAM FILE: \(sound.path) cannot be played") }
        return Playback(key: Self.key(reply.result), position: Samples.duration(reply.endpos ?? 0))
    }

    func key(within timeout: Duration) async throws(PhoneError) -> Key? {
        let reply = try await send(.waitForDigit(.after(timeout)), lasting: timeout)
        if reply.result == -1 { try await failed("WAIT FOR DIGIT") }
        return Self.key(reply.result)
    }

    /// While something slow runs, the line listens in slices of this length.
    static let slice = Duration.milliseconds(20)

    func listenBriefly() async throws(PhoneError) -> Key? { try await key(within: Self.slice) }

    func spell(_ text: String) async throws(PhoneError) -> Key? {
        let reply = try await send(.say(.alpha(text), escape: .all), lasting: .seconds(1) * text.utf8.count)
        if reply.result == -1 { try await failed("SAY ALPHA") }
        return Self.key(reply.result)
    }

    func deviceState(_ device: String) async throws(PhoneError) -> DeviceState? {
        try stillThere()
        let reply = try await send(.getVariable(name: "DEVICE_STATE(\(device))"))
        return reply.data.flatMap { DeviceState(rawValue: $0) }
    }

    func showName(_ name: String?) async throws(PhoneError) {
        try await setVariable("CALLERID(name)", name ?? facts.name ?? session.environment.callerIDName ?? "")
    }

    func setVariable(_ name: String, _ value: String) async throws(PhoneError) {
        _ = try await send(.set(.variable(name: name, value: ChannelText(value).text)))
    }

    func voiceMail(_ mailbox: String) async throws(PhoneError) -> MailboxOutcome {
        try stillThere()
        try await setVariable("VMSTATUS", "")
        do {
            _ = try await send(.exec(application: "VoiceMail", options: "\(mailbox),s"), lasting: nil)
        } catch .hungUp {
            // Hanging up is how most people end a message; VMSTATUS still tells.
        }
        switch try await word("VMSTATUS") {
        case "SUCCESS": return .kept
        case "USEREXIT": return .left
        default:
            try stillThere()
            return .nothing
        }
    }

    func hangUp() async throws(PhoneError) { _ = try await send(.hangup()) }
}

extension AGIPhone {
    /// Sends one command and waits for its reply, for `lasting` and a grace at most; nil: for `longestStay`.
    func send(_ command: Command, lasting: Duration? = .zero) async throws(PhoneError) -> Reply {
        line.setPatience((lasting ?? longestStay) + grace)
        reactions?.commandGoes()
        let reply: Reply
        do throws(SessionError) {
            reply = try await session.send(command)
            reactions?.replied(reply, to: command)
        } catch {
            throw failure(error)
        }
        guard reply.code == .success else {
            throw .refused("\(command.verb): Asterisk answered \(reply.code.rawValue)")
        }
        return reply
    }

    /// Asterisk runs EXEC and GET VARIABLE for callers who have gone, too; nobody shall ring for such.
    func stillThere() throws(PhoneError) {
        do throws(SessionError) { try session.readAhead() } catch { throw failure(error) }
        if session.isHungUp { throw .hungUp }
    }

    /// A command answered -1: the caller is gone, or Asterisk could not do it.
    func failed(_ what: String) async throws(PhoneError) {
        let status = try await send(.channelStatus())
        if session.isHungUp || status.result == -1 { throw .hungUp }
        throw .refused(what)
    }

    private func failure(_ error: SessionError) -> PhoneError {
        switch error {
        case .hungUp: .hungUp
        case .command(let error): .refused("\(error)")
        case .commandInFlight, .rejected, .unexpectedReply: .refused("\(error)")
        case .cancelled, .disconnected, .closed, .reply, .environment: line.isOverdue ? .overdue : .lost
        }
    }

    static func key(_ code: Int?) -> Key? {
        guard let code, let byte = UInt8(exactly: code) else { return nil }
        return Key(Character(Unicode.Scalar(byte)))
    }
}

/// Positions in a sound, as Asterisk counts them.
///
/// `endpos` counts samples of the file that Asterisk chose, at 8 or 16 kHz, and STREAM FILE's offset counts the same. A
/// position is only ever given back to the same file, so both ways at 8 kHz is exact; as a length of time it may be double.
enum Samples {
    static let rate = 8_000

    static func count(_ duration: Duration) -> Int {
        let parts = duration.components
        return Int(parts.seconds) * rate + Int(parts.attoseconds / (1_000_000_000_000_000_000 / Int64(rate)))
    }

    /// A peer may say any number; Asterisk's own are of 32 bits.
    static func duration(_ samples: Int) -> Duration {
        .microseconds(Int64(min(max(0, samples), Int(Int32.max))) * 1_000_000 / Int64(rate))
    }
}
