import Reception
import Testing

@testable import Speech

@Suite struct SpeechLibraryPruningTests {
    let folder: TemporaryFolder
    var limits = SpeechLimits.patient

    init() throws {
        folder = try TemporaryFolder()
        // A sound of five letters takes 15 KB.
        limits.cacheBytes = 70_000
        limits.grace = .zero
    }

    @Test("stays under its bytes, and keeps the sounds of a loaded menu")
    func prunes() async throws {
        let library = try SpeechLibrary.make(folder, limits: limits)
        let menu = [Prompt.text("menu1"), .text("menu2")]
        #expect(await library.prepare(menu, for: "clinic 1").isEmpty)
        for number in 10..<40 { _ = try await library.sound(of: .text("say\(number)")) }
        #expect(menu.allSatisfy { library.ready($0) != nil })
        await library.tidy()
        #expect(library.size.bytes <= limits.cacheBytes)
        #expect(library.ready(.text("say10")) == nil && library.ready(.text("say39")) != nil)
        #expect(try folder.names().filter { $0.hasSuffix(".wav") }.count == library.size.sounds)
        library.unpin("clinic 1")
        for number in 40..<60 { _ = try await library.sound(of: .text("say\(number)")) }
        #expect(menu.allSatisfy { library.ready($0) == nil })
    }

    @Test("removes nothing while another process may need it")
    func shared() async throws {
        let library = try SpeechLibrary.make(folder, limits: limits)
        let other = try SpeechLibrary.make(folder)
        for number in 10..<20 { _ = try await library.sound(of: .text("say\(number)")) }
        #expect(library.size.sounds == 10)
        withExtendedLifetime(other) {}
    }
}
