public import Foundation
public import MenuFile

/// A request, as whoever is to call back hears it. Name, label and reason are hostile text: they are spoken as they are,
/// never read as markup.
public struct AgentTask: Sendable, Equatable {
    /// The caller's name, if it is known.
    public var name: String?
    /// The number in its national form, digits only.
    public var number: String
    /// What it is about: what staff see of it.
    public var about: String
    /// When it was asked for first.
    public var since: Date

    /// A request.
    public init(name: String?, number: String, about: String, since: Date) {
        self.name = name
        self.number = number
        self.about = about
        self.since = since
    }
}

/// What the person who was rung wants.
public enum AgentAnswer: Sendable, Hashable {
    /// 1: call now.
    case call
    /// 2: ask again later.
    case later
    /// 3: it is settled.
    case settled
    /// No key: nobody, or a mailbox, has answered.
    case nothing
}

/// What is said to the person who is rung to call somebody back, in the language of the staff.
public struct AgentScript: Sendable {
    /// So often it is said before whoever answered counts as a mailbox.
    public static let rounds = 3
    /// So long a key is waited for after each.
    public static let wait = Duration.seconds(5)
    /// No name or reason is spoken beyond so many characters.
    static let longest = 80

    private let document: MenuDocument
    private let task: AgentTask
    private let library: any PromptLibrary
    private let now: Date
    private let zone: TimeZone

    /// - Parameters:
    ///   - document: whose list it is; its phrases and voice count.
    ///   - now: the calendar's time, for "today" and "tomorrow".
    public init(
        _ task: AgentTask, document: MenuDocument, house: House, library: any PromptLibrary, now: Date
    ) {
        self.task = task
        self.document = document
        self.library = library
        self.now = now
        zone = document.zone(house: house)
    }

    /// Makes the sounds that are the same for everybody, so that they are there when they are needed. What names the
    /// caller is never kept, and made when somebody has answered.
    public func prepare() async {
        for prompt in [phrase(.agentUnreached), phrase(.agentTaken)] {
            _ = try? await library.sound(of: prompt)
        }
    }

    /// Says who is to be called and takes the answer. A key ends what is being said.
    ///
    /// - Throws: `PhoneError.hungUp` and `lost` when the telephone has gone.
    public func ask(_ phone: any Phone) async throws(PhoneError) -> AgentAnswer {
        let sound = try? await library.sound(of: announcement)
        for _ in 0..<Self.rounds {
            switch try await key(saying: sound, phone)?.character {
            case "1": return .call
            case "2": return .later
            case "3": return .settled
            default: continue
            }
        }
        return .nothing
    }

    /// Says that the caller could not be reached.
    public func sayUnreached(_ phone: any Phone) async throws(PhoneError) { try await say(.agentUnreached, phone) }

    /// Says that somebody else has it.
    public func sayTaken(_ phone: any Phone) async throws(PhoneError) { try await say(.agentTaken, phone) }

    /// What is said first, in full.
    var announcement: Prompt {
        let pack = builder.pack
        let name = task.name.map { Self.bounded($0) + ", " } ?? ""
        var parts = [phrase(.agentCall, ["caller": name + pack.phoneGroups(task.number)])]
        if !task.about.isEmpty { parts.append(phrase(.agentAbout, ["reason": Self.bounded(task.about)])) }
        let today = LocalDateTime(at: now, in: zone).date
        let when = pack.spokenMoment(LocalDateTime(at: task.since, in: zone), today: today)
        parts += [phrase(.agentSince, ["when": when]), phrase(.agentChoices)]
        var prompt = Prompt.joined(parts, pause: Prompt.betweenSentences)
        // Who asked is nothing that the cache of sounds should keep.
        prompt.isSensitive = true
        return prompt
    }
}

extension AgentScript {
    private var builder: PromptBuilder { StaticPrompts.plainBuilder(document, document.languages.first ?? "en") }

    private func phrase(_ id: PhraseID, _ values: [String: String] = [:]) -> Prompt { builder.phrase(id, values) }

    private func say(_ id: PhraseID, _ phone: any Phone) async throws(PhoneError) {
        guard let sound = try? await library.sound(of: phrase(id)) else { return }
        do { _ = try await phone.play(sound, from: .zero) } catch .refused { return }
    }

    /// The key that was pressed meanwhile or soon afterwards. Without a sound the number is spelled by Asterisk.
    private func key(saying sound: Sound?, _ phone: any Phone) async throws(PhoneError) -> Key? {
        do throws(PhoneError) {
            if let sound {
                if let key = try await phone.play(sound, from: .zero).key { return key }
            } else if let key = try await phone.spell(task.number) {
                return key
            }
        } catch {
            guard case .refused = error else { throw error }
        }
        return try await phone.key(within: Self.wait)
    }

    private static func bounded(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= longest ? line : String(line.prefix(longest))
    }
}
