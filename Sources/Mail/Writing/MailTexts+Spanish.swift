extension MailTexts {
    /// The words in Spanish.
    static let spanish: MailTexts = {
        var texts = MailTexts()
        spanishSentences(&texts)
        spanishNames(&texts)
        return texts
    }()

    private static func spanishSentences(_ texts: inout MailTexts) {
        texts.subjectAsked = "Llamada solicitada: {caller} ({label})"
        texts.subjectUnconfirmed = "Llamada solicitada sin confirmar: {caller} ({label})"
        texts.subjectMissed = "Llamada perdida: {caller} ({label})"
        texts.subjectVoicemail = "Mensaje de {caller} ({label})"
        texts.asked = "{caller} pide que le llamen."
        texts.unconfirmed = "{caller} pidió que le llamaran y colgó antes de confirmarlo."
        texts.missed = "{caller} colgó antes de que alguien contestara."
        texts.voicemail = "{caller} ha dejado un mensaje de {length}. Va adjunto."
        texts.voicemailWithoutFile = "{caller} ha dejado un mensaje de {length}, pero no se ha podido adjuntar: {file}"
    }

    private static func spanishNames(_ texts: inout MailTexts) {
        texts.number = "Número"
        texts.name = "Nombre"
        texts.about = "Motivo"
        texts.when = "Cuándo"
        texts.due = "Prometido antes de"
        texts.dialled = "Número marcado"
        texts.language = "Idioma"
        texts.request = "Solicitud {id} de la lista «{list}»."
        texts.repeated = "Solicitada {count} veces."
        texts.call = "Llamada {call}."
        texts.isConfirmed = "confirmado por quien llamó"
        texts.isTyped = "marcado por quien llamó, sin confirmar"
        texts.isFromNetwork = "del identificador de llamadas, sin confirmar"
        texts.withheld = "un número oculto"
        texts.noLabel = "sin elegir"
        texts.seconds = "{count} s"
    }
}
