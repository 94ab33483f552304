import MenuFile
import Reception

/// What a caller would type into a collect.
extension MenuScout {
    /// Entries that may be right, the likeliest first, each with the key that ends it where one is needed.
    func sampleEntries(of collect: CollectVerb) -> [String] {
        let values = self.values(of: collect)
        let entries = values.filter { value in
            !value.isEmpty && value.count <= collect.digits.upperBound && value.allSatisfy { Key($0) != nil }
        }.map { value in
            value.count < collect.digits.upperBound ? value + (collect.end.map(String.init) ?? "") : value
        }
        let none = collect.optional ? collect.end.map { [String($0)] } ?? [] : []
        return entries + none
    }

    private func values(of collect: CollectVerb) -> [String] {
        switch collect.check {
        case .values(let values)?: return values
        case .range(let low, let high)?:
            let number = Int((low ?? high ?? 1).rounded(.up))
            let digits = String(max(0, number))
            return [String(repeating: "0", count: max(0, collect.digits.lowerBound - digits.count)) + digits]
        case .luhn?: return (collect.digits.lowerBound...collect.digits.upperBound).prefix(4).flatMap(Self.luhn)
        case .pattern?, nil: return plain(collect)
        }
    }

    private func plain(_ collect: CollectVerb) -> [String] {
        switch collect.kind {
        case .date: ["01011980", "19800101", "010180", "800101"]
        case .time: ["1200"]
        case .phone: ["07700900001", "600100200", "2025550123", "13800138000", "08123456789"]
        case .text, .number:
            [collect.digits.lowerBound, collect.digits.upperBound].flatMap { count in
                ["1234567890", "1111111111", "9876543210", "2222222222", "5555555555"].map { digits in
                    String(String(repeating: digits, count: 2).prefix(count))
                }
            }
        }
    }

    /// Digits whose last one is the check digit of the others.
    private static func luhn(count: Int) -> [String] {
        guard count >= 2 else { return [] }
        let body = String(String(repeating: "1234567890", count: 2).prefix(count - 1))
        return (0...9).map { body + String($0) }
    }
}
