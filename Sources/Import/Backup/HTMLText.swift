/// Text that PHP's `htmlentities` has been over.
enum HTMLText {
    /// The text as it was typed. Names that are not known stay as they are.
    static func plain(_ text: String) -> String {
        text.replacing(/&(#?[A-Za-z0-9]{1,8});/) { match in
            character(match.1).map(String.init) ?? String(match.0)
        }
    }

    private static func character(_ name: Substring) -> Character? {
        if name.hasPrefix("#") { return Int(name.dropFirst()).flatMap(UnicodeScalar.init).map(Character.init) }
        if let known = basic[name] { return known }
        return latin.firstIndex(of: name).flatMap { UnicodeScalar(160 + $0) }.map(Character.init)
    }

    private static let basic: [Substring: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "euro": "€", "ndash": "–", "mdash": "—", "lsquo": "‘",
        "rsquo": "’", "ldquo": "“", "rdquo": "”", "bdquo": "„", "hellip": "…",
    ]

    /// The letters of Latin 1 from 160 to 255, in their order.
    private static let latin = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
        para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
        Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
        Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
        igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
        thorn yuml
        """.split(separator: " ")
}
