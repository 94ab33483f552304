import Foundation

/// One drawing of a plot: counts on a logarithmic axis, costs on one from zero.
struct PlotPanel {
    /// A line with its name.
    struct Series {
        let name, colour: String
        let points: Plot.Costs

        init(_ name: String, _ colour: String, _ points: Plot.Costs) {
            self.name = name
            self.colour = colour
            self.points = points.filter { $0.count > 0 }
        }
    }

    let title, axis: String
    let left: Double
    let series: [Series]
    private let width = 370.0
    private let top = 130.0
    private let height = 230.0

    init(title: String, axis: String, left: Double, series: [Series]) {
        self.title = title
        self.axis = axis
        self.left = left
        self.series = series.filter { !$0.points.isEmpty }
    }

    var svg: String {
        "<text x=\"\(left)\" y=\"60\" font-weight=\"bold\">\(title)</text>\n" + grid + ticks
            + series.enumerated().map { line($1, at: $0) }.joined()
            + "<text x=\"\(left + width / 2)\" y=\"\(top + height + 38)\" text-anchor=\"middle\">\(axis)</text>\n"
    }

    private var counts: [Int] { Set(series.flatMap { $0.points.map(\.count) }).sorted() }

    /// The top of the axis: the next 1, 2 or 5 times a power of ten.
    private var most: Double {
        let highest = max(series.flatMap { $0.points.map(\.cost) }.max() ?? 1, 1e-9)
        let power = pow(10, floor(log10(highest)))
        return power * ([1, 2, 5, 10].first { $0 * power >= highest } ?? 10)
    }

    private func x(_ count: Int) -> Double {
        guard let least = counts.first, let last = counts.last, last > least else { return left + width / 2 }
        return left + width * log(Double(count) / Double(least)) / log(Double(last) / Double(least))
    }

    private func y(_ cost: Double) -> Double { top + height * (1 - cost / most) }

    private var grid: String {
        (0...4).map { step in
            let cost = most * Double(step) / 4
            return "<line x1=\"\(left)\" x2=\"\(left + width)\" y1=\"\(y(cost))\" y2=\"\(y(cost))\" stroke=\"#ddd\"/>"
                + "<text x=\"\(left - 8)\" y=\"\(y(cost) + 4)\" text-anchor=\"end\">\(String(format: "%g", cost))</text>\n"
        }.joined()
    }

    private var ticks: String {
        counts.map { "<text x=\"\(x($0))\" y=\"\(top + height + 18)\" text-anchor=\"middle\">\($0)</text>\n" }.joined()
    }

    private func line(_ series: Series, at place: Int) -> String {
        let points = series.points.map { "\(x($0.count)),\(y($0.cost))" }.joined(separator: " ")
        let height = 78.0 + 17 * Double(place)
        return "<polyline fill=\"none\" stroke=\"\(series.colour)\" stroke-width=\"2\" points=\"\(points)\"/>\n"
            + series.points.map {
                "<circle cx=\"\(x($0.count))\" cy=\"\(y($0.cost))\" r=\"3\" fill=\"\(series.colour)\"/>\n"
            }.joined()
            + "<rect x=\"\(left)\" y=\"\(height)\" width=\"14\" height=\"3\" fill=\"\(series.colour)\"/>"
            + "<text x=\"\(left + 20)\" y=\"\(height + 6)\">\(series.name)</text>\n"
    }
}
