import MenuFile
import Testing

@Suite("A pattern of requests")
struct RequestPatternTests {
    @Test(
        "takes anything for a star, from the first character to the last",
        arguments: [
            ("GET *", "https://a.example/x", true), ("GET */visits/*", "https://a.example/visits/7", true),
            ("GET */visits/*", "https://a.example/visits", false), ("GET */7", "https://a.example/77/7", true),
            ("GET */7", "https://a.example/7/8", false), ("GET *a*b*", "xxaxxb", true), ("GET *a*b", "abab", true),
            ("GET *aab", "aaab", true), ("GET https://a.example/", "https://a.example/", true),
            ("GET https://a.example/", "https://a.example/x", false), ("POST *", "https://a.example", false),
            ("GET *?q=*&r=1", "https://a.example?q=&r=1", true), ("GET **", "x", true),
        ])
    func matches(pattern: String, url: String, expected: Bool) throws {
        #expect(try #require(RequestPattern(pattern)).matches(method: "GET", url: url) == expected)
    }

    @Test(
        "is a known method and a URL", arguments: ["", "GET", "GET ", "get *", "*/x", "GET  *", "FETCH *", "GET a b"])
    func refused(text: String) {
        #expect(RequestPattern(text) == nil)
    }

    @Test("that is long and a URL that is long take no time")
    func hostile() throws {
        let pattern = try #require(RequestPattern("GET " + String(repeating: "*a", count: 200) + "b"))
        #expect(!pattern.matches(method: "GET", url: String(repeating: "a", count: 2_000)))
    }
}
