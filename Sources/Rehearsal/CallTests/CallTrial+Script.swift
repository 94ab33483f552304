import MenuFile

/// The script: every line must have been done and heard.
extension CallTrial {
    /// The first line that does not hold.
    var scriptFault: Fault? {
        var action = 0
        for line in test.script {
            if let why = fault(of: line, next: action) {
                return Fault(why: "\"\(line.text)\": \(why)", position: line.position)
            }
            if CallerAction(line.action) != nil { action += 1 }
        }
        return untakenFault
    }

    /// Why a line does not hold; nil: it does.
    ///
    /// - Parameter next: the number of the line's action; for a line that only listens, of the action after it.
    private func fault(of line: CallTest.Line, next: Int) -> String? {
        switch line.action {
        case .hear(let text):
            return isHeard(text, before: next) ? nil : "not heard; \(saidInWords(before: next))"
        case .notHear(let text):
            return isHeard(text, before: next) ? "heard; \(saidInWords(before: next))" : nil
        case .press(let keys, _): return pressFault(keys, phone.traces[next])
        case .silence:
            return phone.traces[next].done == nil ? "the call was over before it waited for a key" : nil
        case .speak: return phone.traces[next].done == nil ? "nothing was recorded" : nil
        case .hangUp: return phone.traces[next].done == nil ? "the call was over before" : nil
        }
    }

    private func pressFault(_ keys: String, _ trace: ActionTrace) -> String? {
        if trace.reached == nil { return "never pressed, for nothing asked for it" }
        if trace.done == nil { return "the call was over before all keys were pressed" }
        return trace.unheard.isEmpty ? nil : "pressed while nobody listened: \(trace.unheard)"
    }

    /// Keys that went into the line's buffer and were taken by nothing.
    private var untakenFault: Fault? {
        guard let key = untakenKeys.first else { return nil }
        let line = test.script.last { line in
            if case .press(let keys, _) = line.action { keys.contains(key) } else { false }
        }
        let word = untakenKeys.count == 1 ? "key" : "keys"
        return Fault(
            why: "\(line.map { "\"\($0.text)\": " } ?? "")nothing took the \(word) \(untakenKeys)",
            position: line?.position ?? test.position)
    }

    /// What was said after the action before this one began to be asked for, until this one.
    private func said(before next: Int) -> [(place: Int, text: String)] {
        let traces = phone.traces
        let transcript = phone.transcript
        let from = next == 0 ? 0 : traces[next - 1].done ?? transcript.count
        let to = next < traces.count ? traces[next].reached ?? transcript.count : transcript.count
        guard from < to else { return [] }
        return (from..<to).compactMap { place in
            if case .said(let text) = transcript[place].what { (place, text) } else { nil }
        }
    }

    private func isHeard(_ text: String, before next: Int) -> Bool {
        let wanted = HeardText(text)
        return said(before: next).contains { HeardText($0.text).contains(wanted) }
    }

    private func saidInWords(before next: Int) -> String {
        let hidden = phone.sensitiveEntries
        let said = said(before: next).map { hidden.contains($0.place) ? Self.mask : $0.text }
        return said.isEmpty
            ? "nothing was said there" : "said there: " + said.map { "\"\($0)\"" }.joined(separator: " ")
    }
}
