import Reception
import Rehearsal
import Synchronization

/// A telephone some of whose commands fail as a test says; the others are those of a simulated one.
final class FaultyPhone: Phone {
    /// What the command of this number and description throws; nil: it does what it does.
    typealias Fault = @Sendable (_ number: Int, _ command: String) -> PhoneError?

    private let inner: SimulatedPhone
    private let fault: Fault
    private let count = Mutex(0)
    private let gone = Mutex<PhoneError?>(nil)

    private let listened: Mutex<Key?>
    private let stuckKey: Key?

    /// - Parameters:
    ///   - listened: a key that is pressed while the line first listens during slow work.
    ///   - stuckKey: a key that is pressed at once whenever anything plays.
    init(_ inner: SimulatedPhone, listened: Key? = nil, stuckKey: Key? = nil, _ fault: @escaping Fault) {
        self.stuckKey = stuckKey
        self.inner = inner
        self.fault = fault
        self.listened = Mutex(listened)
    }

    /// Throws what the test wants; a line that is gone stays gone, but variables can still be set after a hang-up.
    private func meet(_ command: String) throws(PhoneError) {
        let number = count.withLock { count in
            count += 1
            return count - 1
        }
        let isSetting = command.hasPrefix("variable") || command.hasPrefix("name")
        if let gone = gone.withLock({ $0 }), gone == .lost || !isSetting { throw gone }
        guard let error = fault(number, command) else { return }
        switch error {
        case .hungUp, .lost: gone.withLock { $0 = error }
        case .refused, .overdue: break
        }
        throw error
    }

    func answer() async throws(PhoneError) {
        try meet("answer")
        try await inner.answer()
    }

    func progress() async throws(PhoneError) {
        try meet("progress")
        try await inner.progress()
    }

    func play(_ sound: Sound, from offset: Duration) async throws(PhoneError) -> Playback {
        try meet("play \(sound.text)")
        if let stuckKey { return Playback(key: stuckKey, position: offset) }
        return try await inner.play(sound, from: offset)
    }

    func key(within timeout: Duration) async throws(PhoneError) -> Key? {
        try meet("key")
        return try await inner.key(within: timeout)
    }

    func listenBriefly() async throws(PhoneError) -> Key? {
        try meet("listen")
        let key = listened.withLock { key in
            defer { key = nil }
            return key
        }
        if let key { return key }
        return try await inner.listenBriefly()
    }

    func spell(_ text: String) async throws(PhoneError) -> Key? {
        try meet("spell \(text)")
        return try await inner.spell(text)
    }

    func dial(_ request: DialRequest) async throws(PhoneError) -> DialOutcome {
        let sound = request.music ? " with music" : ""
        try meet("dial \(request.targets.joined(separator: "&"))\(sound)")
        return try await inner.dial(request)
    }

    func deviceState(_ device: String) async throws(PhoneError) -> DeviceState? {
        try meet("state \(device)")
        return try await inner.deviceState(device)
    }

    func record(_ request: RecordRequest) async throws(PhoneError) -> Recording {
        try meet("record")
        return try await inner.record(request)
    }

    func showName(_ name: String?) async throws(PhoneError) {
        try meet("name \(name ?? "back")")
        try await inner.showName(name)
    }

    func setVariable(_ name: String, _ value: String) async throws(PhoneError) {
        try meet("variable \(name)=\(value)")
        try await inner.setVariable(name, value)
    }

    func voiceMail(_ mailbox: String) async throws(PhoneError) -> MailboxOutcome {
        try meet("mailbox \(mailbox)")
        return try await inner.voiceMail(mailbox)
    }

    func queueState(_ queue: String) async throws(PhoneError) -> QueueState? {
        try meet("queue state \(queue)")
        return try await inner.queueState(queue)
    }

    func wait(in request: QueueRequest) async throws(PhoneError) -> QueueOutcome {
        try meet("queue \(request.queue), \(request.longest), \(request.music ?? "own"), \(request.priority)")
        return try await inner.wait(in: request)
    }

    func variable(_ name: String) async throws(PhoneError) -> String? {
        try meet("variable \(name)?")
        return try await inner.variable(name)
    }

    func gosub(_ place: DialplanPlace, arguments: [String]) async throws(PhoneError) -> Bool {
        try meet("gosub \(place.context),\(place.exten),\(place.priority)")
        return try await inner.gosub(place, arguments: arguments)
    }

    func goTo(_ place: DialplanPlace) async throws(PhoneError) {
        try meet("go to \(place.context),\(place.exten),\(place.priority)")
        try await inner.goTo(place)
    }

    func hangUp() async throws(PhoneError) {
        try meet("hang up")
        try await inner.hangUp()
    }
}
