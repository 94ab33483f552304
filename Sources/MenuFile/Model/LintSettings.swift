/// `lint`: thresholds of the rules that measure time, and the rules that this file has a reason to break.
public struct LintSettings: Sendable, Hashable {
    /// `reach-seconds`: the threshold of `reach-slow`.
    public let reachSeconds: Duration
    /// `human-seconds`: the threshold of `self-service-slow`.
    public let humanSeconds: Duration
    /// `ignore`: warnings and notes that are not shown, with the reason of each.
    public let ignored: [RuleID: String]

    /// The defaults of the format.
    public static let standard = LintSettings(reachSeconds: .seconds(30), humanSeconds: .seconds(60), ignored: [:])
}
