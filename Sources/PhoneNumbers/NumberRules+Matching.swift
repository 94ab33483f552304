public import Reception

extension NumberRules {
    /// Whether a number is one of a rule of `accept` or `deny`. What is no rule matches nothing.
    public func matches(_ number: TelephoneNumber, rule: String) -> Bool {
        NumberPattern(rule)?.matches(number) ?? false
    }
}
