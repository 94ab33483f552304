import MenuFile

/// `attendant schema` and `attendant language`: the menu language, described from its own tables.
public enum LanguageText {
    /// The JSON Schema, without a line end.
    public static var schema: String { String(MenuSchema.text.dropLast()) }

    /// The JSON Schema of call tests, without a line end.
    public static var testSchema: String { String(CallTestSchema.text.dropLast()) }

    /// The reference as Markdown, without a line end.
    public static var reference: String { String(MenuReference.text.dropLast()) }
}
