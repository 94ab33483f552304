import Testing

@testable import Attendant

@Suite("The table of settings")
struct SettingTests {
    @Test("every setting has its name in three places, and a sentence")
    func names() {
        #expect(
            Setting.all.map(\.name) == [
                "listen", "menus", "data", "sounds", "inside", "outside", "mailcmd", "mail-from", "spool",
                "callbacks-at-once", "agi-address", "callerid", "webhook-secret-file", "country", "timezone",
                "allow", "agi-secret-file", "own-numbers", "env", "connections", "connections-per-peer",
                "peer-silence", "grace", "menu-tests", "cache", "callbacks-per-number", "callbacks-per-hour",
                "keep-days", "status-listen",
                "status-allow", "log",
            ])
        #expect(Setting.named("mail-from")?.variable == "ATTENDANT_MAIL_FROM")
        #expect(Setting.named("nothing") == nil)
        for setting in Setting.all {
            #expect(setting.help.hasSuffix("."))
            #expect(!setting.value.isEmpty)
            #expect(setting.variable == "ATTENDANT_" + setting.name.uppercased().replacing("-", with: "_"))
        }
    }

    @Test("the whole configuration is in the table: what is written comes back as it was", arguments: Setting.all)
    func roundTrip(setting: Setting) {
        let value = Sample.values[setting.name] ?? []
        var configuration = Configuration()
        #expect(setting.write(&configuration, value))
        #expect(setting.read(configuration) == value)
        #expect(configuration != Configuration())
        #expect(!setting.write(&configuration, []))
    }

    @Test(
        "a country or a zone that does not exist is no value",
        arguments: [("country", "UK"), ("country", "gb"), ("country", ""), ("timezone", "Mars/X"), ("timezone", "EST")])
    func noPlace(name: String, text: String) throws {
        var configuration = Configuration()
        let setting = try #require(Setting.named(name))
        #expect(!setting.write(&configuration, [text]))
        #expect(configuration == Configuration())
    }

    @Test("no setting writes another one's place")
    func apart() {
        var configuration = Configuration()
        for setting in Setting.all { #expect(setting.write(&configuration, Sample.values[setting.name] ?? [])) }
        for setting in Setting.all { #expect(setting.read(configuration) == Sample.values[setting.name]) }
    }
}

/// A value for every setting, none of them the default.
enum Sample {
    static let values: [String: [String]] = [
        "listen": ["192.0.2.1:4600", "[::1]:4601"], "menus": ["/m"], "data": ["/d"], "sounds": ["/s"],
        "inside": ["Local/{number}@from-internal"], "outside": ["PJSIP/{number}@trunk"], "mailcmd": ["/bin/mail"],
        "mail-from": ["ivr@miller.example"], "spool": ["/spool/outgoing"], "callbacks-at-once": ["3"],
        "agi-address": ["192.0.2.1:4573"], "callerid": ["+442079460001"], "webhook-secret-file": ["/secret"],
        "country": ["PL"], "timezone": ["Europe/Warsaw"],
        "allow": ["10.0.0.0/8", "192.0.2.7"], "agi-secret-file": ["/etc/attendant/secrets"],
        "own-numbers": ["+44 20 7946 0000"], "env": ["TOKEN", "KEY"],
        "connections": ["17"],
        "connections-per-peer": ["5"], "peer-silence": ["45"], "grace": ["0"], "menu-tests": ["warn"], "cache": ["64"],
        "status-listen": ["127.0.0.1:4600"], "status-allow": ["192.0.2.0/24"],
        "log": ["debug"],
        "callbacks-per-number": ["6"], "callbacks-per-hour": ["70"], "keep-days": ["30"],
    ]
}
