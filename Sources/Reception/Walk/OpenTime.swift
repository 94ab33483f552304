import Foundation
import MenuFile

extension OfficeHours {
    /// The moment at which so much open time has passed since `date`; nil when the schedule does not open so long.
    func end(ofOpenTime time: Duration, from date: Date) -> Date? {
        var left = CallWalk.seconds(time)
        var moment = date
        // Each turn passes one span or one gap; a year has far fewer than this.
        for _ in 0..<4_000 {
            let state = self.state(at: moment)
            if state.isOpen {
                guard let until = state.until else { return moment.addingTimeInterval(left) }
                let span = until.timeIntervalSince(moment)
                if span >= left { return moment.addingTimeInterval(left) }
                left -= span
                moment = until
            } else {
                guard let next = state.nextOpening else { return nil }
                moment = next
            }
        }
        return nil
    }
}
