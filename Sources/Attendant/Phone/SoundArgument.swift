import Reception

/// The path of a sound inside the options of an application, where `,`, `)`, `:` and `&` have a meaning. There is no way
/// to escape them: a sound whose path holds one is left out.
struct SoundArgument {
    let text: String

    private static let meaningful = ",():&^\"\\${}|;\n\r\0"

    init?(_ sound: Sound?) {
        guard let path = sound?.path, !path.contains(where: { Self.meaningful.contains($0) }) else { return nil }
        text = path
    }
}
