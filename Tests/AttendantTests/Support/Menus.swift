import FakeAsterisk

/// The menus of these tests, and who answers in them.
enum Menus {
    /// 1 rings ben, then anna; 2 is a callback, 3 a message, 0 the operator.
    static let reception = """
        { "attendant": 1, "name": "Miller", "timezone": "Europe/London", "country": "GB", "operator": "200",
          "people": { "anna": { "ring": "201", "email": "anna@miller.example" }, "ben": "202" },
          "callbacks": { "office": { "email": "office@miller.example" } },
          "start": { "say": "Good day.", "menu": {
            "1": { "for": "repairs", "ring": ["ben", "anna"], "seconds": 15 },
            "2": { "for": "a call back", "callback": "office" },
            "3": { "to": "leave a message", "voicemail": "anna" } } } }
        """

    /// Two menus with keys of three digits each; the second one rings 201.
    static let sixKeys = """
        { "attendant": 1, "name": "Miller", "operator": "200",
          "start": { "say": "Good day.", "menu": {
            "131": { "for": "parts", "say": "Parts.", "menu": {
              "212": { "for": "boilers", "ring": "201" } } } } } }
        """

    /// Everybody answers after two seconds.
    static var world: World {
        var world = World()
        world.otherTelephones = .answers(after: .seconds(2), talks: .seconds(10))
        return world
    }
}
