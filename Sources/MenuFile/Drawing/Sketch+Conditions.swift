extension Sketch {
    /// A condition as one would say it after "if": "office is open", "{visit.id} is known".
    func words(_ condition: Condition) -> String {
        switch condition {
        case .open(let schedule): "\(schedule ?? "office") is open"
        case .closed(let schedule): "\(schedule ?? "office") is closed"
        case .holiday: "today is a holiday"
        case .anonymous: "the number is withheld"
        case .caller(let lists, let patterns): "the caller is \((lists + patterns).joined(separator: " or "))"
        case .called(let patterns): "\(patterns.joined(separator: " or ")) was dialled"
        case .language(let tags): "the language is \(tags.joined(separator: " or "))"
        case .notice(let name): "the notice \(name) is on"
        case .callsToday(let comparison): "earlier calls today \(words(comparison))"
        case .share(let percent): "among \(number(percent)) % of calls"
        case .variable(let name, let test): "{\(name)} \(words(test))"
        case .any(let conditions): conditions.map(words).joined(separator: " or ")
        case .all(let conditions): conditions.map(words).joined(separator: " and ")
        case .not(let condition): "not (\(words(condition)))"
        }
    }

    private func words(_ test: Condition.VariableTest) -> String {
        switch test {
        case .values(let values): "is \(values.joined(separator: " or "))"
        case .present: "is known"
        case .missing: "is not known"
        case .notValue(let value): "is not \(value)"
        case .compares(let comparison): words(comparison)
        }
    }

    private func words(_ comparison: Condition.Comparison) -> String {
        "\(comparison.sign) \(number(comparison.number))"
    }

    private func number(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }
}
