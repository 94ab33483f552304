@testable import FastAGI
import Testing

@Suite("NetworkScript")
struct NetworkScriptTests {
    private func script(_ text: String) -> NetworkScript { NetworkScript(Array(text.utf8)[...]) }

    @Test(
        "splits path and query",
        arguments: [
            ("main", "main", []),
            ("/shop/menu", "shop/menu", []),
            ("main?", "main", []),
            ("main?step=sales", "main", [("step", "sales")]),
            ("main?a=1&a=2&b", "main", [("a", "1"), ("a", "2"), ("b", "")]),
            ("main?a=b=c?d&&e=", "main", [("a", "b=c?d"), ("e", "")]),
            ("?x=1", "", [("x", "1")]),
            ("m%C3%BCnz?who=J%c3%b6rg+B%20C", "münz", [("who", "Jörg+B C")]),
            ("a%2Fb%", "a/b%", []),
            ("a%zz%4", "a%zz%4", []),
            ("a?x=%E4", "a", [("x", "ä")]),
        ] as [(String, String, [(String, String)])])
    func splits(text: String, path: String, items: [(String, String)]) {
        let script = script(text)
        #expect(script.path == path)
        #expect(script.queryItems == items.map { NetworkScript.QueryItem(name: $0.0, value: $0.1) })
    }

    @Test("finds the first value of a name")
    func query() {
        #expect(script("m?a=1&a=2").query("a") == "1")
        #expect(script("m?a=1").query("b") == nil)
    }
}
