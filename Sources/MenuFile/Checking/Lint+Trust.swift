extension Lint {
    /// What a web service tells of a number is spoken, although nobody was asked anything: numbers can be forged.
    func callerIDTrust() {
        for step in steps {
            guard case .request(let request)? = step.verb, request.variables.contains("caller.number") else { continue }
            let kept = Set(request.keep.map(\.variable))
            let spoken = context.variables.reads.first { read in
                read.purpose == .speech && kept.contains(read.name) && !isAsked(between: step, and: read)
            }
            guard let spoken else { continue }
            warn(
                .callerIDTrust, at: step.position,
                "{\(spoken.name)} is found by {caller.number} alone and said aloud; numbers can be forged: ask for "
                    + "something that only the caller knows before")
        }
    }

    /// Whether a collect stands between a request and the place where its answer is spoken, as far as the order of the
    /// file tells.
    private func isAsked(between step: Step, and read: VariableUse.Read) -> Bool {
        let (from, to) = (Self.root(of: step.path), Self.root(of: read.path))
        return steps.contains { other in
            guard case .collect? = other.verb else { return false }
            let root = Self.root(of: other.path)
            if from == to { return root == from && step.position < other.position && other.position < read.position }
            return (root == from && step.position < other.position) || (root == to && other.position < read.position)
        }
    }

    /// "start", "steps.visit": the part of the file that a path lies in.
    private static func root(of path: String) -> Substring {
        let fields = path.prefix { $0 != "[" }.split(separator: ".", omittingEmptySubsequences: false)
        guard let first = fields.first, first == "steps", fields.count > 1 else { return fields.first ?? "" }
        return fields[1]
    }

    /// The same question under two names in one list.
    func askedAgain() {
        for step in steps {
            guard case .sequence(let list)? = step.verb else { continue }
            var asked: [String: String] = [:]
            for item in list {
                guard case .collect(let collect)? = item.verb, let say = item.say else { continue }
                let words = say.literal(in: document.languages[0])
                if let before = asked[words], before != collect.variable, words.contains(where: \.isLetter) {
                    warn(
                        .askedTwice, at: item.position,
                        "the question is the one that {\(before)} was asked with; what is known need not be asked again"
                    )
                }
                asked[words] = collect.variable
            }
        }
    }
}

extension RequestVerb {
    /// The variables that go into the request.
    var variables: Set<String> {
        Set(([url] + headers.map(\.value) + (send?.templates ?? [])).flatMap(\.variables))
    }
}
