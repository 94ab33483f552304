// The readers of what comes from outside (OutsideReaders.swift), each under libFuzzer: FUZZ_TARGET names one. Built by
// .ci/fuzz, which copies this file into a tree where every module is instrumented and testable. A reader may refuse an
// input, and must neither trap, nor hang, nor take memory without bounds.

import Foundation

@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

let surroundings = ProcessInfo.processInfo.environment
let readers = OutsideReaders(sample: surroundings["FUZZ_MENU"] ?? "")
let name = surroundings["FUZZ_TARGET"]
guard let reader = OutsideReaders.all[name ?? ""] else {
    if let name { print("Fatal error: \(name) is no target; there are:") }
    print(OutsideReaders.all.keys.sorted().joined(separator: " "))
    exit(name == nil ? 0 : 2)
}
// Without a menu the reader of call tests would read nothing, and find nothing.
if name == "calltest", readers.sample == nil {
    print("Fatal error: FUZZ_MENU names no menu file that loads")
    exit(2)
}
let chosen = reader
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let code = runFuzzer(&count, &arguments) { pointer, size in
    _ = chosen(readers, [UInt8](UnsafeBufferPointer(start: pointer, count: size))).utf8.count
    return 0
}
exit(code)
