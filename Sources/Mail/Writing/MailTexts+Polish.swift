extension MailTexts {
    /// The words in Polish.
    static let polish: MailTexts = {
        var texts = MailTexts()
        polishSentences(&texts)
        polishNames(&texts)
        return texts
    }()

    private static func polishSentences(_ texts: inout MailTexts) {
        texts.subjectAsked = "Prośba o telefon: {caller} ({label})"
        texts.subjectUnconfirmed = "Niepotwierdzona prośba o telefon: {caller} ({label})"
        texts.subjectMissed = "Nieodebrane połączenie: {caller} ({label})"
        texts.subjectVoicemail = "Wiadomość od {caller} ({label})"
        texts.asked = "{caller} prosi o telefon."
        texts.unconfirmed = "{caller} wybrał(a) oddzwonienie i rozłączył(a) się przed potwierdzeniem."
        texts.missed = "{caller} rozłączył(a) się, zanim ktoś odebrał."
        texts.voicemail = "{caller} zostawił(a) wiadomość ({length}). Jest w załączniku."
        texts.voicemailWithoutFile = "{caller} zostawił(a) wiadomość ({length}), ale nie dało się jej załączyć: {file}"
    }

    private static func polishNames(_ texts: inout MailTexts) {
        texts.number = "Numer"
        texts.name = "Nazwa"
        texts.about = "Sprawa"
        texts.when = "Kiedy"
        texts.due = "Obiecano do"
        texts.dialled = "Wybrany numer"
        texts.language = "Język"
        texts.request = "Zgłoszenie {id} na liście „{list}”."
        texts.repeated = "Liczba zgłoszeń: {count}."
        texts.call = "Połączenie {call}."
        texts.isConfirmed = "potwierdzony przez dzwoniącego"
        texts.isTyped = "wpisany przez dzwoniącego, niepotwierdzony"
        texts.isFromNetwork = "z identyfikacji numeru, niepotwierdzony"
        texts.withheld = "numer zastrzeżony"
        texts.noLabel = "bez wyboru"
        texts.seconds = "{count} s"
    }
}
