@testable import FastAGI
import Testing

@Suite("ReplyText")
struct ReplyTextTests {
    @Test(
        "writes what Asterisk 22.10 was recorded to write",
        arguments: [
            (ReplyText.result(0), "200 result=0\n"),
            (ReplyText.result(49, endpos: 13_760), "200 result=49 endpos=13760\n"),
            (ReplyText.result("", data: "timeout"), "200 result= (timeout)\n"),
            (ReplyText.result("12*"), "200 result=12*\n"),
            (ReplyText.result(1, data: "a (nested) b) c("), "200 result=1 (a (nested) b) c()\n"),
            (ReplyText.result(0, data: "timeout", endpos: 0), "200 result=0 (timeout) endpos=0\n"),
            (ReplyText.hangup, "HANGUP\n"), (ReplyText.trying, "100 result=0 Trying...\n"),
            (ReplyText.gosubComplete(), "200 result=0 Gosub complete\n"),
            (ReplyText.gosubComplete(-1, abnormalExit: true), "200 result=-1 Gosub complete (abnormal exit)\n"),
            (ReplyText.gosubLabelNotFound, "200 result=-1 Gosub label not found\n"),
            (ReplyText.outOfMemory, "503 result=-2 Memory allocation failure\n"),
            (ReplyText.unknownCommand, "510 Invalid or unknown command\n"),
            (ReplyText.deadChannel, "511 Command Not Permitted on a dead channel or intercept routine\n"),
            (ReplyText.usage(nil), "520 Invalid command syntax.  Proper usage not available.\n"),
            (
                ReplyText.usage("Say it."),
                "520-Invalid command syntax.  Proper usage follows:\nSay it.\n520 End of proper usage.\n"
            ),
        ])
    func lines(text: String, line: String) { #expect(text == line) }

    @Test("is read back as the reply it is")
    func readBack() throws {
        var assembler = ReplyAssembler()
        let lines = ReplyText.usage("a\n\nb").utf8.split(separator: 10, omittingEmptySubsequences: false).dropLast()
        var replies: [Reply] = []
        for line in lines {
            if let reply = try assembler.take(Array(line)[...], answersValue: false, limit: 999) {
                replies.append(reply)
            }
        }
        #expect(replies.map(\.usage) == ["a\n\nb"])
        #expect(replies.map(\.code) == [.badSyntax])
    }
}
