import Foundation

/// What a call costs as calls grow, drawn: CPU a call by callers at once, memory a held call by their number.
struct Plot {
    /// By callers at once, microseconds of the server's CPU.
    typealias Costs = [(count: Int, cost: Double)]

    let machine: String
    var sessions: Costs = []
    var ideal: Costs = []
    var walks: Costs = []
    /// By calls held, kilobytes each.
    var held: Costs = []

    /// Writes `bench.svg` beside the built programs; nothing when nothing was measured.
    func write() throws {
        guard !sessions.isEmpty else { return }
        let file = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("bench.svg")
        try svg.write(to: file, atomically: true, encoding: .utf8)
        print("\nthe cost of a call as calls grow, drawn: \(file.relativePath)")
    }

    private var svg: String {
        let cpu = PlotPanel(
            title: "Server CPU a call (µs)", axis: "calls at once", left: 70,
            series: [
                .init("whole call of reception.json, with records", "#1f77b4", walks),
                .init("ten commands, Attendant", "#2ca02c", sessions),
                .init("ten commands, the least (C)", "#888888", ideal),
            ])
        let memory = PlotPanel(
            title: "Memory a held call (KB)", axis: "calls held", left: 560,
            series: [.init("waiting for a digit", "#1f77b4", held)])
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="1000" height="440" font-family="sans-serif" font-size="13">
            <rect width="1000" height="440" fill="white"/>
            <text x="70" y="30" font-size="17">What a call costs as calls grow</text>
            \(cpu.svg)\(memory.svg)
            <text x="70" y="428" font-size="11" fill="#555">\(machine)</text>
            </svg>

            """
    }
}
