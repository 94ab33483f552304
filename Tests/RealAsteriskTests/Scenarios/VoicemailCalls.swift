import Foundation
import Testing

extension RealAsteriskCalls {
    @Suite("A caller who leaves a message")
    struct VoicemailCalls {
        @Test("and sends it leaves a file as long as the message")
        func sent() async throws {
            try await leaves(
                4, then: [.press("#"), .until(.silence), .press("1"), .wait(30)], status: "voicemail")
        }

        @Test("and hangs up while speaking has left it as well")
        func hungUp() async throws {
            try await leaves(4, then: [], status: "voicemail")
        }

        private func leaves(_ seconds: Double, then steps: [CallerStep], status: String) async throws {
            try await Server.with { server, bed in
                // the tone that begins a recording is not part of it
                let call = Call(
                    steps: [.until(.prompt), .press("5"), .until(.beep), .wait(0.7), .speak(seconds)] + steps)
                let record = try await bed.place(call, on: server.address)
                let row = try #require(try await server.rows("select * from messages", count: 1).first)
                #expect(row["recipient"] == "office@miller.example")
                #expect(row["number"] == "+447700900001")
                #expect(row["caller_name"] == "J Smith")
                let noted = try #require(row["seconds"].flatMap(Double.init))
                let message = try Sound(wave: URL(filePath: try #require(row["file"])))
                #expect(abs(noted - message.seconds) < 0.3, "the row's length is the file's")
                #expect(abs(message.soundingSeconds - seconds) < 0.6, "what was said is in the file")
                #expect(message.seconds < seconds + 2)
                #expect(try #require(message.speechLevel) > -30)
                #expect(try record.end.status == status, "\(record.story)")
            }
        }
    }
}
