import MenuFile
import Testing

@Suite("Counting in every language")
struct CountingTests {
    private func pack(_ language: String) throws -> LanguagePack { try #require(LanguagePack.pack(for: language)) }

    /// The word after the number: minutes, seconds and złote or рубли.
    private func form(_ language: String, _ number: Int, _ currency: String) throws -> String {
        String(try pack(language).spokenMoney("\(number)", currency: currency).split(separator: " ").last ?? "")
    }

    @Test("Polish: 1, then 2 to 4 but for the teens, then all others", arguments: 0...1130)
    func polish(number: Int) throws {
        let isFew = [2, 3, 4].contains(number % 10) && ![12, 13, 14].contains(number % 100)
        let expected = number == 1 ? "złoty" : isFew ? "złote" : "złotych"
        #expect(try form("pl", number, "PLN") == expected)
    }

    @Test("Russian: 1, 21 and 101 but 11, then 2 to 4 but for the teens, then all others", arguments: 0...1130)
    func russian(number: Int) throws {
        let isOne = number % 10 == 1 && number % 100 != 11
        let isFew = [2, 3, 4].contains(number % 10) && ![12, 13, 14].contains(number % 100)
        let expected = isOne ? "рубль" : isFew ? "рубля" : "рублей"
        #expect(try form("ru", number, "RUB") == expected)
    }

    @Test(
        "Polish durations",
        arguments: [
            (60, "jedna minuta"), (120, "dwie minuty"), (5 * 60, "5 minut"), (12 * 60, "12 minut"),
            (22 * 60, "dwadzieścia dwie minuty"),
            (25 * 60, "25 minut"), (3600, "jedna godzina"), (2 * 3600 + 60, "dwie godziny i jedna minuta"),
            (5 * 3600, "5 godzin"),
            (22 * 3600, "dwadzieścia dwie godziny"), (48 * 3600, "2 dni"), (5 * 86_400, "5 dni"),
        ])
    func polishDurations(seconds: Int, text: String) throws {
        #expect(try pack("pl").spokenDuration(.seconds(seconds)) == text)
    }

    @Test(
        "Russian durations",
        arguments: [
            (60, "одна минута"), (120, "две минуты"), (5 * 60, "пять минут"), (11 * 60, "одиннадцать минут"),
            (21 * 60, "двадцать одна минута"),
            (3600, "один час"), (2 * 3600, "два часа"), (21 * 3600, "двадцать один час"), (2 * 86_400, "два дня"),
            (5 * 86_400, "пять дней"),
        ])
    func russianDurations(seconds: Int, text: String) throws {
        #expect(try pack("ru").spokenDuration(.seconds(seconds)) == text)
    }

    @Test(
        "Russian numbers are words, for the voice misreads 0, 1, 7 and thousands",
        arguments: [
            ("0", "ноль"), ("1", "один"), ("21", "двадцать один"), ("100", "сто"), ("101", "сто один"),
            ("999", "девятьсот девяносто девять"),
            ("1000", "одна тысяча"), ("2021", "две тысячи двадцать один"), ("5000", "пять тысяч"),
            ("21000", "двадцать одна тысяча"),
            ("1000000", "один миллион"), ("3000005", "три миллиона пять"),
            (
                "1234567890",
                "один миллиард двести тридцать четыре миллиона пятьсот шестьдесят семь тысяч восемьсот девяносто"
            ),
            ("12.75", "двенадцать запятая семьдесят пять"), ("0.05", "ноль запятая ноль пять"), ("-7", "минус семь"),
        ])
    func russianNumbers(number: String, text: String) throws {
        #expect(try pack("ru").spokenNumber(number) == text)
    }

    @Test(
        "Chinese numbers from a hundred on are numerals in fours, for the voice leaves out zeros and knows no 万",
        arguments: [
            ("0", "0"), ("12", "12"), ("99", "99"), ("100", "一百"), ("101", "一百零一"), ("110", "一百一十"), ("111", "一百一十一"),
            ("200", "两百"),
            ("222", "两百二十二"), ("1001", "一千零一"), ("1010", "一千零一十"), ("2021", "两千零二十一"), ("9999", "九千九百九十九"),
            ("10000", "一万"),
            ("20000", "两万"), ("10002", "一万零二"), ("10500", "一万零五百"), ("100000", "十万"), ("101000", "十万一千"),
            ("120000", "十二万"), ("1000000", "一百万"),
            ("12500000", "一千二百五十万".replacing("二百", with: "两百")), ("100000000", "一亿"), ("100001000", "一亿零一千"),
            ("1000000000000", "一万亿"),
            ("123.45", "一百二十三点4 5"),
        ])
    func chinese(number: String, text: String) throws {
        #expect(try pack("zh").spokenNumber(number) == text)
    }

    @Test(
        "Spanish thousands lose the o of uno; millions are counted in thousands",
        arguments: [
            ("1000", "mil"), ("1500", "mil 500"), ("2000", "2 mil"), ("21000", "veintiún mil"),
            ("31500", "treinta y un mil 500"), ("999", "999"),
            ("1000000", "un millón"), ("1250000", "un millón 250 mil"), ("21000000", "veintiún millones"),
            ("1250000000", "mil 250 millones"), ("2000000000000", "2 billones"),
        ])
    func spanish(number: String, text: String) throws {
        #expect(try pack("es").spokenNumber(number) == text)
    }

    @Test("places and counts in phrases are words where the voice needs them")
    func phrases() throws {
        #expect(try pack("ru").phrase(.queuePlace, ["place": "1"]) == "Ваш номер в очереди: один.")
        #expect(try pack("zh").phrase(.queuePlace, ["place": "110"]) == "您在队列中排第一百一十位。")
        #expect(try pack("pl").phrase(.queuePlace, ["place": "2"]) == "Miejsce w kolejce: 2.")
        #expect(try pack("fr").phrase(.queueOffer, ["waiting": "1"]).hasPrefix("Une personne attend"))
        #expect(try pack("de").phrase(.queueOffer, ["waiting": "2"]).hasPrefix("Vor Ihnen warten 2 Anrufer"))
    }
}
