import Foundation

/// `--name value` behind a mode's name.
struct Options {
    private let values: [String: String]

    /// - Parameter known: the names that the mode takes.
    /// - Throws: `BenchError` for what is none, and for one without its value.
    init(_ arguments: some Collection<String>, known: [String]) throws {
        var values: [String: String] = [:]
        var rest = Array(arguments)
        while let name = rest.first {
            guard name.hasPrefix("--"), known.contains(String(name.dropFirst(2))), rest.count > 1 else {
                let names = known.map { "--\($0) VALUE" }.joined(separator: ", ")
                throw BenchError("\"\(name)\": expected \(names)")
            }
            values[String(name.dropFirst(2))] = rest[1]
            rest.removeFirst(2)
        }
        self.values = values
    }

    /// The value, where one was given.
    subscript(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// A number within a range; the default when none was given.
    ///
    /// - Throws: `BenchError` for anything else.
    func number(_ name: String, _ range: ClosedRange<Int>, default standard: Int) throws -> Int {
        guard let text = self[name] else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw BenchError("--\(name) \(text): expected \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
