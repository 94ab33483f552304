import FastAGI

/// The keys that end a prompt, as the command's argument has them. What is no key in it is of no use (`strchr`).
struct EscapeKeys: Sendable, Equatable {
    private let characters: String

    init(_ characters: String) { self.characters = characters }

    func contains(_ key: DTMFKey) -> Bool { characters.utf8.contains(key.rawValue) }
}
