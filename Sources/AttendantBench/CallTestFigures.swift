import Foundation
import MenuFile
import PhoneNumbers
import Reception
import Rehearsal

/// A thousand call tests: those of the largest sample menu, again and again.
enum CallTestFigures {
    private static let (calls, atOnce) = (1_000, 2)

    /// - Parameter menus: the folder of the sample menus.
    static func run(menus: String = "Menus") async {
        guard let menu = bytes("\(menus)/heating.json"), let tests = bytes("\(menus)/heating.test.json"),
            let document = MenuLoader.load(menu, fileName: "heating.json", release: .current).document,
            let file = CallTestLoader.load(tests, fileName: "heating.test.json", menu: document).0
        else { return print("call tests: \(menus)/heating.json and its tests could not be read") }
        let runner = CallTestRunner(
            menu: MenuVersion(document: document, version: "bench"), prompts: EstimatedPrompts(),
            numbers: NumberRules(), house: House(messages: NSTemporaryDirectory()))
        var failed = 0
        let elapsed = await ContinuousClock().measure {
            await withTaskGroup(of: Int.self) { group in
                for lane in 0..<atOnce {
                    group.addTask {
                        var failed = 0
                        for call in stride(from: lane, to: calls, by: atOnce) {
                            let result = await runner.run(file.calls[call % file.calls.count])
                            failed += result.hasPassed ? 0 : 1
                        }
                        return failed
                    }
                }
                for await count in group { failed += count }
            }
        }
        print(
            String(
                format: "%d call tests on the simulated telephone, %d at once: %.2f s, %d failed", calls, atOnce,
                elapsed.seconds, failed))
    }

    private static func bytes(_ file: String) -> [UInt8]? {
        FileManager.default.contents(atPath: file).map { [UInt8]($0) }
    }
}
