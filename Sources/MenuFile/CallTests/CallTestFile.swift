/// A file of call tests, `heating.test.json` beside `heating.json` (menu-format, part 5).
public struct CallTestFile: Sendable {
    /// The calls, in the order of the file.
    public let calls: [CallTest]
}

/// One call: the world that it meets, what the caller does, and what must come of it.
public struct CallTest: Sendable {
    /// What the call shows, as a sentence.
    public let name: String
    /// The call's `{`.
    public let position: Position
    /// What it meets outside the menu.
    public let world: World
    /// What the caller does and hears, in order.
    public let script: [Line]
    /// What must come of it.
    public let expect: Expectation
}

extension CallTest {
    /// One line of a script.
    public struct Line: Sendable, Hashable {
        /// As it is written.
        public let text: String
        /// Where it stands.
        public let position: Position
        /// What it says.
        public let action: Action
    }

    /// What the caller does, or must hear.
    public enum Action: Sendable, Hashable {
        /// Presses these keys, one every 0.4 s.
        case press(String, Moment)
        /// Lets one wait for keys end without a key.
        case silence
        /// Speaks for so long, into a recording.
        case speak(Duration)
        /// Hangs up.
        case hangUp(Moment)
        /// This was said since the last action.
        case hear(String)
        /// This was not said since the last action.
        case notHear(String)
    }

    /// When an action takes effect.
    public enum Moment: Sendable, Hashable {
        /// As a newcomer does: keys 0.8 s after theirs was announced, else after the end of the prompt; hanging up
        /// 0.8 s after the last action.
        case whenDue
        /// At once, whatever is being heard.
        case now
        /// So long after the last action took effect.
        case after(Duration)
    }
}
