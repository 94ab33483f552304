extension MailTexts {
    /// The words in German.
    static let german: MailTexts = {
        var texts = MailTexts()
        germanSentences(&texts)
        germanNames(&texts)
        return texts
    }()

    private static func germanSentences(_ texts: inout MailTexts) {
        texts.subjectAsked = "Rückruf: {caller} ({label})"
        texts.subjectUnconfirmed = "Unbestätigter Rückruf: {caller} ({label})"
        texts.subjectMissed = "Verpasster Anruf: {caller} ({label})"
        texts.subjectVoicemail = "Nachricht von {caller} ({label})"
        texts.asked = "{caller} bittet um Rückruf."
        texts.unconfirmed = "{caller} hat einen Rückruf gewählt und vor der Bestätigung aufgelegt."
        texts.missed = "{caller} hat aufgelegt, bevor jemand abnahm."
        texts.voicemail = "{caller} hat eine Nachricht von {length} hinterlassen. Sie ist angehängt."
        texts.voicemailWithoutFile =
            "{caller} hat eine Nachricht von {length} hinterlassen, die nicht angehängt werden konnte: {file}"
    }

    private static func germanNames(_ texts: inout MailTexts) {
        texts.number = "Nummer"
        texts.name = "Name"
        texts.about = "Anliegen"
        texts.when = "Wann"
        texts.due = "Zugesagt bis"
        texts.dialled = "Gewählte Nummer"
        texts.language = "Sprache"
        texts.request = "Anfrage {id} auf der Liste „{list}“."
        texts.repeated = "{count}-mal angefragt."
        texts.call = "Anruf {call}."
        texts.isConfirmed = "vom Anrufer bestätigt"
        texts.isTyped = "vom Anrufer eingegeben, nicht bestätigt"
        texts.isFromNetwork = "aus der Rufnummernanzeige, nicht bestätigt"
        texts.withheld = "eine unterdrückte Nummer"
        texts.noLabel = "ohne Auswahl"
        texts.seconds = "{count} s"
    }
}
