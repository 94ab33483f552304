/// Text from callers, networks and menus as a terminal may have it: nothing in it moves the cursor or hides what stands
/// beside it.
enum PlainText {
    /// The text without control characters, without characters that reorder or hide others, on one line.
    ///
    /// - Parameter lineBreak: what a line break becomes.
    static func of(_ text: String, lineBreak: Unicode.Scalar? = " ") -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .lineSeparator, .paragraphSeparator: plain.append(contentsOf: [lineBreak].compactMap { $0 })
            case .control:
                if scalar == "\n" || scalar == "\t" { plain.append(contentsOf: [lineBreak].compactMap { $0 }) }
            case .format, .surrogate, .privateUse, .unassigned: continue
            default: plain.append(scalar)
            }
        }
        return String(plain)
    }

    /// So many columns a terminal takes for it: the wide characters of East Asia take two.
    static func width(of text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + ($1.isWide ? 2 : 1) }
    }
}

extension Character {
    /// Whether terminals draw it over two columns.
    fileprivate var isWide: Bool {
        guard let first = unicodeScalars.first?.value else { return false }
        switch first {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            return true
        default: return false
        }
    }
}
