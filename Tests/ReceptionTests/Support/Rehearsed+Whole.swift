import MenuFile
import Testing

extension Rehearsed {
    /// A call through a menu in the whole language.
    static func whole(
        _ menu: String, _ script: String = "", _ change: (inout World) -> Void = { _ in },
        _ location: SourceLocation = #_sourceLocation
    ) async throws -> Rehearsed {
        try await Rehearsed(
            menu, script,
            { world in
                world.release = .whole
                change(&world)
            }, location)
    }

    /// Variables handed over to the telephone that was rung, by their names there.
    subscript(handedOver name: String) -> String? { variables["__ATTENDANT_V_\(name)"] }
}
