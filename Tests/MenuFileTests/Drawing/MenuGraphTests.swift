import Testing

@testable import MenuFile

@Suite("A menu as a graph")
struct MenuGraphTests {
    private func graph(_ text: String) throws -> MenuGraph {
        let (document, findings) = MenuLoader.load(
            text: text, fileName: "drawn.json", release: .current, now: Fixture.now)
        return try #require(document, "\(findings)").graph
    }

    private func box(_ graph: MenuGraph, _ words: String) throws -> MenuGraph.Node {
        try #require(
            graph.nodes.first { node in node.lines.contains { $0.text.contains(words) } }, "no box says \(words)")
    }

    @Test("each choice is an arrow with its key and words, in the order of the file")
    func choices() throws {
        let graph = try graph(
            """
            {"attendant":1,"name":"A","operator":"200","start":{"say":"Hello.","menu":{
              "2":{"for":"bills","ring":"202"},"1":{"to":"leave a message","voicemail":"a@b.example"},
              "3":{"for":"news","go":"again"}}}}
            """)
        let menu = try box(graph, "Hello.")
        let arrows = graph.edges.filter { $0.from == menu.id }
        #expect(arrows.map(\.key) == ["2", "1", "3"])
        #expect(arrows.map(\.words) == ["bills", "to leave a message", "news"])
        #expect(try box(graph, "Ring 202").id == arrows[0].to)
        #expect(try box(graph, "the same menu again").kind == .reference)
    }

    @Test("a named step is drawn once, whoever leads there, and one that nothing leads to is dashed")
    func named() throws {
        let graph = try graph(
            """
            {"attendant":1,"name":"A","operator":"200","start":{"menu":{"1":{"for":"x","go":"both"},"2":{"for":"y","go":"both"}}},
             "steps":{"both":[{"ring":"201"},{"ring":"202"}],"lost":{"ring":"203"}}}
            """)
        let both = try box(graph, "Ring 201")
        #expect(graph.edges.filter { $0.to == both.id }.map(\.key) == ["1", "2"])
        #expect(graph.edges.contains { $0.from == both.id && $0.words == "nobody answers" })
        #expect(both.isReached)
        #expect(try !box(graph, "Ring 203").isReached)
        #expect(graph.dot().contains("dashed"))
    }

    @Test("an entry that may be left out leads to the operator only when it is wrong", arguments: [true, false])
    func optional(_ isOptional: Bool) throws {
        let graph = try graph(
            """
            {"attendant":1,"name":"A","operator":"200",
             "start":[{"say":"Number?","collect":"n","optional":\(isOptional)},{"ring":"201"}]}
            """)
        let words = isOptional ? "wrong entries: the operator" : "no entry: the operator"
        #expect(try box(graph, "Number?").lines.contains { $0.text == words })
    }

    @Test("hours, callers, notices, languages, operator and nobody are seen")
    func surroundings() throws {
        let graph = try graph(
            """
            {"attendant":1,"name":"A","operator":{"when":"open","ring":"200"},"timezone":"Europe/London",
             "language":["en","pl"],
             "hours":{"mon-fri":"8:00-17:00","12-24":"8-12","easter+1":"closed","2099-08-03..2099-08-07":"closed"},
             "holidays":{"12-25":"Christmas"},
             "callers":{"vip":{"go":"hot","numbers":{"+44 20 7946 0001":"Hotel"}},"pests":{"go":"hangup","numbers":["+44 7700 900666"]}},
             "notices":{"gas":{"on":true,"say":"Gas is off."}},
             "start":{"ring":"201"},"closed":{"callback":"a@b.example"},"steps":{"hot":{"ring":"205"}}}
            """)
        let hours = try box(graph, "Hours: office")
        #expect(
            hours.lines.map(\.text) == [
                "Hours: office", "Mon–Fri: 8:00-17:00", "24 Dec: 8:00-12:00", "Easter +1 days: closed",
                "3–7 Aug 2099: closed", "1 holiday: closed",
            ])
        #expect(graph.edges.filter { $0.from == hours.id }.map(\.words) == ["open", "closed"])
        let entry = try #require(graph.nodes.first).lines.map(\.text)
        #expect(entry.contains("Languages: en, pl"))
        #expect(entry.contains("Notice gas (on):"))
        #expect(entry.contains("“Gas is off.”"))
        #expect(entry.contains("Not answered: pests (+44 7700 900666)"))
        #expect(graph.edges.contains { $0.words == "vip: Hotel" })
        let ring = try box(graph, "If office is open:")
        #expect(ring.lines.contains { $0.text == "nobody answers: see “Nobody answers”" })
        #expect(try box(graph, "Nobody can take your call").lines.first?.text == "Call back: a@b.example")
    }

    @Test(
        "every arrow begins and ends at a box, for every fixture that loads",
        arguments: Fixture.all(in: "examples") + Fixture.all(in: "warned"))
    func closed(_ fixture: Fixture) throws {
        guard let graph = try fixture.load(.current).document?.graph else { return }
        let boxes = Set(graph.nodes.map(\.id))
        #expect(boxes.count == graph.nodes.count)
        for edge in graph.edges { #expect(boxes.contains(edge.from) && boxes.contains(edge.to)) }
    }
}

@Suite("Hostile text in pictures")
struct DrawingEncoderTests {
    @Test("Graphviz' strings keep quotes and backslashes inside")
    func dot() {
        #expect(DotText.quoted(#"a"b\c"#) == #""a\"b\\c""#)
        #expect(DotText.quoted("a\n\u{0}b\u{202E}c") == "\"a  b c\"")
    }

    @Test("XML's special characters become entities, what XML forbids goes")
    func xml() {
        #expect(XMLText.encoded(#"<b a="1">&'"#) == "&lt;b a=&quot;1&quot;&gt;&amp;&#39;")
        #expect(XMLText.encoded("a\u{1}\u{FFFE}b") == "a b")
    }

    @Test("Mermaid gets no quote, bracket, entity or Markdown from us")
    func mermaid() {
        #expect(MermaidText.encoded(#"a"]#<b>`*;&"#) == "a#34;#93;#35;#60;b#62;#96;#42;#59;#38;")
        #expect(MermaidText.encoded("Zażółć, 5 €!") == "Zażółć, 5 €!")
    }

    @Test("a menu full of marks stays one graph in each format")
    func whole() throws {
        let text = #"""
            {"attendant":1,"name":"</title><script>x</script>\"];","operator":"200",
             "start":{"say":"<IMG SRC=\"/etc/passwd\"> --> ]","menu":{"1":{"for":"a|b\" & <i>","ring":"201"}}}}
            """#
        let document = try #require(MenuLoader.load(text: text, fileName: "bad.json", now: Fixture.now).document)
        #expect(!document.graph.dot().contains("<IMG"))
        #expect(document.graph.dot().contains("digraph \"</title><script>x</script>\\\"];\" {"))
        let mermaid = document.graph.mermaid
        #expect(!mermaid.contains("<IMG") && !mermaid.contains("<script"))
        #expect(mermaid.split(separator: "\n").allSatisfy { $0.filter { $0 == "\"" }.count.isMultiple(of: 2) })
        let page = try #require(SVGPage("<svg viewBox=\"0.00 0.00 10.00 10.00\"><g/></svg>", on: .portrait))
        #expect(page.text(title: document.graph.title).contains("&lt;/title&gt;"))
    }

    @Test("a page makes a drawing smaller, never larger, and takes no drawing that is none")
    func page() throws {
        let wide = "<svg width=\"1683pt\" height=\"10pt\" viewBox=\"0.00 0.00 1615.80 10.00\"><g/></svg>"
        #expect(abs(try #require(SVGPage(wide, on: .landscape)).scale - 0.5) < 0.01)
        #expect(try #require(SVGPage("<svg viewBox=\"0 0 5 5\"></svg>", on: .portrait)).scale == 1)
        #expect(SVGPage("<svg></svg>", on: .portrait) == nil)
        #expect(SVGPage("", on: .portrait) == nil)
    }

    @Test("long words and long texts are broken and cut")
    func wrapping() {
        #expect(MenuGraph.wrapped("one two three", 5, 7) == ["one two", "three"])
        #expect(MenuGraph.wrapped(String(repeating: "x", count: 12), 5, 5) == ["xxxxx", "xxxxx", "xx"])
        #expect(MenuGraph.wrapped("aaaa bbbb cccc dddd", 2, 4) == ["aaaa", "bbb…"])
        #expect(MenuGraph.wrapped(String(repeating: "y", count: 100_000), 3, 10).count == 3)
    }
}
