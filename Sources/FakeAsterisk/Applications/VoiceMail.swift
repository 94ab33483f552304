import FastAGI

/// `VoiceMail(box[@context][,options])`: a greeting, a beep, and a message that a key, silence or hanging up ends.
struct VoiceMail: Activity {
    /// Asterisk's thanks behind a message.
    private static let thanks: Duration = .seconds(1)

    private enum Phase { case greeting, recording, thanks }

    private let name: String
    private let box: Mailbox
    private var phase: Phase
    private var began: Duration
    private var speech: Duration = .zero

    private init(name: String, box: Mailbox, phase: Phase, began: Duration) {
        self.name = name
        self.box = box
        self.phase = phase
        self.began = began
    }

    /// Begins with the greeting, which option `s` leaves out.
    static func start(_ options: String, at now: Duration, on channel: inout ChannelState) -> Start {
        let parts = AppArguments.split(options)
        let name = parts[0].split(separator: "&").first.map(String.init) ?? ""
        let plain = name.split(separator: "@").first.map(String.init) ?? ""
        guard let box = channel.world.mailboxes[name] ?? channel.world.mailboxes[plain] else {
            channel.variables.set("VMSTATUS", to: "FAILED")
            return .result(0)
        }
        channel.line = .up
        var mail = VoiceMail(name: name, box: box, phase: .greeting, began: now)
        if AppArguments.options(AppArguments.part(parts, 1) ?? "")["s"] != nil {
            mail.record(at: now, on: &channel)
        } else {
            channel.note(.said("the greeting of mailbox \(name)"), at: now)
        }
        return .runs(mail)
    }

    var deadline: Duration? {
        switch phase {
        case .greeting: began + box.greeting
        case .recording: began + min(box.longest, box.silence.map { speech + $0 } ?? box.longest)
        case .thanks: began + Self.thanks
        }
    }

    mutating func expire(at now: Duration, on channel: inout ChannelState) -> Outcome? {
        switch phase {
        case .greeting: record(at: now, on: &channel)
        case .recording: keep(at: now, on: &channel)
        case .thanks: return .result(0)
        }
        return nil
    }

    mutating func press(_ key: DTMFKey, at now: Duration, on channel: inout ChannelState) -> (KeyFate, Outcome?) {
        switch (phase, key) {
        case (.greeting, .pound): record(at: now, on: &channel)
        case (.recording, .pound): keep(at: now, on: &channel)
        case (.greeting, .zero), (.greeting, .star):
            channel.variables.set("VMSTATUS", to: "USEREXIT")
            return (.taken, .result(0))
        default: return (.unheard, nil)
        }
        return (.taken, nil)
    }

    mutating func hangUp(at now: Duration, on channel: inout ChannelState) -> Outcome {
        switch phase {
        case .greeting: channel.variables.set("VMSTATUS", to: "FAILED")
        case .recording: keep(at: now, on: &channel)
        case .thanks: break
        }
        return .result(-1)
    }

    private mutating func record(at now: Duration, on channel: inout ChannelState) {
        phase = .recording
        began = now
        channel.recordingBegan = now
        speech = channel.speech ?? .zero
        channel.speech = nil
    }

    private mutating func keep(at now: Duration, on channel: inout ChannelState) {
        channel.note(.event("leaves \((now - began).wholeSeconds) s in mailbox \(name)"), at: now)
        channel.variables.set("VMSTATUS", to: "SUCCESS")
        phase = .thanks
        began = now
    }
}
