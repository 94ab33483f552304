extension LanguageRelease {
    /// What this program knows of the language: every file that it serves, checks, calls or asks for hours is read so.
    public static let current = whole
}
