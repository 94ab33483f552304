import FastAGI
import Reception

/// Subroutines, and the way back into the dialplan.
extension AGIPhone {
    func gosub(_ place: Reception.DialplanPlace, arguments: [String]) async throws(PhoneError) -> Bool {
        let arguments = arguments.isEmpty ? nil : GosubArguments(arguments).text
        let command = Command.gosub(
            context: place.context, extension: place.exten, priority: Self.priority(place), arguments: arguments)
        let reply = try await send(command, lasting: nil)
        try stillThere()
        // The number is that of the subroutine's last application; only the words tell (asterisk-agi C.4).
        return reply.note == "Gosub complete"
    }

    /// Asterisk takes any context and extension here and looks for them when the AGI has ended, when it is too late: so
    /// the dialplan is asked first.
    func goTo(_ place: Reception.DialplanPlace) async throws(PhoneError) {
        try stillThere()
        let name = "\(place.context),\(place.exten),\(place.priority)"
        // Without res_func_dialplan nobody can tell, and the place is believed in.
        if try await word("DIALPLAN_EXISTS(\(name))") == "0" { throw .refused("there is no \(name) in the dialplan") }
        try stillThere()
        do throws(PhoneError) {
            _ = try await send(.set(.context(place.context)))
            _ = try await send(.set(.extension(place.exten)))
            _ = try await send(.set(.priority(Self.priority(place))))
        } catch .refused(let why) {
            // A label that is not there: should this call fail later, it must go on where it came from.
            _ = try await send(.set(.context(session.environment.context)))
            _ = try await send(.set(.extension(session.environment.extension)))
            throw .refused(why)
        }
    }

    private static func priority(_ place: Reception.DialplanPlace) -> DialplanPriority {
        Int(place.priority).map { .number($0) } ?? .label(place.priority)
    }
}
