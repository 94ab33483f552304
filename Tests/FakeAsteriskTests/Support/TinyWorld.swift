import FakeAsterisk

/// What surrounds calls to the tiny server.
enum TinyWorld {
    static let sounds = KnownSounds([
        "menu": Sound(lasting: .seconds(6), text: "For repairs, press 1. To leave your number, press 2."),
        "sorry": Sound(lasting: .seconds(1), text: "Sorry."),
        "number": Sound(lasting: .seconds(3), text: "Please key in your number."),
        "thanks": Sound(lasting: .seconds(2), text: "Thank you."),
    ])

    static func call(
        _ script: String, phone: Telephone = .noAnswer, pace: Pace = .fast, wire: WireOptions = WireOptions()
    ) throws -> FakeCall {
        var world = World()
        world.telephones["201"] = phone
        return FakeCall(
            IncomingCall(name: "Jo"), world: world, caller: try CallerScript(script), sounds: sounds, pace: pace,
            wire: wire, patience: .seconds(300))
    }
}
