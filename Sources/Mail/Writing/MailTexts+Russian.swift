extension MailTexts {
    /// The words in Russian.
    static let russian: MailTexts = {
        var texts = MailTexts()
        russianSentences(&texts)
        russianNames(&texts)
        return texts
    }()

    private static func russianSentences(_ texts: inout MailTexts) {
        texts.subjectAsked = "Просьба перезвонить: {caller} ({label})"
        texts.subjectUnconfirmed = "Неподтверждённая просьба перезвонить: {caller} ({label})"
        texts.subjectMissed = "Пропущенный звонок: {caller} ({label})"
        texts.subjectVoicemail = "Сообщение от {caller} ({label})"
        texts.asked = "{caller}: просьба перезвонить."
        texts.unconfirmed = "{caller}: выбран обратный звонок, но вызов завершён до подтверждения."
        texts.missed = "{caller}: вызов завершён, прежде чем кто-либо ответил."
        texts.voicemail = "{caller}: сообщение, {length}. Оно приложено."
        texts.voicemailWithoutFile = "{caller}: сообщение, {length}, но приложить его не удалось: {file}"
    }

    private static func russianNames(_ texts: inout MailTexts) {
        texts.number = "Номер"
        texts.name = "Имя"
        texts.about = "Вопрос"
        texts.when = "Когда"
        texts.due = "Обещано до"
        texts.dialled = "Набранный номер"
        texts.language = "Язык"
        texts.request = "Заявка {id} в списке «{list}»."
        texts.repeated = "Обращений: {count}."
        texts.call = "Звонок {call}."
        texts.isConfirmed = "подтверждён звонившим"
        texts.isTyped = "введён звонившим, не подтверждён"
        texts.isFromNetwork = "определён сетью, не подтверждён"
        texts.withheld = "скрытый номер"
        texts.noLabel = "без выбора"
        texts.seconds = "{count} с"
    }
}
