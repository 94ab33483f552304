internal import Reception

/// A row whose caller waits until it is durable.
enum Promise: Sendable, Equatable {
    case callback(CallbackRequest)
    case message(MessageRecord)

    /// What it came to.
    enum Fulfilment: Sendable, Equatable {
        case stored(StoredCallback)
        case kept
        /// The row broke a rule of the schema, with SQLite's words.
        case refused(String)
        /// More came than are taken, with the limit in words.
        case tooMany(String)
    }
}
