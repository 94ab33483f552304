extension PromptError: CustomStringConvertible {
    /// What an admin reads of it.
    public var words: String {
        switch self {
        case .synthesis(let words), .recording(let words), .storage(let words): words
        case .tooLong(let characters, let limit): "\(characters) characters; at most \(limit) are spoken"
        }
    }

    /// The same.
    public var description: String { words }
}

extension LedgerError: CustomStringConvertible {
    /// What an admin reads of it.
    public var description: String {
        switch self {
        case .notStored(let words), .tooMany(let words): words
        case .overdue: "the database did not answer in time"
        }
    }
}
