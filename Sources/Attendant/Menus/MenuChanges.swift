import MenuFile

/// What one look at the menus folder brought.
struct MenuChanges: Sendable {
    /// The versions that went on the board, in the order of the files' names.
    var served: [Served] = []
    /// Files that cannot be served as they are.
    var refused: [Refused] = []
    /// Menus whose files are gone.
    var removed: [Removed] = []
    /// What is wrong with the files that were read, errors and warnings.
    var findings: [Finding] = []
    /// Menus that are served although their call tests fail, in the order of the files' names.
    var untrusted: [Untrusted] = []
    /// What failed in call tests, as lines: served or not.
    var failedCalls: [String] = []
    /// Prompts that could not be made, as lines.
    var silentPrompts: [String] = []

    /// A version that went on the board.
    struct Served: Sendable, Equatable {
        let name: String
        let version: String
        /// The version that it took the place of.
        let before: String?
        /// How many prompts it has that need nothing of a call.
        let prompts: Int
        /// The recordings whose files changed, where they are the reason.
        var recordings: [String] = []
    }

    /// A file that cannot be served as it is.
    struct Refused: Sendable, Equatable {
        let file: String
        let name: String
        /// The version that goes on answering.
        let kept: String?
        /// The first reason, in one line.
        let why: String
        /// Whether that line is not among the findings: the file cannot be read.
        let isUnread: Bool
    }

    /// A menu that is served although its call tests fail.
    struct Untrusted: Sendable, Equatable {
        let name: String
        let version: String
        /// What failed, in one line.
        let why: String
    }

    /// A menu whose file is gone.
    struct Removed: Sendable, Equatable {
        let name: String
        /// The version that answered until now.
        let version: String
    }

    /// Whether there is nothing to tell.
    var isEmpty: Bool { served.isEmpty && refused.isEmpty && removed.isEmpty && untrusted.isEmpty }
}
