/// A text to be spoken by another process.
struct WorkerRequest: Equatable, Sendable {
    let text: String
    let voice: SpokenVoice
    /// How many samples at most.
    let limit: Int

    /// As a frame; nil when it is longer than any request.
    var frame: WorkerFrame? {
        guard text.utf8.count <= WorkerFrame.requestBytes else { return nil }
        var writer = WireWriter()
        writer.add(UInt32(clamping: limit))
        for number in [voice.speed, voice.pitch, voice.gap, voice.volume] { writer.add(UInt16(clamping: number)) }
        writer.add(counted: voice.language)
        writer.add(counted: voice.name)
        writer.bytes.append(contentsOf: text.utf8)
        guard writer.bytes.count <= WorkerFrame.requestBytes else { return nil }
        return WorkerFrame(kind: .request, body: writer.bytes)
    }

    /// A digest of text and voice: what is remembered of a request without keeping what a caller was told.
    var key: SoundKey {
        var writer = KeyWriter()
        writer.add(text)
        writer.add(voice)
        return writer.key
    }
}

extension WorkerRequest {
    /// What a frame asks for; nil when it is none.
    init?(_ frame: WorkerFrame) {
        var reader = WireReader(frame.body)
        guard frame.kind == .request, let limit = reader.number(UInt32.self),
            let speed = reader.number(UInt16.self), let pitch = reader.number(UInt16.self),
            let gap = reader.number(UInt16.self), let volume = reader.number(UInt16.self),
            let language = reader.counted(), let name = reader.counted(), let text = reader.remaining()
        else { return nil }
        self.limit = Int(limit)
        self.text = text
        voice = SpokenVoice(
            language: language, name: name, speed: Int(speed), pitch: Int(pitch), gap: Int(gap), volume: Int(volume))
    }
}

/// What an engine says of itself when it is ready.
struct WorkerReady: Equatable, Sendable {
    let sampleRate: Int
    let identity: String

    var frame: WorkerFrame {
        var writer = WireWriter()
        writer.add(UInt32(clamping: sampleRate))
        writer.bytes.append(contentsOf: identity.utf8.prefix(WorkerFrame.wordBytes - 4))
        return WorkerFrame(kind: .ready, body: writer.bytes)
    }

    init(sampleRate: Int, identity: String) {
        self.sampleRate = sampleRate
        self.identity = identity
    }

    /// What a frame says; nil when it says nothing of the kind.
    init?(_ frame: WorkerFrame) {
        var reader = WireReader(frame.body)
        guard frame.kind == .ready, let rate = reader.number(UInt32.self), (8_000...96_000).contains(rate),
            let identity = reader.remaining(), !identity.isEmpty
        else { return nil }
        self.init(sampleRate: Int(rate), identity: identity)
    }
}

extension WorkerFrame {
    /// A frame of samples; nil when they are more than one holds.
    init?(samples: [Int16]) {
        guard samples.count * 2 <= Self.sampleBytes else { return nil }
        self.init(kind: .samples, body: samples.withUnsafeBytes { Array($0) })
    }

    /// The samples of a frame: both processes run on one machine, so its own byte order will do.
    var samples: [Int16]? {
        guard kind == .samples, body.count.isMultiple(of: 2) else { return nil }
        return [Int16](unsafeUninitializedCapacity: body.count / 2) { buffer, count in
            UnsafeMutableRawBufferPointer(buffer).copyBytes(from: body)
            count = body.count / 2
        }
    }

    /// A frame that says why there is no sound.
    init(_ error: SynthesisError) {
        var writer = WireWriter()
        switch error {
        case .unknownVoice(let voice, let language):
            writer.add(UInt8(1))
            writer.add(Int32(0))
            writer.add(counted: voice)
            writer.add(counted: language)
        case .notStarted(let why):
            writer.add(UInt8(2))
            writer.add(Int32(0))
            writer.add(counted: why)
        case .refused(let what, let code):
            writer.add(UInt8(3))
            writer.add(Int32(clamping: code))
            writer.add(counted: what)
        case .tooLong(let seconds):
            writer.add(UInt8(4))
            writer.add(Int32(clamping: seconds))
        case .lost(let why):
            writer.add(UInt8(5))
            writer.add(Int32(0))
            writer.add(counted: why)
        }
        self.init(kind: .error, body: writer.bytes)
    }

    /// What a frame says of a failure; nil when it says nothing of the kind.
    var error: SynthesisError? {
        var reader = WireReader(body)
        guard kind == .error, let kind = reader.number(UInt8.self), let number = reader.number(Int32.self) else {
            return nil
        }
        switch kind {
        case 1:
            guard let voice = reader.counted(), let language = reader.counted() else { return nil }
            return .unknownVoice(voice: voice, language: language)
        case 2: return reader.counted().map { .notStarted($0) }
        case 3: return reader.counted().map { .refused($0, code: Int(number)) }
        case 4: return .tooLong(seconds: Int(number))
        case 5: return reader.counted().map { .lost($0) }
        default: return nil
        }
    }
}
