public import Foundation

/// A mail, ready to be rendered (RFC 5322, RFC 2045).
public struct MailMessage: Sendable, Equatable {
    /// Who sends it; nil leaves it to the mail program, which names the user that runs it.
    public var from: MailAddress?
    /// Who gets it.
    public var to: [MailAddress]
    /// The subject; may hold anything.
    public var subject: String
    /// The text; may hold anything.
    public var text: String
    /// Files that go with it.
    public var attachments: [Attachment]
    /// Its date.
    public var date: Date
    /// The same for every attempt to send it, so that a reader shows repeats once: "callback-17@example.org".
    public var id: String

    /// A mail.
    public init(
        from: MailAddress?, to: [MailAddress], subject: String, text: String, attachments: [Attachment] = [],
        date: Date,
        id: String
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.attachments = attachments
        self.date = date
        self.id = id
    }

    /// "=_" occurs in neither quoted-printable nor base64, so no part can hold this line.
    private static let boundary = "=_attendant_part"

    /// The mail as a program like `sendmail -t` takes it: ASCII, lines of at most 78 bytes ended by LF, which is what
    /// such programs expect of a Unix pipe.
    ///
    /// - Throws: `MailError.noRecipient`.
    public func rendered() throws(MailError) -> Data {
        guard !to.isEmpty else { throw .noRecipient }
        let type = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        let body = QuotedPrintable.encoded(text) + "\n"
        guard !attachments.isEmpty else { return Data((headers + type + body).utf8) }
        var mail = headers + "Content-Type: multipart/mixed; boundary=\"\(Self.boundary)\"\n\n"
        mail += "--\(Self.boundary)\n" + type + body
        for attachment in attachments {
            mail += """
                --\(Self.boundary)
                Content-Type: \(attachment.type);
                 name="\(attachment.name)"
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment;
                 filename="\(attachment.name)"

                \(attachment.encoded)
                """
        }
        return Data((mail + "--\(Self.boundary)--\n").utf8)
    }

    /// Everything before the content's type. Auto-Submitted (RFC 3834) keeps answering machines from answering.
    private var headers: String {
        var recipients = to.flatMap { address in
            address.rendered.dropLast() + address.rendered.suffix(1).map { $0 + "," }
        }
        if let last = recipients.popLast() { recipients.append(String(last.dropLast())) }
        let sender = from.map { HeaderText.folded("From", words: $0.rendered) } ?? ""
        return sender + HeaderText.folded("To", words: recipients)
            + HeaderText.header("Subject", text: subject) + "Date: \(Self.dateText(date))\n"
            + "Message-ID: <\(HeaderText.printable(id).filter { $0.isASCII && !"<> ".contains($0) })>\n"
            + "Auto-Submitted: auto-generated\nMIME-Version: 1.0\n"
    }

    /// "Tue, 03 Mar 2026 17:00:00 +0000" (RFC 5322 §3.3), in UTC, whatever the locale.
    private static func dateText(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss '+0000'"
        return formatter.string(from: date)
    }
}
