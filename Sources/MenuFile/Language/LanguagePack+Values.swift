extension LanguagePack {
    /// The word that stands for "&".
    var wordForAnd: String { file.words.and }

    /// A value in a format as the file writes it. What the format cannot read is said as plain text, so that a web
    /// service's odd reply costs a wording and not the call.
    ///
    /// - Parameter isForeign: the sentence is in a language that has no pack; then this one's words would not be
    ///   understood in it, and its digits have to do (part 10).
    func spoken(
        _ value: TextValue, _ format: String?, today: CivilDate, isForeign: Bool = false,
        nationalDigits: (String) -> String
    ) -> String {
        guard let format, let kind = try? ValueFormat(format) else { return spoken(plain: value) }
        if isForeign, kind.needsWords { return digitGroups(value.text) }
        return switch kind {
        case .plain: spoken(plain: value)
        case .digits: spokenDigits(value.text)
        case .phone: phoneGroups(nationalDigits(value.text))
        case .number: spokenNumber(value.text)
        case .money(let currency): spokenMoney(value.text, currency: currency)
        case .spell: spelled(value.text)
        case .date: value.asDate.map(spokenDate) ?? spoken(plain: value)
        case .day: value.asDate.map { spokenDay($0, today: today) } ?? spoken(plain: value)
        case .time: value.asTime.map { spokenTime(hour: $0.hour, minute: $0.minute) } ?? spoken(plain: value)
        case .duration: value.asDuration.map(spokenDuration) ?? spoken(plain: value)
        }
    }

    /// The digits of a text one by one, with a comma where something else stood between: "2 0 2 6, 0 3, 0 5".
    private func digitGroups(_ text: String) -> String {
        let groups = text.utf8.split { !isDigit($0) }
        if groups.isEmpty { return text }
        return groups.map { $0.map { String(UnicodeScalar($0)) }.joined(separator: " ") }.joined(separator: ", ")
    }

    private func spoken(plain value: TextValue) -> String {
        switch value {
        case .text, .number: value.text
        case .date(let date): spokenDate(date)
        case .time(let hour, let minute): spokenTime(hour: hour, minute: minute)
        case .duration(let duration): spokenDuration(duration)
        }
    }
}

extension ValueFormat {
    /// Whether a value is put in words of a language.
    fileprivate var needsWords: Bool {
        switch self {
        case .number, .money, .date, .day, .time, .duration: true
        case .plain, .digits, .phone, .spell: false
        }
    }
}

extension TextValue {
    /// The day of "2026-03-05", also when a time follows.
    var asDate: CivilDate? {
        switch self {
        case .date(let date): date
        case .text(let text): CivilDate(text.prefix { $0 != "T" && $0 != " " })
        default: nil
        }
    }

    /// The time of "09:20", "9:20:00", or of a date and time.
    var asTime: (hour: Int, minute: Int)? {
        if case .time(let hour, let minute) = self { return (hour, minute) }
        guard case .text(let text) = self else { return nil }
        let clock = text.split(whereSeparator: { $0 == "T" || $0 == " " }).last ?? ""
        let fields = clock.prefix { $0.isNumber || $0 == ":" }.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(fields.count), let hour = decimal(fields[0], digits: 1...2), hour < 24,
            let minute = decimal(fields[1], digits: 2...2), minute < 60
        else { return nil }
        return (hour, minute)
    }

    /// A length of time in seconds.
    var asDuration: Duration? {
        switch self {
        case .duration(let duration): duration
        case .number(let seconds) where seconds >= 0: .seconds(seconds)
        case .text(let text):
            DecimalText(text).flatMap { $0.isNegative || $0.whole.count > 12 ? nil : Int($0.whole) }.map {
                .seconds($0)
            }
        default: nil
        }
    }
}
