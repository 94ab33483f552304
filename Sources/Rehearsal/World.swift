/// What a rehearsed call meets outside the menu.
public struct World: Sendable, Equatable {
    /// How telephones behave, by the person's id, the number or the dial string.
    public var telephones: [String: Telephone]
    /// How telephones behave that are not named.
    public var others: Telephone
    /// How long people talk.
    public var talk: Duration

    /// How a telephone behaves.
    public enum Telephone: Sendable, Hashable {
        /// Somebody answers after so long.
        case answers(after: Duration)
        /// It is busy.
        case busy
        /// It is not there.
        case offline
        /// Nobody answers.
        case noAnswer
    }

    /// A world; nobody answers in an empty one.
    public init(
        telephones: [String: Telephone] = [:], others: Telephone = .noAnswer, talk: Duration = .seconds(10)
    ) {
        self.telephones = telephones
        self.others = others
        self.talk = talk
    }
}
