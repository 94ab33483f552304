/// Call tests: a file of their own, and the same kind of tables.
extension MenuReference {
    static var callTests: String {
        let tables: [TableName] = [
            .testFile, .callTest, .queueWorld, .webReply, .expectation, .expectedCallback, .expectedVoicemail,
        ]
        let parts = tables.map { "### \($0.table.title.replacing("\"", with: "`"))\n\n" + $0.table.reference }
        return ([introduction] + parts.prefix(2) + [script] + parts.dropFirst(2)).joined(separator: "\n\n")
    }

    private static let introduction = """
        `heating.test.json` beside `heating.json` holds calls with which `attendant check` tries the menu, on a
        simulated telephone whose clock is virtual. A call has a world that it meets, a script, and what must come of
        it; what is not written does not matter. Keys take 0.4 s each, people 0.8 s to react.
        """

    private static let script = """
        ### the script

        | line | means |
        |---|---|
        | `press 12#` | Presses these keys, as a newcomer does: after their announcement, else after the prompt's end. |
        | `press 1 now` | At once, whatever is being heard. |
        | `press 1 at 1.5` | So many seconds after the last action took effect. |
        | `silence` | Lets one wait for keys end without a key. |
        | `speak 6` | Speaks so many seconds, into a message. |
        | `hang up` | Hangs up 0.8 s after the last action; `hang up at 6` so many seconds after it. |
        | `hear TEXT` | This was said since the last action; case and spacing are ignored. |
        | `not hear TEXT` | This was not said since the last action. |

        After the last line the caller stays silent. A line that was never reached, or a key for which nothing asked,
        fails the call.
        """
}
