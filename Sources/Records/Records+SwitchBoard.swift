public import MenuFile
public import Reception

extension Records: SwitchBoard {
    /// Nothing is switched yet.
    public func hourSwitch(menu: String, schedule: String) -> HourSwitch? { nil }

    /// Nothing is switched yet.
    public func notices(menu: String) -> [NoticeSwitch] { [] }
}
