import Foundation
import Testing

@testable import Mail

@Suite("What staff are told")
struct MailWriterTests {
    let mark = OutboxMark(id: 5, created: someday)

    private func writer() throws -> MailWriter { MailWriter(from: try MailAddress("attendant@example.org")) }

    private func notice() -> CallbackNotice {
        CallbackNotice(
            id: 17, occasion: .asked, list: "repairs", number: "+447700900001", isTyped: false, isConfirmed: true,
            name: "Ada", dialled: "02079460018", reason: "1 Repairs", label: "Repairs", language: "en", at: someday,
            due: someday.addingTimeInterval(3600), timeZone: "Europe/Warsaw", asked: 1, call: "call-1")
    }

    private func message() -> VoicemailNotice {
        VoicemailNotice(
            id: 3, subject: "", number: "+447700900001", name: nil, label: "Repairs", path: "1 Repairs",
            language: "en", at: someday, length: .milliseconds(6250), timeZone: "Europe/London", call: "call-1")
    }

    @Test("a request says who, what, when, and how sure the number is")
    func asked() throws {
        let mail = try writer().mail(about: notice(), to: ["anna@example.org", "office@example.org"], outbox: mark)
        #expect(mail.subject == "Call back: Ada, +447700900001 (Repairs)")
        #expect(mail.to.map(\.address) == ["anna@example.org", "office@example.org"])
        #expect(mail.id == "callback-5-1772557200@example.org" && mail.date == someday)
        #expect(
            mail.text == """
                Ada, +447700900001 asked to be called back.

                Number: +447700900001 (confirmed by the caller)
                Name: Ada
                About: 1 Repairs
                When: 2026-03-03 18:00 Europe/Warsaw
                Promised by: 2026-03-03 19:00 Europe/Warsaw
                Called: 02079460018
                Language: en

                Request 17 on the list "repairs".
                Call call-1.

                """)
    }

    @Test("a promise has its window behind it, when there is one")
    func window() throws {
        var notice = notice()
        notice.window = "wtorek, trzeciego marca, 18:00–19:00"
        let mail = try writer().mail(about: notice, to: ["anna@example.org"], outbox: mark)
        let line = "\nPromised by: 2026-03-03 19:00 Europe/Warsaw (wtorek, trzeciego marca, 18:00–19:00)\n"
        #expect(mail.text.contains(line))
    }

    @Test("without a sender the mail program names one, and ids are the machine's")
    func noSender() throws {
        let mail = try MailWriter(from: nil, host: "pbx").mail(about: notice(), to: ["anna@example.org"], outbox: mark)
        #expect(mail.id == "callback-5-1772557200@pbx")
        #expect(ReadMail(try mail.rendered()).headers.first?.name == "To")
    }

    @Test("a missed call and one that was not confirmed say so")
    func occasions() throws {
        var notice = notice()
        notice.occasion = .missed
        notice.name = nil
        notice.number = nil
        notice.isConfirmed = false
        notice.label = ""
        notice.due = nil
        notice.asked = 3
        let missed = try writer().mail(about: notice, to: ["anna@example.org"], outbox: mark)
        #expect(missed.subject == "Missed call: a withheld number (no choice made)")
        #expect(missed.text.hasPrefix("a withheld number hung up before anybody took the call.\n"))
        #expect(missed.text.contains("Number: a withheld number\n") && missed.text.contains("Asked for 3 times.\n"))
        #expect(!missed.text.contains("Promised") && !missed.text.contains("Name:"))
        notice.occasion = .unconfirmed
        notice.number = "+447700900001"
        let unconfirmed = try writer().mail(about: notice, to: ["anna@example.org"], outbox: mark)
        #expect(unconfirmed.subject.hasPrefix("Perhaps call back: "))
        #expect(unconfirmed.text.contains("(from caller ID, not confirmed)"))
        notice.isTyped = true
        let typed = try writer().mail(about: notice, to: ["anna@example.org"], outbox: mark)
        #expect(typed.text.contains("(typed by the caller, not confirmed)"))
    }

    @Test("a value cannot pass for a line or for another value")
    func hostile() throws {
        var notice = notice()
        notice.name = "Ada\nNumber: +1900 {list} {id}"
        notice.reason = "x\r\n\r\nRequest 1"
        notice.timeZone = "No/Where"
        let mail = try writer().mail(about: notice, to: ["anna@example.org"], outbox: mark)
        #expect(mail.text.contains("Name: AdaNumber: +1900 {list} {id}\n"))
        #expect(mail.text.contains("About: xRequest 1\n"))
        #expect(mail.text.contains("When: 2026-03-03 17:00 UTC\n"))
        #expect(mail.text.split(separator: "\n").count == 10)
    }

    @Test("a message goes with its sound")
    func voicemail() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/1.wav"
        try Data("RIFF".utf8).write(to: URL(fileURLWithPath: file))
        let sound = Attachment.sound(file: file, name: "message-3")
        let mail = try writer().mail(about: message(), to: ["anna@example.org"], outbox: mark, sound: sound)
        #expect(mail.subject == "Message from +447700900001 (Repairs)")
        #expect(mail.text.hasPrefix("+447700900001 left a message of 6 s. It is attached.\n"))
        #expect(mail.attachments == [Attachment(name: "message-3.wav", type: "audio/wav", data: Data("RIFF".utf8))])
        var named = message()
        named.subject = "For Anna"
        #expect(try writer().mail(about: named, to: ["a@b.org"], outbox: mark, sound: sound).subject == "For Anna")
    }

    @Test("a message whose sound is missing or too large is told all the same")
    func missingSound() throws {
        let folder = try TemporaryFolder()
        let large = folder.path + "/large.wav"
        #expect(FileManager.default.createFile(atPath: large, contents: nil))
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: large))
        try handle.truncate(atOffset: UInt64(MailWriter.largestAttachment + 1))
        try handle.close()
        for file in [folder.path + "/none.wav", large, folder.path] {
            let sound = Attachment.sound(file: file, name: "m")
            let mail = try writer().mail(about: message(), to: ["anna@example.org"], outbox: mark, sound: sound)
            #expect(mail.attachments.isEmpty && mail.text.contains("could not be attached: \(file)"))
        }
    }

    @Test("addresses that are none are left out; when none is left that is told")
    func addresses() throws {
        let mail = try writer().mail(about: notice(), to: ["nobody", "anna@example.org"], outbox: mark)
        #expect(mail.to.map(\.address) == ["anna@example.org"])
        #expect(throws: MailError.badAddress("nobody")) {
            try writer().mail(about: notice(), to: ["nobody"], outbox: mark)
        }
        #expect(throws: MailError.noRecipient) { try writer().mail(about: notice(), to: [], outbox: mark) }
    }

    @Test("errors say what, and what was expected")
    func messages() {
        #expect(MailError.failed(status: 75, output: "").description == "the mail program ended with status 75")
        #expect(MailError.failed(status: 1, output: "no").description == "the mail program ended with status 1: no")
        #expect(
            MailError.badAddress("x").description
                == "\"x\" is no mail address; expected something like anna@example.org")
        #expect(MailError.overdue(.seconds(60)).description == "the mail program took longer than 60 s and was killed")
    }
}
