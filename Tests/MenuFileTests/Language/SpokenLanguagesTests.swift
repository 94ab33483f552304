import MenuFile
import Testing

@Suite("What a native says")
struct SpokenLanguagesTests {
    private func pack(_ language: String) throws -> LanguagePack { try #require(LanguagePack.pack(for: language)) }

    @Test(
        "is written with figures where a day is a word when it is spoken",
        arguments: [
            ("de", "Mittwoch, 2026-03-04, 09:00–11:00"), ("en", "Wednesday, 4 March, 09:00–11:00"),
        ])
    func writtenSpan(language: String, text: String) throws {
        let span = try pack(language).writtenSpan(
            from: try LocalDateTime("2026-03-04 09:00"), to: try LocalDateTime("2026-03-04 11:00"))
        #expect(span == text)
    }

    @Test(
        "of choices",
        arguments: [
            ("pl", "Twoja wizyta", "umówić wizytę", "Twoja wizyta: naciśnij 1.", "Aby umówić wizytę, naciśnij 1."),
            ("ru", "ремонт", "оставить сообщение", "Ремонт: нажмите один.", "Чтобы оставить сообщение, нажмите один."),
            (
                "id", "perbaikan", "meninggalkan pesan", "Untuk perbaikan, tekan 1.",
                "Untuk meninggalkan pesan, tekan 1."
            ),
            ("zh", "维修业务", "留言", "维修业务请按1。", "留言请按1。"),
            (
                "de", "Reparaturen", "eine Nachricht hinterlassen", "Für Reparaturen drücken Sie die 1.",
                "Eine Nachricht hinterlassen: drücken Sie die 1."
            ),
            (
                "fr", "les réparations", "laisser un message", "Pour les réparations, tapez 1.",
                "Pour laisser un message, tapez 1."
            ),
            (
                "es", "reparaciones", "dejar un mensaje", "Para reparaciones, pulse 1.",
                "Para dejar un mensaje, pulse 1."
            ),
        ])
    func choices(language: String, for text: String, to: String, forSentence: String, toSentence: String) throws {
        #expect(try pack(language).choice(for: text, key: "1") == forSentence)
        #expect(try pack(language).choice(to: to, key: "1") == toSentence)
    }

    @Test(
        "of a date and a time",
        arguments: [
            ("pl", "czwartek, piątego marca", "dziewiąta dwadzieścia", "dwudziesta pierwsza zero pięć"),
            ("ru", "четверг, пятое марта", "девять часов двадцать минут", "двадцать один час пять минут"),
            ("id", "Kamis, 5 Maret", "9 lewat 20 menit", "21 lewat 5 menit"),
            ("zh", "3月5日，星期四", "9点20分", "21点零5分"),
            ("de", "Donnerstag, der fünfte März", "9 Uhr 20", "21 Uhr 5"),
            ("fr", "jeudi 5 mars", "9 heures 20", "vingt et une heures 5"),
            ("es", "jueves 5 de marzo", "9 y 20", "veintiuna y 5"),
        ])
    func dateAndTime(language: String, date: String, early: String, late: String) throws {
        let pack = try pack(language)
        #expect(pack.spokenDate(try #require(CivilDate("2026-03-05"))) == date)
        #expect(pack.spokenTime(hour: 9, minute: 20) == early)
        #expect(pack.spokenTime(hour: 21, minute: 5) == late)
    }

    @Test(
        "of the next opening: tomorrow, on a weekday, and far away",
        arguments: [
            ("pl", "jutro o ósmej", "we wtorek o drugiej trzydzieści", "w czwartek, pierwszego stycznia o pierwszej"),
            (
                "ru", "завтра в восемь часов", "во вторник в два часа тридцать минут",
                "в четверг, первого января в один час"
            ),
            ("id", "besok pukul 8", "hari Selasa pukul 2 lewat 30 menit", "hari Kamis, 1 Januari pukul 1"),
            ("zh", "明天8点", "星期二两点30分", "1月1日，星期四1点"),
            ("de", "morgen um 8 Uhr", "am Dienstag um 2 Uhr 30", "am Donnerstag, dem ersten Januar um ein Uhr"),
            ("fr", "demain à 8 heures", "mardi à 2 heures 30", "jeudi 1er janvier à une heure"),
            ("es", "mañana a las 8", "el martes a las 2 y 30", "el jueves 1 de enero a la una"),
        ])
    func openings(language: String, tomorrow: String, weekday: String, far: String) throws {
        let pack = try pack(language)
        let today = try #require(CivilDate("2025-12-21"))
        #expect(pack.spokenMoment(try LocalDateTime("2025-12-22 08:00"), today: today) == tomorrow)
        #expect(pack.spokenMoment(try LocalDateTime("2025-12-23 02:30"), today: today) == weekday)
        #expect(pack.spokenMoment(try LocalDateTime("2026-01-01 01:00"), today: today) == far)
    }

    @Test(
        "of until when and by when",
        arguments: [
            ("pl", "siedemnastej", "dzisiaj do siedemnastej"),
            ("ru", "семнадцати часов", "сегодня до семнадцати часов"),
            ("id", "pukul 17", "hari ini sebelum pukul 17"), ("zh", "17点", "今天17点前"),
            ("de", "17 Uhr", "heute bis 17 Uhr"),
            ("fr", "17 heures", "aujourd'hui avant 17 heures"), ("es", "las 17", "hoy antes de las 17"),
        ])
    func untilAndBy(language: String, until: String, deadline: String) throws {
        let pack = try pack(language)
        let today = try #require(CivilDate("2026-03-03"))
        let moment = try LocalDateTime("2026-03-03 17:00")
        #expect(pack.spokenUntil(moment, today: today) == until)
        #expect(pack.spokenDeadline(moment, today: today) == deadline)
    }

    @Test(
        "of lengths of time, in the number's form and the word's gender",
        arguments: [
            ("pl", "jedna godzina", "dwie godziny", "12 godzin", "dwadzieścia dwie minuty", "21 minut"),
            ("ru", "одна минута", "два часа", "двенадцать часов", "двадцать две минуты", "двадцать одна минута"),
            ("id", "1 jam", "2 jam", "12 jam", "22 menit", "21 menit"), ("zh", "1小时", "两小时", "12小时", "22分钟", "21分钟"),
            ("de", "eine Stunde", "2 Stunden", "12 Stunden", "22 Minuten", "21 Minuten"),
            ("fr", "une heure", "2 heures", "12 heures", "22 minutes", "vingt et une minutes"),
            ("es", "una hora", "2 horas", "12 horas", "22 minutos", "veintiún minutos"),
        ])
    func durations(
        language: String, one: String, two: String, twelve: String, minutes22: String, minutes21: String
    ) throws {
        let pack = try pack(language)
        let first = language == "ru" ? 60 : 3600
        #expect(pack.spokenDuration(.seconds(first)) == one)
        #expect(pack.spokenDuration(.seconds(7200)) == two)
        #expect(pack.spokenDuration(.seconds(12 * 3600)) == twelve)
        #expect(pack.spokenDuration(.seconds(22 * 60)) == minutes22)
        #expect(pack.spokenDuration(.seconds(21 * 60)) == minutes21)
    }

    @Test(
        "of money",
        arguments: [
            ("pl", "12.50", "PLN", "12 złotych 50 groszy"), ("pl", "22.01", "PLN", "22 złote 1 grosz"),
            ("pl", "2", "CZK", "dwie korony"), ("pl", "1", "EUR", "jedno euro"),
            ("ru", "21.42", "RUB", "двадцать один рубль сорок две копейки"),
            ("ru", "101", "UAH", "сто одна гривна"), ("ru", "5", "RUB", "пять рублей"),
            ("ru", "2250", "RUB", "две тысячи двести пятьдесят рублей"),
            ("zh", "12345", "CNY", "一万两千三百四十五元"), ("es", "21000", "EUR", "veintiún mil euros"),
            ("id", "12500", "IDR", "12500 rupiah"),
            ("zh", "12.50", "CNY", "12点5元"), ("zh", "2", "EUR", "两欧元"), ("zh", "3.25", "EUR", "3点2 5欧元"),
            ("de", "1", "EUR", "ein Euro"), ("de", "12.50", "EUR", "12 Euro und 50 Cent"),
            ("de", "1", "CZK", "eine Krone"),
            ("fr", "0.50", "EUR", "50 centimes"), ("fr", "1.20", "GBP", "une livre et 20 pence"),
            ("fr", "2", "EUR", "2 euros"),
            ("es", "21", "EUR", "veintiún euros"), ("es", "200", "GBP", "doscientas libras"),
            ("es", "101.01", "EUR", "ciento un euros y un céntimo"),
        ])
    func money(language: String, amount: String, currency: String, text: String) throws {
        #expect(try pack(language).spokenMoney(amount, currency: currency) == text)
    }

    @Test(
        "of decimals and digits",
        arguments: [
            ("pl", "-3.5", "minus 3,5", "naciśnij"), ("ru", "-3.5", "минус три запятая пять", "нажмите"),
            ("id", "-3.5", "minus 3,5", "tekan"),
            ("zh", "-3.14", "负 3点1 4", "请按"), ("de", "-3.5", "minus 3,5", "drücken"),
            ("fr", "-3.5", "moins 3,5", "tapez"),
            ("es", "-3.5", "menos 3,5", "pulse"),
        ])
    func decimals(language: String, number: String, text: String, press: String) throws {
        let pack = try pack(language)
        #expect(pack.spokenNumber(number) == text)
        #expect(pack.phrase(.operator).contains(press))
    }

    @Test(
        "of who is meant: labels lose their article",
        arguments: [
            ("de", "einen Rückruf", "Rückruf"), ("de", "die Heizung", "Heizung"), ("fr", "l'entretien", "Entretien"),
            ("fr", "les réparations", "Réparations"), ("es", "una cita", "Cita"),
            ("pl", "umówić wizytę", "Umówić wizytę"),
            ("ru", "ремонт", "Ремонт"), ("de", "dienstags", "Dienstags"), ("zh", "维修", "维修"),
        ])
    func labels(language: String, text: String, label: String) throws {
        #expect(try pack(language).label(from: text) == label)
    }

    @Test(
        "of telephone numbers",
        arguments: [
            ("pl", "6 0 0, 1 0 0, 2 0 0"), ("ru", "шесть ноль ноль, один ноль ноль, два ноль ноль"),
            ("id", "6 0 0, 1 0 0, 2 0 0"), ("zh", "6 0 0, 幺 0 0, 2 0 0"), ("de", "6 0 0, 1 0 0, 2 0 0"),
        ])
    func phoneNumbers(language: String, groups: String) throws {
        #expect(try pack(language).phoneGroups("600100200") == groups)
    }

    @Test(
        "of letters",
        arguments: [
            ("en", "ab1", "A B 1"), ("pl", "wz1", "wu zet 1"), ("ru", "вс1", "вэ эс один"),
            ("es", "y-1", "i griega guion 1"),
            ("fr", "y@", "i grec arobase"), ("id", "fx", "ef eks"), ("zh", "a1", "A 幺"),
            ("de", "a_b", "A Unterstrich B"),
        ])
    func letters(language: String, text: String, spelled: String) throws {
        #expect(try pack(language).spelled(text) == spelled)
    }
}
