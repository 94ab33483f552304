/// The one encoder for values from outside that are spoken (§4.5): whatever a caller's name or a web service's reply
/// holds, the voice reads it as plain words.
public enum SpokenText {
    /// The most characters of one value that are spoken.
    public static let longest = 200
    /// The most Unicode scalars of a caller's name that are spoken. The caller chooses it: 200 odd characters, each read out
    /// by its name, keep voice and listener busy for two minutes.
    public static let longestName = 80
    /// The most Unicode scalars in them: a character may be piled up of any number.
    public static let mostScalars = 800

    /// A value with nothing in it that a speech engine could take for markup or phonemes: control and invisible
    /// characters, `<`, `>`, `[`, `]` and the backslash become blanks, `&` becomes the word for "and", and what is
    /// left is collapsed and cut at 200 characters.
    public static func neutralised(_ text: String, and: String) -> String {
        var clean = String.UnicodeScalarView()
        // Looking at the beginning is enough, and keeps a value of many megabytes from costing anything.
        for scalar in text.unicodeScalars.prefix(4 * mostScalars) {
            switch scalar {
            case "&": clean.append(contentsOf: " \(and) ".unicodeScalars)
            case "<", ">", "[", "]", "\\": clean.append(" ")
            case _ where isInvisible(scalar): clean.append(" ")
            default: clean.append(scalar)
            }
        }
        return cut(collapsed(String(clean)))
    }

    /// The beginning of a caller's name, as much of it as is spoken.
    static func name(_ text: String) -> String {
        guard text.unicodeScalars.count > longestName else { return text }
        var view = Substring(text).prefix(longestName)
        while view.unicodeScalars.count > longestName { view.removeLast() }
        return collapsed(String(view))
    }

    /// A value with a blank for each control and invisible character.
    public static func withoutControls(_ text: String) -> String {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { clean.append(isInvisible(scalar) ? " " : scalar) }
        return String(clean)
    }

    /// Controls, format characters (direction marks, zero-width joiners, tags), line separators, private use and
    /// unassigned.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }

    private static func cut(_ text: String) -> String {
        var view = Substring(text).prefix(longest)
        while view.unicodeScalars.count > mostScalars { view.removeLast() }
        if view.isEmpty, !text.isEmpty { return String(text.unicodeScalars.prefix(mostScalars)) }
        return collapsed(String(view))
    }
}
