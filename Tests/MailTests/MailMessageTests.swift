import Foundation
import Testing

@testable import Mail

@Suite("A mail as bytes")
struct MailMessageTests {
    static let hostile = [
        "Ada", "Łódź Ogrzewanie", "\"quoted\" \\ back", "O'Brien, Ada", "a\r\nBcc: everybody@example.org",
        "\u{0}\u{7}x\u{7F}",
        "🔥🔥👩‍👩‍👧‍👦 emoji", "=?UTF-8?B?QmNj?=", " leading and trailing ", "two  blanks", "<anna@example.org>, bob@example.org",
        "\u{202E}gro.elpmaxe", "a\u{2028}b\u{85}c", String(repeating: "w", count: 5000),
        String(repeating: "ж", count: 400),
        String(repeating: "word ", count: 300), "", "\t", "\r\n\r\nA body", "From me", ".", "‮", "x=?y", "%s%n", "管理员",
    ]

    private func lines(_ mail: Data) -> [Substring] {
        String(decoding: mail, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// What a header may keep of a text.
    private func kept(_ text: String) -> String { HeaderText.printable(text) }

    @Test("a hostile subject stays in its header and can be read", arguments: hostile)
    func subject(text: String) throws {
        let mail = try MailMessage.sample(subject: text).rendered()
        let read = ReadMail(mail)
        let isPlain =
            text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } && !text.contains("  ") && !text.hasPrefix(" ")
        // Of a plain text only the blank at its end may be lost.
        let expected = isPlain ? kept(text).trimmingCharacters(in: .whitespaces) : kept(text)
        #expect(read["Subject"].trimmingCharacters(in: .whitespaces) == expected.trimmingCharacters(in: .whitespaces))
        #expect(read.headers.map(\.name) == Self.names)
        #expect(read.text == "Text\n\n")
        #expect(!text.contains("\n") || !read["Subject"].contains("\n"))
    }

    @Test("a hostile name stays before its address", arguments: hostile)
    func name(text: String) throws {
        let read = ReadMail(try MailMessage.sample(name: text).rendered())
        #expect(read.headers.map(\.name) == Self.names)
        #expect(read["From"].hasSuffix(kept(text).isEmpty ? "attendant@example.org" : "<attendant@example.org>"))
        #expect(!read["From"].contains("\n"))
    }

    static let names = [
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
    ]

    @Test(
        "a hostile text is read as it was written",
        arguments: hostile + ["a\n.\nb\n..\n", "From me\nFrom you", "é=\t \n \n"])
    func body(text: String) throws {
        let mail = try MailMessage.sample(text: text).rendered()
        let expected = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
            .replacingOccurrences(of: "\u{0}", with: "")
        #expect(ReadMail(mail).text == expected + "\n")
    }

    @Test("lines are short, of ASCII, and none can be taken for the end of the input or of a mail", arguments: hostile)
    func lineRules(text: String) throws {
        let sound = Attachment(name: text, type: "audio/wav", data: Data(text.utf8))
        let mail = try MailMessage.sample(
            name: text, subject: text, text: text + "\n.\n.x\nFrom x\n", attachments: [sound]
        ).rendered()
        #expect(mail.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
        for line in lines(mail) {
            #expect(line.utf8.count <= 78 && !line.hasPrefix(".") && !line.hasPrefix("From "))
        }
    }

    @Test("date, id and who it is from and to are there")
    func headers() throws {
        var message = try MailMessage.sample(name: "Heating Ltd")
        message.to = try (0..<20).map { try MailAddress("person\($0)@example.org") }
        let read = ReadMail(try message.rendered())
        #expect(read["From"] == "Heating Ltd <attendant@example.org>")
        #expect(read["To"] == (0..<20).map { "person\($0)@example.org" }.joined(separator: ", "))
        #expect(read["Date"] == "Tue, 03 Mar 2026 17:00:00 +0000")
        #expect(read["Message-ID"] == "<callback-17@example.org>")
        #expect(read["Auto-Submitted"] == "auto-generated")
    }

    @Test("attachments are read back byte for byte", arguments: [0, 1, 2, 3, 56, 57, 58, 4096, 300_000])
    func attachments(size: Int) throws {
        let data = Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) })
        let sounds = ["one.wav", "två \"x\"\n.wav"].map { Attachment(name: $0, type: "audio/wav", data: data) }
        let read = ReadMail(try MailMessage.sample(text: "--=_attendant_part--\n", attachments: sounds).rendered())
        #expect(read.parts.count == 3)
        #expect(read.text == "--=_attendant_part--\n")
        for part in read.parts.dropFirst() {
            #expect(part.body == data)
            #expect(ReadMail.value("Content-Type", part.headers).hasPrefix("audio/wav; name="))
        }
        let disposition = read.parts.last.map { ReadMail.value("Content-Disposition", $0.headers) }
        #expect(disposition == "attachment; filename=\"tv---x--.wav\"")
    }

    @Test("a mail to nobody is not made")
    func nobody() throws {
        var message = try MailMessage.sample()
        message.to = []
        #expect(throws: MailError.noRecipient) { try message.rendered() }
    }
}

@Suite("Mail addresses")
struct MailAddressTests {
    @Test(
        "addresses are taken",
        arguments: [
            "anna@example.org", "a.b+c_d@x.example.org", "O'Brien@example.org", "root@localhost", "x@a-b.example",
        ])
    func taken(text: String) throws {
        #expect(try MailAddress(text).address == text)
    }

    @Test(
        "everything else is refused",
        arguments: [
            "", "@", "anna", "anna@", "@example.org", "a@b@c", "a b@example.org", "a@exa mple.org", "a\n@example.org",
            "a@example.org\r\nBcc: b@example.org", "a,b@example.org", "<a@example.org>", "\"a b\"@example.org",
            "a..b@example.org", ".a@example.org", "a@.example.org", "a@example.org.", "ä@example.org",
            "a@exämple.org", "a@[127.0.0.1]", "a;b@example.org", "a\u{0}@example.org", "a(b)@example.org",
            String(repeating: "a", count: 65) + "@example.org", "a@" + String(repeating: "b.", count: 130) + "org",
        ])
    func refused(text: String) {
        #expect(throws: MailError.self) { try MailAddress(text) }
    }
}
