import Foundation
import Testing

@testable import Mail

@Suite("Mails in the language of the staff")
struct MailLanguageTests {
    private func texts(_ language: String) -> [String: String] {
        let values = Mirror(reflecting: MailTexts.texts(in: language)).children.compactMap { child in
            child.label.flatMap { label in (child.value as? String).map { (label, $0) } }
        }
        return Dictionary(uniqueKeysWithValues: values)
    }

    private func placeholders(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{[a-z]+\}/).map { String($0.output) })
    }

    @Test("every text is there in every language, with the same values in it")
    func complete() {
        let english = texts("en")
        #expect(english.count == 25)
        for language in MailTexts.all.keys where language != "en" {
            let own = texts(language)
            for (name, text) in english {
                #expect(placeholders(own[name] ?? "") == placeholders(text), "\(language) \(name)")
                let same = ["name", "seconds"].contains(name)
                #expect(same || own[name] != text, "\(language) \(name)")
            }
        }
    }

    @Test("a region is left out, and what we do not speak is English")
    func tags() {
        #expect(MailTexts.texts(in: "de-AT").number == "Nummer")
        #expect(MailTexts.texts(in: "pl_PL").number == "Numer")
        #expect(MailTexts.texts(in: "xx").number == "Number")
    }

    @Test("a mail is in that language from its subject to its end, as UTF-8")
    func whole() throws {
        let notice = CallbackNotice(
            id: 7, occasion: .asked, list: "biuro", number: "+48600100200", isTyped: true, isConfirmed: true, name: nil,
            dialled: nil, reason: "1 Naprawy", label: "Naprawy", language: "pl", at: Date(timeIntervalSince1970: 0),
            due: nil, timeZone: "Europe/Warsaw", asked: 1, call: "c")
        let mail = try MailWriter(from: nil).speaking("pl").mail(
            about: notice, to: ["anna@example.org"], outbox: OutboxMark(id: 1, created: Date(timeIntervalSince1970: 0)))
        #expect(mail.subject == "Prośba o telefon: +48600100200 (Naprawy)")
        #expect(mail.text.contains("+48600100200 prosi o telefon.\n"))
        #expect(mail.text.contains("Numer: +48600100200 (potwierdzony przez dzwoniącego)"))
        #expect(mail.text.contains("Zgłoszenie 7 na liście „biuro”."))
    }
}
