extension LanguageTables {
    /// The variables that every call has (§3.2), each with what it holds.
    static let builtInVariables: [(name: String, doc: String)] = [
        ("caller.number", "The caller's number; empty when it is withheld."),
        ("caller.name", "The name on a list of callers, else the one that Asterisk gives, else the number."),
        ("caller.list", "The list of callers that the number is on."),
        ("caller.calls-today", "How many earlier calls of this local day came from the number."),
        ("called", "The number that was dialled."),
        ("name", "The name of the file."),
        ("label", "The label of the choice taken last, else that of the caller's list, else the name."),
        ("path", "The choices that led here: \"2 Bills › 1 Copy\"."),
        ("keys", "What was typed for the choice taken last."),
        ("language", "The language of the call."),
        ("now", "The time of day."),
        ("today", "The date."),
        ("open.next", "When it opens next: \"on Monday at 8\"."),
        ("open.until", "Until when it is open: \"17\"."),
        ("holiday", "The name of today's holiday."),
        ("callback.when", "By when the call back is promised: \"today by 17\"."),
        ("callback.place", "The place on the list of callbacks."),
        ("queue.waiting", "How many wait in the queue."),
        ("request.status", "How the last request ended: a number, timeout, refused or invalid."),
        ("call.id", "The call's own id, as it stands in the records."),
    ]

    /// The variables that come from outside under names of their own.
    static let outerVariables: [(name: String, doc: String)] = [
        ("arg.NAME", "An argument of the URL (`agi://host/menu?NAME=…`) or of the AGI script."),
        ("env.NAME", "A variable of the server's environment that its configuration allows; URLs and headers only."),
    ]

    /// What each format of `{variable:format}` does, with an example in English.
    static let formats: [(name: String, doc: String)] = [
        ("digits", "One by one: \"1 1 2\"."),
        ("phone", "The national number in groups: \"0 7 7, 0 0 9, 0 0 0, 0 2\"."),
        ("number", "A number: \"minus 3.5\"."),
        ("money EUR", "An amount in the currency of that code: \"twelve euros and fifty cents\"."),
        ("date", "\"Thursday, 5 March\"."),
        ("day", "\"today\", \"tomorrow\", \"on Monday\" or \"on Monday, 16 March\"."),
        ("time", "By the 24-hour clock: \"nine twenty\", \"17\"."),
        ("duration", "Seconds as a length of time: \"one hour and thirty minutes\"."),
        ("spell", "Letter by letter: \"A B 1\"."),
    ]
}
