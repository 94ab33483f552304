import MenuFile

/// A menu file made of another system's configuration.
public struct ImportedMenu: Sendable {
    /// The menu file, formatted, with a line end. It loads without errors.
    public let text: String
    /// What could not be carried over or had to be guessed, a line each; the file's `note` says the same.
    public let remarks: [String]

    /// - Throws: `ImportError.unsound` when the menu has errors: something in the source that no menu can hold.
    init(_ draft: MenuDraft) throws(ImportError) {
        remarks = draft.remarks
        text = draft.file.formatted() + "\n"
        let loaded = MenuLoader.load(text: text, fileName: "imported.json", release: .current)
        if let error = loaded.findings.first(where: { $0.severity == .error }) {
            throw .unsound("\(error.rule.rawValue): \(error.message)")
        }
    }
}

/// Why a file cannot be imported. One line.
public enum ImportError: Error, Equatable, Sendable, CustomStringConvertible {
    /// It is larger than any configuration.
    case tooLarge(limit: Int)
    /// It is none of the kind: what is wrong, and where.
    case notUnderstood(String)
    /// There is no menu in it.
    case noMenu(String)
    /// The menu that came of it has a fault.
    case unsound(String)

    /// The line.
    public var description: String {
        switch self {
        case .tooLarge(let limit): "larger than \(limit >> 20) MB; no such configuration is that long"
        case .notUnderstood(let why): why
        case .noMenu(let why): why
        case .unsound(let why): "the menu cannot be made of it: \(why)"
        }
    }
}
