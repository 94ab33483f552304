import FakeAsterisk
import FastAGI

/// One call of a soak, decided by the seed and its number alone.
struct SoakCall: Sendable {
    /// Who connects.
    enum Kind: Sendable, Equatable {
        /// Asterisk, with a caller.
        case caller
        /// Somebody who is no Asterisk, or one whose line breaks in a way that only a socket can.
        case peer(RawPeer.Manner)
    }

    let number: Int
    let kind: Kind
    let fake: FakeCall
    /// Whether waits take their time.
    let isReal: Bool

    var uniqueID: String { fake.call.uniqueID }

    init(_ number: Int, _ plan: SoakPlan, recordings: any RecordingStore) {
        var dice = Dice(plan.seed, "call \(number)")
        let isHostile = plan.faultEvery != nil
        let menu = dice.one(of: plan.menus)
        self.number = number
        isReal = dice.hits(plan.realPercent)
        kind = isHostile && dice.hits(6) ? .peer(dice.one(of: RawPeer.Manner.allCases)) : .caller
        var call = IncomingCall(script: menu, uniqueID: "soak-\(plan.seed).\(number)")
        call.number = plan.isShort ? "0740012\(1_000 + number % 1_000)" : Self.number(number, menu, &dice)
        call.presentation = call.number == nil ? 67 : dice.hits(5) ? 32 : 0
        if isHostile {
            call.name = dice.hits(40) ? dice.one(of: Self.names) : nil
            call.language = dice.hits(10) ? dice.one(of: ["es", "de_AT", "xx", "", "../../etc"]) : "en"
            call.sendsAudio = dice.hits(90)
        }
        let wire = isHostile ? Self.wire(&dice) : WireOptions(joinsLines: true)
        let script = plan.isShort ? CallerWalk.short(number) : CallerWalk.any(menu, number, &dice)
        var fake = FakeCall(
            call, world: SoakWorld.any(&dice, recordings), caller: script, pace: isReal ? .real : .fast, wire: wire,
            // A server that starts makes its sounds first; nobody waits so long on a real line.
            patience: .seconds(120))
        // In real time some would wait in a queue for five minutes; their line is lost before.
        if isReal { fake.limits.length = .seconds(25) }
        self.fake = fake
    }

    private static let names = [
        "Robert'); DROP TABLE calls;--", "\"; SET VARIABLE X 1", "${SHELL(reboot)}", "J\u{e4}ger & S\u{f6}hne",
        "\u{202e}drowssap", "\u{1b}[2J\u{1b}[31m", String(repeating: "long ", count: 300), "200 result=1", " ",
        "\t\u{7}\u{8}", "\u{1f469}\u{200d}\u{1f692}", "%s%n%x", "<script>alert(1)</script>", "HANGUP",
    ]

    /// Mostly a number of the menu's country that nobody else has; sometimes a regular's, none, or nonsense.
    private static func number(_ number: Int, _ menu: String, _ dice: inout Dice) -> String? {
        if dice.hits(8) { return nil }
        if dice.hits(6) {
            return dice.one(of: ["+", "anonymous", "0", "'; --", "07400", String(repeating: "9", count: 400), "112"])
        }
        return CallerWalk.telephone(dice.hits(20) ? number % 20 : number, menu)
    }

    private static func wire(_ dice: inout Dice) -> WireOptions {
        var wire = WireOptions()
        wire.joinsLines = dice.hits(30)
        if dice.hits(10) { wire.pieceBytes = dice.number(1...7) }
        if dice.hits(6) { wire.cutAfterBytes = dice.number(1...1_200) }
        if dice.hits(8) { wire.hangUpAfterBytes = dice.number(500...1_200) }
        return wire
    }
}

/// What surrounds a call, by chance.
enum SoakWorld {
    static func any(_ dice: inout Dice, _ recordings: any RecordingStore) -> World {
        var world = World()
        world.recordings = recordings
        world.otherTelephones = telephone(&dice)
        for number in ["200", "201", "202", "210", "300", "400"] where dice.hits(50) {
            world.telephones[number] = telephone(&dice)
        }
        world.otherQueues = CallQueue(
            waiting: dice.number(0...6), holdTime: dice.hits(50) ? dice.number(0...300) : nil, fate: fate(&dice))
        if dice.hits(10) { world.otherQueues = nil }
        if dice.hits(5) { world.variables["AGIEXITONHANGUP"] = "yes" }
        if dice.hits(5) { world.variables["AGISIGHUP"] = "no" }
        return world
    }

    private static func telephone(_ dice: inout Dice) -> Telephone {
        let answers = Telephone.answers(after: .seconds(dice.number(1...9)), talks: .seconds(dice.number(1...9)))
        return dice.one(of: [answers, answers, .busy, .noAnswer, .offline, .congestion, .declined])
    }

    private static func fate(_ dice: inout Dice) -> CallQueue.Fate {
        let answers = CallQueue.Fate.answers(after: .seconds(dice.number(1...90)), talks: .seconds(5))
        return dice.one(of: [answers, .nobody, .full, .empty, .deserted(after: .seconds(dice.number(1...60)))])
    }
}
