import Dispatch
import Foundation
import MenuFile
import Reception
import Synchronization

@testable import Speech

/// Speaks every character as 50 ms of a 500 Hz tone, counts, and can be held.
final class FakeSynthesizer: Synthesizer {
    let identity: String
    let sampleRate = 22_050
    private let state = Mutex(State())
    private let gate = DispatchSemaphore(value: 0)
    private let entered = AsyncStream<String>.makeStream()

    private struct State {
        var spoken: [String] = []
        var held: Set<String> = []
    }

    init(identity: String = "fake 1") {
        self.identity = identity
    }

    /// What was spoken, in order.
    var spoken: [String] { state.withLock { $0.spoken } }

    /// Makes the engine hang in a text until `release`.
    func hold(_ text: String) {
        state.withLock { _ = $0.held.insert(text) }
    }

    func release() {
        state.withLock { $0.held = [] }
        gate.signal()
    }

    /// Waits until the engine is in a call.
    func waitUntilEntered() async {
        for await _ in entered.stream { return }
    }

    func samples(for text: String, voice: SpokenVoice, limit: Int) throws(SynthesisError) -> [Int16] {
        let isHeld = state.withLock { state in
            state.spoken.append(text)
            return state.held.contains(text)
        }
        entered.continuation.yield(text)
        if isHeld { gate.wait() }
        if voice.name == "none" { throw .unknownVoice(voice: voice.name, language: voice.language) }
        let count = text.unicodeScalars.count * sampleRate / 20
        guard count <= limit else { throw .tooLong(seconds: limit / sampleRate) }
        let silence = [Int16](repeating: 0, count: 3000)
        return silence
            + sine(500, seconds: Double(count) / Double(sampleRate), rate: sampleRate).map {
                Int16($0 * 32767)
            } + silence
    }
}

let english = Prompt.Voice(language: "en")

extension Prompt {
    /// A prompt of one text.
    static func text(_ text: String, sensitive: Bool = false) -> Prompt {
        Prompt([.speech(text, english)], isSensitive: sensitive)
    }
}

extension SpeechLibrary {
    /// A library over a fake engine.
    static func make(
        _ folder: TemporaryFolder, _ synthesizer: any Synthesizer = FakeSynthesizer(), menus: String? = nil,
        limits: SpeechLimits = .patient, clock: any Clock<Duration> = ContinuousClock()
    ) throws -> SpeechLibrary {
        try SpeechLibrary(
            sounds: folder.path, menus: menus, limits: limits, defaults: { _ in VoiceSettings() },
            synthesizer: synthesizer, clock: clock)
    }
}

extension SpeechLimits {
    /// Limits for a busy machine: nobody loses patience.
    static let patient = {
        var limits = SpeechLimits()
        limits.patience = .seconds(600)
        return limits
    }()
}
