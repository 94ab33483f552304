// The readers of what comes from outside, each under libFuzzer: FUZZ_TARGET names one. Built by .ci/fuzz, which copies
// this file into a tree where every module is instrumented and testable. A reader may refuse an input, and must neither
// trap, nor hang, nor take memory without bounds.

import Foundation
import Import
import PhoneNumbers

@testable import Attendant
@testable import FastAGI
@testable import MenuFile

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// One input, whole.
typealias Target = ([UInt8]) -> Void

let now = Date(timeIntervalSince1970: 1_780_000_000)
let numbers = NumberRules()
let scratch = NSTemporaryDirectory() + "fuzz-\(getpid()).json"
let sample: MenuDocument? = {
    guard let bytes = FileManager.default.contents(atPath: ProcessInfo.processInfo.environment["FUZZ_MENU"] ?? "")
    else { return nil }
    return MenuLoader.load([UInt8](bytes), fileName: "sample.json", release: .whole, now: now).document
}()

let targets: [String: Target] = [
    "environment": { bytes in _ = try? Environment(parsing: bytes) },
    "replies": replies,
    "menu": { bytes in
        let (document, findings) = MenuLoader.load(bytes, fileName: "a.json", release: .whole, now: now)
        for finding in findings { _ = "\(finding)".utf8.count }
        if let document { _ = document.graph.mermaid.utf8.count }
    },
    "calltest": { bytes in
        guard let sample else { return }
        let (_, findings) = CallTestLoader.load(bytes, fileName: "a.test.json", menu: sample)
        for finding in findings { _ = "\(finding)".utf8.count }
    },
    "freepbx": { bytes in _ = try? ImportedMenu(freePBX: Data(bytes), start: nil) },
    "backup": { bytes in
        var left: [UInt8]? = bytes
        let pieces = { () throws(ImportError) -> [UInt8]? in
            defer { left = nil }
            return left
        }
        guard let backup = try? FreePBXBackup(pieces) else { return }
        _ = try? ImportedMenu(freePBX: backup, start: nil) { (data: Data) throws(ImportError) in data }
    },
    "freeswitch": { bytes in _ = try? ImportedMenu(freeSwitch: Data(bytes), start: nil) },
    "number": { bytes in
        let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
        _ = numbers.read(text, country: ["GB", "PL", "RU", "ID", "CN", "DE", "US", "XX"][Int(bytes.first ?? 0) % 8])
    },
    "configuration": { bytes in
        guard (try? Data(bytes).write(to: URL(fileURLWithPath: scratch))) != nil else { return }
        var reader = ConfigurationReader()
        try? reader.take(file: scratch)
        _ = reader.lines
    },
]

/// The first byte says how the rest is cut into pieces and what was asked.
func replies(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let commands: [Command] = [
        .answer, .streamFile("a"), .exec(application: "Dial", options: "PJSIP/1"), .getVariable(name: "A"),
    ]
    var reader = ReplyReader(decoder: LineDecoder(), limits: Limits())
    let size = Int(first >> 2) + 1
    var rest = bytes.dropFirst()
    do {
        while !rest.isEmpty {
            reader.begin(commands[Int(first & 3)])
            reader.feed(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
            events: while true {
                if case .needsBytes = try reader.next() { break events }
            }
        }
    } catch {
        _ = "\(error)"
    }
}

let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"]
guard let target = targets[name ?? ""] else {
    if let name { print("Fatal error: \(name) is no target; there are:") }
    print(targets.keys.sorted().joined(separator: " "))
    exit(name == nil ? 0 : 2)
}
// Without a menu the reader of call tests would read nothing, and find nothing.
if name == "calltest", sample == nil {
    print("Fatal error: FUZZ_MENU names no menu file that loads")
    exit(2)
}
let chosen = target
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let code = runFuzzer(&count, &arguments) { pointer, size in
    chosen([UInt8](UnsafeBufferPointer(start: pointer, count: size)))
    return 0
}
try? FileManager.default.removeItem(atPath: scratch)
exit(code)
