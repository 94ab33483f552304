import Foundation
import Testing

@testable import Speech

/// The real worker: the built program, beside the bundle of the tests.
@Suite("eSpeak NG in another process", .timeLimit(.minutes(10)))
struct SpeechWorkerTests {
    private static var words: [String] {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let program = URL(filePath: tests).deletingLastPathComponent().appending(path: "attendant").path
            return [program, "speak-worker"]
        }
    }

    private static func process(_ faults: Faults = Faults()) throws -> ESpeakProcess {
        var times = ESpeakProcess.Times()
        // A busy machine may take its time.
        times.answer = .seconds(60)
        times.start = .seconds(60)
        return try ESpeakProcess(words, name: "attendant", times: times, onFault: { faults.add($0) })
    }

    @Test("names and sounds are those of the engine in this process, so that sounds in a cache keep their names")
    func same() throws {
        let (apart, inside) = (try Self.process(), try ESpeakEngine())
        #expect(apart.identity == inside.identity)
        #expect(apart.sampleRate == inside.sampleRate)
        for (name, text) in [("en-us+f2", "For repairs, press 1."), ("pl", "Dzień dobry."), ("ru", "Здравствуйте")] {
            let voice = SpokenVoice(language: String(name.prefix(2)), name: name, speed: 160, pitch: 40, gap: 3)
            let samples = try apart.samples(for: text, voice: voice, limit: 22_050 * 60)
            #expect(samples.count > 10_000)
            // The noise in a sound goes on from text to text, and other tests speak in this process, too.
            let count = try inside.samples(for: text, voice: voice, limit: 22_050 * 60).count
            #expect(abs(count - samples.count) < samples.count / 10)
        }
    }

    @Test("refuses what the engine in this process refuses, in the same words")
    func refuses() throws {
        let process = try Self.process()
        #expect(throws: SynthesisError.unknownVoice(voice: "zz", language: "en")) {
            try process.samples(for: "x", voice: SpokenVoice(language: "en", name: "zz"), limit: 1_000)
        }
        #expect(throws: SynthesisError.tooLong(seconds: 1)) {
            let text = String(repeating: "hello world ", count: 50)
            return try process.samples(for: text, voice: FakeWorker.voice, limit: 22_050)
        }
        #expect(process.restarts == 0)
    }

    @Test("a signal to all processes of a terminal or a unit does not end it; SIGKILL does, and another one speaks")
    func signals() throws {
        let faults = Faults()
        let process = try Self.process(faults)
        let number = try #require(process.process)
        for signal in [SIGTERM, SIGINT] { kill(number, signal) }
        #expect(try process.samples(for: "hello", voice: FakeWorker.voice, limit: 100_000).count > 1_000)
        #expect(process.process == number && faults.all.isEmpty)
        process.kill()
        #expect(try process.samples(for: "hello", voice: FakeWorker.voice, limit: 100_000).count > 1_000)
        #expect(process.process != number && process.restarts == 1)
        #expect(!FakeWorker.isThere(number))
    }

    @Test("may not take all memory, and leaves no core file")
    func limits() throws {
        let process = try Self.process()
        let number = try #require(process.process)
        let limits = String(
            decoding: try Data(contentsOf: URL(filePath: "/proc/\(number)/limits")), as: UTF8.self
        ).split(separator: "\n").map { $0.split(separator: " ") }
        #expect(limits.first { $0.starts(with: ["Max", "core"]) }?.dropFirst(4).first == "0")
        let data = try #require(limits.first { $0.starts(with: ["Max", "data"]) }?.dropFirst(3).first)
        #expect(Int(data) ?? 0 > 512 << 20)
    }

    @Test("ends when its standard input ends, though nothing was asked")
    func inputEnds() async throws {
        let process = Process()
        process.executableURL = URL(filePath: try Self.words[0])
        process.arguments = [try Self.words[1]]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        let (ends, feed) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { feed.yield($0.terminationStatus) }
        try process.run()
        #expect(try output.fileHandleForReading.read(upToCount: 1) == Data("R".utf8))
        try input.fileHandleForWriting.close()
        for await status in ends {
            #expect(status == 0)
            break
        }
    }

    /// What callers, directories and web services may bring into a text.
    private static func hostile(_ random: inout some RandomNumberGenerator) -> [String] {
        let scalars = (0..<60).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) }
        return [
            String(String.UnicodeScalarView(scalars)),
            String(
                String.UnicodeScalarView(
                    (0..<60).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0...0x2FF, using: &random)) })),
            String(String.UnicodeScalarView((UInt32(0)..<32).compactMap(Unicode.Scalar.init))) + "\u{7F}\u{85}300S",
            "<speak><prosody rate='400%'>hi</prosody><audio src='file:///etc/passwd'/>&lt;&#0;&bogus;",
            "[[h@l'oU]] [[[[]]]] [[ \u{1}1V",
            String(repeating: "9", count: 400), "-" + String(repeating: "0", count: 400) + ".1e999",
            String(repeating: "a", count: 400), String(repeating: "schnaps ", count: 20),
            "👩‍👩‍👧‍👦🏳️‍🌈😀" + String(repeating: "\u{301}", count: 200), "\u{202E}مرحبا\u{2066}שלום\u{200B}\u{FEFF}",
            "漢字かな한국어" + "!?.,;:-…—()'\"" + "%$€#@*/\\|~^`", "", " ", "\u{FFFD}\u{FFFF}",
            "1,000,000.00 12:59 3/4 MMXXVI",
        ]
    }

    @Test("no text in any voice ends it, and it speaks on as before")
    func hostileTexts() throws {
        let faults = Faults()
        let process = try Self.process(faults)
        let rounds = ProcessInfo.processInfo.environment["ATTENDANT_HOSTILE_ROUNDS"].flatMap { Int($0) } ?? 1
        let voices = try Self.fortyVoices()
        var random = SplitMix(state: 20_261_130)
        for round in 0..<rounds {
            for name in voices {
                let voice = SpokenVoice(language: name, name: name)
                for text in Self.hostile(&random) {
                    // Those that leave nothing to speak are none of the engine's.
                    let plain = SpokenText.plain(text)
                    if plain.isEmpty { continue }
                    do throws(SynthesisError) {
                        _ = try process.samples(for: plain, voice: voice, limit: 22_050 * 600)
                    } catch {
                        if case .tooLong = error { continue }
                        Issue.record("round \(round), \(name): \(error): \(plain.debugDescription)")
                    }
                }
            }
        }
        #expect(voices.count == 40)
        #expect(faults.all.isEmpty && process.restarts == 0)
        let words = "For repairs, press 1."
        let fresh = try Self.process().samples(for: words, voice: FakeWorker.voice, limit: 200_000)
        let used = try process.samples(for: words, voice: FakeWorker.voice, limit: 200_000)
        #expect(abs(used.count - fresh.count) < fresh.count / 10, "\(used.count) samples, once \(fresh.count)")
    }

    private static func fortyVoices() throws -> [String] {
        let all = try ESpeakEngine().voices()
        return (0..<40).map { all[$0 * all.count / 40] }
    }
}

/// Random numbers that are the same in every run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
