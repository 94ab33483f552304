extension LanguagePack {
    /// A number: "12", "minus 3.5". It is in figures where this language's voice reads those right, else in words.
    /// Leading zeros go; digits too many to be a count are said one by one. A text that is no number is returned as it
    /// is.
    public func spokenNumber(_ text: String) -> String {
        guard let number = DecimalText(text) else { return text }
        let sign = number.isNegative ? file.words.minus + " " : ""
        if number.whole.count > 15 { return sign + spokenDigits(number.whole) }
        return sign + decimal(number.whole, number.fraction)
    }

    /// An amount of money: "12 pounds and 50 pence". The currency is an ISO 4217 code; of one that the pack does not
    /// know the code is spelled. A text that is no number is returned as it is.
    public func spokenMoney(_ text: String, currency: String) -> String {
        guard let number = DecimalText(text), let amount = number.hundredths else { return text }
        guard let names = file.money.currencies[currency] else {
            return spokenNumber(text) + " " + currency.map(String.init).joined(separator: " ")
        }
        let sign = amount < 0 ? file.words.minus + " " : ""
        let (whole, part) = (abs(amount) / 100, abs(amount) % 100)
        guard let partNames = names.part else { return sign + undivided(whole, part, names.whole) }
        if part == 0 { return sign + counted(whole, names.whole) }
        if whole == 0 { return sign + counted(part, partNames) }
        return sign + moneyJoin.filled(["whole": counted(whole, names.whole), "part": counted(part, partNames)])
    }

    /// A length of time: "two hours", "one hour and thirty minutes". Seconds are dropped from ten minutes on, minutes
    /// from a day on.
    public func spokenDuration(_ duration: Duration) -> String {
        let seconds = max(0, Int(duration.components.seconds))
        let units = file.duration
        let steps: [(limit: Int, size: Int, unit: PackFile.Unit, smaller: (size: Int, unit: PackFile.Unit)?)] = [
            (60, 1, units.seconds, nil), (600, 60, units.minutes, (1, units.seconds)),
            (3600, 60, units.minutes, nil), (48 * 3600, 3600, units.hours, (60, units.minutes)),
            (.max, 86_400, units.days, (3600, units.hours)),
        ]
        guard let step = steps.first(where: { seconds < $0.limit }) else { return "" }
        let first = counted(seconds / step.size, step.unit)
        guard let smaller = step.smaller, seconds % step.size >= smaller.size else { return first }
        let second = counted(seconds % step.size / smaller.size, smaller.unit)
        return durationJoin.filled(["first": first, "second": second])
    }

    private func decimal(_ digits: String, _ fraction: String) -> String {
        let whole = file.numbers.isInWords ? Int(digits).map { inWords($0) } ?? digits : digits
        if fraction.isEmpty { return whole }
        let isSpaced = file.numbers.spacedFraction == true
        if isSpaced { return whole + file.numbers.decimal + fraction.map(String.init).joined(separator: " ") }
        return whole + file.numbers.decimal + (file.numbers.hundreds == nil ? fraction : inWords(fraction: fraction))
    }

    /// An amount in a currency that is said without its hundredth part: "12.5 yen".
    private func undivided(_ whole: Int, _ part: Int, _ unit: PackFile.Unit) -> String {
        if part == 0 { return counted(whole, unit) }
        let fraction = part % 10 == 0 ? "\(part / 10)" : twoDigits(part)
        return form(unit, 100).filled(["n": decimal("\(whole)", fraction)])
    }
}
