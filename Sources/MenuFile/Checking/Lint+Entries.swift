extension Lint {
    /// Parts of names that tell of something private.
    static let privateWords = [
        "pin", "card", "birth", "birthday", "iban", "cvv", "cvc", "ssn", "pesel", "password", "passport", "account",
    ]

    func entries() {
        let reads = Dictionary(grouping: context.variables.reads, by: \.name)
        let writes = context.variables.writes
        for write in writes where write.kind == .collect {
            let isUsed = reads[write.name]?.contains { $0.purpose != .speech } ?? false
            if !isUsed {
                warn(
                    .askedUnused, at: write.position,
                    "{\(write.name)} is asked for, but nobody is shown or sent it; staff would ask again")
            }
        }
        secrets()
        for step in steps {
            if case .collect(let collect)? = step.verb {
                confirmations(collect, at: step, reads[collect.variable] ?? [])
            }
            if case .request(let request)? = step.verb { requestQuiet(request, at: step) }
        }
        askedTwice()
    }

    private func secrets() {
        let writes = context.variables.writes
        for write in writes where !write.isSensitive && write.kind != .set && write.kind != .file {
            let words = write.name.split { $0 == "." || $0 == "-" }.map(String.init)
            if let word = words.first(where: { Self.privateWords.contains($0) }) {
                warn(
                    .sensitiveHint, at: write.position,
                    "\"\(word)\" sounds private: say \"sensitive\", so that it is masked")
            }
        }
        let sensitive = Set(writes.filter(\.isSensitive).map(\.name))
        for read in context.variables.reads where read.purpose == .speech && sensitive.contains(read.name) {
            warn(.sensitiveSpoken, at: read.position, "{\(read.name)} is sensitive and would be said aloud")
        }
    }

    private func confirmations(_ collect: CollectVerb, at step: Step, _ reads: [VariableUse.Read]) {
        if collect.confirm, collect.digits.upperBound < 5 {
            warn(.overConfirm, at: step.position, "an entry of under five digits need not be read back")
        }
        let isPlain = collect.kind == .text || collect.kind == .number
        if isPlain, !collect.confirm, collect.check == nil, collect.digits.lowerBound >= 7,
            reads.contains(where: { $0.purpose == .sent || $0.purpose == .staff })
        {
            warn(
                .confirmMissing, at: step.position,
                "seven digits and more are often mistyped: use \"confirm\" or \"check\"")
        }
    }

    private func requestQuiet(_ request: RequestVerb, at step: Step) {
        guard request.timeout > .seconds(3), step.say == nil, let filler = request.filler else { return }
        let isEmpty = filler.templates(in: nil).allSatisfy { $0.parts.allSatisfy { $0 == .literal("") } }
        if isEmpty { warn(.requestQuiet, at: step.position, "the caller hears nothing while the web service works") }
    }

    private func askedTwice() {
        let collects = steps.compactMap { step -> (Step, CollectVerb)? in
            if case .collect(let collect)? = step.verb { (step, collect) } else { nil }
        }
        for (step, collect) in collects where collect.askAlways {
            if collects.contains(where: { $0.0 !== step && $0.1.variable == collect.variable }) {
                warn(
                    .askedTwice, at: step.position,
                    "{\(collect.variable)} is asked for elsewhere, too, and here in any case")
            }
        }
    }
}
