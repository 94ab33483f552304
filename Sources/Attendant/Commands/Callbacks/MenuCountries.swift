import Foundation
import MenuFile
import Reception

/// The countries in which numbers of this server may be written without one.
enum MenuCountries {
    /// That of the configuration first, then those of the menu files that can be read, each once.
    static func of(_ configuration: Configuration) -> [String] {
        var countries = [configuration.country]
        for file in (try? MenuFolder(configuration.menus).files()) ?? [] {
            guard let country = try? MenuFolder.load(file).version?.document.country,
                !countries.contains(country)
            else { continue }
            countries.append(country)
        }
        return countries
    }
}
