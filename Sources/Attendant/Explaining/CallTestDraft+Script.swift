import Foundation
import MenuFile
import Reception

/// What the caller did, as lines of a script.
extension CallTestDraft {
    /// How exactly times are told.
    enum Manner: CaseIterable {
        /// As people write it: a key is pressed when it was announced, or once keys are waited for.
        case plain
        /// Every key at its time.
        case timed
        /// The same, with the keys that belonged to nothing.
        case whole
    }

    /// Something that the caller did.
    private struct Act {
        var at: Double
        var until: Double
        var line: Line

        enum Line {
            case keys(String, isImmediate: Bool)
            case silence
            case speaks(Double)
            case hangsUp
        }
    }

    func script(_ manner: Manner) -> [String] {
        var acts = acts(manner)
        while case .silence? = acts.last?.line { acts.removeLast() }
        var last = story.moments.first { $0.kind == .prompt || $0.kind == .silence || $0.kind == .ring }?.at ?? 0
        var lines: [String] = []
        for act in acts {
            let after = OrderedJSON.text(seconds: act.at - last)
            switch act.line {
            case .keys(let keys, let isImmediate):
                lines.append("press \(keys)" + (manner == .plain && !isImmediate ? "" : " at \(after)"))
            case .silence: lines.append("silence")
            case .speaks(let seconds): lines.append("speak \(OrderedJSON.text(seconds: max(0.1, seconds)))")
            case .hangsUp: lines.append("hang up at \(after)")
            }
            last = act.until
        }
        return lines
    }

    private func acts(_ manner: Manner) -> [Act] {
        var acts: [Act] = []
        // Whether something was said after the last thing that the caller did.
        var hasNewPrompt = true
        // The step whose secret entry is under way.
        var secret: String?
        for moment in story.moments {
            switch moment.kind {
            case .prompt:
                hasNewPrompt = true
                secret = nil
            case .key:
                guard let key = typed(moment, &secret), manner == .whole || moment.details.isDropped != true else {
                    continue
                }
                add(key, moment, to: &acts, isNew: hasNewPrompt)
                hasNewPrompt = false
            case .silence where manner == .plain && hasNewPrompt && (moment.details.seconds ?? 0) >= 1:
                acts.append(Act(at: moment.at, until: moment.at, line: .silence))
                hasNewPrompt = false
            case .recorded:
                acts += spoken(moment)
                hasNewPrompt = false
            case .ended where story.outcome == .hangup && moment.text.hasPrefix("hang-up"):
                acts.append(Act(at: moment.at, until: moment.at, line: .hangsUp))
            default: continue
            }
        }
        return acts
    }

    /// Keys one after another are one line, as long as nothing new was said between them.
    private func add(_ key: String, _ moment: CallStory.Moment, to acts: inout [Act], isNew: Bool) {
        let isImmediate = moment.details.isImmediate == true
        if !isNew, !isImmediate, let last = acts.last, case .keys(let keys, false) = last.line,
            moment.at - last.until < Self.pause, keys.utf8.count + key.utf8.count <= 64
        {
            acts[acts.count - 1].line = .keys(keys + key, isImmediate: false)
            acts[acts.count - 1].until = last.until + Self.perKey * Double(key.count)
            return
        }
        let until = moment.at + Self.perKey * Double(key.count - 1)
        acts.append(Act(at: moment.at, until: until, line: .keys(key, isImmediate: isImmediate)))
    }

    /// Keys further apart are lines of their own.
    private static let pause = 2.0
    /// The keys of one line are pressed so far apart.
    private static let perKey = 0.4

    /// The key; of secret ones the placeholder, once for all of an entry.
    private func typed(_ moment: CallStory.Moment, _ secret: inout String?) -> String? {
        guard moment.details.isMasked == true else { return moment.text }
        guard secret != moment.step else { return nil }
        secret = moment.step
        return placeholderEntry(at: moment.step)
    }

    /// A key that ended the recording is not among the lines: a rehearsed one ends by its own silence. 0 is, for it leads
    /// to the operator.
    private func spoken(_ moment: CallStory.Moment) -> [Act] {
        let seconds = moment.details.seconds ?? 0
        let end = moment.at
        var acts: [Act] = []
        if seconds > 0 { acts.append(Act(at: end - seconds, until: end, line: .speaks(seconds))) }
        switch moment.details.result {
        case "key 0": acts.append(Act(at: end, until: end, line: .keys("0", isImmediate: true)))
        case "hung up": acts.append(Act(at: end, until: end, line: .hangsUp))
        default: break
        }
        return acts
    }
}
