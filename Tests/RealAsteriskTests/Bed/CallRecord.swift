import Foundation

/// What happened in a call that is over.
struct CallRecord: Sendable {
    let call: Call
    /// The call's folder; it goes with the bed.
    let folder: URL
    let events: [BedEvent]
    /// The FastAGI commands, in order, and Asterisk's replies.
    let commands: [AGICommand]

    /// A telephone that rang, and what its display showed.
    struct Ring: Sendable, Equatable {
        let phone: String
        let name: String
        let number: String
        let label: String
        let path: String
        let at: Double
    }

    /// How the line's side of the call ended.
    struct End: Sendable, Equatable {
        let agiStatus: String
        /// What the server said of the call: `ATTENDANT_STATUS`, empty where it said nothing.
        let status: String
        let dialStatus: String
        /// The caller name that was on the channel at the end.
        let name: String
    }

    var rings: [Ring] {
        events.filter { $0.is("phone", "rings") }.map { event in
            func detail(_ name: String) -> String { event.details[name] ?? "" }
            return Ring(
                phone: detail("phone"), name: detail("name"), number: detail("number"), label: detail("label"),
                path: detail("path"), at: event.at)
        }
    }

    /// The telephones that answered, in order.
    var answered: [String] {
        events.filter { $0.is("phone", "answered") }.compactMap { $0.details["phone"] }
    }

    var end: End {
        get throws {
            guard let event = events.last(where: { $0.is("line", "ended") }) else {
                throw BedError.notInRecord(what: "the line's end", story: story)
            }
            func detail(_ name: String) -> String { event.details[name] ?? "" }
            return End(
                agiStatus: detail("agi"), status: detail("status"), dialStatus: detail("dial"), name: detail("name"))
        }
    }

    /// The times in seconds between a reply of Asterisk's and the server's next command: keys pressed in them are lost.
    var gaps: [Double] {
        zip(commands, commands.dropFirst()).compactMap { one, next in one.ended.map { next.began - $0 } }
    }

    /// The longest of them.
    var longestGap: Double { gaps.max() ?? 0 }

    /// What the caller heard, from the moment the call was answered.
    func heard() throws -> Sound { try Sound(wave: folder.appending(path: "heard.wav")) }

    /// The prompts that were played, as sound.
    func prompts() throws -> [Sound] {
        try commands.compactMap(\.plays).map { try Sound(wave: URL(filePath: $0 + ".wav")) }
    }
}
