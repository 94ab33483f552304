internal import Reception

/// A request in the file: what its caller hears, and what would have to be taken back.
struct StoredCallback: Sendable, Equatable {
    /// What the caller hears.
    let receipt: CallbackReceipt
    /// The row of the outbox that this request made, if any.
    let outbox: Int64?
}
