import Foundation
import Testing

@testable import Attendant

@Suite("Settings from a file, the environment and flags")
struct ConfigurationReaderTests {
    private func file(_ text: String) throws -> (TemporaryFolder, String) {
        let folder = try TemporaryFolder()
        return (folder, try folder.write(text, "attendant.json"))
    }

    @Test("each setting by its flag", arguments: Setting.all)
    func flag(setting: Setting) throws {
        var reader = ConfigurationReader()
        let value = Sample.values[setting.name] ?? []
        try reader.take(flag: setting.name, value)
        #expect(setting.read(reader.configuration) == value)
        #expect(reader.origins == [setting.name: "--\(setting.name)"])
    }

    @Test("each setting by its variable", arguments: Setting.all)
    func variable(setting: Setting) throws {
        var reader = ConfigurationReader()
        let value = Sample.values[setting.name] ?? []
        try reader.take(environment: [setting.variable: value.joined(separator: " , "), "ATTENDANT_OTHER": "x"])
        #expect(setting.read(reader.configuration) == value)
        #expect(reader.origins == [setting.name: setting.variable])
    }

    @Test("each setting by the file", arguments: Setting.all)
    func file(setting: Setting) throws {
        let value = Sample.values[setting.name] ?? []
        let json = setting.isList ? "[\(value.map { "\"\($0)\"" }.joined(separator: ", "))]" : "\"\(value[0])\""
        let (folder, path) = try file("{ \"\(setting.name)\": \(json) }")
        var reader = ConfigurationReader()
        try reader.take(file: path)
        #expect(setting.read(reader.configuration) == value)
        #expect(reader.origins == [setting.name: path])
        withExtendedLifetime(folder) {}
    }

    @Test("numbers may stand bare in the file, and a list of one as a text")
    func bare() throws {
        let (folder, path) = try file(#"{ "grace": 5, "listen": "*:4573" }"#)
        var reader = ConfigurationReader()
        try reader.take(file: path)
        #expect(reader.configuration.grace == 5)
        #expect(reader.configuration.listen == ["*:4573"])
        withExtendedLifetime(folder) {}
    }

    @Test("a flag stands over a variable, a variable over the file, the file over the default")
    func precedence() throws {
        let (folder, path) = try file(#"{ "menus": "/file", "data": "/file", "sounds": "/file" }"#)
        var reader = ConfigurationReader()
        try reader.take(file: path)
        try reader.take(environment: ["ATTENDANT_MENUS": "/variable", "ATTENDANT_DATA": "/variable"])
        try reader.take(flag: "menus", ["/flag"])
        try reader.take(flag: "data", [])
        let configuration = reader.configuration
        #expect([configuration.menus, configuration.data, configuration.sounds] == ["/flag", "/variable", "/file"])
        #expect(configuration.country == Configuration().country)
        #expect(reader.origins == ["menus": "--menus", "data": "ATTENDANT_DATA", "sounds": path])
        withExtendedLifetime(folder) {}
    }

    @Test("a list is taken over whole, not added to")
    func lists() throws {
        var reader = ConfigurationReader()
        try reader.take(environment: ["ATTENDANT_ALLOW": "10.0.0.0/8,192.0.2.0/24"])
        try reader.take(flag: "allow", ["::1"])
        #expect(reader.configuration.allow == ["::1"])
    }

    @Test("--print-config: every setting in force, and where it came from")
    func lines() throws {
        var reader = ConfigurationReader()
        try reader.take(environment: ["ATTENDANT_COUNTRY": "PL"])
        try reader.take(flag: "listen", ["127.0.0.1:1", "[::1]:2"])
        #expect(
            reader.lines == [
                "listen = 127.0.0.1:1, [::1]:2 (--listen)", "menus = /etc/attendant/menus (default)",
                "data = /var/lib/attendant (default)", "sounds = /var/cache/attendant/sounds (default)",
                "inside = PJSIP/{number} (default)", "outside = PJSIP/{number} (default)",
                "mailcmd = /usr/sbin/sendmail -t (default)", "mail-from =  (default)",
                "spool =  (default)", "callbacks-at-once = 1 (default)", "agi-address =  (default)",
                "callerid =  (default)", "webhook-secret-file =  (default)",
                "country = PL (ATTENDANT_COUNTRY)", "timezone =  (default)",
                "allow = 127.0.0.0/8, ::1/128 (default)", "agi-secret-file =  (default)", "own-numbers =  (default)",
                "env =  (default)",
                "connections = 20000 (default)",
                "connections-per-peer = 10000 (default)", "peer-silence = 120 (default)", "grace = 30 (default)",
                "menu-tests = required (default)",
                "cache = 2048 (default)",
                "callbacks-per-number = 20 (default)", "callbacks-per-hour = 10000 (default)",
                "keep-days = 400 (default)", "status-listen =  (default)",
                "status-allow = 127.0.0.0/8, ::1/128 (default)", "log = info (default)",
            ])
    }
}
