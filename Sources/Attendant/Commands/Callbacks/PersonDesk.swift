import Foundation
import PhoneNumbers
import Reception
import Records
import Speech

/// `attendant forget`, `attendant export`: what is held about one person.
public struct PersonDesk {
    private let keeper: RecordsKeeper
    /// The country of the configuration, then those of the menus.
    private let countries: [String]
    /// The folder of the sounds.
    private let sounds: String

    /// Opens the database of a configuration.
    ///
    /// - Throws: `StartError.records`.
    public init(_ configuration: Configuration) throws(StartError) {
        countries = MenuCountries.of(configuration)
        sounds = Opening.absolute(configuration.sounds)
        do throws(RecordsError) {
            keeper = try RecordsKeeper(file: Opening.database(configuration))
        } catch {
            throw .records("\(error)")
        }
    }

    /// What `forget` did, in words, and whether all of it was done.
    public struct Answer: Sendable {
        /// One line for each kind of thing.
        public let text: String
        /// False: something remains, and the text says what.
        public let isComplete: Bool
    }

    /// Removes a person from every table and file.
    ///
    /// - Parameter number: as people write it; of the country of the configuration or of a menu, unless it says otherwise.
    /// - Throws: `StartError.setting` when it is no number, `records` when no row was removed.
    public func forget(_ number: String) throws(StartError) -> Answer {
        let forms = try forms(number)
        let forgotten = try work { keeper throws(RecordsError) in try keeper.forget(forms: forms) }
        var lines = forgotten.rows.sorted { $0.key < $1.key }.map { "removed \($0.value) from \($0.key)" }
        if forgotten.files > 0 { lines.append("removed \(forgotten.files) sound files") }
        let spoken = ForgottenSounds.remove(saying: forms, from: sounds)
        if spoken.removed > 0 { lines.append("removed \(spoken.removed) prompts that say the number") }
        if forgotten.isEmpty, spoken == ForgottenSounds() { lines.append("nothing is held about \(forms[0])") }
        lines += forgotten.stuck.map { "\($0): cannot be removed; the rows stay until it can" }
        lines += spoken.stuck.map { "\($0); it may say the number" }
        if let words = forgotten.remains {
            lines.append("the rows are gone, but bytes of them may be left in the file: \(words); say it again later")
        }
        return Answer(
            text: lines.joined(separator: "\n"),
            isComplete: forgotten.stuck.isEmpty && spoken.stuck.isEmpty && forgotten.remains == nil)
    }

    /// Everything that is held about a person, as JSON.
    ///
    /// - Throws: as `forget`.
    public func export(_ number: String) throws(StartError) -> String {
        let forms = try forms(number)
        let held = try work { keeper throws(RecordsError) in try keeper.reader.held(forms: forms) }
        do {
            return String(
                decoding: try RecordsJSON.data(Held(number: forms[0], held: held), isPretty: true), as: UTF8.self)
        } catch {
            throw .records("\(error)")
        }
    }

    private struct Held: Encodable {
        let number: String
        let held: HeldRows

        private enum Key: String, CodingKey { case number, tables, files }

        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(number, forKey: .number)
            try object.encode(held.tables, forKey: .tables)
            try object.encode(held.files, forKey: .files)
        }
    }

    /// The ways in which a number may stand in a row: as E.164, as the network writes it, as its owner types it. What is
    /// no number of the world, such as an extension, is looked for as it is.
    private func forms(_ text: String) throws(StartError) -> [String] {
        let plain = String(text.filter { $0.isASCII && ($0.isNumber || $0 == "+") })
        guard plain.contains(where: \.isNumber) else {
            throw .setting("\"\(text)\" is no number; expected one such as +44 7700 900001")
        }
        var held: [[String]] = []
        var first: [String]?
        for country in countries {
            guard case .callable(let number) = NumberRules().read(text, country: country) else { continue }
            let digits = String(number.e164.dropFirst())
            var forms = [number.e164, digits, "00" + digits, number.national]
            if !forms.contains(plain) { forms.append(plain) }
            first = first ?? forms
            guard !held.contains(where: { $0[0] == forms[0] }) else { continue }
            if try !work({ keeper throws(RecordsError) in try keeper.reader.held(forms: [forms[0]]) }).isEmpty {
                held.append(forms)
            }
        }
        guard held.count < 2 else { throw Self.unclear(text, held) }
        return held.first ?? first ?? [plain]
    }

    /// Two people have that number, in two countries: the one must not go with the other.
    private static func unclear(_ text: String, _ held: [[String]]) -> StartError {
        let numbers = held.map { $0[0] }.joined(separator: " and ")
        return .setting("\"\(PlainText.of(text))\" may be \(numbers); say which, or --country")
    }

    private func work<Value>(_ body: (RecordsKeeper) throws(RecordsError) -> Value) throws(StartError) -> Value {
        do throws(RecordsError) { return try body(keeper) } catch { throw .records("\(error)") }
    }
}
