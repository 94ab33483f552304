extension RuleID {
    /// Who says that the rule is good practice, or where its figure comes from; nil: nobody need say so.
    public var source: String? { Self.sources[self] }

    private static let sources: [RuleID: String] = [
        .operatorMissing: "Habr 383911: always offer 0",
        .zeroTaken: "Habr 383911: do not block 0",
        .tooManyChoices: "a Chinese guide: 4 in a set; Plum: 5; alpines.com: 3 to 6",
        .tooDeep: "a Chinese guide: 3 sets; softwareadvice.com: an agent by the third menu",
        .reachSlow: "a Chinese guide: the shorter the tube the better; VCC Live: median 40 s in 3.8 million calls",
        .humanSlow: "a Chinese guide: a person at any stage",
        .selfServiceSlow: "a Chinese guide: slower than a person is pointless",
        .firstChoiceLate: "activecalls.com: the first 10 seconds",
        .menuLong: "Plum: 20 s for instructions",
        .promptLong: "Plum: 20 s for instructions",
        .keyBeforeLabel: "alpines.com, Avaya: the key last",
        .textDrift: "alpines.com, Avaya",
        .jargon: "Habr 383911: words that are understood outside the firm",
        .labelLong: "peregrinenetworks.net: names are cut at 15 characters",
        .labelLost: "Habr 383911, Datera: tell the agent what was chosen",
        .generalOperator: "Habr 383911: a stated reason must not end at the general operator",
        .askedUnused: "Habr 383911: do not ask for what the agent asks again",
        .askedTwice: "Habr 383911: never ask again",
        .overConfirm: "alpines.com",
        .deadEnd: "Habr 383911, Datera",
        .ringBare: "Datera: busy is the worst answer",
        .queueBare: "Datera: a place and music halve the felt wait",
        .closedMissing: "Datera: uncertainty is worse than waiting",
        .closedSilent: "Datera: uncertainty is worse than waiting",
        .callbackUnread: "Datera: mail each request to the staff",
        .vipLate: "Datera: important callers skip all menus",
        .untested: "Habr 383911: let friends call and test",
    ]

    /// A message with its source behind it.
    public func cited(_ message: String) -> String { source.map { "\(message) (\($0))" } ?? message }
}
