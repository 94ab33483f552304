import Foundation

/// The part of the program's environment that menus may read (`{env.NAME}`, in URLs and headers only): what the setting
/// `env` names, and nothing else of what an admin keeps there.
struct HouseEnvironment {
    /// The values by name; a variable that is not set is missing in menus, too.
    let values: [String: String]
    /// What is allowed and not set, as lines.
    let warnings: [String]

    init(
        _ configuration: Configuration, environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        let allowed = Set(configuration.env)
        values = environment.filter { allowed.contains($0.key) }
        warnings = configuration.env.filter { environment[$0] == nil }.map { name in
            "env: \(name) is not set in the environment of this program: {env.\(name)} is missing in menus"
        }
    }

    /// A name that no menu could write, as `A=B` or an empty one, is a mistake in the configuration.
    static func check(_ configuration: Configuration) throws(StartError) {
        for name in configuration.env where !isName(name) {
            throw .setting("env: \"\(name)\" is no name of an environment variable; expected letters, digits and _")
        }
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(48...57).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95
        }
    }
}
