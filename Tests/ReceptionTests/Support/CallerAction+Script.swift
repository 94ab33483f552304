import Reception
import Rehearsal
import Testing

extension CallerAction {
    /// Reads "1, wait 2, 0 now, 5# at 1.5, silence, speak 6, hang up".
    static func script(_ text: String, _ location: SourceLocation) throws -> [CallerAction] {
        let parts = text.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
        return try parts.filter { !$0.isEmpty }.map { words in
            let action = action(words)
            return try #require(action, "\"\(words)\" is no action of a caller", sourceLocation: location)
        }
    }

    private static func action(_ words: [String]) -> CallerAction? {
        switch words.first {
        case "wait": time(words.dropFirst()).map { .wait($0) }
        case "speak": time(words.dropFirst()).map { .speak($0) }
        case "silence": .silence
        case "hang": moment(words.dropFirst(2)).map { .hangUp($0) }
        case let keys?: keys.allSatisfy { Key($0) != nil } ? moment(words.dropFirst()).map { .press(keys, $0) } : nil
        case nil: nil
        }
    }

    private static func moment(_ words: ArraySlice<String>) -> When? {
        switch words.first {
        case nil: .asked
        case "now": .now
        case "at": time(words.dropFirst()).map { .after($0) }
        default: nil
        }
    }

    private static func time(_ words: ArraySlice<String>) -> Duration? {
        words.first.flatMap(Double.init).map { .seconds($0) }
    }
}
