import Foundation

/// Puts a configuration together: defaults, then the file, then the environment, then flags; and remembers where each
/// value came from, for `attendant serve --print-config`.
public struct ConfigurationReader {
    /// The configuration so far.
    public private(set) var configuration = Configuration()
    /// Where each setting's value came from, by its name.
    public private(set) var origins: [String: String] = [:]

    /// No more is read of a file of settings.
    static let mostBytes = 1 << 20

    /// Only the defaults.
    ///
    /// - Parameter isSpeechApart: whether this program answers `SpeechProcess.command`.
    public init(isSpeechApart: Bool = false) { configuration.isSpeechApart = isSpeechApart }

    /// Reads a JSON object of settings; lists as lists, or a single text.
    ///
    /// - Throws: `StartError.setting` that names the file, the key and what was expected; `file` when it cannot be read.
    public mutating func take(file: String) throws(StartError) {
        let data: Data
        switch SmallFile.read(file, atMost: Self.mostBytes) {
        case .bytes(let bytes): data = bytes
        case .tooLarge: throw .file("\(file): larger than \(Self.mostBytes >> 20) MB; no settings are that long")
        case .unreadable: throw .file("\(file): cannot be read; expected a JSON object of settings")
        }
        guard let object = try? JSONDecoder().decode([String: SettingValue].self, from: data) else {
            throw .setting("\(file): is no JSON object of settings, such as {\"listen\": \"127.0.0.1:4573\"}")
        }
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            guard let setting = Setting.named(key) else {
                throw .setting("\(file): \"\(key)\" is no setting; there are \(Self.names)")
            }
            try set(setting, value.texts, from: file)
        }
    }

    /// Reads the variables `ATTENDANT_…`; lists are separated by commas.
    ///
    /// - Throws: `StartError.setting`.
    public mutating func take(environment: [String: String]) throws(StartError) {
        for setting in Setting.all {
            guard let value = environment[setting.variable] else { continue }
            let values = setting.isList ? value.split(separator: ",").map { Self.trimmed(String($0)) } : [value]
            try set(setting, values, from: setting.variable)
        }
    }

    /// Takes the values of a flag; none leaves the setting as it is.
    ///
    /// - Throws: `StartError.setting`.
    public mutating func take(flag name: String, _ values: [String]) throws(StartError) {
        guard !values.isEmpty, let setting = Setting.named(name) else { return }
        try set(setting, values, from: "--\(name)")
    }

    /// The settings in force as lines "name = value (where from)".
    public var lines: [String] {
        Setting.all.map { setting in
            let value = setting.read(configuration).joined(separator: ", ")
            return "\(setting.name) = \(value) (\(origins[setting.name] ?? "default"))"
        }
    }

    private mutating func set(_ setting: Setting, _ values: [String], from origin: String) throws(StartError) {
        guard setting.write(&configuration, values) else {
            let given = values.joined(separator: ", ")
            throw .setting(
                "\(origin): \"\(given)\" is no value of \(setting.name); expected \(setting.value): \(setting.help)")
        }
        origins[setting.name] = origin
    }

    private static var names: String { Setting.all.map(\.name).joined(separator: ", ") }

    private static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .whitespaces) }
}
