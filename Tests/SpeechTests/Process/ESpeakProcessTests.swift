import Foundation
import Testing

@testable import Speech

@Suite("A speech engine in another process", .timeLimit(.minutes(2)))
struct ESpeakProcessTests {
    private let folder: TemporaryFolder
    private let faults = Faults()

    init() throws { folder = try TemporaryFolder() }

    private func samples(_ process: ESpeakProcess, _ text: String = "hello") throws -> [Int16] {
        try process.samples(for: text, voice: FakeWorker.voice, limit: 1_000)
    }

    /// A process that is gone altogether, not left as a zombie.
    private func isGone(_ name: String) throws -> Bool {
        let number = String(decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + name)), as: UTF8.self)
        return !FakeWorker.isThere(try #require(pid_t(number.trimmingCharacters(in: .newlines))))
    }

    @Test("answers one text after another from one process, with the identity that it tells")
    func answers() throws {
        let process = try FakeWorker.process(FakeWorker.faithful, faults: faults)
        #expect(process.identity == "fk")
        #expect(process.sampleRate == 22_050)
        for text in ["a", "b", "c"] { #expect(try samples(process, text) == FakeWorker.samples) }
        #expect(process.restarts == 0)
        #expect(faults.all.isEmpty)
    }

    @Test("a hang costs the answer's time: the process is killed and reaped, and another answers the next text")
    func hang() throws {
        let script = """
            if [ -e \(folder.path)/once ]; then \(FakeWorker.faithful); fi
            echo $$ > \(folder.path)/once; exec sleep 1000
            """
        let process = try FakeWorker.process(script, answer: .milliseconds(300), faults: faults)
        let began = ContinuousClock.now
        #expect(throws: SynthesisError.lost("did not answer within 0.305 seconds")) { try samples(process) }
        #expect(ContinuousClock.now - began < .seconds(60))
        #expect(try isGone("once"))
        #expect(faults.all == [.init(reason: "did not answer within 0.305 seconds (signal 9)", voice: "en-us")])
        #expect(try samples(process) == FakeWorker.samples, "the same text, which other prompts may have as well")
        #expect(process.restarts == 1)
    }

    @Test("a text in which the process ends is tried once more")
    func crashOnce() throws {
        let script = """
            if [ -e \(folder.path)/once ]; then \(FakeWorker.faithful); fi
            \(FakeWorker.request); echo $$ > \(folder.path)/once; kill -SEGV $$
            """
        let process = try FakeWorker.process(script, faults: faults)
        #expect(try samples(process) == FakeWorker.samples)
        #expect(try isGone("once"))
        #expect(faults.all == [.init(reason: "ended while it spoke (signal 11)", voice: "en-us")])
    }

    @Test("a text that ends it twice is remembered for a while, and ends no other process meanwhile")
    func deadlyText() throws {
        let clock = HeldNow()
        let process = try FakeWorker.process("\(FakeWorker.request); exit 3", clock: clock, faults: faults)
        #expect(throws: SynthesisError.lost("ended while it spoke")) { try samples(process) }
        #expect(faults.all.map(\.reason) == Array(repeating: "ended while it spoke (exit code 3)", count: 2))
        #expect(throws: SynthesisError.lost("was ended by this text a short while ago")) { try samples(process) }
        #expect(faults.all.count == 2)
        clock.advance(by: DeadlyTexts.time)
        #expect(throws: SynthesisError.self) { try samples(process) }
        #expect(faults.all.count > 2)
    }

    @Test(
        "an answer that is none ends the process",
        arguments: [
            ("printf 'hello world'", "[104, 101, 108, 108, 111], which begins no frame"),
            (#"printf 'P\001\000\000\000x'"#, "no answer"),
            (#"printf 'P\377\377\377\000'"#, "16777215 bytes where 2000 may be"),
            ("exec cat /dev/zero", "[0, 0, 0, 0, 0], which begins no frame"),
            (#"printf 'E\002\000\000\000\011\000'"#, "no answer"),
            (FakeWorker.greeting, "no answer"),
        ])
    func rubbish(answer: String, what: String) throws {
        let process = try FakeWorker.process(
            "echo $$ > \(folder.path)/number; \(FakeWorker.request); \(answer); exec sleep 1000", faults: faults)
        #expect(throws: SynthesisError.lost("sent \(what)")) { try samples(process) }
        #expect(faults.all == [.init(reason: "sent \(what) (signal 9)", voice: "en-us")])
        #expect(try isGone("number"))
    }

    @Test("a process that says something unasked, or has ended, is not asked again")
    func unasked() throws {
        let script = """
            if [ -e \(folder.path)/once ]; then \(FakeWorker.faithful); fi
            touch \(folder.path)/once; exec 0<&- 1<&-; kill -KILL $$
            """
        let process = try FakeWorker.process(script, faults: faults)
        while process.isIdle { continue }
        #expect(try samples(process) == FakeWorker.samples)
        #expect(faults.all.map(\.voice) == [nil])
    }

    @Test("a process that cannot start, ends at once, or says no greeting is one line")
    func noStart() throws {
        #expect(throws: SynthesisError.notStarted("its process ended at once")) {
            try FakeWorker.process("exit 1", greeting: "")
        }
        #expect(throws: SynthesisError.notStarted("its process sent no greeting")) {
            try FakeWorker.process("", greeting: FakeWorker.answer)
        }
        #expect(
            throws: SynthesisError.notStarted(
                "its process could not be started: /nowhere/x: No such file or directory")
        ) {
            try ESpeakProcess(["/nowhere/x"], name: "x")
        }
    }

    @Test("the reason why an engine did not start is passed on")
    func engineDidNotStart() throws {
        let why = SynthesisError.notStarted("its data was not found")
        let octal = WorkerFrame(why).bytes.map {
            "\\" + String(repeating: "0", count: $0 < 8 ? 2 : $0 < 64 ? 1 : 0) + String($0, radix: 8)
        }
        #expect(throws: why) { try FakeWorker.process("", greeting: "printf '\(octal.joined())'") }
    }

    @Test("a broken installation is started ever more seldom, and a text costs nothing meanwhile")
    func pace() throws {
        let clock = HeldNow()
        let script = "if [ -e \(folder.path)/broken ]; then exit 1; fi\n" + FakeWorker.greeting
        let process = try FakeWorker.process(FakeWorker.faithful, greeting: script, clock: clock, faults: faults)
        #expect(try samples(process) == FakeWorker.samples)
        try folder.write([], "broken")
        process.kill()
        for _ in 0..<10 { #expect(throws: SynthesisError.self) { try samples(process) } }
        #expect(faults.all.count == WorkerPace.free, "one that was killed, two that did not start")
        clock.advance(by: .milliseconds(250))
        for _ in 0..<10 { #expect(throws: SynthesisError.self) { try samples(process) } }
        #expect(faults.all.count == WorkerPace.free + 1)
        try FileManager.default.removeItem(atPath: folder.path + "/broken")
        clock.advance(by: WorkerPace.longest)
        #expect(try samples(process) == FakeWorker.samples)
    }

    @Test("gets none of our files, no variable but those it needs, and a process group of its own")
    func surroundings() throws {
        let file = open(folder.path, O_RDONLY)
        defer { close(file) }
        #expect(fcntl(file, F_GETFD) & FD_CLOEXEC == 0)
        let script = """
            cd \(folder.path); ls -l /proc/$$/fd > files; tr '\\0' '\\n' < /proc/$$/environ > variables
            cut -d' ' -f5 /proc/$$/stat > group; echo $$ > number; touch done
            """
        let process = try FakeWorker.process(FakeWorker.faithful, greeting: script + "\n" + FakeWorker.greeting)
        defer { process.kill() }
        func read(_ name: String) throws -> [String] {
            let text = String(decoding: try Data(contentsOf: URL(filePath: folder.path + "/" + name)), as: UTF8.self)
            return text.split(separator: "\n").map(String.init)
        }
        let open = try read("files").filter { $0.contains(" -> ") }
        #expect(!open.contains { $0.hasSuffix(folder.path) }, "\(open)")
        let known: Set<Substring> = ["ESPEAK_DATA_PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH"]
        #expect(Set(try read("variables").compactMap { $0.split(separator: "=").first }).isSubset(of: known))
        #expect(try read("group") == read("number"))
    }

    @Test("ends its process when nobody has it any more")
    func released() throws {
        var process: ESpeakProcess? = try FakeWorker.process(
            FakeWorker.faithful, greeting: "echo $$ > \(folder.path)/number; \(FakeWorker.greeting)")
        #expect(process?.restarts == 0)
        process = nil
        #expect(try isGone("number"))
    }

    @Test("a text longer than a request is refused, and the process goes on")
    func tooMuchText() throws {
        let process = try FakeWorker.process(FakeWorker.faithful)
        let long = String(repeating: "a", count: WorkerFrame.requestBytes)
        #expect(throws: SynthesisError.lost("takes 65536 bytes with the voice, not 65537")) {
            try samples(process, long + "a")
        }
        #expect(try samples(process) == FakeWorker.samples)
    }
}
