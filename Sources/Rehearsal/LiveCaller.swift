public import Reception

/// Somebody at a simulated telephone: a person at a terminal, instead of a script.
///
/// Waits take real time then, and the telephone's clock goes with it.
public protocol LiveCaller: Sendable {
    /// Waits for what the caller does next, at most so long; nil: nothing. An act that came before is returned at once.
    func act(within time: Duration) async -> LiveCallerAct?

    /// A sound begins to be heard. It is over when it has ended or the caller has pressed a key.
    func hears(_ sound: Sound)

    /// Something stands in the transcript now; sounds do, too.
    func notes(_ entry: TranscriptEntry)
}

/// What a caller does.
public enum LiveCallerAct: Sendable, Hashable {
    /// Presses a key.
    case press(Key)
    /// Hangs up.
    case hangUp
}

extension SimulatedPhone {
    /// Lets up to `time` pass on both clocks, or less when the caller acts.
    func pass(_ time: Duration, with live: any LiveCaller) async throws(PhoneError) -> Key? {
        let began = ContinuousClock.now
        guard let act = await live.act(within: time) else {
            clock.advance(by: time)
            return nil
        }
        clock.advance(by: min(time, began.duration(to: .now)))
        switch act {
        case .press(let key):
            note(.key(key.character))
            return key
        case .hangUp:
            hangUpNow()
            throw .hungUp
        }
    }

    /// There is no microphone: the caller is taken to speak until a key ends the recording.
    func recordLive(_ request: RecordRequest) async throws(PhoneError) -> Recording {
        let began = clock.uptime
        do throws(PhoneError) {
            let key = try await pass(request.longest, isWaiting: false)
            return Recording(length: clock.uptime - began, end: key.map { .key($0) } ?? .silence)
        } catch .hungUp {
            return Recording(length: clock.uptime - began, end: .hungUp)
        } catch {
            throw error
        }
    }
}
