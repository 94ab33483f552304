import MenuFile
import Reception
import Rehearsal
import Testing

@Suite("The dialplan")
struct DialplanTests {
    static func call(
        _ menu: String, _ script: String = "", _ change: (inout Rehearsed.World) -> Void = { _ in }
    ) async throws -> Rehearsed {
        try await Rehearsed(menu, script) {
            $0.release = .whole
            change(&$0)
        }
    }

    @Test("gets the channel, with label and name, and the line does not hang up")
    func handedOver() async throws {
        let commands = Commands()
        let call = try await Self.call(
            line(#"{ "menu": { "1": { "for": "fax", "dialplan": "fax,s,1" } } }"#), "1"
        ) { $0.fault = commands.note }
        #expect(call.outcome == .handedOver)
        #expect(call.story.last == "(dialplan fax,s,1)", "\(call)")
        #expect(!call.lineHungUp)
        #expect(call.variables["ATTENDANT_STATUS"] == "handed-over")
        #expect(call.variables["__ATTENDANT_LABEL"] == "Fax")
        #expect(commands.all.filter { $0.hasPrefix("name") } == ["name Fax: +447700900001"])
        #expect(call.callbacks.isEmpty)
    }

    @Test("keeps the channel from being hung up also when a message was left before")
    func afterMessage() async throws {
        let call = try await Self.call(
            line(#"{ "voicemail": "a@miller.example", "then": { "dialplan": "survey,s,1" } }"#), "speak 6, 1")
        #expect(call.outcome == .handedOver, "\(call)")
        #expect(!call.lineHungUp)
        #expect(call.messages.count == 1)
    }

    @Test("that has no such place leaves the step undone and the name as it was")
    func noSuchPlace() async throws {
        let commands = Commands()
        let call = try await Self.call(line(#"[{ "dialplan": "fax,s,1" }, { "ring": "201" }]"#)) {
            $0.places = ["fax,s,n"]
            $0.people = ["201": .answers(after: .zero)]
            $0.fault = commands.note
        }
        #expect(call.rang == ["201"], "\(call)")
        #expect(
            commands.all.filter { $0.hasPrefix("name") }.prefix(2) == [
                "name Miller Heating: +447700900001", "name back",
            ])
    }

    static let price = line(
        #"[{ "gosub": "price,s,1", "args": ["{caller.number}", "x, y"], "keep": { "price": "PRICE", "who": "CALLERID(num)" }, "#
            + #""then": { "say": "It costs {price|nothing}, {who|nobody}." }, "otherwise": { "say": "No price." } }]"#)

    @Test("runs a subroutine with arguments, and keeps what it set")
    func gosub() async throws {
        let call = try await Self.call(Self.price) {
            $0.subroutines = ["price,s,1": ["PRICE": "12.50"]]
            $0.channel = ["CALLERID(num)": "555"]
        }
        #expect(call.story.contains("(gosub price,s,1(+447700900001,x, y))"), "\(call)")
        #expect(call.said.first == "It costs 12.50, 555.")
    }

    @Test("a subroutine that sets nothing is done all the same, and one that is not there is not")
    func undone() async throws {
        let nothing = try await Self.call(Self.price) { $0.subroutines = ["price,s,1": [:]] }
        #expect(nothing.said.first == "It costs nothing, nobody.", "\(nothing)")
        let absent = try await Self.call(Self.price)
        #expect(absent.said.first == "No price.", "\(absent)")
    }
}
