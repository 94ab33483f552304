public import MenuFile

/// What was found at the start: for the admin, in the order of the files' names.
public struct StartReport: Sendable {
    /// The menus that answer calls.
    public internal(set) var menus: [Menu] = []
    /// What is wrong with files, errors and warnings.
    public internal(set) var findings: [Finding] = []
    /// Prompts that could not be made, as lines.
    public internal(set) var silentPrompts: [String] = []
    /// Files that are not served: their names and why.
    public internal(set) var refused: [(file: String, why: String)] = []
    /// Anything else that an admin should know, as lines.
    public internal(set) var warnings: [String] = []

    /// One menu that answers calls.
    public struct Menu: Sendable {
        /// `reception` of `agi://host/reception`.
        public let name: String
        /// The version's name.
        public let version: String
        /// How many prompts it has that need nothing of a call.
        public let prompts: Int
    }
}
