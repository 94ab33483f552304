import Foundation
import MenuFile

/// The values of variables (§3.2): those of the call, those that the file sets, those from outside.
extension CallWalk {
    /// A variable's value in the language of the call; nil when it is missing.
    func value(_ name: String) -> TextValue? { value(name, in: language) }

    /// A variable's value; nil when it is missing.
    ///
    /// - Parameter language: whose words dates, the line's name and constants are put in.
    func value(_ name: String, in language: String) -> TextValue? {
        switch name {
        case "caller.number": callerNumber.map { .text($0) }
        case "caller.name": .text(callerName)
        case "caller.list": listed.map { .text($0.list.id) }
        case "caller.calls-today": .number(earlierToday)
        case "called": facts.dialled.map { .text($0) }
        case "name": .text(lineName(in: language))
        case "label": .text(labelText)
        case "path": .text(path)
        case "keys": .text(typed)
        case "call.id": .text(facts.id)
        case "language": .text(self.language)
        case "callback.when": callbackDue?.when.map { .text($0) }
        case "callback.place": callbackDue?.place.map { .text(String($0)) }
        default: own(name, language) ?? outside(name) ?? moment(name, language)
        }
    }

    /// What `set`, `collect`, `keep` and `variables` gave it. A constant with a text per language is read in the one
    /// that is asked for; what it is made of stays as it was when the call began.
    private func own(_ name: String, _ language: String) -> TextValue? {
        guard let value = variables[name] else { return nil }
        guard let text = variables.localized[name] else { return .text(value) }
        let pack = Self.pack(language)
        let plain = PromptBuilder(
            language: language, pack: pack, voice: Prompt.Voice(language: language), fallback: staffLanguage
        ) { template, use in
            template.render(pack: pack, today: self.today, use: use, nationalDigits: { self.national($0) }) {
                self.variables[$0].map { .text($0) }
            }
        }
        return .text(plain.value(text))
    }

    /// `{arg.NAME}` and `{env.NAME}`.
    private func outside(_ name: String) -> TextValue? {
        if name.hasPrefix("arg.") { return facts.arguments[String(name.dropFirst(4))].map { .text($0) } }
        if name.hasPrefix("env.") { return house.environment[String(name.dropFirst(4))].map { .text($0) } }
        return nil
    }

    private func moment(_ name: String, _ language: String) -> TextValue? {
        let pack = Self.pack(language)
        let now = LocalDateTime(at: services.clock.now, in: timeZone)
        switch name {
        case "now": return .time(hour: now.hour, minute: now.minute)
        case "today": return .date(now.date)
        case "holiday": return holiday.map { .text($0) }
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

    /// `{caller.name}`: the name on the caller's list, else the network's, else the number, else the word for anonymous.
    var callerName: String {
        if let name = listed?.name, !name.allSatisfy(\.isWhitespace) { return name }
        if !facts.isWithheld, let name = facts.name, !name.allSatisfy(\.isWhitespace) { return name }
        return callerNumber ?? staffPack.anonymous
    }

    /// `{caller.number}`: E.164 where it is a number, else as the network gave it; nil when withheld.
    var callerNumber: String? { facts.isWithheld ? nil : caller?.e164 ?? facts.number }
}
