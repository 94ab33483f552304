/// A menu as a picture: boxes that say what happens, arrows that say which key or outcome leads there.
///
/// A pure value, in the words of the file's first language; `dot` and `mermaid` write it down. What every menu has, 0 for
/// the operator above all, stands in boxes of its own instead of an arrow from each menu.
public struct MenuGraph: Sendable {
    /// The firm's name, for the head of the picture.
    public let title: String
    /// The boxes, in the order in which a reader meets them.
    public internal(set) var nodes: [Node] = []
    /// The arrows; those of a menu in the order in which its choices are announced.
    public var edges: [Edge] = []

    /// One box.
    public struct Node: Sendable {
        /// `n1`, `n2`, …: unique in the graph, and safe in every format.
        public let id: String
        /// What kind of thing happens there; it decides the form of the box.
        public let kind: Kind
        /// What the box says, a line each, not yet wrapped.
        public internal(set) var lines: [Line]
        /// The step behind it, as `Step.path` has it; nil: no single step.
        public let path: String?
        /// Whether any call can come here.
        public internal(set) var isReached = true
    }

    /// What kind of thing a box stands for.
    public enum Kind: Sendable, Equatable {
        /// Where calls come in, and what holds for all of them.
        case entry
        /// The hours decide.
        case hours
        /// Keys are asked for.
        case menu
        /// Something is heard, asked, looked up or set.
        case step
        /// A person or a queue is rung.
        case person
        /// A written request or a message is taken.
        case request
        /// The call ends or leaves Attendant.
        case end
        /// Says where it goes on, instead of a long arrow.
        case reference
    }

    /// One line of a box.
    public struct Line: Sendable, Equatable {
        /// The words, hostile until an encoder has written them.
        public let text: String
        /// How they are set.
        public let style: Style

        /// How a line is set.
        public enum Style: Sendable { case title, plain, spoken }
    }

    /// One arrow.
    public struct Edge: Sendable {
        /// The box where it begins.
        public let from: String
        /// The box where it ends.
        public internal(set) var to: String
        /// The key that is pressed, as the file has it; nil: none is.
        public let key: String?
        /// Why the call goes this way: "repairs", "nobody answers".
        public let words: String
        /// Seconds from the start of the call until a newcomer goes this way; nil: not reckoned.
        public var seconds: Double?
    }

    init(title: String) { self.title = title }
}
