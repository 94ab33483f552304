import Foundation
import Logging
import MenuFile
import Reception
import Sockets

/// A server of our own for one call: a menu, a port that the kernel chose, records in a folder that is removed again.
struct TestHouse: Sendable {
    let menu: String
    /// The numbers of each person, for `--people`.
    let people: [String: [String]]
    private let folder: String
    private let server: AttendantServer

    init(file: String, _ configuration: Configuration, at: String?) async throws(StartError) {
        if at != nil {
            throw .setting("--at: the clock cannot be set for a call that is typed live; add --keys \"…\"")
        }
        let version = try MenuFolder.servable(file)
        menu = version.document.fileName
        people = version.document.numbersOfPeople
        folder = NSTemporaryDirectory() + "attendant-call-\(UUID().uuidString)"
        var own = configuration
        own.listen = ["127.0.0.1:0"]
        own.menus = folder + "/menus"
        own.data = folder
        own.sounds = folder + "/sounds"
        do {
            try FileManager.default.createDirectory(atPath: own.menus, withIntermediateDirectories: true)
            try FileManager.default.copyItem(atPath: file, toPath: own.menus + "/\(menu).json")
        } catch {
            throw .menus("\(file): cannot be copied into \(folder): \(error.localizedDescription)")
        }
        server = try await AttendantServer(own, logger: Log.silent)
    }

    /// Serves while `body` calls, then stops.
    func serving(_ body: (Endpoint) async throws -> TestCallReport) async throws -> TestCallReport {
        guard let address = server.addresses.first else { throw StartError.listen("no address to listen on") }
        let endpoint = try Endpoint(address)
        let server = server
        async let served: Void = server.run()
        do {
            let report = try await body(endpoint)
            server.stop()
            try await served
            return report
        } catch {
            server.stop()
            try await served
            throw error
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

extension MenuDocument {
    /// The numbers and dial strings of each person.
    var numbersOfPeople: [String: [String]] {
        Dictionary(
            people.map { person in
                let names = person.targets.compactMap { target -> String? in
                    switch target {
                    case .inside(let number), .outside(let number), .dialString(let number): number
                    case .person, .variable: nil
                    }
                }
                return (person.id, names)
            }, uniquingKeysWith: { $1 })
    }
}

extension MenuFolder {
    /// Loads a file that must be servable.
    ///
    /// - Throws: `StartError.menus` with its errors, or that it cannot be read.
    static func servable(_ file: String) throws(StartError) -> MenuVersion {
        let (version, findings) = try load(file)
        guard let version else {
            throw .menus(findings.filter { $0.severity == .error }.map(\.description).joined(separator: "\n"))
        }
        return version
    }
}
