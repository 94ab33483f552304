import Foundation
import MenuFile
import Testing

@testable import Import

@Suite("FreeSWITCH's menus")
struct FreeSwitchImportTests {
    private static let source = """
        <include>
          <menu name="harbour_main" greet-long="say:Harbour {Books}. Press 1 &amp; wait." timeout="8000" max-failures="3">
            <entry action="menu-exec-app" digits="1" param="transfer 301 XML office"/>
            <entry action="menu-exec-app" digits="2" param="bridge user/302@$${domain}"/>
            <entry action="menu-sub" digits="3" param="harbour_more"/>
            <entry action="menu-exec-app" digits="/^(31[0-4][0-9])$/" param="transfer $1 XML office"/>
            <entry action="menu-exec-api" digits="5" param="reloadxml"/>
            <entry action="menu-top" digits="9"/>
          </menu>
          <menu name="harbour_more" greet-long="more.wav">
            <entry action="menu-play-sound" digits="1" param="say:We open at nine."/>
            <entry action="menu-back" digits="*"/>
            <entry action="menu-exit" digits="7"/>
          </menu>
        </include>
        """

    @Test("become a menu that loads, with what could not be carried over")
    func whole() throws {
        let menu = try ImportedMenu(freeSwitch: Data(Self.source.utf8))
        let document = try #require(MenuLoader.load(text: menu.text, fileName: "i.json", release: .current).document)
        guard case .menu(let start) = document.start.verb else { return #expect(Bool(false), "no menu") }
        #expect(start.choices.map(\.key.text) == ["1", "2", "3", "3100-3149", "5", "9"])
        #expect(start.wait == .seconds(8))
        guard case .ring(let ring) = start.choices[0].step.verb else { return #expect(Bool(false), "no ring") }
        #expect(ring.targets == [.inside("301")])
        guard case .ring(let bridged) = start.choices[1].step.verb else { return #expect(Bool(false), "no bridge") }
        #expect(bridged.targets == [.inside("302")])
        #expect(document.steps["harbour-more"] != nil)
        #expect(menu.remarks.contains { $0.contains("menu-exec-api reloadxml") })
        #expect(menu.text.contains("Harbour {{Books}}. Press 1 & wait."))
        #expect(menu.text.contains("\"note\""))
    }

    @Test("begin with the one that is asked for")
    func start() throws {
        let menu = try ImportedMenu(freeSwitch: Data(Self.source.utf8), start: "harbour_more")
        #expect(menu.text.contains("\"name\": \"harbour more\""))
        #expect(throws: ImportError.self) { try ImportedMenu(freeSwitch: Data(Self.source.utf8), start: "nobody") }
    }

    @Test(
        "hostile or broken XML is one line",
        arguments: [
            "", "<menu", "<include/>", "\u{0}\u{1}\u{2}", "not xml at all",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><menu name=\"&b;\"/>",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><menu name=\"&a;\"/>",
            String(FreeSwitchImportTests.source.prefix(300)),
        ])
    func hostile(_ text: String) throws {
        let error = #expect(throws: ImportError.self) { try ImportedMenu(freeSwitch: Data(text.utf8)) }
        #expect(try !#require(error).description.contains("\n"))
    }

    @Test("names and values that are no UTF-8 are refused, and end nothing")
    func latin() throws {
        for text in ["<menu name=\"a\"><en\u{F2}try/></menu>", "<menu n\u{E4}me=\"a\"/>", "<menu name=\"\u{E4}\"/>"] {
            let data = try #require(text.data(using: .isoLatin1))
            let error = #expect(throws: ImportError.self) { try ImportedMenu(freeSwitch: data) }
            #expect(try #require(error).description.contains("UTF-8"))
        }
    }

    @Test("a file that is too large is refused")
    func large() {
        #expect(throws: ImportError.tooLarge(limit: FreeSwitchMenus.mostBytes)) {
            try ImportedMenu(freeSwitch: Data(count: FreeSwitchMenus.mostBytes + 1))
        }
    }

    @Test("regular expressions of digits become ranges and patterns, others nothing")
    func patterns() {
        #expect(DialPattern("/^(10[01][0-9])$/")?.text == "1000-1019")
        #expect(DialPattern(#"/^(2\d{2})$/"#)?.text == "2xx")
        #expect(DialPattern("/^[3-5]$/")?.text == "3-5")
        #expect(DialPattern("/^123$/")?.text == "123")
        for text in ["/.*/", "/^1[13]0$/", "/^(a+)+$/", #"/^\d+$/"#, "/^[0-9]{99}$/", "/[5/", "//"] {
            #expect(DialPattern(text) == nil, "\(text)")
        }
    }
}

@Suite("FreePBX' tables")
struct FreePBXImportTests {
    /// A dump, cut off in its last row; the fuzzer begins with it, too.
    private let source: String

    init() throws {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let seed = tests.deletingLastPathComponent().appending(path: ".ci/fuzzing/corpus/freepbx/dump.sql")
        source = try String(contentsOf: seed, encoding: .utf8)
    }

    private func document(_ menu: ImportedMenu) throws -> MenuDocument {
        try #require(MenuLoader.load(text: menu.text, fileName: "i.json", release: .current).document)
    }

    @Test("become a menu that loads: groups, queues, hours, mailboxes, announcements, and the rest in the dialplan")
    func whole() throws {
        let menu = try ImportedMenu(freePBX: Data(source.utf8))
        let document = try document(menu)
        #expect(menu.text.contains(#"O'Neill's; \"Garage\""#))
        guard case .menu(let main) = document.steps["main"]?.verb else { return #expect(Bool(false), "no main") }
        #expect(main.choices.map(\.key.text) == ["1", "2", "3", "4"])
        #expect(main.wrong.times == 3 && main.silent.times == 2 && main.wait == .seconds(10))
        guard case .dialplan(let place) = main.choices[3].step.verb else { return #expect(Bool(false), "no dialplan") }
        #expect(place.context == "ext-meetme" && place.exten == "800")
        guard case .ring(let group) = document.steps["workshop"]?.verb else { return #expect(Bool(false), "no group") }
        #expect(group.targets == [.inside("201"), .inside("202"), .outside("5550100")])
        #expect(group.order == .together && group.seconds == .seconds(15))
        guard case .queue(let queue) = document.steps["counter"]?.verb else { return #expect(Bool(false), "no queue") }
        #expect(queue.queue == "700" && queue.max == .seconds(120))
        let schedule = try #require(document.schedules.first)
        #expect(schedule.rules.map { "\($0.spans)" } == ["9:00-17:00", "10:00-12:00"])
        #expect(document.timeZone == "Europe/Dublin")
        #expect(menu.remarks.contains { $0.contains("*|*|25|dec") })
        #expect(menu.remarks.contains { $0.contains("ext-meetme,800,1 stays in the dialplan") })
        #expect(menu.remarks.contains { $0.contains("the selection 05") })
    }

    @Test("begin with the IVR of that name or number, or say which there are")
    func start() throws {
        #expect(try document(ImportedMenu(freePBX: Data(source.utf8), start: "Parts")).steps["parts"] != nil)
        #expect(try document(ImportedMenu(freePBX: Data(source.utf8), start: "2")).steps["parts"] != nil)
        let error = #expect(throws: ImportError.self) {
            try ImportedMenu(freePBX: Data(source.utf8), start: "None")
        }
        #expect(try #require(error).description == "there is no such IVR; it has Main, Parts")
    }

    @Test("a dump that ends anywhere is a menu or one line, never a crash")
    func cut() {
        let bytes = Array(source.utf8)
        for length in stride(from: 0, to: bytes.count, by: 37) {
            do throws(ImportError) {
                _ = try ImportedMenu(freePBX: Data(bytes[..<length]))
            } catch {
                #expect(!error.description.contains("\n"))
            }
        }
    }

    @Test(
        "what is no dump is one line",
        arguments: [
            "", "hello", "PK\u{3}\u{4}\u{0}\u{0}", "INSERT INTO ivr_details VALUES (1", "'", "/*", "INSERT INTO `",
            "((((((",
        ])
    func hostile(_ text: String) {
        #expect(throws: ImportError.self) { try ImportedMenu(freePBX: Data(text.utf8)) }
    }
}
