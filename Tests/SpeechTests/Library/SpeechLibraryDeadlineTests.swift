import Dispatch
import MenuFile
import Reception
import TestClocks
import Testing

@testable import Speech

@Suite(.timeLimit(.minutes(1))) struct SpeechLibraryDeadlineTests {
    @Test("stops waiting for an engine that hangs, asks it nothing new, and trusts it again when it comes back")
    func hangs() async throws {
        let folder = try TemporaryFolder()
        let synthesizer = FakeSynthesizer()
        let clock = HeldClock()
        let library = try SpeechLibrary.make(folder, synthesizer, limits: SpeechLimits(), clock: clock)
        synthesizer.hold("hello")
        async let waiting = library.sound(of: .text("hello"))
        await synthesizer.waitUntilEntered()
        clock.expire()
        do {
            _ = try await waiting
            Issue.record("the engine hangs")
        } catch let error as PromptError {
            #expect(error == .synthesis("it took longer than 2.005 seconds"))
        }
        #expect(library.isEngineSuspect)
        let refused = PromptError.synthesis("the speech engine does not answer")
        await #expect(throws: refused) { try await library.sound(of: .text("other")) }
        await #expect(throws: refused) { try await library.sound(of: .text("secret", sensitive: true)) }
        #expect(synthesizer.spoken == ["hello"])
        synthesizer.release()
        #expect(try await library.sound(of: .text("hello")).text == "hello")
        #expect(!library.isEngineSuspect)
        #expect(try await library.sound(of: .text("other")).text == "other")
    }

    @Test("stops waiting for a disk that hangs, whatever it was asked")
    func diskHangs() async throws {
        let folder = try TemporaryFolder()
        let clock = HeldClock()
        let library = try SpeechLibrary.make(
            folder, menus: folder.path, limits: .patient, clock: clock)
        _ = try await library.sound(of: .text("hello"))
        let disk = DispatchSemaphore(value: 0)
        library.maker.inBackground { disk.wait() }
        let looks = Task { await library.hasLost(.text("hello")) }
        clock.expire()
        #expect(await looks.value == false)
        let known = Task { try await library.sound(of: .text("hello")) }
        clock.expire()
        await #expect(throws: PromptError.storage("the disk does not answer")) { try await known.value }
        let recorded = Task { try await library.sound(of: Prompt([.recording(path: "jingle", text: "la", english)])) }
        clock.expire()
        await #expect(throws: PromptError.storage("the disk does not answer")) { try await recorded.value }
        let other = Task { try await library.sound(of: .text("other")) }
        clock.expire()
        await #expect(throws: PromptError.self) { try await other.value }
        disk.signal()
        #expect(try await library.sound(of: .text("other")).text == "other")
    }

    @Test("refuses at once when more sounds are wanted than may be in the making")
    func full() async throws {
        let folder = try TemporaryFolder()
        let synthesizer = FakeSynthesizer()
        var limits = SpeechLimits.patient
        limits.waiting = 1
        let library = try SpeechLibrary.make(folder, synthesizer, limits: limits)
        synthesizer.hold("one")
        async let first = library.sound(of: .text("one"))
        await synthesizer.waitUntilEntered()
        await #expect(throws: PromptError.synthesis("1 sounds are being made already")) {
            try await library.sound(of: .text("two"))
        }
        synthesizer.release()
        #expect(try await first.text == "one")
        #expect(try await library.sound(of: .text("two")).text == "two")
    }

    @Test("waits longer for a longer text")
    func patience() {
        let limits = SpeechLimits()
        let long = SpokenPrompt(.text(String(repeating: "a", count: 1000))) { _ in .init() }
        #expect(limits.patience(for: long) == .seconds(2) + .milliseconds(1000 + 16))
    }
}
