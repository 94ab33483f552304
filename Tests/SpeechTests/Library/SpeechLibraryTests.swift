import MenuFile
import Reception
import Testing

@testable import Speech

@Suite struct SpeechLibraryTests {
    let folder: TemporaryFolder
    let synthesizer = FakeSynthesizer()

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("makes a sound once, and finds it from then on without waiting")
    func cached() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        let prompt = Prompt.text("hello")
        #expect(library.ready(prompt) == nil)
        let sound = try await library.sound(of: prompt)
        #expect(library.ready(prompt) == sound)
        #expect(try await library.sound(of: prompt) == sound)
        #expect(synthesizer.spoken == ["hello"])
        #expect(sound.text == "hello")
        #expect(abs(sound.length / .milliseconds(1) - (50 + 5 * 50 + 16)) < 3)
        #expect(try bytes(sound.path + ".wav").count == 44 + Int(sound.length / .microseconds(125)) * 2)
    }

    @Test("finds sounds of an earlier run, and makes damaged ones again")
    func restarted() async throws {
        let prompts = ["one", "two", "three"].map { Prompt.text($0) }
        var library = try SpeechLibrary.make(folder, synthesizer)
        #expect(await library.prepare(prompts).isEmpty)
        let paths = prompts.compactMap { library.ready($0)?.path }
        #expect(Set(paths).count == 3)
        try folder.write([], paths[0].dropFirst(folder.path.count + 1) + ".wav")
        try folder.write([1, 2], paths[1].dropFirst(folder.path.count + 1) + ".sln16")
        library = try SpeechLibrary.make(folder, synthesizer)
        #expect(prompts.map { library.ready($0) != nil } == [false, false, true])
        #expect(library.size.sounds == 1)
        #expect(await library.prepare(prompts).isEmpty)
        #expect(synthesizer.spoken.sorted() == ["one", "one", "three", "two", "two"])
        #expect(prompts.allSatisfy { library.ready($0) != nil })
    }

    @Test("makes a sound again whose files have gone while it ran")
    func gone() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        let sound = try await library.sound(of: .text("hello"))
        try FileSystem.publish([], at: sound.path + ".sln16")
        #expect(try await library.sound(of: .text("hello")) == sound)
        #expect(synthesizer.spoken.count == 2)
        #expect(try bytes(sound.path + ".sln16").count > 1000)
    }

    @Test("notices while tidying that somebody has emptied the folder")
    func emptied() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        let sound = try await library.sound(of: .text("hello"))
        _ = try await library.sound(of: .text("kept"))
        FileSystem.remove(sound.path + ".wav")
        await library.tidy()
        #expect(library.ready(.text("hello")) == nil && library.ready(.text("kept")) != nil)
        #expect(library.size.sounds == 1)
    }

    @Test("a removed sound is worth another try for each of many callers who could not play it")
    func lostForMany() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        let sound = try await library.sound(of: .text("hello"))
        FileSystem.remove(sound.path + ".wav")
        synthesizer.hold("hello")
        async let again = library.sound(of: .text("hello"))
        await synthesizer.waitUntilEntered()
        #expect(await library.hasLost(.text("hello")), "somebody else has it made")
        synthesizer.release()
        _ = try await again
        #expect(await library.hasLost(.text("hello")), "it was made a moment ago")
        var limits = SpeechLimits()
        limits.patience = .zero
        let later = try SpeechLibrary.make(folder, synthesizer, limits: limits)
        #expect(await !later.hasLost(.text("hello")), "it has long been there")
    }

    @Test("does not play an old engine's sound")
    func engineChanged() async throws {
        let old = try await SpeechLibrary.make(folder, synthesizer).sound(of: .text("hello"))
        let library = try SpeechLibrary.make(folder, FakeSynthesizer(identity: "fake 2"))
        #expect(library.ready(.text("hello")) == nil)
        #expect(try await library.sound(of: .text("hello")).path != old.path)
    }

    @Test("shares the work among all who ask for one sound at once")
    func shared() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        synthesizer.hold("hello")
        let sounds = try await withThrowingTaskGroup(of: Sound.self) { group in
            for _ in 0..<20 { group.addTask { try await library.sound(of: .text("hello")) } }
            await synthesizer.waitUntilEntered()
            synthesizer.release()
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(sounds.count == 1)
        #expect(synthesizer.spoken == ["hello"])
    }

    @Test("goes on for the others when one who waits is cancelled")
    func cancelled() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        synthesizer.hold("hello")
        let first = Task { try await library.sound(of: .text("hello")) }
        await synthesizer.waitUntilEntered()
        let second = Task { try await library.sound(of: .text("hello")) }
        first.cancel()
        await #expect(throws: PromptError.synthesis("nobody waits for it any more")) { try await first.value }
        synthesizer.release()
        #expect(try await second.value.text == "hello")
        #expect(synthesizer.spoken == ["hello"])
    }

    @Test("reports an unknown voice with its name and language, and remembers no failure")
    func unknownVoice() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        let voice = Prompt.Voice(language: "xx", settings: VoiceSettings(voice: "none"))
        let error = SynthesisError.unknownVoice(voice: "none", language: "xx").description
        for _ in 0..<2 {
            await #expect(throws: PromptError.synthesis(error)) {
                try await library.sound(of: Prompt([.speech("hi", voice)]))
            }
        }
        #expect(synthesizer.spoken == ["hi", "hi"])
    }

    @Test("says what the system says when the disk refuses")
    func storage() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        let path = try await library.sound(of: .text("hello")).path
        let name = path.dropFirst(folder.path.count + 1)
        FileSystem.remove(path + ".wav")
        try folder.write([1], name + ".wav/in-the-way")
        let error = await #expect(throws: PromptError.self) { try await library.sound(of: .text("hello")) }
        guard case .storage(let why) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(why.contains("Is a directory"))
    }

    @Test("is open to two libraries on one folder at once")
    func twoLibraries() async throws {
        let libraries = try (0..<2).map { _ in try SpeechLibrary.make(folder, synthesizer) }
        let prompts = (0..<20).map { Prompt.text("number \($0)") }
        await withTaskGroup(of: Int.self) { group in
            for library in libraries { group.addTask { await library.prepare(prompts).count } }
            for await failures in group { #expect(failures == 0) }
        }
        for prompt in prompts { #expect(libraries[0].ready(prompt) == libraries[1].ready(prompt)) }
        #expect(try folder.names().filter { $0.hasSuffix(".tmp") }.isEmpty)
        #expect(try SpeechLibrary.make(folder, synthesizer).size.sounds == 20)
    }
}
