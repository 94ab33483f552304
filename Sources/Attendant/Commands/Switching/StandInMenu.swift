import Foundation
import MenuFile

/// What can still be read of a menu file with errors, for switches that cannot wait until somebody has mended it.
enum StandInMenu {
    /// What switches need of a file; the first of these sets that has no errors is taken.
    private static let parts = [
        ["language", "timezone", "country", "hours", "holidays", "notices"],
        ["timezone", "country", "hours", "holidays"],
        ["timezone"], [],
    ]

    /// A menu that has the hours, the notices and the zone of the file, as far as they are right, and nothing else.
    ///
    /// - Parameter fileName: the file's name, as `heating.json`.
    /// - Returns: nil never happens with a file name of a menu; the last set needs nothing of the file.
    static func document(of data: Data, fileName: String) -> MenuDocument? {
        let object = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
        for keys in parts {
            var menu = object.filter { keys.contains($0.key) }
            menu["attendant"] = 1
            menu["name"] = "-"
            menu["operator"] = "200"
            menu["start"] = ["ring": "200"]
            guard let bytes = try? JSONSerialization.data(withJSONObject: menu) else { continue }
            let loaded = MenuLoader.load([UInt8](bytes), fileName: fileName, release: .current)
            if let document = loaded.document { return document }
        }
        return nil
    }
}
