/// Replies of Asterisk: most as recorded from 22.10.1, the others as its source writes them.
enum ReplyTable {
    static let shapes: [ReplyTests.Shape] = [
        .init(line: "200 result=0"),
        .init(line: "200 result=1", value: "1", result: 1),
        .init(line: "200 result=-1", value: "-1", result: -1),
        .init(line: "200 result=-2", value: "-2", result: -2),
        .init(line: "200 result=0 endpos=3520", endpos: 3_520, note: "endpos=3520"),
        .init(line: "200 result=49 endpos=13760", value: "49", result: 49, endpos: 13_760, note: "endpos=13760"),
        .init(line: "200 result=0 endpos=-1", endpos: -1, note: "endpos=-1"),
        .init(line: "200 result=-1 endpos=0", value: "-1", result: -1, endpos: 0, note: "endpos=0"),
        .init(
            line: "200 result= (timeout)", value: "", result: nil, data: "timeout", word: "timeout", note: "(timeout)"),
        .init(
            line: "200 result=12 (timeout)", value: "12", result: 12, data: "timeout", word: "timeout",
            note: "(timeout)"),
        .init(line: "200 result=5551234", value: "5551234", result: 5_551_234),
        .init(line: "200 result=0012", value: "0012", result: 12),
        .init(line: "200 result=12*", value: "12*", result: nil),
        .init(line: "200 result=", value: "", result: nil),
        .init(line: "200 result=99999999999999999999", value: "99999999999999999999", result: nil),
        .init(line: "200 result=1 ()", value: "1", result: 1, data: "", word: "", note: "()"),
        .init(line: "200 result=1 (42)", value: "1", result: 1, data: "42", word: "42", note: "(42)"),
        .init(
            line: #"200 result=1 (billing "quoted" and space)"#, value: "1", result: 1,
            data: #"billing "quoted" and space"#, word: #"billing "quoted" and space"#,
            note: #"(billing "quoted" and space)"#),
        .init(
            line: "200 result=1 (Grüße žluťoučký 你好)", value: "1", result: 1, data: "Grüße žluťoučký 你好",
            word: "Grüße žluťoučký 你好", note: "(Grüße žluťoučký 你好)"),
        .init(
            line: "200 result=1 (a (nested) b) c()", value: "1", result: 1, data: "a (nested) b) c(",
            word: "a (nested", note: "(a (nested) b) c()"),
        .init(
            line: "200 result=1 (a\nb)", value: "1", result: 1, data: "a\nb", word: "a\nb", note: "(a\nb)"),
        .init(line: "200 result=1 (open", value: "1", result: 1, note: "(open"),
        .init(line: "200 result=0 Gosub complete", note: "Gosub complete"),
        .init(line: "200 result=-1 Gosub label not found", value: "-1", result: -1, note: "Gosub label not found"),
        .init(
            line: "200 result=0 (timeout) endpos=0", data: "timeout", word: "timeout", endpos: 0,
            note: "(timeout) endpos=0"),
        .init(
            line: "200 result=49 (dtmf) endpos=1600", value: "49", result: 49, data: "dtmf", word: "dtmf",
            endpos: 1_600,
            note: "(dtmf) endpos=1600"),
        .init(
            line: "200 result=-1 (writefile)", value: "-1", result: -1, data: "writefile", word: "writefile",
            note: "(writefile)"),
        .init(
            line: #"200 result=1 (speech) endpos=80 results=1 score0=9 text0="a (b) c" grammar0=g"#, value: "1",
            result: 1,
            data: #"speech) endpos=80 results=1 score0=9 text0="a (b"#, word: "speech", endpos: 80,
            note: #"(speech) endpos=80 results=1 score0=9 text0="a (b) c" grammar0=g"#),
    ]

    static let garbage = [
        "", "2", "20", "200", "200 ", "200 OK", "200 Result=0", "200result=0", "2000 result=0", "200-result=0",
        "HANGUPS",
        "hangup", "404 Not Found", "999 result=0", "-20 result=0", "x", "agi_network: yes", "\u{0}\u{1}\u{2}",
        "5100 Invalid", "200 result0", String(repeating: "9", count: 5_000),
    ]
}
