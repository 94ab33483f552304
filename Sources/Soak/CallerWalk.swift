import FakeAsterisk
import FastAGI

/// What a caller of a soak does.
enum CallerWalk {
    /// A fifth of them ask to be called back, by day or by night; the others walk where chance leads.
    static func any(_ menu: String, _ number: Int, _ dice: inout Dice) -> CallerScript {
        let wish = dice.hits(20) ? callback(menu, number, &dice) : ""
        var script = wish.isEmpty ? CallerScript() : (try? CallerScript(wish)) ?? CallerScript()
        if wish.isEmpty { for _ in 0..<dice.number(0...9) { script.acts.append(act(menu, number, &dice)) } }
        if dice.hits(25) {
            script.acts.append(.hangUp(dice.hits(50) ? .now : .at(.milliseconds(dice.number(0...9_000)))))
        }
        if dice.hits(10) { script.keyGap = .milliseconds(dice.number(60...900)) }
        return script
    }

    /// Four of five are put through or hang up, the fifth asks to be called back, on the menu of an open reception.
    static func short(_ number: Int) -> CallerScript {
        (try? CallerScript(["3, 1", "1", "2", "1 now", "hang up at 2"][number % 5])) ?? CallerScript()
    }

    /// The number of that many in the menu's country, as it is dialled there. Mobile numbers: any last digits are valid.
    static func telephone(_ number: Int, _ menu: String) -> String {
        let digits = "\(1_000_000 + number % 9_000_000)".suffix(7)
        return switch menu {
        case "clinic": "312555\("\(10_000 + number % 10_000)".suffix(4))"
        case "on-call": "085\(digits)"
        default: "0740\(digits)"
        }
    }

    private static func callback(_ menu: String, _ number: Int, _ dice: inout Dice) -> String {
        let ways = [
            "reception": ["3", "2", "1"], "heating": ["4", "2", "1"], "shop": ["2", "1, 123456"], "clinic": ["1", "3"],
            "on-call": ["1", "2"], "school": ["3"], "info": ["0"], "minimal": ["3"],
        ]
        let way = dice.one(of: ways[menu] ?? ["1"])
        let typed = telephone(number + 4_000_000, menu)
        return way + dice.one(of: [", 1, 1", ", 1", ", 2, \(typed)#, 1", ", \(typed)#, 1, 1", ", 1 now"])
    }

    private static func act(_ menu: String, _ number: Int, _ dice: inout Dice) -> CallerScript.Act {
        switch dice.number(0...19) {
        case 0...8: .press([key(&dice)], .asked)
        case 9...11: .press([key(&dice)], .now)
        case 12: .press([key(&dice)], .at(.milliseconds(dice.number(0...8_000))))
        case 13: .press((0..<dice.number(2...12)).map { _ in key(&dice) }, .now)
        case 14: .press(telephone(number + 4_000_000, menu).compactMap { DTMFKey($0) } + [.pound], .asked)
        case 15: .silence
        case 16: .wait(.milliseconds(dice.number(0...4_000)))
        case 17: .speak(.milliseconds(dice.number(0...9_000)))
        default: .press([dice.one(of: [.one, .two, .three])], .asked)
        }
    }

    private static func key(_ dice: inout Dice) -> DTMFKey {
        dice.one(of: "1112223334506789*#".compactMap { DTMFKey($0) })
    }
}
