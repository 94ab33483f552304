import MenuFile

/// Lists of callers and patterns of numbers (§3.1, §3.6).
extension CallWalk {
    /// The caller's number as the network gave it; nil when it is withheld.
    var callerGiven: GivenNumber? {
        guard !facts.isWithheld, let number = facts.number, !number.isEmpty else { return nil }
        return GivenNumber(number, telephone: caller)
    }

    /// The first list that the caller is on, and the name that it knows the caller by.
    func firstList() -> (list: CallerList, name: String?)? {
        for list in document.callers {
            if let entry = entry(of: list) { return (list, entry.name) }
        }
        return nil
    }

    /// Whether the caller is on a list; several can hold for one caller.
    func isOn(list name: String) -> Bool {
        document.callers.first { $0.id == name }.map { entry(of: $0) != nil } ?? false
    }

    private func entry(of list: CallerList) -> CallerList.Entry? {
        guard let given = callerGiven else { return nil }
        let (book, country) = (services.numbers, country)
        return list.numbers.first { book.matches(given, pattern: $0.pattern, country: country) }
    }

    /// Whether a number matches one of these patterns.
    func matches(_ given: GivenNumber?, _ patterns: [String]) -> Bool {
        guard let given else { return false }
        let (book, country) = (services.numbers, country)
        return patterns.contains { book.matches(given, pattern: $0, country: country) }
    }

    /// The dialled number.
    var calledGiven: GivenNumber? {
        guard let dialled = facts.dialled, !dialled.isEmpty else { return nil }
        if case .callable(let telephone) = services.numbers.read(dialled, country: country) {
            return GivenNumber(dialled, telephone: telephone)
        }
        return GivenNumber(dialled)
    }

    /// What staff see of callers on a list: its label, else its name with a capital.
    func label(of list: CallerList) -> String {
        let label = list.label.map { staffText($0) } ?? ""
        return label.isEmpty ? list.id.prefix(1).uppercased() + list.id.dropFirst() : label
    }
}
