/// GOSUB: a subroutine of the world. `100 result=0 Trying...` comes before the reply when there is one.
enum Gosub {
    /// The line that comes at once.
    static let trying = "100 result=0 Trying..."

    /// Begins the subroutine; the words are those of the whole line. What it sets may use `${ARG1}` and so on, which are
    /// there only while it runs.
    static func start(_ words: [String], at now: Duration, on channel: inout ChannelState) -> Start {
        let arguments = words.count > 4 ? AppArguments.split(words[4]) : []
        let name = words[1...3].joined(separator: ",")
        guard let routine = channel.world.subroutines[name] else {
            return .result(-1, "Gosub label not found", failed: true)
        }
        channel.note(.event("gosub \(name)" + (words.count > 4 ? "(\(words[4]))" : "")), at: now)
        let ending = routine.endsAbnormally ? "Gosub complete (abnormal exit)" : "Gosub complete"
        return .runs(
            Delay(
                until: now + routine.takes,
                done: { now, channel in
                    run(routine, arguments, at: now, on: &channel)
                    return .result(0, ending)
                }, gone: { _, _ in .result(0, "Gosub complete (abnormal exit)") }))
    }

    private static func run(
        _ routine: Subroutine, _ arguments: [String], at now: Duration, on channel: inout ChannelState
    ) {
        let outer = channel.variables
        for (index, argument) in arguments.enumerated() { channel.variables.set("ARG\(index + 1)", to: argument) }
        let values = routine.sets.mapValues { Expansion.expand($0, on: channel, at: now) }
        channel.variables = outer
        for (name, value) in values { channel.variables.set(name, to: value) }
        channel.variables.set("GOSUB_RETVAL", to: routine.returns)
    }
}
