extension Lint {
    /// What is defined and never used, and steps that no call can enter.
    func definitions() {
        for (name, step) in document.steps.sorted(by: { $0.value.position < $1.value.position })
        where depths[ObjectIdentifier(step)] == nil {
            warn(
                .unreachable, at: place(of: step),
                "no step goes to \"\(name)\"; only ?step=\(name) in a URL would enter it")
        }
        for person in document.people where !context.uses.contains(.person(person.id)) {
            unused(person.id, "people")
        }
        for list in document.callbackLists.dropFirst() where !context.uses.contains(.callbackList(list.id)) {
            unused(list.id, "callbacks")
        }
        for list in document.callers where list.go == nil && list.label == nil {
            let hasNames = list.numbers.contains { $0.name != nil }
            if !hasNames, !context.uses.contains(.callers(list.id)) { unused(list.id, "callers") }
        }
        let read = Set(context.variables.reads.map(\.name))
        for write in context.variables.writes
        where (write.kind == .file || write.kind == .keep) && !read.contains(write.name) {
            let isCollected = context.variables.writes.contains { $0.kind == .collect && $0.name == write.name }
            if !isCollected { warn(.unused, at: write.position, "{\(write.name)} is never used") }
        }
    }

    /// Phrases of the file's own for verbs that it does not have.
    func unusedPhrases() {
        guard let place = context.keyPositions["phrases"] else { return }
        let own = Set(document.phrases.values.flatMap(\.keys))
        let hasQueue = steps.contains { if case .queue? = $0.verb { true } else { false } }
        let hasLanguages = document.languages.count > 1
        let needless: [(PhraseID, Bool)] = [
            (.queuePlace, hasQueue), (.queueOffer, hasQueue), (.choiceLanguage, hasLanguages),
        ]
        for (id, isNeeded) in needless where own.contains(id.rawValue) && !isNeeded {
            warn(.unused, at: place, "the phrase \"\(id.rawValue)\" is never heard in this file")
        }
    }

    private func unused(_ name: String, _ key: String) {
        guard let place = context.keyPositions["\(key).\(name)"] else { return }
        warn(.unused, at: place, "\"\(name)\" in \(key) is never used")
    }

    /// Languages that have no pack must bring all phrases along.
    func languages() {
        for tag in document.languages where LanguagePack.pack(for: tag) == nil {
            let own = document.phrases[tag] ?? [:]
            let missing = PhraseID.allCases.filter { own[$0.rawValue] == nil }
            guard !missing.isEmpty, let place = context.keyPositions["language"] else { continue }
            warn(
                .languageMissing, at: place,
                "there is no language pack for \"\(tag)\": \(missing.count) phrases are spoken in English unless \"phrases\" has them"
            )
        }
    }
}
