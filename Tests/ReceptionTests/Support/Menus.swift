/// The text of a menu file: a line whose operator is 200, and what a test adds.
func line(_ start: String, operator target: String = "\"200\"", _ more: String...) -> String {
    let members = [#""attendant": 1"#, #""name": "Miller Heating""#, #""operator": "# + target, #""start": "# + start]
    return "{ " + (members + more).joined(separator: ", ") + " }"
}

/// Two choices that ring, as most lines have.
let twoChoices =
    #"{ "say": "Good day.", "menu": { "1": { "for": "repairs", "ring": "201" }, "#
    + #""2": { "for": "bills", "ring": "202" } } }"#

/// What the menu of `twoChoices` says on repeats.
let twoChoicesAgain = "For repairs, press 1. For bills, press 2. For the operator, press 0."
