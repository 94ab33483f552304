import Foundation

/// From the start of the program to the line that it listens: 200 menus of 20 prompts each, all in the cache.
enum StartFigures {
    private static let (menus, choices) = (200, 9)

    static func run() throws {
        let texts = (0..<menus).map { ("menu\($0).json", text($0)) }
        let house = try BenchHouse(menus: Dictionary(uniqueKeysWithValues: texts))
        defer { house.remove() }
        let clock = ContinuousClock()
        var times: [Double] = []
        for _ in 0..<6 {
            var server: Child?
            times.append(try clock.measure { server = try house.serve() }.seconds)
            guard let server else { return print("start: no built server; left out") }
            server.stop()
        }
        let sounds = try FileManager.default.contentsOfDirectory(atPath: house.folder + "/sounds").count / 2
        print(
            String(
                format: "start to serving, %d menus, %d sounds: made in %.1f s; from the cache median %.2f s", menus,
                sounds, times[0], times.dropFirst().sorted()[2]))
    }

    private static func text(_ number: Int) -> String {
        let keys = (1...choices).map { key in
            "\"\(key)\": { \"for\": \"department \(number) \(key)\", \"ring\": \"\(200 + key)\" }"
        }
        let steps = (1...6).map { "\"step\($0)\": { \"say\": \"Part \($0) of firm \(number).\", \"go\": \"hangup\" }" }
        return """
            { "attendant": 1, "name": "Firm \(number)", "operator": "200",
              "start": { "say": "Firm number \(number), good day.", "menu": { \(keys.joined(separator: ",\n")) } },
              "steps": { \(steps.joined(separator: ",\n")) } }
            """
    }
}
