import FakeAsterisk
import FastAGI
import Foundation
import Reception
import Rehearsal
import Synchronization

/// A person at a terminal as the caller: sees what is said as it is said, and presses keys.
final class LiveTerminal: LiveCaller {
    private let state: Mutex<State>
    private let player: SoundPlayer?

    private struct State: Sendable {
        var screen: CallScreen
        var waiting: [LiveCallerAct] = []
    }

    /// So often the screen is looked after.
    private static let frame = Duration.milliseconds(25)

    init(_ screen: CallScreen, _ player: SoundPlayer?) {
        state = Mutex(State(screen: screen))
        self.player = player
    }

    /// Tells what the keys are.
    func greet() { state.withLock { $0.screen.greet() } }

    /// The call is over.
    func end() {
        player?.stop()
        state.withLock { $0.screen.end() }
    }

    /// The person does something.
    func take(_ act: LiveAct) {
        let known: LiveCallerAct? =
            switch act {
            case .press(let key): Key(key.character).map { .press($0) }
            case .hangUp: .hangUp
            }
        if let known { state.withLock { $0.waiting.append(known) } }
    }

    func act(within time: Duration) async -> LiveCallerAct? {
        let end = ContinuousClock.now + time
        while true {
            let act = state.withLock { state -> LiveCallerAct? in
                guard !state.waiting.isEmpty else {
                    state.screen.tick()
                    return nil
                }
                state.screen.cut()
                return state.waiting.removeFirst()
            }
            if let act {
                player?.stop()
                return act
            }
            let left = end - .now
            guard left > .zero, !Task.isCancelled else { return nil }
            try? await Task.sleep(for: min(left, Self.frame))
        }
    }

    func hears(_ sound: Reception.Sound) {
        state.withLock { $0.screen.hears(sound) }
        if !sound.path.isEmpty { player?.play(sound.path + ".wav") }
    }

    func notes(_ entry: TranscriptEntry) { state.withLock { $0.screen.notes(entry) } }
}
