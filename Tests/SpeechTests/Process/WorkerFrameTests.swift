import Testing

@testable import Speech

@Suite("Frames between the server and the process that speaks")
struct WorkerFrameTests {
    @Test("a request comes through as it was", arguments: ["", "hello", "dzień dobry 😀 \u{202E}نمی", "a\u{0}b"])
    func request(text: String) throws {
        let voice = SpokenVoice(
            language: "pl", name: "pl+f2", speed: 180, pitch: 7, gap: 300, volume: 150)
        let request = WorkerRequest(text: text, voice: voice, limit: 13_230_000)
        #expect(WorkerRequest(try #require(request.frame)) == request)
    }

    @Test("samples, greetings and failures come through as they were")
    func answers() throws {
        #expect(WorkerFrame(samples: [0, -1, .max, .min])?.samples == [0, -1, .max, .min])
        #expect(WorkerFrame(samples: [])?.samples == [])
        let ready = WorkerReady(sampleRate: 22_050, identity: "espeak-ng 1.51 0123456789abcdef")
        #expect(WorkerReady(ready.frame) == ready)
        let errors: [SynthesisError] = [
            .unknownVoice(voice: "zz", language: "ż"), .notStarted("no data"), .refused("speak", code: -3),
            .tooLong(seconds: 600), .lost("ended"),
        ]
        for error in errors { #expect(WorkerFrame(error).error == error) }
    }

    @Test("a header says kind and length, little end first")
    func header() throws {
        let frame = WorkerFrame(kind: .error, body: Array(repeating: 7, count: 258))
        #expect(frame.bytes.prefix(5) == [0x45, 2, 1, 0, 0])
        let (kind, length) = try #require(WorkerFrame.announced(by: Array(frame.bytes.prefix(5))))
        #expect(kind == .error && length == 258)
    }

    @Test(
        "a header of no frame, or of one that is too long, announces nothing",
        arguments: [
            [0, 0, 0, 0, 0], [0x45, 1, 0x10, 0, 0], [0x52, 0xFF, 0xFF, 0xFF, 0xFF], [0x53, 1, 0, 1, 0],
            [0x50, 1, 0, 0, 4], [0x50, 0], [],
        ] as [[UInt8]])
    func noHeader(bytes: [UInt8]) {
        #expect(WorkerFrame.announced(by: bytes) == nil)
    }

    @Test("what was cut off or is no UTF-8 is no message, whatever is missing")
    func cutOff() throws {
        let request = try #require(WorkerRequest(text: "é", voice: FakeWorker.voice, limit: 1).frame).body
        // All but the text, of which half a letter is no text.
        for count in 0..<request.count where count != request.count - 2 {
            #expect(WorkerRequest(WorkerFrame(kind: .request, body: Array(request.prefix(count)))) == nil, "\(count)")
        }
        for error in [SynthesisError.unknownVoice(voice: "a", language: "b"), .notStarted("x")] {
            let body = WorkerFrame(error).body
            for count in 0..<body.count {
                #expect(WorkerFrame(kind: .error, body: Array(body.prefix(count))).error == nil, "\(count)")
            }
        }
        #expect(WorkerReady(WorkerFrame(kind: .ready, body: [1, 0, 0, 0, 0x61])) == nil, "one sample a second")
        #expect(WorkerFrame(kind: .samples, body: [1, 2, 3]).samples == nil)
    }

    @Test("words of any length fit into a frame")
    func longWords() throws {
        let frame = WorkerFrame(.notStarted(String(repeating: "ż", count: 100_000)))
        #expect(frame.body.count <= WorkerFrame.wordBytes)
        #expect(frame.error != nil)
    }

    @Test("a pause before the next start doubles from the third death on, up to half a minute, and ends with an answer")
    func pace() {
        var pace = WorkerPace()
        let now = ContinuousClock.now
        var waits: [Duration?] = []
        for _ in 0..<12 {
            pace.noteDeath(at: now)
            waits.append(pace.wait(at: now))
        }
        let expected: [Duration?] =
            [nil, nil]
            + [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000].map {
                .milliseconds($0)
            }
        #expect(waits == expected)
        #expect(pace.wait(at: now + .seconds(30)) == nil)
        pace.noteAnswer()
        #expect(pace.wait(at: now) == nil)
    }

    @Test("deadly texts are remembered for a while, and no more than a fixed number of them")
    func deadly() {
        func key(_ text: Int) -> SoundKey { WorkerRequest(text: "\(text)", voice: FakeWorker.voice, limit: 1).key }
        var texts = DeadlyTexts()
        let now = ContinuousClock.now
        for text in 0...DeadlyTexts.most { texts.add(key(text), times: 2, at: now) }
        #expect(!texts.contains(key(0), at: now))
        #expect(texts.contains(key(1), at: now))
        #expect(texts.contains(key(DeadlyTexts.most), at: now))
        #expect(!texts.contains(key(1), at: now + DeadlyTexts.time))
        texts.add(key(-1), at: now)
        #expect(!texts.contains(key(-1), at: now), "once may be the process's own fault")
        texts.add(key(-1), at: now)
        #expect(texts.contains(key(-1), at: now))
    }
}
