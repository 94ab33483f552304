/// GOSUB: a subroutine of the world. `100 result=0 Trying...` comes before the reply when there is one.
enum Gosub {
    /// The line that comes at once.
    static let trying = "100 result=0 Trying..."

    /// Begins the subroutine; the words are those of the whole line.
    static func start(_ words: [String], at now: Duration, on channel: ChannelState) -> Start {
        let name = words[1...3].joined(separator: ",")
        guard let routine = channel.world.subroutines[name] else {
            return .result(-1, "Gosub label not found", failed: true)
        }
        let ending = routine.endsAbnormally ? "Gosub complete (abnormal exit)" : "Gosub complete"
        return .runs(
            Delay(
                until: now + routine.takes,
                done: { _, channel in
                    for (name, value) in routine.sets { channel.variables.set(name, to: value) }
                    channel.variables.set("GOSUB_RETVAL", to: routine.returns)
                    return .result(0, ending)
                }, gone: { _, _ in .result(0, "Gosub complete (abnormal exit)") }))
    }
}
