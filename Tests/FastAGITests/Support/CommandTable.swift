import FastAGI

/// Every command with the line it must have.
enum CommandTable {
    static let lines: [(Command, String)] = calls + sounds + says + dialplan + database + speech + raws

    private static let calls: [(Command, String)] = [
        (.answer, "ANSWER"),
        (.asyncAGIBreak, "ASYNCAGI BREAK"),
        (.channelStatus(), "CHANNEL STATUS"),
        (.channelStatus(channel: "PJSIP/a-1"), #"CHANNEL STATUS "PJSIP/a-1""#),
        (.hangup(), "HANGUP"),
        (.hangup(channel: "PJSIP/a-1"), #"HANGUP "PJSIP/a-1""#),
        (.noop(), "NOOP"),
        (.noop("are you there"), #"NOOP "are you there""#),
        (.receiveChar(timeout: .after(.seconds(3))), "RECEIVE CHAR 3000"),
        (.receiveChar(timeout: .never), "RECEIVE CHAR -1"),
        (.receiveText(timeout: .after(.milliseconds(1))), "RECEIVE TEXT 1"),
        (.sendImage(file: "logo"), #"SEND IMAGE "logo""#),
        (.sendText("hello"), #"SEND TEXT "hello""#),
        (.tddMode(.on), "TDD MODE on"),
        (.tddMode(.off), "TDD MODE off"),
        (.tddMode(.mate), "TDD MODE mate"),
        (.tddMode(.tdd), "TDD MODE tdd"),
        (.verbose("hello world"), #"VERBOSE "hello world" 1"#),
        (.verbose("x", level: 4), #"VERBOSE "x" 4"#),
        (.set(.autoHangup(nil)), "SET AUTOHANGUP 0"),
        (.set(.autoHangup(.seconds(90))), "SET AUTOHANGUP 90"),
        (.set(.autoHangup(.milliseconds(1_050))), "SET AUTOHANGUP 1.050"),
        (
            .set(.callerID(CallerID(name: "Billing", number: "5551234"))),
            #"SET CALLERID "\"Billing\" <5551234>""#
        ),
        (.set(.callerID(CallerID(number: "1"))), #"SET CALLERID "\"\" <1>""#),
    ]

    private static let sounds: [(Command, String)] = [
        (.streamFile("welcome"), #"STREAM FILE "welcome" """#),
        (.streamFile("a b", escape: .all), #"STREAM FILE "a b" "0123456789*#""#),
        (.streamFile("x", escape: EscapeDigits([.pound, .one]), offset: 8_000), #"STREAM FILE "x" "1#" 8000"#),
        (.controlStreamFile(ControlledPlayback(file: "a")), #"CONTROL STREAM FILE "a" """#),
        (
            .controlStreamFile(ControlledPlayback(file: "a", escape: EscapeDigits([.one]), skip: .seconds(2))),
            #"CONTROL STREAM FILE "a" "1" 2000"#
        ),
        (.controlStreamFile(ControlledPlayback(file: "a", forward: .nine)), #"CONTROL STREAM FILE "a" "" 3000 "9""#),
        (
            .controlStreamFile(ControlledPlayback(file: "a", rewind: .seven)),
            #"CONTROL STREAM FILE "a" "" 3000 "" "7""#
        ),
        (
            .controlStreamFile(ControlledPlayback(file: "a", pause: .eight)),
            #"CONTROL STREAM FILE "a" "" 3000 "" "" "8""#
        ),
        (
            .controlStreamFile(ControlledPlayback(file: "a", offset: .seconds(1))),
            #"CONTROL STREAM FILE "a" "" 3000 "" "" "" 1000"#
        ),
        (.getData(file: "beep"), #"GET DATA "beep""#),
        (.getData(file: "beep", timeout: .after(.seconds(4))), #"GET DATA "beep" 4000"#),
        (.getData(file: "beep", timeout: .never, mostDigits: 100), #"GET DATA "beep" -1 100"#),
        (.getData(file: "beep", mostDigits: 4), #"GET DATA "beep" 0 4"#),
        (.getOption(file: "beep", escape: EscapeDigits([.one, .two])), #"GET OPTION "beep" "12""#),
        (.getOption(file: "beep", escape: .none, timeout: .after(.zero)), #"GET OPTION "beep" "" 0"#),
        (.getOption(file: "beep", escape: .none, timeout: .never), #"GET OPTION "beep" "" -1"#),
        (.waitForDigit(.after(.milliseconds(500))), "WAIT FOR DIGIT 500"),
        (.waitForDigit(.after(.microseconds(1))), "WAIT FOR DIGIT 1"),
        (.waitForDigit(.never), "WAIT FOR DIGIT -1"),
        (
            .recordFile(Recording(file: "/tmp/r", format: "wav", limit: .never)),
            #"RECORD FILE "/tmp/r" "wav" "" -1"#
        ),
        (
            .recordFile(
                Recording(
                    file: "/tmp/r", format: "wav", escape: EscapeDigits([.pound]), limit: .after(.seconds(60)),
                    beep: true, silence: .milliseconds(1_500))),
            ##"RECORD FILE "/tmp/r" "wav" "#" 60000 0 BEEP s=2"##
        ),
        (
            .recordFile(Recording(file: "r", format: "gsm", limit: .after(.zero), offset: 80)),
            #"RECORD FILE "r" "gsm" "" 0 80"#
        ),
        (
            .recordFile(Recording(file: "r", format: "gsm", limit: .never, silence: .seconds(3))),
            #"RECORD FILE "r" "gsm" "" -1 0 s=3"#
        ),
        (.set(.music(.on())), "SET MUSIC on"),
        (.set(.music(.on(class: "jazz"))), #"SET MUSIC on "jazz""#),
        (.set(.music(.off)), "SET MUSIC off"),
    ]

    private static let says: [(Command, String)] = [
        (.say(.alpha("abc")), #"SAY ALPHA "abc" """#),
        (.say(.alpha("aB", spelling: .upper), escape: EscapeDigits([.one])), #"SAY ALPHA "aB" "1" u"#),
        (.say(.phonetic("abc"), escape: EscapeDigits([.star])), #"SAY PHONETIC "abc" "*""#),
        (.say(.digits("0123")), #"SAY DIGITS 0123 """#),
        (.say(.number(-42)), #"SAY NUMBER -42 """#),
        (.say(.number(1, gender: .feminine), escape: .all), #"SAY NUMBER 1 "0123456789*#" f"#),
        (.say(.date(epoch: 1_795_334_806)), #"SAY DATE 1795334806 """#),
        (.say(.time(epoch: 2_147_483_647)), #"SAY TIME 2147483647 """#),
        (.say(.dateTime(epoch: 4_102_444_800)), #"SAY DATETIME 4102444800 """#),
        (
            .say(.dateTime(epoch: 0, format: .init(pattern: "ABdY 'digits/at' IMp", zone: "Europe/Vienna"))),
            #"SAY DATETIME 0 "" "ABdY 'digits/at' IMp" "Europe/Vienna""#
        ),
        (.say(.dateTime(epoch: 0, format: .init(pattern: "IMp"))), #"SAY DATETIME 0 "" "IMp""#),
    ]

    private static let dialplan: [(Command, String)] = [
        (.exec(application: "Playback", options: "a&b,skip"), #"EXEC "Playback" "a&b,skip""#),
        (.exec(application: "NoOp", options: ""), #"EXEC "NoOp" """#),
        (.getVariable(name: "CALLERID(num)"), #"GET VARIABLE "CALLERID(num)""#),
        (.getFullVariable(expression: "${EPOCH}"), #"GET FULL VARIABLE "${EPOCH}""#),
        (.getFullVariable(expression: "${A}", channel: "PJSIP/a-1"), #"GET FULL VARIABLE "${A}" "PJSIP/a-1""#),
        (.gosub(context: "sub", extension: "s", priority: .number(1)), #"GOSUB "sub" "s" 1"#),
        (
            .gosub(context: "sub", extension: "s", priority: .label("go"), arguments: "a,b"),
            #"GOSUB "sub" "s" "go" "a,b""#
        ),
        (.set(.context("ivr")), #"SET CONTEXT "ivr""#),
        (.set(.extension("s")), #"SET EXTENSION "s""#),
        (.set(.priority(.number(99))), "SET PRIORITY 99"),
        (.set(.priority(.label("on-failure"))), #"SET PRIORITY "on-failure""#),
        (
            .set(.variable(name: "IVR_TOPIC", value: #"billing "quoted" and space"#)),
            #"SET VARIABLE "IVR_TOPIC" "billing \"quoted\" and space""#
        ),
        (.set(.variable(name: "UNI", value: "Grüße žluťoučký 你好")), #"SET VARIABLE "UNI" "Grüße žluťoučký 你好""#),
    ]

    private static let database: [(Command, String)] = [
        (.database(.get(family: "fam", key: "key")), #"DATABASE GET "fam" "key""#),
        (.database(.put(family: "fam", key: "key", value: "a b")), #"DATABASE PUT "fam" "key" "a b""#),
        (.database(.delete(family: "fam", key: "key")), #"DATABASE DEL "fam" "key""#),
        (.database(.deleteTree(family: "fam")), #"DATABASE DELTREE "fam""#),
        (.database(.deleteTree(family: "fam", keyTree: "a/b")), #"DATABASE DELTREE "fam" "a/b""#),
    ]

    private static let speech: [(Command, String)] = [
        (.speech(.create(engine: "")), #"SPEECH CREATE """#),
        (.speech(.set(name: "a", value: "b")), #"SPEECH SET "a" "b""#),
        (.speech(.destroy), "SPEECH DESTROY"),
        (.speech(.loadGrammar(name: "g", path: "/g.xml")), #"SPEECH LOAD GRAMMAR "g" "/g.xml""#),
        (.speech(.unloadGrammar(name: "g")), #"SPEECH UNLOAD GRAMMAR "g""#),
        (.speech(.activateGrammar(name: "g")), #"SPEECH ACTIVATE GRAMMAR "g""#),
        (.speech(.deactivateGrammar(name: "g")), #"SPEECH DEACTIVATE GRAMMAR "g""#),
        (
            .speech(.recognize(prompt: "hello", timeout: .after(.milliseconds(4_001)))),
            #"SPEECH RECOGNIZE "hello" 5"#
        ),
        (.speech(.recognize(prompt: "hello", timeout: .never, offset: 80)), #"SPEECH RECOGNIZE "hello" 0 80"#),
    ]

    private static let raws: [(Command, String)] = [
        (.raw(words: ["FUTURE", "Command", "a b", "7", "", "*"]), #"FUTURE Command "a b" "7" "" "*""#)
    ]

    /// Commands by a text in each place that takes one.
    static let withText: [@Sendable (String) -> Command] = [
        { .streamFile($0) }, { .set(.variable(name: $0, value: "")) }, { .set(.variable(name: "a", value: $0)) },
        { .exec(application: $0, options: "") }, { .exec(application: "a", options: $0) }, { .sendText($0) },
        { .getVariable(name: $0) }, { .getFullVariable(expression: $0) },
        { .getFullVariable(expression: "a", channel: $0) }, { .verbose($0) }, { .noop($0) }, { .hangup(channel: $0) },
        { .channelStatus(channel: $0) }, { .database(.put(family: "a", key: "b", value: $0)) },
        { .set(.callerID(CallerID(name: $0))) }, { .set(.callerID(CallerID(number: $0))) },
        { .set(.priority(.label("a" + $0))) }, { .say(.alpha($0)) }, { .raw(words: [$0]) },
        { .raw(words: ["a", $0]) }, { .recordFile(Recording(file: $0, format: "wav", limit: .never)) },
        { .recordFile(Recording(file: "a", format: $0, limit: .never)) },
        { .controlStreamFile(ControlledPlayback(file: $0)) }, { .set(.music(.on(class: $0))) },
        { .say(.dateTime(epoch: 0, format: .init(pattern: "A", zone: $0))) },
        { .gosub(context: "a", extension: "b", priority: .number(1), arguments: $0) },
        { .speech(.recognize(prompt: $0, timeout: .never)) },
    ]

    /// Commands with a number or time that Asterisk would not understand.
    static let outOfRange: [Command] = [
        .say(.number(2_147_483_648)), .say(.number(-2_147_483_649)), .say(.date(epoch: 2_147_483_648)),
        .say(.time(epoch: 2_147_483_648)), .getData(file: "a", mostDigits: 0), .getData(file: "a", mostDigits: 101),
        .getData(file: "a", timeout: .after(.zero)), .getData(file: "a", timeout: .after(.seconds(-1))),
        .waitForDigit(.after(.milliseconds(-1))), .waitForDigit(.after(.seconds(2_147_484))),
        .waitForDigit(.after(.seconds(Int64.max))), .verbose("a", level: 0), .verbose("a", level: 5),
        .streamFile("a", offset: -1), .streamFile("a", offset: Int.max), .set(.priority(.number(0))),
        .set(.priority(.number(-1))), .set(.autoHangup(.zero)), .set(.autoHangup(.seconds(-1))),
        .set(.callerID(CallerID(name: String(repeating: "n", count: 251), number: "1"))),
        .recordFile(Recording(file: "a", format: "b", limit: .never, silence: .zero)),
        .recordFile(Recording(file: "a", format: "b", limit: .never, offset: -1)),
        .recordFile(Recording(file: "a", format: "b", limit: .after(.seconds(-1)))),
        .speech(.recognize(prompt: "a", timeout: .after(.zero))),
        .controlStreamFile(ControlledPlayback(file: "a", skip: .seconds(-1))),
        .controlStreamFile(ControlledPlayback(file: "a", offset: .seconds(-1))),
    ]
}
