import Foundation
import Testing

@testable import Attendant

@Suite("Settings that cannot be taken")
struct ConfigurationErrorTests {
    private func refusal(_ take: (inout ConfigurationReader) throws(StartError) -> Void) -> String? {
        var reader = ConfigurationReader()
        do throws(StartError) {
            try take(&reader)
            return nil
        } catch {
            #expect(reader.origins.isEmpty)
            return "\(error)"
        }
    }

    private func refusal(file text: String) throws -> (said: String?, path: String) {
        let folder = try TemporaryFolder()
        let path = try folder.write(text, "attendant.json")
        let said = refusal { reader throws(StartError) in try reader.take(file: path) }
        return (said, path)
    }

    @Test(
        "numbers outside their range, and what is no number",
        arguments: [
            ("grace", "-1", "0 to 3600"), ("grace", "3601", "0 to 3600"), ("grace", "soon", "0 to 3600"),
            ("connections", "0", "1 to 1000000"), ("connections-per-peer", "1000001", "1 to 1000000"),
            ("cache", "1.5", "1 to 1000000"), ("cache", "", "1 to 1000000"),
        ])
    func numbers(name: String, value: String, range: String) throws {
        let said = try #require(refusal { reader throws(StartError) in try reader.take(flag: name, [value]) })
        #expect(said.hasPrefix("--\(name): \"\(value)\" is no value of \(name); expected N: "))
        #expect(said.hasSuffix(" \(range)."))
    }

    @Test("the whole sentence, with the variable's name")
    func sentence() {
        #expect(
            refusal { reader throws(StartError) in try reader.take(environment: ["ATTENDANT_GRACE": "x"]) }
                == "ATTENDANT_GRACE: \"x\" is no value of grace; expected N: Seconds that calls may go on after a stop. "
                + "0 to 3600.")
        #expect(
            refusal { reader throws(StartError) in try reader.take(environment: ["ATTENDANT_LISTEN": ""]) }
                == "ATTENDANT_LISTEN: \"\" is no value of listen; expected HOST:PORT: Where to listen; port 0 lets the "
                + "kernel choose.")
    }

    @Test("a file that is not there")
    func missing() {
        #expect(
            refusal { reader throws(StartError) in try reader.take(file: "/nowhere.json") }
                == "/nowhere.json: cannot be read; expected a JSON object of settings")
    }

    @Test("a file that is no object", arguments: ["", "[]", "{", "\"menus\"", "null"])
    func noObject(text: String) throws {
        let (said, path) = try refusal(file: text)
        #expect(
            said == "\(path): is no JSON object of settings, such as {\"listen\": \"127.0.0.1:4573\"}")
    }

    @Test("a key that is no setting is told with all that are")
    func unknownKey() throws {
        let (said, path) = try refusal(file: #"{ "menu": "/m" }"#)
        let names = Setting.all.map(\.name).joined(separator: ", ")
        #expect(said == "\(path): \"menu\" is no setting; there are \(names)")
    }

    @Test(
        "values of another kind",
        arguments: [
            #"{ "grace": true }"#, #"{ "grace": null }"#, #"{ "grace": {} }"#, #"{ "grace": 1.5 }"#,
            #"{ "listen": {} }"#, #"{ "listen": [] }"#, #"{ "menus": null }"#, #"{ "menus": true }"#,
        ])
    func wrongKind(text: String) throws {
        let (said, path) = try refusal(file: text)
        #expect(said?.hasPrefix("\(path): ") == true)
    }

    @Test("a file longer than any settings, of which no more is read")
    func long() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("{ }", "c.json")
        let file = try FileHandle(forUpdating: URL(filePath: path))
        try file.truncate(atOffset: 100 << 20)
        try file.close()
        var reader = ConfigurationReader()
        let error = #expect(throws: StartError.self) { try reader.take(file: path) }
        #expect(error?.description == "\(path): larger than 1 MB; no settings are that long")
    }
}
