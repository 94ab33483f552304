extension MailTexts {
    /// The words in French.
    static let french: MailTexts = {
        var texts = MailTexts()
        frenchSentences(&texts)
        frenchNames(&texts)
        return texts
    }()

    private static func frenchSentences(_ texts: inout MailTexts) {
        texts.subjectAsked = "Rappel demandé : {caller} ({label})"
        texts.subjectUnconfirmed = "Rappel non confirmé : {caller} ({label})"
        texts.subjectMissed = "Appel manqué : {caller} ({label})"
        texts.subjectVoicemail = "Message de {caller} ({label})"
        texts.asked = "{caller} demande à être rappelé."
        texts.unconfirmed = "{caller} a choisi d'être rappelé et a raccroché avant de confirmer."
        texts.missed = "{caller} a raccroché avant que quelqu'un ne réponde."
        texts.voicemail = "{caller} a laissé un message de {length}. Il est joint."
        texts.voicemailWithoutFile = "{caller} a laissé un message de {length}, mais il n'a pas pu être joint : {file}"
    }

    private static func frenchNames(_ texts: inout MailTexts) {
        texts.number = "Numéro"
        texts.name = "Nom"
        texts.about = "Motif"
        texts.when = "Quand"
        texts.due = "Promis avant"
        texts.dialled = "Numéro composé"
        texts.language = "Langue"
        texts.request = "Demande {id} de la liste « {list} »."
        texts.repeated = "Demandé {count} fois."
        texts.call = "Appel {call}."
        texts.isConfirmed = "confirmé par l'appelant"
        texts.isTyped = "saisi par l'appelant, non confirmé"
        texts.isFromNetwork = "d'après l'affichage du numéro, non confirmé"
        texts.withheld = "un numéro masqué"
        texts.noLabel = "aucun choix"
        texts.seconds = "{count} s"
    }
}
