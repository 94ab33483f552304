@testable import FakeAsterisk

/// The call, the world and the sounds of the recorded sessions.
enum RecordedWorld {
    static func call(channel: String, uniqueID: String) -> IncomingCall {
        IncomingCall(
            script: "main", channel: channel, uniqueID: uniqueID, version: "22.10.1+dfsg+~cs6.17.60671434-1",
            number: nil, dialled: nil, context: "ivr", extension: "s", sendsAudio: false)
    }

    static var world: World {
        var world = World()
        world.subroutines["sub,s,1"] = Subroutine(returns: "42")
        world.recordings = KeptRecordings()
        return world
    }

    /// Lengths as the recorded times show them.
    static let sounds = KnownSounds([
        "demo-congrats": Sound(samples: 200_000),
        "digits/40": Sound(samples: 6_880), "digits/2": Sound(samples: 6_880),
        "digits/1": Sound(samples: 6_640), "digits/3": Sound(samples: 6_640),
        "letters/a": Sound(samples: 6_030), "letters/b": Sound(samples: 6_030), "letters/c": Sound(samples: 6_030),
    ])
}
