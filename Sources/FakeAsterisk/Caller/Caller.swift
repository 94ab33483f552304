import FastAGI

/// A caller who follows a script: looks at the line and says when the next thing is due.
struct Caller: Sendable {
    /// What a caller does to the line.
    enum Effect: Sendable, Equatable {
        case press(DTMFKey)
        case speak(Duration)
        case hangUp
    }

    private let script: CallerScript
    private var index = 0
    /// When the last act took effect.
    private var mark: Duration = .zero
    /// When the last key was pressed, nil after a silence: a prompt that ended before does not ask for the next key.
    private var keyMark: Duration?
    private var waitsMark = 0
    /// What `at` counts from: when the first thing began that ran after the last act.
    private var anchor: Duration?
    private var keysLeft: ArraySlice<DTMFKey> = []
    private var nextKey: Duration = .zero
    /// The length of speech that was promised and has not begun.
    private var speaks: Duration?

    init(_ script: CallerScript) { self.script = script }

    /// The acts that never took place.
    var unused: [CallerScript.Act] {
        let isCut = !keysLeft.isEmpty || speaks != nil
        return Array(script.acts.dropFirst(isCut ? index - 1 : index))
    }

    /// When the next effect is due as the line is now; nil: not before something changes. It may lie in the past.
    mutating func due(_ view: LineView) -> Duration? {
        guard keysLeft.isEmpty else { return nextKey }
        settle(view)
        guard speaks == nil, index < script.acts.count else { return nil }
        if anchor == nil, let since = view.runsSince { anchor = max(since, mark) }
        switch script.acts[index] {
        case .press(_, .asked): return asked(view)
        case .press(_, .now), .hangUp(.now): return view.runsSince.map { max($0, mark) }
        case .press(_, .at(let time)), .hangUp(.at(let time)): return anchor.map { $0 + time }
        case .hangUp(.asked): return mark + script.reaction
        case .speak: return mark
        case .wait, .silence: return nil
        }
    }

    /// Does what was due.
    mutating func take(at now: Duration) -> Effect? {
        if let key = keysLeft.popFirst() { return press(key, at: now) }
        guard index < script.acts.count else { return nil }
        index += 1
        anchor = nil
        switch script.acts[index - 1] {
        case .press(let keys, _):
            keysLeft = keys[...]
            return keysLeft.popFirst().map { press($0, at: now) }
        case .speak(let length):
            speaks = length
            mark = now
            return .speak(length)
        case .hangUp:
            mark = now
            return .hangUp
        case .wait, .silence: return nil
        }
    }

    private mutating func press(_ key: DTMFKey, at now: Duration) -> Effect {
        mark = now
        keyMark = now
        nextKey = now + script.keyGap
        return .press(key)
    }

    /// Goes over what takes effect without the caller doing anything.
    private mutating func settle(_ view: LineView) {
        if let length = speaks, let began = view.recordingBegan, began >= mark {
            speaks = nil
            mark = began + length
        }
        while speaks == nil, index < script.acts.count {
            switch script.acts[index] {
            case .wait(let time): mark += time
            case .silence where view.waitsEnded > waitsMark:
                waitsMark = view.waitsEnded
                mark = max(mark, view.waitEnded ?? mark)
                keyMark = nil
            case .silence: return
            default:
                // A silence is kept in a wait that ends after it is its turn, never in one before.
                waitsMark = view.waitsEnded
                return
            }
            anchor = nil
            index += 1
        }
    }

    /// Keys are waited for, and a prompt has ended, or a wait, since the last key: the wait for a second digit right
    /// after the first does not ask for the next act.
    private func asked(_ view: LineView) -> Duration? {
        guard let since = view.awaitsKeysSince else { return nil }
        let isNew = keyMark.map { (view.promptEnded ?? .zero) > $0 || (view.waitEnded ?? .zero) > $0 } ?? true
        return isNew ? max(since + script.reaction, mark) : nil
    }
}
