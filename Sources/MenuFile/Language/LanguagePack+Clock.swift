extension LanguagePack {
    /// The forms that a time of day takes in a sentence.
    struct Clock: Sendable {
        /// Alone: "8", "nine twenty".
        let time: Form
        /// When something happens: "at 8".
        let at: Form
        /// After the word for "until".
        let until: Form
        /// The latest time: "by 8".
        let by: Form

        struct Form: Sendable {
            let hours: [String]
            let hoursWith: [String]
            let minutes: [String]
            let whole: Template
            let full: Template
        }

        init(_ file: PackFile.Clock, _ reader: PackReader) throws(LanguagePackError) {
            time = try Form(file.time, reader)
            at = try Form(file.at.inheriting(file.time), reader)
            until = try Form(file.until.inheriting(file.time), reader)
            // "by 8" stands in the same case as "until 8" in languages that have cases, so it takes its words.
            let words = file.until.inheriting(file.time).words
            by = try Form(file.by.inheriting(words).inheriting(file.time), reader)
        }
    }

    /// A time of day by the 24-hour clock: "8", "nine twenty". Hours and minutes out of range are taken round.
    public func spokenTime(hour: Int, minute: Int) -> String { clock.time.text(hour, minute) }
}

extension PackFile.Clock.Form {
    /// This form, with what it lacks taken from another. A form that has its own hours has them before minutes too.
    func inheriting(_ base: PackFile.Clock.Form) -> PackFile.Clock.Form {
        PackFile.Clock.Form(
            hours: hours ?? base.hours, hoursWith: hoursWith ?? hours ?? base.hoursWith,
            minutes: minutes ?? base.minutes, whole: whole ?? base.whole, full: full ?? base.full)
    }

    /// The words without the patterns.
    var words: PackFile.Clock.Form {
        PackFile.Clock.Form(hours: hours, hoursWith: hoursWith, minutes: minutes, whole: nil, full: nil)
    }
}

extension LanguagePack.Clock.Form {
    init(_ form: PackFile.Clock.Form, _ reader: PackReader) throws(LanguagePackError) {
        guard let hours = form.hours, let minutes = form.minutes, let whole = form.whole, let full = form.full else {
            throw .missing("a part of clock.time")
        }
        self.hours = try reader.list(hours, "clock hours", count: 24)
        self.hoursWith = try reader.list(form.hoursWith ?? hours, "clock hours-with", count: 24)
        self.minutes = try reader.list(minutes, "clock minutes", count: 60)
        self.whole = try reader.template(whole, at: "clock whole", allowing: ["hour"])
        self.full = try reader.template(full, at: "clock full", allowing: ["hour", "minute"])
    }

    func text(_ hour: Int, _ minute: Int) -> String {
        let (hour, minute) = ((hour % 24 + 24) % 24, (minute % 60 + 60) % 60)
        if minute == 0 { return whole.filled(["hour": hours[hour]]) }
        return full.filled(["hour": hoursWith[hour], "minute": minutes[minute]])
    }
}
