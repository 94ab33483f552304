import MenuFile
import Reception
import Synchronization
import Testing

@testable import Speech

@Suite struct SpeechLibraryPreparingTests {
    let folder: TemporaryFolder
    let menus: TemporaryFolder
    let synthesizer = FakeSynthesizer()

    init() throws {
        folder = try TemporaryFolder()
        menus = try TemporaryFolder()
    }

    @Test("prepares every prompt, tells how far it is, and which ones failed")
    func prepares() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        let voice = Prompt.Voice(language: "xx", settings: VoiceSettings(voice: "none"))
        let bad = Prompt([.speech("bad", voice)])
        let prompts = (0..<7).map { Prompt.text("text \($0)") } + [bad, Prompt.text("last")]
        let steps = Mutex<[String]>([])
        let failures = await library.prepare(prompts) { done, all in steps.withLock { $0.append("\(done)/\(all)") } }
        #expect(failures.map(\.prompt) == [bad])
        #expect(steps.withLock { $0 } == (1...9).map { "\($0)/9" })
        #expect(prompts.filter { library.ready($0) == nil } == [bad])
    }

    @Test("prepares nothing twice, and nothing of nothing")
    func twice() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        #expect(await library.prepare([]).isEmpty)
        #expect(await library.prepare([.text("a"), .text("a"), .text("a")]).isEmpty)
        #expect(synthesizer.spoken == ["a"])
    }

    @Test("makes another sound when a recording has changed, and speaks when it has gone")
    func recordings() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer, menus: menus.path)
        let prompt = Prompt([.recording(path: "welcome", text: "hello", english)])
        try menus.write(waveFile(data: [UInt8](repeating: 0, count: 1600)), "welcome.wav")
        #expect(library.ready(prompt) == nil)
        let first = try await library.sound(of: prompt)
        #expect(first.length == .milliseconds(150) && first.text == "hello")
        #expect(library.ready(prompt) == first)
        try menus.write(waveFile(data: [UInt8](repeating: 0, count: 3200)), "welcome.wav")
        #expect(try await library.sound(of: prompt).length == .milliseconds(250))
        FileSystem.remove(menus.path + "/welcome.wav")
        #expect(synthesizer.spoken.isEmpty)
        _ = try await library.sound(of: prompt)
        #expect(synthesizer.spoken == ["hello"])
    }

    @Test("lists the recordings that cannot be used, each once")
    func unusable() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer, menus: menus.path)
        try menus.write(waveFile(data: [0, 0]), "good.wav")
        try menus.write([1], "broken.wav")
        let prompts = ["good", "missing", "broken", "../out", "missing"].map {
            Prompt([.recording(path: $0, text: "x", english)])
        }
        let errors = await library.unusableRecordings(in: prompts)
        #expect(errors.count == 3)
        #expect(errors.first == .outside("../out") && errors.last == .missing("missing"))
    }
}
