/// Takes texts out of a pack's file and checks them on the way.
struct PackReader {
    let file: PackFile

    func phrases() throws(LanguagePackError) -> [PhraseID: LanguagePack.Phrase] {
        var phrases: [PhraseID: LanguagePack.Phrase] = [:]
        for id in PhraseID.allCases {
            guard let phrase = file.phrases[id.rawValue] else { throw .missing("phrase \(id.rawValue)") }
            phrases[id] = try read(phrase, id: id)
        }
        return phrases
    }

    private func read(_ phrase: PackFile.Phrase, id: PhraseID) throws(LanguagePackError) -> LanguagePack.Phrase {
        switch phrase {
        case .text(let text): return .text(try template(text, at: id.rawValue, allowing: id.placeholders))
        case .counted(let count, let forms):
            guard id.placeholders.contains(count) else { throw .placeholder(place: id.rawValue, name: count) }
            var templates: [PluralRule.Category: Template] = [:]
            for category in file.plural.categories {
                guard let text = forms[category] else { throw .missing("form \(category) of phrase \(id.rawValue)") }
                templates[category] = try template(text, at: id.rawValue, allowing: id.placeholders)
            }
            return .counted(count: count, forms: templates)
        }
    }

    /// A text with braces in which only these names may stand.
    func template(
        _ text: String, at place: String, allowing names: Set<String>
    ) throws(LanguagePackError) -> Template {
        let template: Template
        do throws(TemplateError) {
            template = try Template(parsing: text)
        } catch {
            throw .template(place: place, error)
        }
        if let name = template.variables.first(where: { !names.contains($0) }) {
            throw .placeholder(place: place, name: name)
        }
        return template
    }

    /// A list of so many entries.
    func list(_ list: [String], _ name: String, count: Int) throws(LanguagePackError) -> [String] {
        guard list.count == count else { throw .count(list: name, expected: count, found: list.count) }
        return list
    }

    /// Keys and counted words, which are looked up by name later.
    func checkWords() throws(LanguagePackError) {
        for key in "0123456789*#" where file.keys[String(key)] == nil { throw .missing("name of key \(key)") }
        let durations = [file.duration.days, file.duration.hours, file.duration.minutes, file.duration.seconds]
        let money = file.money.currencies.values.flatMap { [$0.whole] + ($0.part.map { [$0] } ?? []) }
        let steps = (file.numbers.steps ?? []).map(\.unit)
        try checkNumbers()
        for unit in durations + money + steps {
            for category in file.plural.categories where unit.forms[category.rawValue] == nil {
                throw .missing("form \(category) of \(unit.forms.values.sorted().first ?? "a counted word")")
            }
            for form in unit.forms.values { _ = try template(form, at: form, allowing: ["n"]) }
            if let gender = unit.gender, file.numbers.genders[gender] == nil { throw .missing("gender \(gender)") }
        }
    }

    private func checkNumbers() throws(LanguagePackError) {
        if let hundreds = file.numbers.hundreds {
            _ = try list(hundreds, "numbers.hundreds", count: 9)
            _ = try list(file.numbers.cardinals, "numbers.cardinals", count: 100)
        }
        guard let myriads = file.numbers.myriads else { return }
        _ = try list(myriads.digits, "numbers.myriads.digits", count: 10)
        _ = try list(myriads.places, "numbers.myriads.places", count: 4)
        _ = try list(myriads.groups, "numbers.myriads.groups", count: 5)
    }
}
