import Reception

extension PromptError {
    /// What an admin reads of it.
    var words: String {
        switch self {
        case .synthesis(let words), .recording(let words), .storage(let words): words
        case .tooLong(let characters, let limit): "\(characters) characters; at most \(limit) are spoken"
        }
    }
}
