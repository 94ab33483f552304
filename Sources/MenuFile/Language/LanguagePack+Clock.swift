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
            time = try Form(file.time, base: file.time, reader)
            at = try Form(file.at, base: file.time, reader)
            until = try Form(file.until, base: file.time, reader)
            by = try Form(file.by, base: file.time, reader)
        }
    }

    /// A time of day by the 24-hour clock: "8", "nine twenty". Hours and minutes out of range are taken round.
    public func spokenTime(hour: Int, minute: Int) -> String { clock.time.text(hour, minute) }
}

extension LanguagePack.Clock.Form {
    init(
        _ form: PackFile.Clock.Form, base: PackFile.Clock.Form, _ reader: PackReader
    ) throws(LanguagePackError) {
        guard let hours = form.hours ?? base.hours else { throw .missing("clock.time.hours") }
        guard let minutes = form.minutes ?? base.minutes else { throw .missing("clock.time.minutes") }
        guard let whole = form.whole ?? base.whole else { throw .missing("clock.time.whole") }
        guard let full = form.full ?? base.full else { throw .missing("clock.time.full") }
        // A form with its own hours and no others before minutes uses these there too.
        let hoursWith = form.hoursWith ?? form.hours ?? base.hoursWith ?? hours
        self.hours = try reader.list(hours, "clock hours", count: 24)
        self.hoursWith = try reader.list(hoursWith, "clock hours-with", count: 24)
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
