import Foundation
import Testing

@testable import MenuFile

@Suite("What a file becomes")
struct DecodedValueTests {
    let document: MenuDocument

    init() throws {
        document = try #require(try Fixture(folder: "examples", name: "everything").load(.whole).document)
    }

    func choice(_ key: String) throws -> Step {
        guard case .menu(let menu)? = document.start.verb else { throw Unexpected() }
        return try #require(menu.choices.first { $0.key.text == key }?.step)
    }

    func asking(_ index: Int) throws -> Step {
        guard case .sequence(let steps)? = document.steps["asking"]?.verb else { throw Unexpected() }
        return try #require(steps.indices.contains(index) ? steps[index] : nil)
    }

    @Test("targets are people, inside and outside numbers, dial strings and variables")
    func targets() throws {
        guard case .ring(let ring)? = try choice("1").verb else { throw Unexpected() }
        #expect(ring.targets == [.person("anna"), .outside("+48601000000"), .variable("keys")])
        #expect(ring.order == .together && ring.seconds == .seconds(15) && ring.rounds == 2 && !ring.skipBusy)
        #expect(ring.music == true && ring.whisper != nil)
        #expect(document.person("anna")?.targets == [.inside("201"), .outside("+48600100200")])
        #expect(document.person("carl")?.targets == [.dialString("Local/203@from-internal"), .inside("204")])
        guard case .ring(let general)? = document.operatorStep.verb else { throw Unexpected() }
        #expect(general.targets == [.person("anna"), .person("ben")])
        #expect(general.seconds == .seconds(20) && general.rounds == 1 && general.skipBusy && general.music == nil)
    }

    @Test("six digits are inside, seven outside, with or without spaces and dashes")
    func numbers() throws {
        let file = """
            { "attendant": 1, "name": "x", "operator": ["123456", "12 34-56", "1234567", "+48 22", "0-800-1234"], "start": "hangup" }
            """
        let loaded = MenuLoader.load(text: file, fileName: "menus/numbers.json", now: Fixture.now)
        guard case .ring(let ring)? = loaded.document?.operatorStep.verb else { throw Unexpected() }
        #expect(
            ring.targets == [
                .inside("123456"), .inside("123456"), .outside("1234567"), .outside("+4822"), .outside("08001234"),
            ])
        #expect(loaded.document?.fileName == "numbers")
    }

    @Test("the order of the file is kept")
    func order() throws {
        guard case .menu(let menu)? = document.start.verb else { throw Unexpected() }
        #expect(menu.choices.map(\.key.text) == ["1", "2", "3", "4", "5", "8", "9", "20-39", "4xx", "*"])
        #expect(document.people.map(\.id) == ["anna", "ben", "carl", "box"])
        #expect(document.schedules.map(\.name) == ["office", "night", "always"])
        #expect(document.callers.map(\.id) == ["vip", "pests"])
        #expect(document.callers[0].numbers.map(\.name) == ["Hotel", ""])
        #expect(document.variables.map(\.name) == ["emergency", "account", "invoice", "city"])
    }

    @Test("wrong and silent may be a number, a counter, a step or a name")
    func retries() throws {
        guard case .menu(let menu)? = document.start.verb, case .collect(let collect)? = try asking(0).verb else {
            throw Unexpected()
        }
        #expect(menu.wrong.times == 2 && menu.wrong.otherwise == nil)
        #expect(menu.silent.times == 3 && menu.silent.say != nil)
        guard case .go(.operator)? = menu.silent.otherwise?.verb else { throw Unexpected() }
        #expect(menu.silent.otherwise?.path == "start.silent.otherwise")
        // A step instead of a number leaves the count to "keys".
        #expect(collect.wrong.times == 4 && collect.silent.times == 3)
        guard case .ring? = collect.wrong.otherwise?.verb, case .go(.operator)? = collect.silent.otherwise?.verb else {
            throw Unexpected()
        }
    }

    @Test("an entry has the counts and checks of its kind")
    func collects() throws {
        guard case .collect(let order)? = try asking(0).verb, case .collect(let card)? = try asking(1).verb,
            case .collect(let which)? = try asking(2).verb, case .collect(let code)? = try asking(3).verb
        else { throw Unexpected() }
        #expect(order.digits == 5...6 && order.kind == .number && order.confirm && order.optional && order.askAlways)
        #expect(order.end == "*" && order.clear == nil && order.total == .seconds(30))
        guard case .range(min: 10000, max: 999_999)? = order.check else { throw Unexpected() }
        #expect(card.digits == 16...16 && card.sensitive && card.end == "#" && card.clear == "*")
        guard case .luhn? = card.check, case .values(["1", "2"])? = which.check,
            case .pattern("^[1-3]{4}$")? = code.check
        else { throw Unexpected() }
        #expect(which.digits == 1...20 && which.wait == .seconds(8) && which.between == .seconds(3))
    }

    @Test(
        "where no digits are written the kind gives them",
        arguments: [("text", 1...20), ("number", 1...20), ("phone", 3...15), ("date", 8...8), ("time", 4...4)])
    func digits(_ kind: String, _ digits: ClosedRange<Int>) throws {
        let file = """
            { "attendant": 1, "name": "x", "operator": "200", "start": { "collect": "a", "as": "\(kind)" } }
            """
        let loaded = MenuLoader.load(text: file, fileName: "a.json", release: .whole, now: Fixture.now)
        guard case .collect(let collect)? = loaded.document?.start.verb else { throw Unexpected() }
        #expect(collect.digits == digits)
        #expect(collect.confirm == (kind == "phone"))
    }

    @Test("a request keeps the order of its headers, its body and what is taken out of the reply")
    func requests() throws {
        guard case .request(let request)? = try asking(4).verb else { throw Unexpected() }
        #expect(request.method == "POST" && request.timeout == .seconds(3.5) && request.sensitive == ["order.secret"])
        #expect(request.url.variables == ["order", "called"])
        #expect(request.headers.map(\.name) == ["x-api-key", "note"])
        #expect(request.keep.map(\.source) == ["data[0].state", "secret"])
        guard case .object(let members)? = request.send, case .array(let list) = members[1].value else {
            throw Unexpected()
        }
        #expect(members.map(\.key) == ["card", "n"])
        guard case .literal("1") = list[0], case .literal("null") = list[1], case .string = list[3] else {
            throw Unexpected()
        }
    }

    @Test("conditions of one object must all hold, in the order of the file")
    func conditions() throws {
        guard case .all(let all)? = try asking(5).when, all.count == 8 else { throw Unexpected() }
        guard case .variable("order.state", .values(["late", "lost"])) = all[0], case .share(50) = all[1],
            case .language(["en", "pl"]) = all[2], case .caller(["vip"], ["+48 22*"]) = all[3],
            case .called(["+48 22 1234567"]) = all[4], case .notice("gas") = all[5],
            case .callsToday(let comparison) = all[6], case .all(let inner) = all[7]
        else { throw Unexpected() }
        #expect(comparison == .init(sign: ">=", number: 2))
        guard case .variable("order", .compares(let less)) = inner[0], case .open("office") = inner[1] else {
            throw Unexpected()
        }
        #expect(less == .init(sign: ">", number: 5))
        guard case .variable(_, .notValue("late"))? = try asking(6).when,
            case .callsToday(let bare)? = try asking(7).when, case .holiday? = try asking(8).when
        else { throw Unexpected() }
        #expect(bare == .init(sign: "=", number: 3))
    }

    @Test("mail goes to the people's addresses")
    func mail() throws {
        let list = try #require(document.callbackList("office"))
        #expect(list.email == ["anna@firm.example", "a@firm.example", "office@firm.example"])
        #expect(list.accept == ["PL", "+4420"] && list.within == .seconds(7200) && list.expires == .seconds(86400))
        guard case .callback(let callback)? = document.closed?.verb else { throw Unexpected() }
        #expect(callback.list == .person("anna"))
    }

    @Test("paths of steps lead to their places")
    func paths() throws {
        #expect(try choice("1").then?.path == "start.menu.1.then")
        guard case .sequence(let steps)? = try choice("4").verb else { throw Unexpected() }
        #expect(steps.map(\.path) == ["start.menu.4[0]", "start.menu.4[1]"])
        guard case .sequence(let inner)? = try asking(8).verb else { throw Unexpected() }
        #expect(inner.map(\.path) == ["steps.asking[8].do[0]"])
    }

    @Test("defaults are those of the format")
    func defaults() throws {
        let minimal = try #require(try Fixture(folder: "examples", name: "minimal").load(.first).document)
        #expect(minimal.keys == .standard && minimal.limits == .standard && minimal.lint == .standard)
        #expect(minimal.languages == ["en"] && minimal.answer && minimal.unanswered == nil && minimal.closed == nil)
        guard case .template(let show) = minimal.show else { throw Unexpected() }
        #expect(show == (try Template(parsing: "{label}: {caller.name}")))
    }
}
