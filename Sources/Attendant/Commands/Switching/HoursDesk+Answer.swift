import Foundation
import MenuFile
import Records

extension HoursDesk {
    /// What is to be said of a schedule at a moment.
    struct Answer: Encodable {
        let schedule: String
        /// A local time with offset.
        let at: String
        let open: Bool
        /// The next opening; when open, the one after this span.
        let next: String?
        let why: String
        /// For people.
        let words: String
        let switched: Switched?

        /// A switch that counts.
        struct Switched: Encodable {
            let open: Bool
            let until: String?

            enum Key: String, CodingKey { case open, until }

            func encode(to encoder: any Encoder) throws {
                var object = encoder.container(keyedBy: Key.self)
                try object.encode(open, forKey: .open)
                try object.encode(until, forKey: .until)
            }
        }

        init(_ menu: NamedMenu, _ schedule: Schedule, _ date: Date, switched row: HourSwitchRow?) {
            let hours = OfficeHours(
                schedule: schedule, holidays: menu.document.holidays, timeZone: menu.zone,
                switch: row.map { HourSwitch(isOpen: $0.isOpen, until: $0.until) })
            let state = hours.state(at: date)
            let moment = SpokenMoment(zone: menu.zone, now: date)
            self.schedule = schedule.name
            at = moment.written(date)
            open = state.isOpen
            next = state.nextOpening.map(moment.written)
            why = state.why
            let change = state.until.map { "; \(state.isOpen ? "closes" : "opens") \(moment.shown($0))" } ?? ""
            words = "\(state.why) (at \(moment.shown(date)))\(change)"
            switched = row.map { Switched(open: $0.isOpen, until: $0.until.map(moment.written)) }
        }

        enum Key: String, CodingKey { case schedule, at, open, next, why, switched }

        /// The fixed form; what is absent is null.
        func encode(to encoder: any Encoder) throws {
            var object = encoder.container(keyedBy: Key.self)
            try encode(into: &object)
        }

        private func encode(into object: inout KeyedEncodingContainer<Key>) throws {
            try object.encode(schedule, forKey: .schedule)
            try object.encode(at, forKey: .at)
            try object.encode(open, forKey: .open)
            try object.encode(next, forKey: .next)
            try object.encode(why, forKey: .why)
        }

        /// The same with the switch.
        struct Shown: Encodable {
            let answer: Answer

            func encode(to encoder: any Encoder) throws {
                var object = encoder.container(keyedBy: Key.self)
                try answer.encode(into: &object)
                try object.encode(answer.switched, forKey: .switched)
            }
        }
    }
}
