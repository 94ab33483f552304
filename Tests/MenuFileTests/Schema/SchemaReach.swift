import MenuFile

@testable import struct MenuFile.JSONDocument
@testable import struct MenuFile.JSONValue

/// What a schema can tell and what it cannot.
enum SchemaReach {
    /// Faults that no schema can express: they are none of JSON's data model, or need names and ways of the whole file.
    static let beyond: Set<RuleID> = [
        .jsonSyntax, .duplicateKey, .unknownStep, .unknownPerson, .unknownSchedule, .unknownList, .unknownNotice,
        .unknownVariable, .sensitiveShown, .neverOpen, .keyClash, .loop, .missingSound, .notSupported,
    ]
    /// Faults of which a schema tells the most; the rest is listed in `Fixtures/schema/beyond.txt`.
    static let partly: Set<RuleID> = [.badValue, .badKey, .badDate, .badZone, .unknownLanguage]

    /// Those that it always tells.
    static let within = Set(RuleID.allCases.filter { $0.severity == .error }).subtracting(beyond).subtracting(partly)

    /// The findings of partly told rules that a schema cannot tell, as FILE:LINE:COLUMN.
    static func exceptions() throws -> Set<String> {
        let text = try Fixture(folder: "schema", name: "beyond").text("txt")
        return Set(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != " " }) })
    }

    /// A place of a file as a validator names it.
    struct Place {
        /// The keys and indices that lead there; to a key those of the object that holds it.
        let path: [String]
        /// The path of the value under the key; nil: the place is no key.
        let below: [String]?
    }

    static func places(of document: JSONDocument) -> [Position: Place] {
        var places: [Position: Place] = [:]
        add(document.root, at: [], to: &places)
        return places
    }

    private static func add(_ value: JSONValue, at path: [String], to places: inout [Position: Place]) {
        places[value.position] = Place(path: path, below: nil)
        switch value.content {
        case .array(let elements):
            for (index, element) in elements.enumerated() { add(element, at: path + ["\(index)"], to: &places) }
        case .object(let members):
            for member in members {
                places[member.keyPosition] = Place(path: path, below: path + [member.key])
                add(member.value, at: path + [member.key], to: &places)
            }
        default: break
        }
    }
}
