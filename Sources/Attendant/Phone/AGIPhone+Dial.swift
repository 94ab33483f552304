import FastAGI
import Reception

/// Ringing: EXEC Dial, and what DIALSTATUS says afterwards.
extension AGIPhone {
    func dial(_ request: DialRequest) async throws(PhoneError) -> DialOutcome {
        try stillThere()
        let targets = request.targets.joined(separator: "&")
        guard !targets.contains(where: { $0 == "," || $0 == "\n" || $0 == "\r" }) else {
            throw .refused("a dial string with a comma: \(targets)")
        }
        let seconds = max(1, request.timeout.components.seconds)
        let options = "\(targets),\(seconds),\(Self.options(request))"
        let began = ContinuousClock.now
        do {
            _ = try await send(.exec(application: "Dial", options: options), lasting: nil)
        } catch .hungUp {
            // Asterisk answers 511 to nothing here, but a HANGUP may have come first; DIALSTATUS still tells.
        }
        // Both are read on a dead channel, too: a talk that the caller ended is still one.
        let status = try await word("DIALSTATUS") ?? ""
        guard status == "ANSWER" else { return try await outcome(of: status) }
        // ANSWEREDTIME counts from the answer of the caller's own channel (end_bridge_callback in app_dial.c), which is
        // long ago here: the talk is counted from the moment the telephone began to ring.
        return .talked(ContinuousClock.now - began, with: try await word("DIALEDPEERNUMBER"))
    }

    /// The subroutine of the dialplan that runs the script which it is given.
    private static let answeredContext = "attendant-connected"

    /// Whether the dialplan has it: who wrote a dialplan of their own need not.
    func canTellAnswer() async throws(PhoneError) -> Bool {
        try await word("DIALPLAN_EXISTS(\(Self.answeredContext),s,1)") == "1"
    }

    /// Ringing tone or music for a caller whose line is answered already, and what the answerer hears first.
    private static func options(_ request: DialRequest) -> String {
        let whisper = SoundArgument(request.whisper).map { "A(\($0.text))" } ?? ""
        let told = request.answeredScript.map { "U(\(answeredContext)^\($0))" } ?? ""
        return (request.music ? "m" : "r") + whisper + told
    }

    private func outcome(of status: String) async throws(PhoneError) -> DialOutcome {
        if session.isHungUp || status == "CANCEL" { throw .hungUp }
        let channel = try await send(.channelStatus())
        if session.isHungUp || channel.result == -1 { throw .hungUp }
        switch status {
        case "BUSY": return .busy
        case "NOANSWER": return .noAnswer
        case "CONGESTION": return .congestion
        case "CHANUNAVAIL": return .unavailable
        default: return .failed(status)
        }
    }
}
