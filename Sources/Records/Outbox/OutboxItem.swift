public import Foundation

/// Something to be told, taken out of the outbox for one attempt.
public struct OutboxItem: Sendable, Equatable, Identifiable {
    /// Its id in the outbox; the same at each attempt, so that a receiver can tell repeats apart.
    public let id: Int64
    /// How it is told.
    public let kind: Kind
    /// Whom: e-mail addresses, or one URL.
    public let recipients: [String]
    /// When it was put in.
    public let created: Date
    /// Which attempt this is, from 1; attempts that a crash ended count.
    public let attempt: Int
    /// What it is about, as the row is now.
    public let subject: Subject

    /// How something is told.
    public enum Kind: String, Sendable, CaseIterable {
        /// A mail about a request to be called back, a missed call, or one that was not confirmed.
        case callbackMail = "callback-mail"
        /// A mail with a message.
        case voicemailMail = "voicemail-mail"
        /// A web service is told of a request to be called back, a missed call, or one that was not confirmed.
        case callbackWebhook = "callback-webhook"
    }

    /// What something is about.
    public enum Subject: Sendable, Equatable {
        /// A request to be called back.
        case callback(CallbackRow)
        /// A message.
        case message(MessageRow)
    }
}
