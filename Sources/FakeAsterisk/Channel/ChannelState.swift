import FastAGI

/// What Asterisk knows of one call while AGI runs: all that commands read and change.
struct ChannelState: Sendable {
    let call: IncomingCall
    var world: World
    let sounds: any SoundSource
    var line: LineState
    var language: String
    var identity: CallerIdentity
    var variables: ChannelVariables
    var place: DialplanPlace
    /// When SET AUTOHANGUP ends the call.
    var autoHangup: Duration?
    /// Whether the caller hears sounds although the call is not answered (`EXEC Progress`).
    var hasEarlyMedia = false
    /// For how long the caller speaks at the next recording.
    var speech: Duration?
    /// When the last recording began, for the caller's script.
    var recordingBegan: Duration?
    /// When the last prompt ended, by whatever.
    var promptEnded: Duration?
    /// How many waits for keys ended without one.
    private(set) var waitsEnded = 0
    /// When the last of them ended.
    private(set) var waitEnded: Duration?
    /// Whether the server has asked for the end with HANGUP, and the command's reply is still to be sent.
    var wantsHangup = false
    /// The telephones that rang.
    var rung: [RungTelephone] = []
    private(set) var events: [CallEvent] = []

    init(call: IncomingCall, world: World, sounds: any SoundSource) {
        self.call = call
        self.world = world
        self.sounds = sounds
        line = call.state
        language = call.language
        identity = CallerIdentity(name: call.name, number: call.number, presentation: call.presentation)
        variables = ChannelVariables(world.variables)
        place = DialplanPlace(context: call.context, extension: call.extension, priority: "\(call.priority)")
    }

    mutating func noteWaitEnded(at now: Duration) {
        waitsEnded += 1
        waitEnded = now
    }

    /// Notes what happened, before the events from `place` on when it is given.
    mutating func note(_ kind: CallEvent.Kind, before place: Int? = nil, at now: Duration) {
        events.insert(CallEvent(at: now, kind), at: place ?? events.count)
    }

    /// The sound of that name as this channel would play it.
    func sound(_ name: String) -> Sound? {
        sounds.sound(name, language: language, rate: call.sampleRate)
    }

    /// Notes that a sound begins, as the caller hears it.
    mutating func noteSaid(_ name: String, _ sound: Sound, at now: Duration) {
        let text = sound.text ?? name.split(separator: "/").last.map(String.init) ?? name
        if line == .up || hasEarlyMedia {
            note(.said(text), at: now)
        } else {
            note(.event("not heard, for the call is not answered: \(text)"), at: now)
        }
    }
}
