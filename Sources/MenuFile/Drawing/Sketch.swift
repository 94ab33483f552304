/// Texts, targets and conditions in a few words, for a picture.
struct Sketch {
    let document: MenuDocument

    /// A text in the language of the staff; a variable stands in its braces.
    func words(_ text: Text?) -> String {
        guard let text, let language = document.languages.first else { return "" }
        return collapsed(words(text, language))
    }

    private func words(_ text: Text, _ language: String) -> String {
        switch text {
        case .template(let template): template.parts.map(word).joined()
        case .perLanguage(let texts):
            (texts.first { $0.language == language } ?? texts.first).map { words($0.text, language) } ?? ""
        case .joined(let pieces): pieces.map { words($0, language) }.joined(separator: " ")
        case .recording(let path, let transcript): transcript.map { words($0, language) } ?? "[\(path)]"
        case .pause, .tone: ""
        }
    }

    private func word(_ part: Template.Part) -> String {
        switch part {
        case .literal(let text): text
        case .variable("name", _, _): words(document.name)
        case .variable(let name, _, _): "{\(name)}"
        }
    }

    /// "repairs", "leave a message"; empty for a choice that is not announced.
    func words(_ announcement: Announcement?) -> String {
        switch announcement {
        case .for(let text): words(text)
        case .to(let text): "to \(words(text))"
        case nil: ""
        }
    }

    /// A person with the numbers behind the name, or a number.
    func words(_ target: Target) -> String {
        switch target {
        case .person(let name):
            document.person(name).map { "\(name) (\($0.targets.map(words).joined(separator: ", ")))" } ?? name
        case .inside(let number), .outside(let number), .dialString(let number): number
        case .variable(let name): "{\(name)}"
        }
    }

    /// "office", or the address.
    func words(_ target: CallbackTarget) -> String { target.listName }

    /// "30 s", "5 min".
    func words(_ time: Duration) -> String {
        let seconds = time.components.seconds
        return seconds >= 120 && seconds.isMultiple(of: 60) ? "\(seconds / 60) min" : "\(seconds) s"
    }
}
