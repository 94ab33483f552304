import Reception
import Testing

@testable import Speech

@Suite struct SpeechLibrarySensitiveTests {
    let folder: TemporaryFolder
    let synthesizer = FakeSynthesizer()
    let secret = Prompt.text("pin 1234", sensitive: true)

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test("keeps a sensitive prompt out of the cache and its text out of every file")
    func apart() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        let first = try await library.sound(of: secret)
        let second = try await library.sound(of: secret)
        #expect(first.path != second.path)
        #expect(library.ready(secret) == nil && library.size.sounds == 0)
        #expect(try folder.names().filter { $0.hasSuffix(".txt") || $0.hasSuffix(".wav") }.isEmpty)
        #expect(try folder.names("private").allSatisfy { !$0.hasSuffix(".txt") })
        #expect(try Measure(wave: first.path + ".wav").seconds > 0.4)
    }

    @Test("is not answered with the sound of the same text that is not sensitive")
    func notShared() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        let open = try await library.sound(of: .text("pin 1234"))
        #expect(library.ready(secret) == nil)
        #expect(try await library.sound(of: secret).path != open.path)
    }

    @Test("removes it when the call is over, and leaves other sounds alone")
    func discards() async throws {
        let library = try SpeechLibrary.make(folder, synthesizer)
        let open = try await library.sound(of: .text("hello"))
        library.discard(try await library.sound(of: secret))
        library.discard(open)
        await library.tidy()
        #expect(try folder.names("private").isEmpty)
        #expect(try bytes(open.path + ".wav").count > 44)
    }

    @Test("removes it soon at the latest, also what a killed process left")
    func expires() async throws {
        var limits = SpeechLimits.patient
        limits.sensitiveLifetime = .zero
        var library = try SpeechLibrary.make(folder, synthesizer, limits: limits)
        _ = try await library.sound(of: secret)
        await library.tidy()
        #expect(try folder.names("private").isEmpty)
        _ = try await library.sound(of: secret)
        library = try SpeechLibrary.make(folder, synthesizer, limits: limits)
        #expect(try folder.names("private").isEmpty)
    }
}
