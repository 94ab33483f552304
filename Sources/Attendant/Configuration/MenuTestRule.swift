/// What becomes of a menu that was changed while calls are served, and whose call tests fail.
public enum MenuTestRule: String, Sendable, Hashable, CaseIterable {
    /// It does not replace a version that is being served.
    case required
    /// It is served, and the failures are told.
    case warn
    /// The tests are not run.
    case off
}
