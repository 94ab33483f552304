public import MenuFile
public import Reception

extension Records: SwitchBoard {
    /// How a schedule is switched by hand. From memory: `watchSwitches` keeps it up to date.
    public func hourSwitch(menu: String, schedule: String) -> HourSwitch? {
        board.tables.switches[menu]?[schedule]
    }

    /// What is switched about the notices of a menu, in the order in which it was first made. From memory.
    public func notices(menu: String) -> [NoticeSwitch] { board.tables.notices[menu] ?? [] }

    /// Keeps notices and hour switches up to date with what other processes write, until its task is cancelled: what
    /// they have committed counts `SwitchMemory.interval` later at the latest. Sees as often whether the file is still
    /// in its place.
    ///
    /// - Parameter clock: for waits.
    public func watchSwitches(clock: any Clock<Duration> = ContinuousClock()) async {
        await board.watch(clock) { await self.lookAfterFile() }
    }

    /// Looks now, instead of at the next turn of `watchSwitches`.
    public func refreshSwitches() async { await board.look() }
}
