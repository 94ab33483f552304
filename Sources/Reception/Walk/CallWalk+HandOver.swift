import MenuFile

/// §4.2, hand-over: what the answering side is told before ring, queue and dialplan.
extension CallWalk {
    /// More variables than this are not handed over: each is a command before the telephone rings.
    static let mostHandedOver = 64

    /// `__ATTENDANT_V_NAME` for every variable that is not sensitive; the two underscores pass it on to the channels
    /// that are called.
    var variablesHandedOver: [(name: String, value: String)] {
        variables.names.filter { !isSensitive($0) }.prefix(Self.mostHandedOver).map { name in
            ("__ATTENDANT_V_" + Self.channelName(name), variables[name] ?? "")
        }
    }

    /// `visit.id` is VISIT_ID in the dialplan, whose names have neither dots nor dashes.
    private static func channelName(_ name: String) -> String {
        String(name.uppercased().map { $0 == "." || $0 == "-" ? "_" : $0 })
    }

    /// Sets the channel variables and the name that is displayed.
    func handOver(_ shown: String) async throws(WalkStop) {
        let values = [
            ("__ATTENDANT_LABEL", labelText), ("__ATTENDANT_PATH", path), ("__ATTENDANT_LANGUAGE", language),
            ("__ATTENDANT_CALL", facts.id),
        ]
        for (name, value) in values + variablesHandedOver {
            _ = try await command { phone throws(PhoneError) in try await phone.setVariable(name, value) }
        }
        _ = try await command { phone throws(PhoneError) in try await phone.showName(shown) }
    }

    /// Hands the channel over while `body` runs, and puts the caller's own name back when control returns, also when the
    /// walk goes on elsewhere.
    func handedOver<Value>(
        _ shown: String, _ body: () async throws(WalkStop) -> Value
    ) async throws(WalkStop) -> Value {
        try await handOver(shown)
        let value: Value
        do throws(WalkStop) {
            value = try await body()
        } catch {
            if case .jump = error { try await takeBack() }
            throw error
        }
        try await takeBack()
        return value
    }

    /// Puts the caller's own name back.
    func takeBack() async throws(WalkStop) {
        _ = try await command { phone throws(PhoneError) in try await phone.showName(nil) }
    }

    /// What the answering telephone displays.
    func shownText(_ show: Text?) -> String { staffText(show ?? document.show) }

    /// The sound that the answerer hears before the talk, in the language of the staff; nil: none, or none can be made.
    func whisperSound(_ whisper: Text?) async throws(WalkStop) -> Sound? {
        guard let prompt = whisper.map({ staffBuilder.prompt($0) }), !prompt.pieces.isEmpty else { return nil }
        return try await sound(of: prompt)
    }

    /// Speaks, and makes the whisper of the step meanwhile, so that it is there when somebody is rung.
    func preparingWhisper(
        of step: Step, _ speaking: () async throws(WalkStop) -> Bool
    ) async throws(WalkStop) -> Bool {
        let prompt = step.whisper.map { staffBuilder.prompt($0) }
        guard let prompt, !prompt.pieces.isEmpty, services.prompts.ready(prompt) == nil else {
            return try await speaking()
        }
        let library = services.prompts
        var isHeard = true
        let (_, stop) = await alongside({ _ = try? await library.sound(of: prompt) }, isGivenUp: true) { flag in
            do throws(WalkStop) {
                isHeard = try await speaking()
                try await self.listen(until: flag)
                return nil
            } catch {
                return error
            }
        }
        if let stop { throw stop }
        return isHeard
    }
}

extension Step {
    /// What is whispered to whoever answers.
    fileprivate var whisper: Text? {
        switch verb {
        case .ring(let ring): ring.whisper
        case .queue(let queue): queue.whisper
        default: nil
        }
    }
}
