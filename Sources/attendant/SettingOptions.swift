import ArgumentParser
import Attendant
import Foundation

/// The flags of the settings that commands share, put together with the configuration file and the environment.
struct SettingOptions: ParsableArguments {
    @Option(help: "A JSON file of settings; flags and ATTENDANT_… variables stand over it.")
    var config: String?

    @Option(help: "The folder of menu files.")
    var menus: String?

    @Option(help: "The folder of attendant.sqlite and of the messages.")
    var data: String?

    @Option(help: "The folder of the sounds; Asterisk must see it under the same path.")
    var sounds: String?

    /// Defaults, file, environment, then these flags.
    func reader() throws -> ConfigurationReader {
        var reader = ConfigurationReader(isSpeechApart: true)
        let environment = ProcessInfo.processInfo.environment
        if let file = config ?? environment["ATTENDANT_CONFIG"] { try reader.take(file: file) }
        try reader.take(environment: environment)
        try reader.take(flag: "menus", [menus].compactMap { $0 })
        try reader.take(flag: "data", [data].compactMap { $0 })
        try reader.take(flag: "sounds", [sounds].compactMap { $0 })
        return reader
    }

    /// The settings, with the flag `--country` where it was given.
    func configuration(country: String?) throws -> Configuration {
        var reader = try reader()
        try reader.take(flag: "country", [country].compactMap { $0 })
        return reader.configuration
    }
}
