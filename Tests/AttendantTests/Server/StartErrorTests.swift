import FakeAsterisk
import Foundation
import MenuFile
import Testing

@testable import Attendant

@Suite("Why a server cannot start, in one line")
struct StartErrorTests {
    private func refusal(
        _ menus: [String: String] = ["reception": Menus.reception], change: (inout Configuration) throws -> Void
    ) async throws -> StartError? {
        let folder = try TemporaryFolder()
        for (name, text) in menus { try folder.write(text, "menus/\(name).json") }
        var configuration = Configuration()
        configuration.listen = ["127.0.0.1:0"]
        configuration.menus = folder.path + "/menus"
        configuration.data = folder.path + "/data"
        configuration.sounds = SharedSounds.folder
        try change(&configuration)
        let settings = configuration
        return await StartGate.shared.pass {
            do throws(StartError) {
                _ = try await AttendantServer(settings, logger: SeenLog().logger)
                return nil
            } catch {
                return error
            }
        }
    }

    @Test("a port that is taken; the files of the other server are not touched")
    func portTaken() async throws {
        try await House.open { house in
            var data = ""
            let error = try await refusal {
                $0.listen = ["127.0.0.1:\(house.port)"]
                data = $0.data
            }
            #expect(error == .listen("127.0.0.1:\(house.port): address already in use"))
            #expect(!FileManager.default.fileExists(atPath: data))
        }
    }

    @Test("an address that is none, and a network that is none")
    func addresses() async throws {
        #expect(
            try await refusal { $0.listen = ["4573"] } == .listen("\"4573\" is not HOST:PORT: there is no port"))
        #expect(
            try await refusal { $0.allow = ["10.0.0.1/8"] }
                == .setting(
                    "allow: \"10.0.0.1/8\" is not a network: bits behind the length are set; did you mean 10.0.0.0/8?"))
    }

    @Test("no menus folder, an empty one, and one in which no file can be served")
    func menus() async throws {
        #expect(
            try await refusal { $0.menus = "/nowhere" }
                == .menus("/nowhere: the menus folder cannot be read; expected a folder of .json files"))
        var path = ""
        let empty = try await refusal([:]) {
            path = $0.menus
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        #expect(empty == .menus("\(path): there is no menu file; expected NAME.json for agi://host/NAME"))
        let broken = try await refusal(["bad": "{"]) { path = $0.menus }
        let lines = "\(try #require(broken))".split(separator: "\n")
        #expect(lines.first?.hasPrefix("bad.json:1:") == true)
        #expect(lines.last == "\(path): no menu file can be served")
    }

    @Test("a folder that cannot be made, and a file that is no database of ours")
    func files() async throws {
        let error = try await refusal { $0.data = "/proc/attendant" }
        #expect("\(try #require(error))".hasPrefix("/proc/attendant: the folder cannot be made: "))
        let foreign = try await refusal {
            try FileManager.default.createDirectory(atPath: $0.data, withIntermediateDirectories: true)
            try Data("no database at all, but long enough to be read as one".utf8)
                .write(to: URL(filePath: $0.data + "/attendant.sqlite"))
        }
        guard case .records(let text) = foreign else {
            Issue.record("\(String(describing: foreign))")
            return
        }
        #expect(text.contains("attendant.sqlite"))
        #expect(!text.contains("\n"))
    }

    @Test("a bad file among good ones is left out and reported, the others answer")
    func oneBad() async throws {
        try await House.open(["reception": Menus.reception, "bad": "{ \"attendant\": 1 }"]) { house in
            #expect(house.server.report.menus.map(\.name) == ["reception"])
            #expect(house.server.report.findings.contains { $0.file == "bad.json" && $0.severity == .error })
            let report = try await house.call("0")
            #expect(report.variables["ATTENDANT_STATUS"] == "talked")
        }
    }
}
