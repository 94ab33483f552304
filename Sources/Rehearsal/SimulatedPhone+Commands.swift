public import Reception
import Synchronization

/// What the line asks of the telephone.
extension SimulatedPhone {
    /// The call is up at once.
    public func answer() async throws(PhoneError) {
        try checkUp()
        note(.event("answered"))
    }

    /// The line is heard before it is answered.
    public func progress() async throws(PhoneError) {
        try checkUp()
        note(.event("heard before the answer"))
    }

    /// Lets the sound's length pass, or less when a key comes.
    public func play(_ sound: Sound, from offset: Duration) async throws(PhoneError) -> Playback {
        let began = clock.uptime
        if offset == .zero {
            note(.said(sound.text), isSensitive: sound.isSensitive)
            state.withLock { $0.promptBegan(at: began) }
            live?.hears(sound)
        }
        let namings = sound.namings.map { naming in
            Sound.KeyNaming(key: naming.key, at: max(began, began + naming.at - offset))
        }
        let key = try await pass(max(.zero, sound.length - offset), isWaiting: false, namings: namings)
        return Playback(key: key, position: offset + (clock.uptime - began))
    }

    /// Lets the time pass, or less when a key comes.
    public func key(within timeout: Duration) async throws(PhoneError) -> Key? {
        let isWaiting = timeout >= Self.realWait
        if isWaiting { begin() }
        return try await pass(timeout, isWaiting: isWaiting)
    }

    /// Gives the work a turn. Time passes only while somebody sleeps by the clock, a moment at most and never past the
    /// end of that sleep: what takes its time of the world is waited for, our own work costs the caller nothing.
    public func listenBriefly() async throws(PhoneError) -> Key? {
        let turns = state.withLock { state in
            state.turns += 1
            return state.turns
        }
        if turns > Self.quickTurns, clock.nextWake == nil {
            // The work is no matter of a moment: the processor is left to it.
            try? await Task.sleep(for: .milliseconds(1))
        } else {
            await Task.yield()
        }
        let left = clock.nextWake.map { max(.zero, $0 - clock.uptime) } ?? .zero
        return try await pass(min(left, Self.moment), isWaiting: false)
    }

    /// Says the text letter by letter.
    public func spell(_ text: String) async throws(PhoneError) -> Key? {
        note(.said(text))
        return try await pass(.milliseconds(400) * text.count, isWaiting: false)
    }

    /// A busy or missing telephone of the world says so; of the others nobody can tell.
    public func deviceState(_ device: String) async throws(PhoneError) -> DeviceState? {
        try checkUp()
        switch telephone(device) {
        case .busy: return .busy
        case .offline: return .unavailable
        case .answers, .noAnswer: return .notInUse
        case nil: return .unknown
        }
    }

    /// Notes the name for the next ring; works after a hang-up, as SET VARIABLE does.
    public func showName(_ name: String?) async throws(PhoneError) {
        state.withLock { $0.shown = name }
    }

    /// Keeps the variable; works after a hang-up, as with Asterisk.
    public func setVariable(_ name: String, _ value: String) async throws(PhoneError) {
        state.withLock { $0.variables[name] = value }
    }

    /// Takes the next `speak` of the script into the mailbox; a caller who says nothing leaves nothing, and 0 or `*`
    /// leaves it.
    public func voiceMail(_ mailbox: String) async throws(PhoneError) -> MailboxOutcome {
        note(.event("mailbox \(mailbox)"))
        let recording = try await record(
            RecordRequest(file: "", longest: Self.mailboxLongest, silence: Self.mailboxSilence, beep: true))
        if case .key(let key) = recording.end, key == .zero || key == .star { return .left }
        guard recording.length > .zero else { return .nothing }
        state.withLock { $0.mailboxes.append(MailboxMessage(mailbox: mailbox, length: recording.length)) }
        return .kept
    }

    /// The line hangs up.
    public func hangUp() async throws(PhoneError) {
        try checkUp()
        state.withLock { $0.isHungUp = true }
        note(.event("the line hangs up"))
    }

    func telephone(_ name: String) -> World.Telephone? {
        if let found = world.telephones[name] { return found }
        let number = name.split(separator: "/").dropFirst().first?.split(separator: "@").first
        return number.flatMap { world.telephones[String($0)] }
    }
}
