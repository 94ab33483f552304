public import MenuFile

/// How many seconds callers need to everything that a menu leads to: what really happened to calls that were walked on
/// a simulated telephone, each with other keys.
///
/// All times begin when the line answers. A *newcomer* hears every text on the way, in each menu up to the end of the
/// announcement that he wants, and takes 0.8 s to react and 0.4 s for each key; a *regular* presses each key 0.8 s after
/// something that can be interrupted began. Notices are switched off, for they are not always heard.
public struct MenuReach: Sendable {
    /// The menu's name: "heating".
    public let menu: String
    /// The ways to people, queues, callbacks, messages, the dialplan and information, the slowest first.
    public internal(set) var ways: [Way] = []
    /// The choices of every menu that was come to, in the order in which they were tried.
    public internal(set) var choices: [Choice] = []
    /// From the answer to the first telephone or queue that is tried for a caller who does nothing; nil: none is.
    public internal(set) var silenceToPerson: Duration?
    /// From the answer to the end of the first announcement of a key; nil: the call begins without one.
    public internal(set) var firstAnnouncement: Duration?
    /// Whether the menu has more ways than are tried.
    public internal(set) var isCut = false

    /// How a call comes to one of its ends.
    public struct Way: Sendable, Hashable {
        /// What is there.
        public let kind: Kind
        /// Who or what it is: persons (else numbers) that are rung by one step, a queue, a list, a recipient, a place of
        /// the dialplan. Empty for information.
        public let names: [String]
        /// With what the call begins: "start", "closed", or "callers" and the name of a list.
        public let entry: String
        /// What is pressed, an entry each: "1", "2", "12345#". Empty: the call comes there by itself.
        public let entries: [String]
        /// The choices as staff see them, "2 Bills › 1 Copy".
        public let path: String
        /// The step that is there; nil: what follows by itself on a call that nobody took.
        public let step: String?
        /// Where that step, else the first one, stands in the file.
        public let position: Position
        /// How long a newcomer listens before he presses the last key; all the time, where no key is needed.
        public let heard: Duration
        /// How long a newcomer needs in all.
        public let newcomer: Duration
        /// How long a regular needs.
        public let regular: Duration
    }

    /// What a way leads to.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Telephones ring.
        case person
        /// The caller waits in a queue of Asterisk's.
        case queue
        /// The caller is asked for a number to be called back.
        case callback
        /// The caller may speak.
        case voicemail
        /// The dialplan goes on.
        case dialplan
        /// A text, after which the call ends or the menu is heard again.
        case information
    }

    /// How long it takes to choose something in a menu.
    public struct Choice: Sendable, Hashable {
        /// With what the call begins, as in `Way`.
        public let entry: String
        /// The path of the menu's step.
        public let menu: String
        /// The path of the choice's step; of the operator's, when the key is 0 and no choice has it.
        public let step: String
        /// The key as the file has it: "1", "2xx".
        public let key: String
        /// As staff see it: "Repairs".
        public let label: String
        /// Where the choice stands in the file.
        public let position: Position
        /// What is pressed before, an entry each.
        public let before: [String]
        /// How long a newcomer listens before he presses the key.
        public let heard: Duration
        /// From the answer until a newcomer has chosen it.
        public let newcomer: Duration
        /// From the answer until a regular has chosen it.
        public let regular: Duration
    }
}

extension MenuReach.Way {
    /// What is reached, in a word or two: "anna, office", "queue reception", "callback office", "information".
    public var destination: String {
        let name = names.joined(separator: ", ")
        return switch kind {
        case .person: name
        case .queue, .callback, .voicemail, .dialplan: "\(kind.rawValue) \(name)"
        case .information: kind.rawValue
        }
    }

    /// The keys as one text, entries apart: "2 12345#".
    public var keys: String { entries.joined(separator: " ") }
}
