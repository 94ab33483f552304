import MenuFile

/// Messages that go elsewhere than into our own rows: a person's Asterisk mailbox, and the note of a callback.
extension CallWalk {
    /// The mailbox of a person who has one and no address (§3.3).
    func mailbox(of target: CallbackTarget) -> String? {
        guard case .person(let id) = target, let person = document.person(id), person.email.isEmpty else { return nil }
        return person.mailbox
    }

    /// Leaves the message with Asterisk's VoiceMail, which tells the person by itself.
    func leave(in mailbox: String, _ verb: VoicemailVerb) async throws(WalkStop) -> VerbOutcome {
        let outcome = try await command { phone throws(PhoneError) in try await phone.voiceMail(mailbox) }
        switch outcome {
        case .kept:
            steps.note(
                "mailbox \(mailbox): kept", services, .voicemail,
                .with { $0.names = [document.people.first { $0.mailbox == mailbox }?.id ?? mailbox] })
            guards.achieved = .voicemail
            try await thank(verb)
            return .kept(.voicemail)
        case .left: throw .jump(.operator)
        case .nothing, nil:
            steps.note("mailbox \(mailbox): no message", services)
            return .notDone
        }
    }

    /// `voice-note`: asks for a few words behind a number that is settled. Silence leaves none, and the request goes on.
    func takeNote(_ list: CallbackTarget) async throws(WalkStop) {
        try await speak(builder.phrase(.messageAsk), interruptible: true)
        try heedZero()
        try emptyBuffer()
        switch try await record(VoicemailVerb(to: list, review: false), into: newFile) {
        case .nothing: break
        case .message(let message): spokenNote = message.file + ".wav"
        case .operator(let message):
            spokenNote = message.map { $0.file + ".wav" }
            throw .jump(.operator)
        case .hungUp(let message):
            // What a hang-up leaves behind has the note with it.
            spokenNote = message.map { $0.file + ".wav" }
            throw .hungUp
        }
    }
}
