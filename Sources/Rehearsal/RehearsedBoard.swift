public import MenuFile
public import Reception

/// Switches that stand as they were set up.
public struct RehearsedBoard: SwitchBoard {
    /// Schedules by name, the same for every menu.
    public var switches: [String: HourSwitch]
    /// Notices, the same for every menu.
    public var notices: [NoticeSwitch]

    /// A board; on an empty one nothing is switched.
    public init(switches: [String: HourSwitch] = [:], notices: [NoticeSwitch] = []) {
        self.switches = switches
        self.notices = notices
    }

    /// The schedule's switch.
    public func hourSwitch(menu: String, schedule: String) -> HourSwitch? { switches[schedule] }

    /// All notices.
    public func notices(menu: String) -> [NoticeSwitch] { notices }
}
