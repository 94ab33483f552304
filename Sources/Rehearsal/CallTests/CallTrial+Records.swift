import MenuFile
import Reception

/// What the call must have left behind.
extension CallTrial {
    var callbackFault: String? {
        switch test.expect.callback {
        case nil: return nil
        case CallTest.Wanted.none?:
            return ledger.callbacks.isEmpty ? nil : "no callback was to be noted, but \(callbacksInWords)"
        case .some(let wanted)?:
            if ledger.callbacks.contains(where: { fits($0, wanted) }) { return nil }
            return "a callback \(inWords(wanted)) was to be noted, but \(callbacksInWords)"
        }
    }

    private func fits(_ row: CallbackRequest, _ wanted: CallTest.Callback) -> Bool {
        if let list = wanted.list, row.list != list { return false }
        if let number = wanted.number, row.number != number.map({ e164($0) }) { return false }
        if let confirmed = wanted.confirmed, row.isConfirmed != confirmed { return false }
        if let status = wanted.status, row.status.rawValue != status { return false }
        return true
    }

    private func e164(_ text: String) -> String {
        if case .callable(let number) = numbers.read(text, country: country) { return number.e164 }
        return text.filter { !" -().".contains($0) }
    }

    private func inWords(_ wanted: CallTest.Callback) -> String {
        let parts = [
            wanted.list.map { "on the list \($0)" }, wanted.number.map { "to \($0 ?? "a withheld number")" },
            wanted.confirmed.map { $0 ? "confirmed" : "not confirmed" }, wanted.status,
        ].compactMap { $0 }
        return parts.joined(separator: ", ")
    }

    private var callbacksInWords: String {
        guard !ledger.callbacks.isEmpty else { return "none was" }
        return ledger.callbacks.map { row in
            var found = CallTest.Callback()
            found.list = row.list
            found.number = .some(row.number)
            found.confirmed = row.isConfirmed
            found.status = row.status.rawValue
            return inWords(found)
        }.joined(separator: " and ") + " was"
    }

    var voicemailFault: String? {
        let left = messages
        let found =
            left.isEmpty
            ? "none was"
            : left.map { "\($0.length.inTenths) s for \($0.recipient)" }.joined(separator: " and ") + " was"
        switch test.expect.voicemail {
        case nil: return nil
        case CallTest.Wanted.none?: return left.isEmpty ? nil : "no message was to be kept, but \(found)"
        case .some(let wanted)?:
            let fits = left.contains { message in
                (wanted.to.map { $0 == message.recipient } ?? true)
                    && (wanted.seconds.map { abs($0 - message.length / .seconds(1)) <= 0.5 } ?? true)
            }
            if fits { return nil }
            let length = wanted.seconds.map { "of \(Duration.seconds($0).inTenths) s " } ?? ""
            return "a message \(length)\(wanted.to.map { "for \($0) " } ?? "")was to be kept, but \(found)"
        }
    }

    /// The messages of ours, and those in mailboxes of Asterisk's.
    private var messages: [(recipient: String, length: Duration)] {
        ledger.messages.map { ($0.recipient, $0.length) }
            + phone.mailboxes.map { message in
                (document.people.first { $0.mailbox == message.mailbox }?.id ?? message.mailbox, message.length)
            }
    }

    var emailFault: String? {
        let told = Set(ledger.callbacks.flatMap(\.notify) + ledger.messages.flatMap(\.notify))
        let found = told.isEmpty ? "nobody was" : "\(told.sorted().joined(separator: ", ")) was"
        switch test.expect.email {
        case nil: return nil
        case CallTest.Wanted.none?: return told.isEmpty ? nil : "nobody was to be mailed, but \(found)"
        case .some(let wanted)?:
            let missing = wanted.filter { name in
                let addresses = document.person(name)?.email ?? [name]
                return !addresses.contains { told.contains($0) }
            }
            return missing.isEmpty ? nil : "\(missing.joined(separator: ", ")) was to be mailed, but \(found)"
        }
    }

    var requestsFault: String? {
        guard let wanted = test.expect.requests else { return nil }
        let sent = requests.map { "\($0.method) \($0.url)" }
        let found = sent.isEmpty ? "none was" : "\(sent.joined(separator: ", ")) was"
        guard !wanted.isEmpty else { return sent.isEmpty ? nil : "no request was to be sent, but \(found)" }
        let missing = wanted.filter { pattern in
            !requests.contains { pattern.matches(method: $0.method, url: $0.url) }
        }
        guard !missing.isEmpty else { return nil }
        return "\(missing.map(\.description).joined(separator: ", ")) was to be sent, but \(found)"
    }
}
