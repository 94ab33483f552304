/// What `DATABASE` does with Asterisk's own small database.
public enum DatabaseOperation: Sendable, Hashable {
    /// `DATABASE GET`: a value.
    case get(family: String, key: String)
    /// `DATABASE PUT`: sets a value.
    case put(family: String, key: String, value: String)
    /// `DATABASE DEL`: removes a value.
    case delete(family: String, key: String)
    /// `DATABASE DELTREE`: removes a family, or a tree of keys in it.
    case deleteTree(family: String, keyTree: String? = nil)
}
