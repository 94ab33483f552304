/// A number as people and services write it, "-12.50": digits, perhaps a minus sign and a decimal point.
///
/// `Double(_: String)` reads more ("0x3", "inf", "1e1", "nan"), none of which is a number to whoever wrote the menu.
struct PlainNumber {
    let value: Double

    init?(_ text: String) {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let halves = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(halves.count),
            halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let value = Double(text)
        else { return nil }
        self.value = value
    }
}
