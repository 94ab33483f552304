extension MailTexts {
    /// The words in Indonesian.
    static let indonesian: MailTexts = {
        var texts = MailTexts()
        indonesianSentences(&texts)
        indonesianNames(&texts)
        return texts
    }()

    private static func indonesianSentences(_ texts: inout MailTexts) {
        texts.subjectAsked = "Permintaan telepon balik: {caller} ({label})"
        texts.subjectUnconfirmed = "Permintaan telepon balik yang belum dikonfirmasi: {caller} ({label})"
        texts.subjectMissed = "Panggilan tak terjawab: {caller} ({label})"
        texts.subjectVoicemail = "Pesan dari {caller} ({label})"
        texts.asked = "{caller} minta ditelepon kembali."
        texts.unconfirmed = "{caller} memilih telepon balik dan menutup telepon sebelum konfirmasi."
        texts.missed = "{caller} menutup telepon sebelum ada yang menjawab."
        texts.voicemail = "{caller} meninggalkan pesan sepanjang {length}. Pesan terlampir."
        texts.voicemailWithoutFile =
            "{caller} meninggalkan pesan sepanjang {length}, tetapi tidak dapat dilampirkan: {file}"
    }

    private static func indonesianNames(_ texts: inout MailTexts) {
        texts.number = "Nomor"
        texts.name = "Nama"
        texts.about = "Perihal"
        texts.when = "Kapan"
        texts.due = "Dijanjikan sebelum"
        texts.dialled = "Nomor yang dihubungi"
        texts.language = "Bahasa"
        texts.request = "Permintaan {id} di daftar \"{list}\"."
        texts.repeated = "Diminta {count} kali."
        texts.call = "Panggilan {call}."
        texts.isConfirmed = "dikonfirmasi oleh penelepon"
        texts.isTyped = "diketik oleh penelepon, belum dikonfirmasi"
        texts.isFromNetwork = "dari ID penelepon, belum dikonfirmasi"
        texts.withheld = "nomor yang disembunyikan"
        texts.noLabel = "tanpa pilihan"
        texts.seconds = "{count} d"
    }
}
