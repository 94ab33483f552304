import Foundation
import MenuFile

/// What goes into the rows of a callback.
extension CallWalk {
    /// The country of the file, else the server's.
    var country: String { document.country ?? house.country }

    /// Whether a number may be called back on that list: `accept` (own country where nothing is written), `deny`, and
    /// none of our own numbers.
    func accepts(_ number: TelephoneNumber, _ target: CallbackTarget) -> Bool {
        guard !house.ownNumbers.contains(number.e164) else { return false }
        let list = document.callbackList(target.listName)
        let rules = list?.accept.isEmpty == false ? list?.accept ?? [] : [country]
        let book = services.numbers
        return rules.contains { book.matches(number, rule: $0) }
            && !(list?.deny ?? []).contains { denies(number, $0) }
    }

    /// A rule of `deny` is the beginning of a number, or a pattern of whole numbers.
    private func denies(_ number: TelephoneNumber, _ rule: String) -> Bool {
        let book = services.numbers
        return book.matches(number, rule: rule)
            || book.matches(GivenNumber(number.e164, telephone: number), pattern: rule, country: country)
    }

    /// The row of a request.
    func request(
        _ draft: CallbackDraft, _ target: CallbackTarget, isConfirmed: Bool, status: CallbackRequest.Status
    ) -> CallbackRequest {
        let now = services.clock.now
        let list = document.callbackList(target.listName)
        let (callFrom, due) = (callFrom(list), due(list, from: now))
        return CallbackRequest(
            call: facts.id, list: draft.list, at: now, number: draft.number?.e164, numberAsGiven: draft.asGiven,
            source: draft.source, isConfirmed: isConfirmed, status: status, callerName: facts.name,
            dialled: facts.dialled, reason: draft.reason ?? path, label: labelText, language: language,
            dueAt: due, expiresAt: now.addingTimeInterval(Self.seconds(list?.expires ?? Self.expires)),
            timeZone: timeZone.identifier, voiceNote: spokenNote, notify: told(target), webhook: list?.webhook,
            menu: document.fileName, uniqueID: facts.uniqueID, path: path, queue: leftQueue,
            window: due.map { window(from: callFrom ?? now, to: $0) }, callFrom: callFrom,
            attempts: list?.attempts ?? 3, every: list?.every ?? .seconds(900))
    }

    /// When the caller expects the call, for staff: from the first moment at which somebody calls to the promised one.
    /// With dates, since it is read tomorrow as well.
    private func window(from start: Date, to end: Date) -> String {
        staffPack.writtenSpan(
            from: LocalDateTime(at: start, in: timeZone), to: LocalDateTime(at: end, in: timeZone))
    }

    /// The earliest moment at which somebody of that list calls: its next opening, where it is closed now. Nil: at once.
    private func callFrom(_ list: CallbackList?) -> Date? {
        guard let state = hours(list?.hours), !state.isOpen else { return nil }
        return state.nextOpening
    }

    /// A request of a list that says nothing is open for two days (§3.1).
    static let expires = Duration.seconds(172_800)

    /// Who is told of a request or a message.
    func told(_ target: CallbackTarget) -> [String] {
        switch target {
        case .list(let name): document.callbackList(name)?.email ?? []
        case .person(let name): document.person(name)?.email ?? []
        case .address(let address): [address]
        }
    }

    /// The end of what `within` promises, counted in the open time of the list's schedule.
    private func due(_ list: CallbackList?, from now: Date) -> Date? {
        guard let list, let within = list.within else { return nil }
        guard let hours = officeHours(list.hours) else {
            return Self.nextQuarter(now.addingTimeInterval(Self.seconds(within)))
        }
        return hours.end(ofOpenTime: within, from: now).map { Self.nextQuarter($0) }
    }

    /// What is promised is a time that people say: the next full quarter of an hour. All zones of today keep to these.
    private static func nextQuarter(_ date: Date) -> Date {
        Date(timeIntervalSince1970: (date.timeIntervalSince1970 / 900).rounded(.up) * 900)
    }

    static func seconds(_ duration: Duration) -> TimeInterval {
        let parts = duration.components
        return TimeInterval(parts.seconds) + TimeInterval(parts.attoseconds) / 1e18
    }
}
