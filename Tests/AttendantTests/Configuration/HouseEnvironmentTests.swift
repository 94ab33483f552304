import Reception
import Testing

@testable import Attendant

@Suite("What menus may read of the environment")
struct HouseEnvironmentTests {
    private func environment(_ names: [String], _ variables: [String: String]) -> HouseEnvironment {
        var configuration = Configuration()
        configuration.env = names
        return HouseEnvironment(configuration, environment: variables)
    }

    @Test("only what is named, and nothing by default")
    func named() {
        let variables = ["TOKEN": "secret", "PATH": "/bin", "EMPTY": ""]
        #expect(environment([], variables).values.isEmpty)
        #expect(environment(["TOKEN", "EMPTY"], variables).values == ["TOKEN": "secret", "EMPTY": ""])
    }

    @Test("what is allowed and not set is warned of, without any value")
    func missing() {
        #expect(
            environment(["TOKEN", "OTHER"], ["TOKEN": "secret"]).warnings == [
                "env: OTHER is not set in the environment of this program: {env.OTHER} is missing in menus"
            ])
    }

    @Test("a name that is none is wrong usage", arguments: ["", "A=B", "A B", "1A", "Ä", "{env.A}", "A-B"])
    func wrong(name: String) {
        var configuration = Configuration()
        configuration.env = ["TOKEN", name]
        #expect(
            throws: StartError.setting(
                "env: \"\(name)\" is no name of an environment variable; expected letters, digits and _")
        ) { try HouseEnvironment.check(configuration) }
    }

    @Test("the house has them")
    func house() {
        var configuration = Configuration()
        configuration.env = ["PATH"]
        #expect(Opening.house(configuration).environment.keys.sorted() == ["PATH"])
    }
}
