import Foundation
import Logging
import MenuFile

/// The call's builders: texts of the file, filled in for whoever hears or reads them (§3.2, §4.5).
extension CallWalk {
    /// Prompts in the language of the call.
    var builder: PromptBuilder { builder(language) }

    /// Labels and displays in the language of the staff.
    var staffBuilder: PromptBuilder { builder(staffLanguage) }

    /// The file's first language.
    var staffLanguage: String { document.languages.first ?? "en" }

    /// The pack of the staff's language.
    var staffPack: LanguagePack { Self.pack(staffLanguage) }

    /// Prompts in a language of the file.
    func builder(_ language: String) -> PromptBuilder {
        let pack = Self.pack(language)
        let voice = Prompt.Voice(language: language, settings: document.voices[language] ?? VoiceSettings())
        return PromptBuilder(
            language: language, pack: pack, voice: voice, phrases: document.phrases[language] ?? [:],
            fallback: staffLanguage, isSensitive: { self.isSensitive($0) }, sibling: { self.builder($0) }
        ) { template, use in self.render(template, use, language, pack) }
    }

    private func render(_ template: Template, _ use: TextUse, _ language: String, _ pack: LanguagePack) -> String {
        // Each variable is looked up once: {open.next} goes through a calendar.
        var known: [String: TextValue?] = [:]
        for name in template.variables where known[name] == nil {
            known[name] = .some(value(name, for: use, in: language))
        }
        logMissing(template.missingVariables { known[$0] ?? nil })
        return template.render(
            pack: pack, today: today, use: use, isForeign: LanguagePack.pack(for: language) == nil,
            nationalDigits: { self.national($0) }, values: { known[$0] ?? nil })
    }

    /// What a variable is worth in a text: people never read a sensitive one, and secrets of the server only go into
    /// requests (§3.2, §4.5). What is sent or kept is data: a date is ISO there, not words.
    private func value(_ name: String, for use: TextUse, in language: String) -> TextValue? {
        switch use {
        case .speech: return name.hasPrefix("env.") ? nil : value(name, in: language)
        case .display:
            guard !name.hasPrefix("env."), let value = value(name, in: language) else { return nil }
            return isSensitive(name) && !value.text.isEmpty ? .text(Variables.mask) : value
        case .encoded: return value(name, in: language).map { .text($0.text) }
        }
    }

    /// A missing variable is told once for each step (§4.4).
    private func logMissing(_ names: [String]) {
        for name in names where missing.insert("\(name) \(steps.present)").inserted {
            logger.notice("variable missing", metadata: ["variable": "\(name)", "step": "\(steps.present)"])
        }
    }

    /// The national form of a number, as people of the menu's country say it.
    func national(_ number: String) -> String {
        if case .callable(let telephone) = services.numbers.read(number, country: country) { return telephone.national }
        return number
    }

    static func pack(_ language: String) -> LanguagePack { LanguagePack.pack(for: language) ?? .english }

    /// The local date of the menu.
    var today: CivilDate { LocalDateTime(at: services.clock.now, in: timeZone).date }

    /// A promised moment as a caller hears it: "today by 17".
    func spokenMoment(_ date: Date) -> String {
        let moment = LocalDateTime(at: date, in: timeZone)
        return Self.pack(language).spokenDeadline(moment, today: today)
    }
}
