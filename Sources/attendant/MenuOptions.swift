import ArgumentParser
import Attendant

/// The menu that a command is about, and the settings that say where it is kept.
struct MenuOptions: ParsableArguments {
    @Argument(help: "The menu: its name, or its file.")
    var menu: String

    @OptionGroup var settings: SettingOptions

    /// What is in force; throws what `ConfigurationReader` throws.
    func configuration() throws -> Configuration { try settings.reader().configuration }
}
