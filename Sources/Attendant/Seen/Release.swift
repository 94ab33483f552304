/// This release of the program.
public enum Release {
    /// "0.1.0".
    public static let version = "0.1.0"
}
