extension LanguagePack {
    /// A counted word: the number in the word's gender, and the word in the number's form.
    func counted(_ number: Int, _ unit: PackFile.Unit) -> String {
        form(unit, number).filled(["n": inWords(number, gender: unit.gender)])
    }

    /// The form of a word for a number.
    func form(_ unit: PackFile.Unit, _ number: Int) -> Template {
        let text = unit.forms[file.plural.category(of: number).rawValue] ?? ""
        return (try? Template(parsing: text)) ?? Template(parts: [.literal(text)])
    }

    /// A count as the voice is to read it: words as far as the pack has them, figures beyond.
    func inWords(_ number: Int, gender: String? = nil) -> String {
        let numbers = file.numbers
        if let myriads = numbers.myriads, number >= 100 { return myriads.text(number) }
        if let step = numbers.steps?.last(where: { number >= $0.size }) {
            return joined(counted(number / step.size, step.unit), number % step.size, gender)
        }
        if let hundreds = numbers.hundreds, (100..<1000).contains(number) {
            return joined(hundreds[number / 100 - 1], number % 100, gender)
        }
        if let gender = gender.flatMap({ numbers.genders[$0] }) {
            if let text = gender.exact["\(number)"] { return text }
            if let text = gender.lastTwo["\(number % 100)"] {
                return number < 100 ? text : "\(number - number % 100) \(text)"
            }
        }
        return number < numbers.cardinals.count ? numbers.cardinals[number] : "\(number)"
    }

    /// The digits after a decimal mark: as a number where they are few, else one by one.
    func inWords(fraction: String) -> String {
        if fraction.hasPrefix("0") || fraction.utf8.count > 3 { return spokenDigits(fraction) }
        return Int(fraction).map { inWords($0) } ?? fraction
    }

    private func joined(_ first: String, _ rest: Int, _ gender: String?) -> String {
        rest == 0 ? first : first + " " + inWords(rest, gender: gender)
    }
}

extension PackFile.Myriads {
    /// A number as Chinese writes it: groups of four digits, a zero for each gap.
    func text(_ number: Int) -> String {
        var groups: [Int] = []
        var rest = number
        while rest > 0 {
            groups.append(rest % 10_000)
            rest /= 10_000
        }
        var text = ""
        for (place, group) in groups.enumerated().reversed() where group > 0 {
            // A gap before a group is told by a zero, however long it is.
            let isAfterGap = !text.isEmpty && (group < 1000 || groups[place + 1] == 0)
            var words = self.group(group, isCounting: place > 0)
            // "十万", not "一十万", at the beginning of a number.
            if text.isEmpty, (10..<20).contains(group) { words.removeFirst() }
            text += (isAfterGap ? digits[0] : "") + words + self.groups[place]
        }
        return text.isEmpty ? digits[0] : text
    }

    /// Up to four digits: "一千零五十".
    private func group(_ number: Int, isCounting: Bool) -> String {
        var text = ""
        var hasGap = false
        for (place, size) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
            let digit = number / size % 10
            if digit == 0 {
                hasGap = !text.isEmpty
                continue
            }
            let isTwo = digit == 2 && (place > 1 || (isCounting && number == 2))
            text += (hasGap ? digits[0] : "") + (isTwo ? two : digits[digit]) + places[place]
            hasGap = false
        }
        return text
    }
}
