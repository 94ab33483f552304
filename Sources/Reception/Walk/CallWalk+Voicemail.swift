import Foundation
import Logging
import MenuFile

/// `voicemail`: a spoken message, reviewed, kept, and only then thanked for.
extension CallWalk {
    func voicemail(_ verb: VoicemailVerb, hasPrompt: Bool) async throws(WalkStop) -> VerbOutcome {
        if !hasPrompt {
            try await speak(builder.phrase(.messageAsk), interruptible: true)
            try heedZero()
        }
        try emptyBuffer()
        if let mailbox = mailbox(of: verb.to) { return try await leave(in: mailbox, verb) }
        while true {
            try checkTime()
            let recorded = try await record(verb, into: newFile)
            switch recorded {
            case .nothing: return .notDone
            case .operator(let message):
                if let message { try await keep(message, verb) }
                throw .jump(.operator)
            case .hungUp(let message):
                if let message { try await keep(message, verb) }
                throw .hungUp
            case .message(let message):
                guard try await review(message, verb) else { continue }
                guard try await keep(message, verb) else { return try await notKept(verb) }
                try await thank(verb)
                return .kept(.voicemail)
            }
        }
    }

    /// What a recording came to. Messages shorter than `min` are none.
    enum Recorded {
        case nothing
        case message(Message)
        case `operator`(Message?)
        case hungUp(Message?)
    }

    /// A recorded message on disk.
    struct Message {
        let file: String
        let length: Duration
    }

    /// A name for a recording that no other of the house has, absolute, without extension.
    var newFile: String { "\(house.messages)/\(facts.id)-\(steps.count)" }

    func record(
        _ verb: VoicemailVerb, into file: String, isRepeat: Bool = false
    ) async throws(WalkStop) -> Recorded {
        let request = RecordRequest(file: file, longest: verb.longest, silence: verb.silence, beep: verb.beep)
        let recording = try await command { phone throws(PhoneError) in try await phone.record(request) }
        guard let recording else { return .nothing }
        let message = recording.length >= verb.shortest ? Message(file: file, length: recording.length) : nil
        noteRecording(recording)
        switch recording.end {
        case .key(.zero): return .operator(message)
        case .hungUp: return .hungUp(message)
        case .key where recording.length == .zero && !isRepeat:
            // A key of before, pressed into the beep: the message is still to come.
            return try await record(verb, into: file, isRepeat: true)
        case .key, .silence: return message.map { .message($0) } ?? .nothing
        case .failed(let why):
            try fault(why)
            return .nothing
        }
    }

    /// 1 sends, 2 records again, 3 plays it, two silences send.
    ///
    /// - Returns: false: record again.
    private func review(_ message: Message, _ verb: VoicemailVerb) async throws(WalkStop) -> Bool {
        guard verb.review else { return true }
        keys.between = document.keys.between
        var silences = 0
        var wrong = 0
        do throws(WalkStop) {
            while silences < 2, wrong < document.keys.wrong {
                try checkTime()
                try await speak(builder.phrase(.messageReview), interruptible: true)
                switch try await nextKey(within: document.keys.wait)?.character {
                case "1", "#": return true
                case "2": return false
                case "3":
                    let sound = Sound(path: message.file, length: message.length, text: "")
                    let heard = try await command { phone throws(PhoneError) in try await phone.play(sound, from: .zero)
                    }
                    if let key = heard?.key { try take(key) }
                case "0": throw WalkStop.jump(.operator)
                case nil: silences += 1
                default:
                    wrong += 1
                    try unknownKey(at: keys.pressed)
                    try countMistake()
                }
            }
            return true
        } catch {
            // Whatever ends the review, the message is not lost with it (§4.3).
            try await keep(message, verb)
            throw error
        }
    }

    @discardableResult
    private func keep(_ message: Message, _ verb: VoicemailVerb) async throws(WalkStop) -> Bool {
        let record = messageRecord(message, verb)
        let ledger = services.ledger
        let (isKept, stop) = await listenedOut { () async -> Bool in
            do throws(LedgerError) {
                try await ledger.keep(record)
                return true
            } catch {
                return false
            }
        }
        if isKept {
            guards.achieved = .voicemail
            phase = .other
            noteMessage(to: verb.to.listName, message.length)
        } else {
            logger.error("message not stored")
        }
        if let stop { throw stop }
        return isKept
    }

    private func notKept(_ verb: VoicemailVerb) async throws(WalkStop) -> VerbOutcome {
        steps.note("not stored", services, .fault, .with { $0.result = "not stored" })
        try await speak(builder.phrase(.notStored), interruptible: false)
        throw .jump(.operator)
    }

    func thank(_ verb: VoicemailVerb) async throws(WalkStop) {
        forgetKeys()
        let prompt = verb.thanks.map { builder.prompt($0) } ?? builder.withGoodbye(builder.phrase(.messageThanks))
        try await speak(prompt, interruptible: false)
    }

    private func messageRecord(_ message: Message, _ verb: VoicemailVerb) -> MessageRecord {
        MessageRecord(
            call: facts.id, recipient: verb.to.listName, file: message.file + ".wav", length: message.length,
            at: services.clock.now, number: caller?.e164 ?? (facts.isWithheld ? nil : facts.number),
            callerName: facts.name, label: labelText, path: path, language: language,
            subject: verb.subject.map { staffText($0) } ?? "\(labelText): \(callerName)",
            timeZone: timeZone.identifier, notify: told(verb.to))
    }
}

extension Duration {
    /// Whole seconds, rounded down.
    var wholeSeconds: Int64 { components.seconds }
}
