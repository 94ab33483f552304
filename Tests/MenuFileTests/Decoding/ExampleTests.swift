import MenuFile
import Testing

@Suite("The examples of the format")
struct ExampleTests {
    @Test("load without errors", arguments: Fixture.all(in: "examples"))
    func load(_ fixture: Fixture) throws {
        let loaded = try fixture.load(.whole)
        #expect(loaded.findings.filter { $0.severity == .error }.map(\.description) == [])
        #expect(loaded.document != nil)
    }

    @Test("the smallest loads in the first step of the program, too")
    func minimal() throws {
        let loaded = try Fixture(folder: "examples", name: "minimal").load(.first)
        #expect(loaded.findings.filter { $0.severity == .error }.map(\.description) == [])
        let document = try #require(loaded.document)
        #expect(document.fileName == "minimal")
        guard case .ring(let ring)? = document.operatorStep.verb else { throw Unexpected() }
        #expect(ring.targets == [.inside("200")])
        #expect(ring.seconds == .seconds(20))
        guard case .menu(let menu)? = document.start.verb else { throw Unexpected() }
        #expect(menu.choices.map(\.key.text) == ["1", "2", "3"])
        #expect(menu.choices.map(\.step.path) == ["start.menu.1", "start.menu.2", "start.menu.3"])
        #expect(menu.choices[0].step.position == Position(line: 7, column: 12))
        guard case .callback(let callback)? = menu.choices[2].step.verb else { throw Unexpected() }
        #expect(callback.list == .address("office@miller.example"))
        #expect(menu.wait == .seconds(4) && menu.between == .seconds(2))
        #expect(menu.wrong.times == 3 && menu.silent.times == 2)
    }
}

/// Something was decoded as something else.
struct Unexpected: Error {}
