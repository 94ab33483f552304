import Reception
import Synchronization

/// The telephone of a scout: one that is simulated, on which the caller hangs up as soon as the call has come to
/// something, or asks for a key that the scout has not thought of yet.
final class ScoutPhone: Phone {
    private let inner: SimulatedPhone
    private let clock: VirtualClock
    private let isPatient: Bool
    private let seen = Mutex(Seen())

    /// What a call came to.
    enum Stop: Sendable, Equatable {
        /// Somebody or something was to take the call.
        case arrived(MenuReach.Kind, [String])
        /// A key is waited for.
        case waits
    }

    /// Something that was heard.
    struct Heard: Sendable {
        let at: Duration
        let sound: Sound
    }

    struct Seen: Sendable {
        var heard: [Heard] = []
        var stop: Stop?
        var stoppedAt: Duration?
    }

    /// - Parameter isPatient: the caller never hangs up for a key that is waited for, but lets it be.
    init(_ inner: SimulatedPhone, isPatient: Bool) {
        self.inner = inner
        clock = inner.clock
        self.isPatient = isPatient
    }

    /// What is known after the call.
    var result: Seen { seen.withLock { $0 } }

    private func stop(_ stop: Stop) -> PhoneError {
        let now = clock.uptime
        seen.withLock { seen in
            seen.stop = stop
            seen.stoppedAt = now
        }
        inner.hangUpNow()
        return .hungUp
    }

    func play(_ sound: Sound, from offset: Duration) async throws(PhoneError) -> Playback {
        let now = clock.uptime
        if offset == .zero { seen.withLock { $0.heard.append(Heard(at: now, sound: sound)) } }
        return try await inner.play(sound, from: offset)
    }

    func key(within timeout: Duration) async throws(PhoneError) -> Key? {
        let isAsked = timeout >= SimulatedPhone.realWait && inner.hasNothingLeft
        if isAsked, !isPatient { throw stop(.waits) }
        return try await inner.key(within: timeout)
    }

    func dial(_ request: DialRequest) async throws(PhoneError) -> DialOutcome {
        try inner.checkUp()
        throw stop(.arrived(.person, request.names))
    }

    func wait(in request: QueueRequest) async throws(PhoneError) -> QueueOutcome {
        try inner.checkUp()
        throw stop(.arrived(.queue, [request.queue]))
    }

    func goTo(_ place: DialplanPlace) async throws(PhoneError) {
        try inner.checkUp()
        throw stop(.arrived(.dialplan, ["\(place.context),\(place.exten),\(place.priority)"]))
    }

    func record(_ request: RecordRequest) async throws(PhoneError) -> Recording {
        try inner.checkUp()
        throw stop(.arrived(.voicemail, []))
    }

    func voiceMail(_ mailbox: String) async throws(PhoneError) -> MailboxOutcome {
        try inner.checkUp()
        throw stop(.arrived(.voicemail, []))
    }
}

/// Everything else is as on any simulated telephone.
extension ScoutPhone {
    func answer() async throws(PhoneError) { try await inner.answer() }
    func progress() async throws(PhoneError) { try await inner.progress() }
    func listenBriefly() async throws(PhoneError) -> Key? { try await inner.listenBriefly() }
    func spell(_ text: String) async throws(PhoneError) -> Key? { try await inner.spell(text) }
    func deviceState(_ device: String) async throws(PhoneError) -> DeviceState? {
        try await inner.deviceState(device)
    }
    func showName(_ name: String?) async throws(PhoneError) { try await inner.showName(name) }
    func setVariable(_ name: String, _ value: String) async throws(PhoneError) {
        try await inner.setVariable(name, value)
    }
    func queueState(_ queue: String) async throws(PhoneError) -> QueueState? { try await inner.queueState(queue) }
    func variable(_ name: String) async throws(PhoneError) -> String? { try await inner.variable(name) }
    func gosub(_ place: DialplanPlace, arguments: [String]) async throws(PhoneError) -> Bool {
        try await inner.gosub(place, arguments: arguments)
    }
    func hangUp() async throws(PhoneError) { try await inner.hangUp() }
}

extension SimulatedPhone {
    /// Whether the script is over, and something was said since its last line.
    var hasNothingLeft: Bool { state.withLock { $0.script.isEmpty && $0.pending.isEmpty && $0.hasNewPrompt } }
}
