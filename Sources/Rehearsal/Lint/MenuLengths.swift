import MenuFile
public import Reception

/// How long the texts of a menu are.
public struct MenuLengths: Sendable {
    /// One text, in the language in which it is longest.
    public struct Length: Sendable, Hashable {
        /// The path of the step, or "notices." and the notice's name.
        public let path: String
        /// Its own text.
        public let say: Duration
        /// The whole prompt of a menu; zero for other steps.
        public let menu: Duration
    }

    /// The texts by their paths.
    public let byPath: [String: Length]

    /// Measures every text of a menu in each of its languages; a text that cannot be spoken counts nothing.
    public static func of(_ version: MenuVersion, prompts: any PromptLibrary) async -> MenuLengths {
        let document = version.document
        var lengths: [String: Length] = [:]
        for language in document.languages {
            let sampled = SampledPrompts(document, language: language)
            for step in document.allSteps where step.say != nil || step.isMenu {
                let say = await length(step.say.map { sampled.prompt($0) }, prompts)
                let menu = await length(sampled.menu(step), prompts)
                lengths[step.path] = longest(lengths[step.path], step.path, say, menu)
            }
            for notice in document.notices {
                let path = "notices.\(notice.id)"
                let say = await length(sampled.prompt(notice.say), prompts)
                lengths[path] = longest(lengths[path], path, say, .zero)
            }
        }
        return MenuLengths(byPath: lengths)
    }

    private static func longest(_ known: Length?, _ path: String, _ say: Duration, _ menu: Duration) -> Length {
        Length(path: path, say: max(known?.say ?? .zero, say), menu: max(known?.menu ?? .zero, menu))
    }

    private static func length(_ prompt: Prompt?, _ prompts: any PromptLibrary) async -> Duration {
        guard let prompt, !prompt.pieces.isEmpty else { return .zero }
        return (try? await prompts.sound(of: prompt))?.length ?? .zero
    }
}
