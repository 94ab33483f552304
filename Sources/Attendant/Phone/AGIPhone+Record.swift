import FastAGI
import Reception

/// Recording: RECORD FILE, whose word says what ended it (its number does not, asterisk-agi C.5).
extension AGIPhone {
    /// Asterisk cuts the silence that ended a recording off its file, but for one second (`handle_recordfile` in
    /// res_agi.c), before it counts the samples.
    private static let silenceLeft = Duration.seconds(1)

    func record(_ request: RecordRequest) async throws(PhoneError) -> Reception.Recording {
        let command = Command.recordFile(
            FastAGI.Recording(
                file: request.file, format: "wav", escape: .all, limit: .after(request.longest), beep: request.beep,
                silence: request.silence))
        let reply = try await send(command, lasting: request.longest + request.silence)
        let heard = Samples.duration(max(0, reply.endpos ?? 0))
        switch reply.word {
        case "dtmf":
            guard let key = Self.key(reply.result) else { return Reception.Recording(length: heard, end: .silence) }
            return Reception.Recording(length: heard, end: .key(key))
        case "timeout":
            // Both the limit and silence end so; the silence is no part of the message.
            let bySilence = heard + .milliseconds(500) < request.longest
            let spoken = bySilence ? max(.zero, heard - Self.silenceLeft) : heard
            return Reception.Recording(length: spoken, end: .silence)
        case "hangup": return Reception.Recording(length: heard, end: .hungUp)
        default: return try await notRecorded(reply, heard)
        }
    }

    /// A key pressed during the beep ends a recording before it began, as does a hang-up; the word is the same
    /// (`randomerror`, handle_recordfile in res_agi.c), and HANGUP comes behind the reply.
    private func notRecorded(_ reply: Reply, _ heard: Duration) async throws(PhoneError) -> Reception.Recording {
        if reply.word == "randomerror", let key = Self.key(reply.result) {
            return Reception.Recording(length: .zero, end: .key(key))
        }
        let what = "RECORD FILE: \(reply.word ?? reply.value)"
        do throws(PhoneError) {
            if reply.result == -1 { try await failed(what) }
        } catch .hungUp {
            return Reception.Recording(length: heard, end: .hungUp)
        } catch .refused {
            // The channel is up: Asterisk could not record.
        }
        return Reception.Recording(length: heard, end: .failed(what))
    }
}
