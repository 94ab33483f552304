/// Asterisk's own small database; works after a hang-up, too.
///
/// Every method throws what `send` throws, and `SessionError.rejected` and `.unexpectedReply` when the reply is none of those
/// known for the command.
extension Session {
    /// A value; nil when there is none.
    public nonisolated(nonsending) func databaseGet(family: String, key: String) async throws(SessionError) -> String? {
        try await value(.database(.get(family: family, key: key)))
    }

    /// Sets a value; false when Asterisk could not.
    @discardableResult
    public nonisolated(nonsending) func databasePut(
        family: String, key: String, value: String
    ) async throws(SessionError) -> Bool {
        try await number(.database(.put(family: family, key: key, value: value))) == 1
    }

    /// Removes a value; false when there was none.
    @discardableResult
    public nonisolated(nonsending) func databaseDelete(family: String, key: String) async throws(SessionError) -> Bool {
        try await number(.database(.delete(family: family, key: key))) == 1
    }

    /// Removes a family, or a tree of keys in it; false when there was nothing to remove.
    ///
    /// Asterisk answers 0 for success here, against its own documentation and all its other commands (`handle_dbdeltree` in
    /// res_agi.c).
    @discardableResult
    public nonisolated(nonsending) func databaseDeleteTree(
        family: String, keyTree: String? = nil
    ) async throws(SessionError) -> Bool {
        try await number(.database(.deleteTree(family: family, keyTree: keyTree))) == 0
    }
}
