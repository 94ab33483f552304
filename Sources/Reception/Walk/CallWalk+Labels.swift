import MenuFile

/// What staff see: the label and the path of choices.
extension CallWalk {
    /// The label of a choice: its own, else made of `for`/`to` in the first language, capital first, article dropped.
    /// Nil when nothing is left of it: what was known before says more to staff.
    func choiceLabel(_ step: Step) -> String? {
        let label =
            if let own = step.label {
                staffText(own)
            } else {
                switch step.announcement {
                case .for(let text), .to(let text): staffPack.label(from: staffText(text))
                case nil: ""
                }
            }
        return label.isEmpty ? nil : label
    }

    /// A text in the language of the staff, on one line.
    func staffText(_ text: Text) -> String { staffBuilder.line(text) }

    /// `{label}`: the last choice, the caller's list, "Operator", or the file's name of the line.
    var labelText: String { label ?? lineName(in: staffLanguage) }

    /// `{name}`. Where the name is made of the label, which may be the name, it stops there: `check` refuses such a file,
    /// and no file may bring the server down.
    func lineName(in language: String) -> String {
        guard !isNaming else { return "" }
        isNaming = true
        defer { isNaming = false }
        return builder(language).line(document.name)
    }

    /// `{path}`: the present stack of choices, "1 Residents › 3 Information"; on the way to the operator or in
    /// `unanswered` what the menus were left with.
    var path: String { frames.isEmpty ? leftPath : stackPath }

    /// The choices of the open menus.
    var stackPath: String {
        frames.compactMap(\.choice).map { choice in
            choice.label.isEmpty ? choice.key : "\(choice.key) \(choice.label)"
        }.joined(separator: " › ")
    }
}
