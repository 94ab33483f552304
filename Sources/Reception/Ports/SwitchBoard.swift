public import Foundation
public import MenuFile

/// What is switched while the program runs: schedules and notices. Implemented by the module Records, which keeps it in
/// SQLite and answers from memory, so that asking costs nothing.
public protocol SwitchBoard: Sendable {
    /// How a schedule of a menu is switched by hand; nil: the file's hours count. One that has run out may still be
    /// given: `OfficeHours` looks at its end.
    func hourSwitch(menu: String, schedule: String) -> HourSwitch?

    /// What is switched about the notices of a menu, in the order in which they were made.
    func notices(menu: String) -> [NoticeSwitch]
}

/// A notice made at run time, or a notice of the file switched on or off.
public struct NoticeSwitch: Sendable, Hashable {
    /// The notice's name.
    public let name: String
    /// What is heard; nil: the file's own text.
    public let say: String?
    /// Whether it is on.
    public let isOn: Bool
    /// It is off by itself from then on; nil: not until it is switched off.
    public let until: Date?

    /// A switch.
    public init(name: String, say: String? = nil, isOn: Bool, until: Date? = nil) {
        self.name = name
        self.say = say
        self.isOn = isOn
        self.until = until
    }
}
