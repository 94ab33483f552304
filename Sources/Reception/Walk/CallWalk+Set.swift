import Logging
import MenuFile

/// `set` and `variables`: values that the file gives, in its order.
extension CallWalk {
    func set(_ assignments: [VariableAssignment]) async throws(WalkStop) -> VerbOutcome {
        for assignment in assignments { assign(assignment.variable, assignment.value) }
        return .done
    }

    /// The file's `variables`: constants, and what the channel holds. Read before the call is answered, when no key can
    /// be lost to it.
    func importVariables() async throws(WalkStop) {
        var read: [CallMoment.Details.Kept] = []
        for variable in document.variables {
            switch variable.source {
            case .text(let text): assign(variable.name, text, isConstant: true)
            case .channel(let channel, let fallback):
                let value = try await channelValue(channel)
                let isHidden = isSensitive(variable.name) && !value.isEmpty
                read.append(.init(source: channel, variable: variable.name, value: isHidden ? nil : value))
                if !value.isEmpty {
                    variables.set(variable.name, to: value)
                } else if let fallback {
                    assign(variable.name, fallback, isConstant: true)
                }
            }
        }
        noteChannel(read)
    }

    /// What a channel variable holds. One that Asterisk refuses to tell is missing: the call is worth more.
    private func channelValue(_ name: String) async throws(WalkStop) -> String {
        do throws(PhoneError) {
            return try await phone.variable(name) ?? ""
        } catch {
            switch error {
            case .hungUp: throw WalkStop.hungUp
            case .lost, .overdue: throw WalkStop.lost
            case .refused(let why):
                logger.error(
                    "channel variable not read", metadata: ["variable": "\(name)", "why": "\(LogText(why))"])
                return ""
            }
        }
    }

    /// What is made of something sensitive is sensitive, too.
    private func assign(_ name: String, _ text: Text, isConstant: Bool = false) {
        if text.variables.contains(where: { isSensitive($0) || $0.hasPrefix("env.") }) { variables.hide(name) }
        let value = builder.value(text)
        if isConstant, text.isLocalized {
            variables.set(name, to: value, in: text)
        } else {
            variables.set(name, to: value)
        }
    }

    /// Whether a variable's value must not be seen by people.
    func isSensitive(_ name: String) -> Bool { variables.sensitive.contains(name) }
}

extension Text {
    /// The names of all variables in it, in whatever language.
    var variables: [String] {
        switch self {
        case .template(let template): template.variables
        case .perLanguage(let texts): texts.flatMap(\.text.variables)
        case .joined(let texts): texts.flatMap(\.variables)
        case .recording(_, let transcript): transcript?.variables ?? []
        case .pause, .tone: []
        }
    }

    /// Whether a language decides what it says.
    var isLocalized: Bool {
        switch self {
        case .perLanguage: true
        case .joined(let texts): texts.contains(where: \.isLocalized)
        case .recording(_, let transcript): transcript?.isLocalized ?? false
        case .template, .pause, .tone: false
        }
    }
}
