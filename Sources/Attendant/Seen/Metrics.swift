/// Figures in Prometheus' text format, 0.0.4.
struct Metrics {
    private(set) var text = ""

    /// Kinds of figures.
    enum Kind: String { case counter, gauge, histogram }

    /// What stands beside a figure: names and values.
    typealias Labels = KeyValuePairs<String, String>

    /// Begins a family of figures.
    mutating func family(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    mutating func sample(_ name: String, _ value: Double, _ labels: Labels = [:]) {
        let shown = labels.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",")
        text += name + (shown.isEmpty ? "" : "{\(shown)}") + " \(Self.number(value))\n"
    }

    /// A family of one figure.
    mutating func single(_ name: String, _ kind: Kind, _ help: String, _ value: Int) {
        family(name, kind, help)
        sample(name, Double(value))
    }

    mutating func histogram(_ name: String, _ help: String, _ histogram: Histogram) {
        family(name, .histogram, help)
        var below = 0
        for (bound, count) in zip(histogram.bounds, histogram.counts) {
            below += count
            sample(name + "_bucket", Double(below), ["le": "\(bound)"])
        }
        sample(name + "_bucket", Double(histogram.count), ["le": "+Inf"])
        sample(name + "_sum", histogram.sum)
        sample(name + "_count", Double(histogram.count))
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
