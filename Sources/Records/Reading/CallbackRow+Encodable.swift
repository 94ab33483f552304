internal import Foundation

extension CallbackRow: Encodable {
    private enum Key: String, CodingKey {
        case id, list, number, numberAsGiven = "number_given", source, isConfirmed = "confirmed", status, asked, reason
        case label, language, callerName = "name", dialled, call, voiceNote = "voice_note", created, updated, due,
            expires
        case nextAttempt = "next_attempt", timeZone = "time_zone", owner, note, attempts, told
        case uniqueID = "uniqueid", menu, path, queue, window, priority, connected, closed, claimedBy = "claimed_by"
        case claimUntil = "claim_until", tries, attemptsAllowed = "attempts_allowed", everySeconds = "every"
    }

    /// Every key, absent values as null.
    public func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: Key.self)
        try row.encode(id, forKey: .id)
        try row.encode(list, forKey: .list)
        try row.encode(number, forKey: .number)
        try row.encode(numberAsGiven, forKey: .numberAsGiven)
        try row.encode(source, forKey: .source)
        try row.encode(isConfirmed, forKey: .isConfirmed)
        try row.encode(status, forKey: .status)
        try row.encode(asked, forKey: .asked)
        try row.encode(reason, forKey: .reason)
        try row.encode(label, forKey: .label)
        try row.encode(language, forKey: .language)
        try row.encode(callerName, forKey: .callerName)
        try row.encode(dialled, forKey: .dialled)
        try row.encode(call, forKey: .call)
        try row.encode(voiceNote, forKey: .voiceNote)
        try row.encode(created, forKey: .created)
        try row.encode(updated, forKey: .updated)
        try row.encode(due, forKey: .due)
        try row.encode(expires, forKey: .expires)
        try row.encode(nextAttempt, forKey: .nextAttempt)
        try row.encode(timeZone, forKey: .timeZone)
        try row.encode(owner, forKey: .owner)
        try row.encode(note, forKey: .note)
        try row.encode(attempts, forKey: .attempts)
        try row.encode(told, forKey: .told)
        try encodeDesk(&row)
    }

    private func encodeDesk(_ row: inout KeyedEncodingContainer<Key>) throws {
        try row.encode(uniqueID, forKey: .uniqueID)
        try row.encode(menu, forKey: .menu)
        try row.encode(path, forKey: .path)
        try row.encode(queue, forKey: .queue)
        try row.encode(window, forKey: .window)
        try row.encode(priority, forKey: .priority)
        try row.encode(connected, forKey: .connected)
        try row.encode(closed, forKey: .closed)
        try row.encode(claimedBy, forKey: .claimedBy)
        try row.encode(claimUntil, forKey: .claimUntil)
        try row.encode(tries, forKey: .tries)
        try row.encode(attemptsAllowed, forKey: .attemptsAllowed)
        try row.encode(everySeconds, forKey: .everySeconds)
    }
}
