import FastAGI

/// Every odd order of lines that Asterisk is known to send.
enum TalkTable {
    private static let usage =
        "520-Invalid command syntax.  Proper usage follows:\nRuns it.\nHANGUP\n\n520 End of proper usage."
    private static let usageLine = "520 Invalid command syntax.  Proper usage not available."
    private static let dead = "511 Command Not Permitted on a dead channel or intercept routine"
    private static let exec = Command.exec(application: "System", options: "true")
    private static let gosub = Command.gosub(context: "sub", extension: "s", priority: .number(1))
    private static let wrong = Command.raw(words: ["STREAM", "FILE"])

    static let talks: [Talk] = plain + strayBlocks + hangups + values

    private static let plain: [Talk] = [
        Talk(
            name: "one reply for each command",
            steps: [
                .init(.answer, "200 result=0\n", "200 result=0"),
                .init(.getVariable(name: "a"), "200 result=1 (a (b) c()\n", "200 result=1 (a (b) c()"),
                .init(.streamFile("a"), "200 result=49 endpos=13760\r\n", "200 result=49 endpos=13760"),
            ]),
        Talk(
            name: "100 before the reply to GOSUB",
            steps: [
                .init(gosub, "100 result=0 Trying...\n200 result=0 Gosub complete\n", "200 result=0 Gosub complete"),
                .init(.noop(), "200 result=0\n", "200 result=0"),
            ]),
        Talk(
            name: "a 520 block, one line of 520, 510 and 503",
            steps: [
                .init(wrong, usage + "\n", usage),
                .init(.noop("1"), usageLine + "\n", usageLine),
                .init(.noop("2"), "510 Invalid or unknown command\n", "510 Invalid or unknown command"),
                .init(gosub, "503 result=-2 Memory allocation failure\n", "503 result=-2 Memory allocation failure"),
                .init(.noop(), "200 result=0\n", "200 result=0"),
            ]),
    ]

    private static let strayBlocks: [Talk] = [
        Talk(
            name: "the block behind EXEC comes with its reply",
            steps: [
                .init(exec, "200 result=1\n\(usage)\n", "200 result=1"),
                .init(.noop(), "200 result=0\n", "200 result=0"),
                .init(wrong, usage + "\n", usage),
            ]),
        Talk(
            name: "the block behind EXEC comes with the next reply",
            steps: [
                .init(exec, "200 result=1\n", "200 result=1"),
                .init(.noop(), "\(usage)\n200 result=0\n", "200 result=0"),
                .init(.noop("1"), "200 result=0\n", "200 result=0"),
            ]),
        Talk(
            name: "the block behind EXEC comes before the block of the next command",
            steps: [
                .init(exec, "200 result=1\n", "200 result=1"),
                .init(wrong, "\(usage)\n\(usageLine)\n", usageLine),
                .init(.noop("1"), "200 result=0\n", "200 result=0"),
            ]),
        Talk(
            name: "the line behind EXEC, where Asterisk has no usage to tell",
            steps: [
                .init(exec, "200 result=1\n\(usageLine)\n", "200 result=1"),
                .init(.noop(), "200 result=0\n", "200 result=0"),
            ]),
        Talk(
            name: "a block that never came is not waited for",
            steps: [
                .init(exec, "200 result=1\n", "200 result=1"),
                .init(.noop(), "200 result=0\n", "200 result=0"),
                .init(wrong, usage + "\n", usage),
            ]),
        Talk(
            name: "EXEC with another number leaves no block",
            steps: [
                .init(exec, "200 result=-2\n", "200 result=-2"),
                .init(wrong, usage + "\n", usage),
            ]),
        Talk(
            name: "a block behind EXEC and a hang-up around it",
            steps: [
                .init(exec, "HANGUP\n200 result=1\n\(usage)\nHANGUP\n", "200 result=1"),
                .init(.noop(), "HANGUP\n200 result=0\n", "200 result=0"),
            ], endsHungUp: true),
    ]

    private static let hangups: [Talk] = [
        Talk(
            name: "HANGUP before, behind and between, twice",
            steps: [
                .init(.streamFile("a"), "200 result=-1 endpos=25280\nHANGUP\n", "200 result=-1 endpos=25280"),
                .init(.getVariable(name: "a"), "HANGUP\nHANGUP\n200 result=1 (Up)\n", "200 result=1 (Up)"),
                .init(.noop(), "200 result=0\n", "200 result=0"),
            ], endsHungUp: true),
        Talk(
            name: "the recorded end of a call that we hang up",
            steps: [
                .init(.hangup(), "200 result=1\n", "200 result=1"),
                .init(
                    .getVariable(name: "T"), "HANGUP\n200 result=1 (billing \"q\")\n", "200 result=1 (billing \"q\")"),
                .init(.streamFile("beep"), "\(dead)\n", throws: .hungUp),
                .init(exec, "200 result=0\n", "200 result=0"),
                .init(.noop(), "200 result=0\n", "200 result=0"),
            ], endsHungUp: true),
        Talk(
            name: "511 without any HANGUP",
            steps: [
                .init(.answer, "\(dead)\n", throws: .hungUp),
                .init(.streamFile("a"), "200 result=0\n", throws: .hungUp),
                .init(.noop(), "200 result=0\n", "200 result=0"),
            ], endsHungUp: true),
        Talk(
            name: "HANGUP while GOSUB runs",
            steps: [
                .init(
                    gosub, "100 result=0 Trying...\nHANGUP\n200 result=-1 Gosub complete (abnormal exit)\n",
                    "200 result=-1 Gosub complete (abnormal exit)"),
                .init(.noop(), "200 result=0\n", "200 result=0"),
            ], endsHungUp: true),
    ]

    private static let values: [Talk] = [
        Talk(
            name: "a value with newlines, and with words that are none",
            steps: [
                .init(
                    .getFullVariable(expression: "${A}"), "200 result=1 (one\nHANGUP\n\n200 result=0\nlast)\n",
                    "200 result=1 (one\nHANGUP\n\n200 result=0\nlast)"),
                .init(.database(.get(family: "f", key: "k")), "200 result=1 (\n)\n", "200 result=1 (\n)"),
                .init(.noop(), "200 result=0\n", "200 result=0"),
            ])
    ]
}
