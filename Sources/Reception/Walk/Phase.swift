/// What a hang-up at this moment means (§4.3).
enum Phase: Equatable {
    /// Nothing but a drop-off.
    case other
    /// Somebody is being rung: a missed call.
    case ringing
    /// We offer a callback or something else because nobody took the call: a missed call, too.
    case offered(list: String)
    /// The caller chose to be called back and the number is known: unconfirmed.
    case chosen(CallbackDraft)
    /// The caller chose to be called back and types a number: half typed is nothing.
    case typing
}

/// A request in the making: all but the moment and the status.
struct CallbackDraft: Equatable {
    var list: String
    var reason: String?
    var number: TelephoneNumber?
    var asGiven: String?
    var source: CallbackRequest.NumberSource
}
