import MenuFile
import Reception

/// What must come of the call.
extension CallTrial {
    /// Everything that came out otherwise, in one sentence each; nil: nothing.
    var expectationFault: Fault? {
        let faults =
            [
                takerFault, showsFault, whispersFault, callbackFault, voicemailFault, emailFault, requestsFault,
                pathFault, languageFault, endsFault, withinFault,
            ].compactMap { $0 } + variableFaults + saysFaults
        return faults.isEmpty ? nil : Fault(why: faults.joined(separator: "; "), position: test.position)
    }

    private var expect: CallTest.Expectation { test.expect }

    private var taken: [HandOver] { phone.handOvers.filter { $0.takenBy != nil } }

    private var takerFault: String? {
        let takers = taken.compactMap(\.takenBy).map { document.owner(of: $0) }
        let found = takers.isEmpty ? "nobody took it" : "\(takers.joined(separator: ", then ")) took it"
        switch expect.reaches {
        case nil: return nil
        case CallTest.Wanted.none?: return takers.isEmpty ? nil : "nobody was to take the call, but \(found)"
        case .some(let wanted)?:
            return takers.contains(document.owner(of: wanted)) ? nil : "\(wanted) was to take the call, but \(found)"
        }
    }

    /// The telephones that count: those that took the call, else all that were rung.
    private var displays: [HandOver] { taken.isEmpty ? phone.handOvers : taken }

    private var showsFault: String? {
        guard let shows = expect.shows, !displays.contains(where: { $0.shows == shows }) else { return nil }
        return "\"\(shows)\" was to be displayed, but \(listed(displays.map(\.shows)))"
    }

    private var whispersFault: String? {
        guard let whispers = expect.whispers else { return nil }
        let heard = displays.compactMap(\.whispers)
        let wanted = HeardText(whispers)
        if heard.contains(where: { HeardText($0).contains(wanted) }) { return nil }
        return "\"\(whispers)\" was to be whispered, but \(listed(heard))"
    }

    private var pathFault: String? {
        let path = ledger.ends.last?.path ?? ""
        guard let wanted = expect.path, wanted != path else { return nil }
        return "the path was to be \"\(wanted)\", but it is \"\(path)\""
    }

    private var languageFault: String? {
        let language = ledger.ends.last?.language ?? ""
        guard let wanted = expect.language, wanted != language else { return nil }
        return "the language was to be \(wanted), but it is \(language)"
    }

    private var endsFault: String? {
        guard let wanted = expect.ends, wanted.rawValue != ending else { return nil }
        return "the call was to end with \(wanted.rawValue), but it ended with \(ending)"
    }

    /// How it ended: a talk counts before everything, then the dialplan, then who hung up.
    private var ending: String {
        if outcome == .failed { return "a failure of the menu" }
        if outcome == .handedOver { return CallTest.Ending.handedOver.rawValue }
        if !taken.isEmpty { return CallTest.Ending.talk.rawValue }
        return (phone.isHungUpByCaller ? CallTest.Ending.hangup : .goodbye).rawValue
    }

    private var withinFault: String? {
        guard let within = expect.within else { return nil }
        let needed = taken.first?.takenAt ?? length
        guard needed > within else { return nil }
        return "it was to take \(within.inTenths) s at most, but it took \(needed.inTenths) s"
    }

    private var variableFaults: [String] {
        expect.variables.compactMap { wanted in
            let value = variables[wanted.name]
            guard value != wanted.value else { return nil }
            let isHidden = document.sensitive.contains(wanted.name)
            let found = value.map { isHidden ? Self.mask : "\"\($0)\"" } ?? "missing"
            let right = wanted.value.map { isHidden ? Self.mask : "\"\($0)\"" } ?? "missing"
            return "{\(wanted.name)} was to be \(right), but it is \(found)"
        }
    }

    private var saysFaults: [String] {
        let said = phone.transcript.compactMap { entry -> HeardText? in
            if case .said(let text) = entry.what { HeardText(text) } else { nil }
        }
        let missing = expect.says.filter { text in !said.contains { $0.contains(HeardText(text)) } }
        let wrong = expect.never.filter { text in said.contains { $0.contains(HeardText(text)) } }
        return missing.map { "\"\($0)\" was to be said, but was not" }
            + wrong.map { "\"\($0)\" was never to be said, but was" }
    }

    /// What was found instead, in words.
    func listed(_ texts: [String]) -> String {
        texts.isEmpty ? "nothing was" : "it was " + texts.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}

extension Duration {
    /// Seconds with one decimal: "5.1".
    public var inTenths: String {
        let tenths = Int((self / .milliseconds(100)).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
