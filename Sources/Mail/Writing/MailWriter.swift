internal import Foundation

/// Writes the mails that staff get. Pure: the same notice makes the same mail, so that repeats are known as such.
public struct MailWriter: Sendable {
    /// A larger file is not attached: mail servers refuse it, and the mail with it.
    public static let largestAttachment = 20 * 1024 * 1024

    private let from: MailAddress?
    private let host: String
    private let texts: MailTexts

    /// - Parameters:
    ///   - from: the sender of every mail; nil leaves it to the mail program.
    ///   - host: this machine's name, which makes ids unique where there is no sender.
    ///   - texts: the words, in the staff's language.
    public init(from: MailAddress?, host: String = "localhost", texts: MailTexts = .english) {
        self.from = from
        self.host = host
        self.texts = texts
    }

    /// The same writer in another language; English where there are no words in it.
    public func speaking(_ language: String) -> MailWriter {
        MailWriter(from: from, host: host, texts: MailTexts.texts(in: language))
    }

    /// The mail about a request to be called back, a missed call, or one that was not confirmed.
    ///
    /// - Parameters:
    ///   - recipients: mail addresses; those that are none are left out.
    ///   - outbox: where it stands in the outbox, which makes the mail's id and date.
    ///   - note: the caller's spoken note, if any.
    /// - Throws: `MailError.badAddress` when none of the recipients is an address, `noRecipient` when there are none.
    public func mail(
        about notice: CallbackNotice, to recipients: [String], outbox: OutboxMark, note: Attachment? = nil
    ) throws(MailError) -> MailMessage {
        let (subject, opening) =
            switch notice.occasion {
            case .asked: (texts.subjectAsked, texts.asked)
            case .unconfirmed: (texts.subjectUnconfirmed, texts.unconfirmed)
            case .missed: (texts.subjectMissed, texts.missed)
            }
        var values = names(notice.name, notice.number, notice.label)
        values["id"] = "\(notice.id)"
        values["list"] = notice.list
        values["count"] = "\(notice.asked)"
        values["call"] = notice.call
        let closing = [texts.request] + (notice.asked > 1 ? [texts.repeated] : []) + [texts.call]
        return MailMessage(
            from: from, to: try addresses(recipients), subject: MailTexts.filled(subject, values),
            text: text(opening, lines(of: notice), closing, values), attachments: note.map { [$0] } ?? [],
            date: outbox.created, id: id("callback", outbox))
    }

    /// The mail with a message.
    ///
    /// - Parameters:
    ///   - recipients: mail addresses; those that are none are left out.
    ///   - outbox: where it stands in the outbox, which makes the mail's id and date.
    ///   - sound: the message, or why it cannot be attached, in one line.
    /// - Throws: as above.
    public func mail(
        about notice: VoicemailNotice, to recipients: [String], outbox: OutboxMark,
        sound: Result<Attachment, MissingSound>
    ) throws(MailError) -> MailMessage {
        var values = names(notice.name, notice.number, notice.label)
        values["length"] = MailTexts.filled(texts.seconds, ["count": "\(max(notice.length.components.seconds, 1))"])
        values["call"] = notice.call
        var opening = texts.voicemail
        var attachments: [Attachment] = []
        switch sound {
        case .success(let attachment): attachments = [attachment]
        case .failure(let missing):
            opening = texts.voicemailWithoutFile
            values["file"] = missing.words
        }
        let subject = notice.subject.isEmpty ? MailTexts.filled(texts.subjectVoicemail, values) : notice.subject
        return MailMessage(
            from: from, to: try addresses(recipients), subject: subject,
            text: text(opening, lines(of: notice), [texts.call], values), attachments: attachments,
            date: outbox.created, id: id("message", outbox))
    }
}

// MARK: - Lines

extension MailWriter {
    private func lines(of notice: CallbackNotice) -> [(String, String?)] {
        let certainty =
            notice.isConfirmed ? texts.isConfirmed : notice.isTyped ? texts.isTyped : texts.isFromNetwork
        let window = notice.window.map { " (\($0))" } ?? ""
        return [
            (texts.number, notice.number.map { "\($0) (\(certainty))" } ?? texts.withheld), (texts.name, notice.name),
            (texts.about, notice.reason), (texts.when, time(notice.at, notice.timeZone)),
            (texts.due, notice.due.map { time($0, notice.timeZone) + window }), (texts.dialled, notice.dialled),
            (texts.language, notice.language),
        ]
    }

    private func lines(of notice: VoicemailNotice) -> [(String, String?)] {
        [
            (texts.number, notice.number ?? texts.withheld), (texts.name, notice.name), (texts.about, notice.path),
            (texts.when, time(notice.at, notice.timeZone)), (texts.language, notice.language),
        ]
    }

    /// Lines without a value are left out. A value is one line, whatever it holds: it cannot pass for another.
    private func text(
        _ opening: String, _ lines: [(String, String?)], _ closing: [String], _ values: [String: String]
    ) -> String {
        let shown = lines.compactMap { name, value in
            value.map { HeaderText.printable($0) }.flatMap { $0.isEmpty ? nil : "\(name): \($0)" }
        }
        let values = values.mapValues { HeaderText.printable($0) }
        return ([MailTexts.filled(opening, values), ""] + shown + [""] + closing.map { MailTexts.filled($0, values) })
            .joined(separator: "\n") + "\n"
    }

    private func names(_ name: String?, _ number: String?, _ label: String) -> [String: String] {
        let name = name.flatMap { $0.isEmpty ? nil : $0 }
        let caller = [name, number].compactMap { $0 }.joined(separator: ", ")
        return ["caller": caller.isEmpty ? texts.withheld : caller, "label": label.isEmpty ? texts.noLabel : label]
    }

    /// "2026-03-03 17:00 Europe/London": read the same in every language. An unknown zone is shown as UTC.
    private func time(_ date: Date, _ zone: String) -> String {
        let timeZone = TimeZone(identifier: zone)
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = timeZone ?? TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "yyyy-MM-dd HH:mm"
        return formatter.string(from: date) + " " + (timeZone == nil ? "UTC" : zone)
    }

    private func id(_ kind: String, _ outbox: OutboxMark) -> String {
        "\(kind)-\(outbox.id)-\(Int(outbox.created.timeIntervalSince1970))@\(from.map { String($0.domain) } ?? host)"
    }

    private func addresses(_ texts: [String]) throws(MailError) -> [MailAddress] {
        var addresses: [MailAddress] = []
        var failure = MailError.noRecipient
        for text in texts {
            do throws(MailError) {
                addresses.append(try MailAddress(text))
            } catch {
                failure = error
            }
        }
        guard !addresses.isEmpty else { throw failure }
        return addresses
    }
}
