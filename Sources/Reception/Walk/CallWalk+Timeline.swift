import MenuFile

/// The timeline: what the caller heard and pressed, and what the call brought with it. Secrets are ••• here already.
extension CallWalk {
    /// What the call brought with it.
    func noteBeginning() {
        let details = CallMoment.Details.with { details in
            details.arguments = facts.arguments.isEmpty ? nil : shownArguments
            details.isMasked = details.arguments == nil || details.arguments == facts.arguments ? nil : true
            details.channelLanguage = facts.language.isEmpty ? nil : facts.language
            details.callsToday = earlierToday
            details.dice = dice
            details.number = facts.isWithheld ? nil : facts.number
            details.switches = switchedHours
            details.notices = switchedNotices
        }
        let from = facts.isWithheld ? "a withheld number" : callerNumber ?? "an unknown number"
        steps.mark(.began, "call from \(from)", services, details)
    }

    /// Arguments go into sensitive variables under names of their own.
    private var shownArguments: [String: String] {
        var hidden = variables.sensitive
        for variable in document.variables where variables.sensitive.contains(variable.name) {
            guard case .text(let text) = variable.source else { continue }
            hidden.formUnion(text.variables.filter { $0.hasPrefix("arg.") }.map { String($0.dropFirst(4)) })
        }
        return Dictionary(
            uniqueKeysWithValues: facts.arguments.map { name, value in
                (name, hidden.contains(name) || isSensitive("arg.\(name)") ? Variables.mask : value)
            })
    }

    private var switchedHours: [String: String]? {
        let states = document.schedules.compactMap { schedule in
            services.board.hourSwitch(menu: document.fileName, schedule: schedule.name)
                .flatMap { found -> (String, String)? in
                    if let until = found.until, until <= services.clock.now { return nil }
                    return (schedule.name, found.isOpen ? "open" : "closed")
                }
        }
        return states.isEmpty ? nil : Dictionary(states) { $1 }
    }

    private var switchedNotices: [String]? {
        let names = services.board.notices(menu: document.fileName)
            .filter { $0.isOn(at: services.clock.now) }.map(\.name)
        return names.isEmpty ? nil : names
    }

    /// What the channel's variables held.
    func noteChannel(_ read: [CallMoment.Details.Kept]) {
        guard !read.isEmpty else { return }
        let words = read.map { "\($0.source) = \($0.value ?? Variables.mask)" }.joined(separator: ", ")
        steps.mark(
            .channel, words, services,
            .with { details in
                details.kept = read
                details.isMasked = read.contains { $0.value == nil } ? true : nil
            })
    }

    /// A prompt that began then and is over now.
    func notePrompt(_ sound: Sound, since began: Duration) {
        guard !sound.text.isEmpty else { return }
        steps.mark(
            .prompt, sound.isSensitive ? Variables.mask : sound.text, services,
            .with { details in
                details.seconds = Self.inSeconds(min(services.clock.uptime - began, sound.length))
                details.length = Self.inSeconds(sound.length)
                details.isMasked = sound.isSensitive ? true : nil
            }, at: began)
    }

    /// A key, when it is known what it was for.
    ///
    /// - Parameter isDropped: it belonged to nothing; in a menu that asks for secrets it may have been one of these.
    func noteKey(
        _ typed: KeyBuffer.Typed, isSecret: Bool = false, isDropped: Bool = false, isImmediate: Bool = false
    ) {
        let isHidden = isSecret || (isDropped && document.asksForSecrets)
        steps.mark(
            .key, isHidden ? Variables.mask : String(typed.key.character), services,
            .with { details in
                details.isMasked = isHidden ? true : nil
                details.isDropped = isDropped ? true : nil
                details.isImmediate = isImmediate ? true : nil
            }, at: typed.at)
    }

    /// The line waited since then, and no key came.
    func noteSilence(since began: Duration) {
        steps.mark(
            .silence, "no key", services, .with { $0.seconds = Self.inSeconds(services.clock.uptime - began) },
            at: began)
    }

    /// Throws away what was typed ahead, before thanks that nothing follows.
    func forgetKeys() {
        let dropped = buffer.removeAll()
        for typed in dropped { noteKey(typed, isDropped: true) }
        untaken += dropped
    }

    static func inSeconds(_ time: Duration) -> Double { (time / .milliseconds(1)).rounded() / 1000 }
}

extension MenuDocument {
    /// Whether the menu collects something that nobody may see.
    fileprivate var asksForSecrets: Bool { allSteps.contains(where: \.collectsSensitive) }
}
