import Foundation
import MenuFile

/// The call's builders and the values of its variables (§3.2, §4.5).
extension CallWalk {
    /// Prompts in the language of the call.
    var builder: PromptBuilder { builder(language) }

    /// Labels and displays in the language of the staff.
    var staffBuilder: PromptBuilder { builder(document.languages.first ?? "en") }

    /// The pack of the staff's language.
    var staffPack: LanguagePack { Self.pack(document.languages.first ?? "en") }

    func builder(_ language: String) -> PromptBuilder {
        let pack = Self.pack(language)
        let voice = Prompt.Voice(language: language, settings: document.voices[language] ?? VoiceSettings())
        return PromptBuilder(language: language, pack: pack, voice: voice) { template, use in
            template.render(
                pack: pack, today: self.today, use: use, nationalDigits: { self.national($0) },
                values: { self.value($0, pack) })
        }
    }

    /// The national form of a number, as people of the menu's country say it.
    private func national(_ number: String) -> String {
        if case .callable(let telephone) = services.numbers.read(number, country: country) { return telephone.national }
        return number
    }

    static func pack(_ language: String) -> LanguagePack { LanguagePack.pack(for: language) ?? .english }

    /// The local date of the menu.
    var today: CivilDate { LocalDateTime(at: services.clock.now, in: timeZone).date }

    /// `{caller.name}`: the network's name, else the number, else the word for anonymous.
    var callerName: String {
        if !facts.isWithheld, let name = facts.name, !name.allSatisfy(\.isWhitespace) { return name }
        return callerNumber ?? staffPack.anonymous
    }

    /// `{caller.number}`: E.164 where it is a number, else as the network gave it; nil when withheld.
    var callerNumber: String? { facts.isWithheld ? nil : caller?.e164 ?? facts.number }

    func value(_ name: String, _ pack: LanguagePack) -> TextValue? {
        switch name {
        case "caller.number": callerNumber.map { .text($0) }
        case "caller.name": .text(callerName)
        case "called": facts.dialled.map { .text($0) }
        case "name": .text(staffText(document.name))
        case "label": .text(labelText)
        case "path": .text(path)
        case "keys": .text(typed)
        case "call.id": .text(facts.id)
        case "language": .text(language)
        case "callback.when": callbackDue?.when.map { .text($0) }
        case "callback.place": callbackDue?.place.map { .text(String($0)) }
        default: variables[name].map { .text($0) } ?? outside(name) ?? moment(name, pack)
        }
    }

    /// `{arg.NAME}` and `{env.NAME}`.
    private func outside(_ name: String) -> TextValue? {
        if name.hasPrefix("arg.") { return facts.arguments[String(name.dropFirst(4))].map { .text($0) } }
        if name.hasPrefix("env.") { return house.environment[String(name.dropFirst(4))].map { .text($0) } }
        return nil
    }

    private func moment(_ name: String, _ pack: LanguagePack) -> TextValue? {
        let now = LocalDateTime(at: services.clock.now, in: timeZone)
        switch name {
        case "now": return .text(pack.spokenTime(hour: now.hour, minute: now.minute))
        case "today": return .text(pack.spokenDate(now.date))
        case "open.next":
            guard let next = hours(nearestSchedule)?.nextOpening else { return nil }
            return .text(pack.spokenMoment(LocalDateTime(at: next, in: timeZone), today: now.date))
        case "open.until":
            guard let state = hours(nearestSchedule), state.isOpen, let until = state.until else { return nil }
            return .text(pack.spokenUntil(LocalDateTime(at: until, in: timeZone), today: now.date))
        default: return nil
        }
    }

    /// `{open.next}` speaks of the nearest schedule that was found closed, else of `office`, else of the file's first.
    private var nearestSchedule: String? {
        if let closed = lastClosed { return closed }
        return document.schedule("office") == nil ? document.schedules.first?.name : nil
    }

    /// A promised moment as a caller hears it: "today by 17".
    func spokenMoment(_ date: Date) -> String {
        let moment = LocalDateTime(at: date, in: timeZone)
        return Self.pack(language).spokenDeadline(moment, today: today)
    }
}
