extension MailTexts {
    /// The words in Chinese.
    static let chinese: MailTexts = {
        var texts = MailTexts()
        chineseSentences(&texts)
        chineseNames(&texts)
        return texts
    }()

    private static func chineseSentences(_ texts: inout MailTexts) {
        texts.subjectAsked = "回电请求：{caller}（{label}）"
        texts.subjectUnconfirmed = "未确认的回电请求：{caller}（{label}）"
        texts.subjectMissed = "未接来电：{caller}（{label}）"
        texts.subjectVoicemail = "{caller}的留言（{label}）"
        texts.asked = "{caller}请求回电。"
        texts.unconfirmed = "{caller}选择了回电，但在确认前挂断了。"
        texts.missed = "{caller}在有人接听前挂断了。"
        texts.voicemail = "{caller}留下了一段{length}的留言，见附件。"
        texts.voicemailWithoutFile = "{caller}留下了一段{length}的留言，但无法作为附件发送：{file}"
    }

    private static func chineseNames(_ texts: inout MailTexts) {
        texts.number = "号码"
        texts.name = "姓名"
        texts.about = "事由"
        texts.when = "时间"
        texts.due = "承诺时限"
        texts.dialled = "拨打的号码"
        texts.language = "语言"
        texts.request = "列表“{list}”中的请求{id}。"
        texts.repeated = "共请求{count}次。"
        texts.call = "通话 {call}。"
        texts.isConfirmed = "来电者已确认"
        texts.isTyped = "来电者输入，未确认"
        texts.isFromNetwork = "来自来电显示，未确认"
        texts.withheld = "隐藏号码"
        texts.noLabel = "未作选择"
        texts.seconds = "{count}秒"
    }
}
