import Foundation
import MenuFile
import Reception
import Testing

@testable import Attendant

@Suite("Which lists are called, when, and by whom")
struct DiallerListTests {
    private static let menu = """
        { "attendant": 1, "name": "Miller", "timezone": "Europe/London", "country": "GB", "operator": ["200", "anna"],
          "people": { "anna": { "ring": ["201", "PJSIP/202&PJSIP/203"], "email": "anna@miller.example" },
            "ben": { "ring": "+442079460005", "email": "ben@miller.example" }, "mail": { "email": "m@miller.example" } },
          "hours": { "office": { "mon-fri": "8:00-17:00" }, "late": { "mon-fri": "17:00-20:00" } },
          "callbacks": { "repairs": { "email": "ben" }, "evening": { "email": "x@miller.example", "hours": "late" } },
          "start": { "menu": { "1": { "for": "repairs", "callback": "repairs" },
            "2": { "for": "Anna", "callback": "anna" }, "3": { "for": "the rest", "callback": "m@miller.example" } } } }
        """
    private let house = Reception.House(outside: "PJSIP/{number}@trunk", messages: "/m")

    private func document() throws -> MenuDocument {
        let loaded = MenuLoader.load(text: Self.menu, fileName: "reception.json", release: .whole)
        return try #require(loaded.document, "\(loaded.findings)")
    }

    @Test("the person who is the list, else whom its mail goes to, else the operator")
    func agents() throws {
        let document = try document()
        let dials = { document.agentLines(for: $0, house: house).map(\.dial) }
        #expect(dials("anna") == ["PJSIP/201", "PJSIP/202", "PJSIP/203"])
        #expect(dials("repairs") == ["PJSIP/+442079460005@trunk"])
        let operators = ["PJSIP/200", "PJSIP/201", "PJSIP/202", "PJSIP/203"]
        #expect(dials("evening") == operators)
        #expect(dials("m@miller.example") == operators)
        #expect(document.agentLines(for: "repairs", house: house).map(\.name) == ["ben"])
        #expect(document.callbackListNames == ["repairs", "evening", "anna", "m@miller.example", "missed"])
    }

    /// Tuesday, 3 March 2026.
    private func date(_ hour: Double) -> Date { Date(timeIntervalSince1970: 1_772_496_000 + hour * 3600) }

    private struct Board: SwitchBoard {
        var isOpen: Bool?

        func hourSwitch(menu: String, schedule: String) -> HourSwitch? {
            isOpen.map { HourSwitch(isOpen: $0, until: nil) }
        }

        func notices(menu: String) -> [NoticeSwitch] { [] }
    }

    @Test("only within the hours of the list, as they are switched")
    func hours() throws {
        let document = try document()
        let open = { (list: String, hour: Double, board: Board) in
            document.mayCall(list: list, at: date(hour), house: house, board: board)
        }
        #expect(open("repairs", 9, Board()) && !open("repairs", 18, Board()) && !open("repairs", 7.9, Board()))
        #expect(!open("evening", 9, Board()) && open("evening", 18, Board()))
        #expect(!open("repairs", 9, Board(isOpen: false)) && open("repairs", 3, Board(isOpen: true)))
    }
}
