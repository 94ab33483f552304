public import Foundation
import MenuFile

extension ImportedMenu {
    /// Reads FreeSWITCH's `<menu>` elements. The first menu, or that of the name, is where calls begin.
    ///
    /// - Throws: `ImportError`.
    public init(freeSwitch data: Data, start: String? = nil) throws(ImportError) {
        var importer = FreeSwitchImport(try FreeSwitchMenus(data).menus)
        try self.init(try importer.draft(start))
    }
}

/// FreeSWITCH's menus as steps (src/switch_ivr_menu.c tells what its actions do).
struct FreeSwitchImport {
    private let menus: [FreeSwitchMenus.Menu]
    private var draft = MenuDraft()
    private var top = ""

    init(_ menus: [FreeSwitchMenus.Menu]) { self.menus = menus }

    mutating func draft(_ start: String?) throws(ImportError) -> MenuDraft {
        guard let first = start == nil ? menus.first : menus.first(where: { $0.name == start }) else {
            let names = menus.map(\.name).joined(separator: ", ")
            throw .noMenu(menus.isEmpty ? "there is no <menu> in it" : "there is no such menu; it has \(names)")
        }
        top = first.name
        if !first.name.isEmpty { draft.name = first.name.replacing("_", with: " ") }
        draft.start = step(first)
        for menu in menus where menu.name != top {
            let name = draft.name(of: menu.name, like: menu.name)
            if !draft.steps.contains(where: { $0.key == name }) {
                draft.steps.append(.init(key: name, value: step(menu)))
            }
        }
        if let target = draft.operatorTarget {
            draft.remark("0 leads to \(target), the first number of the menus; set operator to a person")
        } else {
            draft.remark("no number was found for the operator: 0 writes a call-back request; set operator to a person")
        }
        return draft
    }

    private mutating func step(_ menu: FreeSwitchMenus.Menu) -> Item {
        let greeting = sound(menu.attributes["greet-long"], menu.name)
        var choices: [Item.Member] = []
        for entry in menu.entries {
            guard let choice = choice(entry, menu.name) else { continue }
            if choices.contains(where: { $0.key == choice.key }) {
                draft.remark("\(menu.name): the key \(choice.key) stands there twice; the second is left out")
            } else {
                choices.append(choice)
            }
        }
        guard !choices.isEmpty else {
            draft.remark("\(menu.name): no choice could be carried over")
            return .object(["say": greeting, "go": .text("operator")])
        }
        return .object([
            "say": greeting, "menu": .object(choices), "again": sound(menu.attributes["greet-short"], menu.name),
            "announce": greeting == nil ? nil : .bool(false), "wait": seconds(menu, "timeout", 1...60),
            "between": seconds(menu, "inter-digit-timeout", 1...20), "wrong": count(menu, "max-failures"),
            "silent": count(menu, "max-timeouts"),
        ])
    }

    private func seconds(_ menu: FreeSwitchMenus.Menu, _ key: String, _ range: ClosedRange<Int>) -> Item? {
        menu.attributes[key].flatMap { Int($0) }.map {
            .number(min(range.upperBound, max(range.lowerBound, $0 / 1000)))
        }
    }

    private func count(_ menu: FreeSwitchMenus.Menu, _ key: String) -> Item? {
        menu.attributes[key].flatMap { Int($0) }.map { .number(min(9, max(1, $0))) }
    }

    /// A sound of FreeSWITCH: `say:TEXT`, `phrase:NAME`, or a file.
    private mutating func sound(_ text: String?, _ menu: String) -> Item? {
        guard let text, !text.isEmpty else { return nil }
        if text.hasPrefix("say:") { return .text(MenuDraft.spoken(String(text.dropFirst(4)))) }
        if text.hasPrefix("phrase:") {
            draft.remark(
                "\(menu): the phrase \(text.dropFirst(7)) is known to FreeSWITCH only: the choices announce themselves")
            return nil
        }
        draft.remark("\(menu): copy the recording \(text) into the folder sounds beside the menu")
        return MenuDraft.recording(text, "")
    }

    private mutating func choice(_ entry: [String: String], _ menu: String) -> Item.Member? {
        let digits = entry["digits"] ?? ""
        let isPattern = digits.hasPrefix("/")
        let text = isPattern ? DialPattern(digits)?.text : digits
        guard let text, let key = try? KeyPattern(text), !key.delaysZero else {
            draft.remark("\(menu): the digits \(digits) are no key that a menu can have")
            return nil
        }
        return .init(key: text, value: action(entry["action"] ?? "", entry["param"] ?? "", menu, text))
    }

    private mutating func action(_ action: String, _ param: String, _ menu: String, _ key: String) -> Item {
        switch action {
        case "menu-sub":
            if param == top { return .object(["for": .text("the main menu"), "go": .text("start")]) }
            guard menus.contains(where: { $0.name == param }) else { break }
            return .object(["for": label(param), "go": .text(draft.name(of: param, like: param))])
        case "menu-top": return .object(["go": .text(menu == top ? "again" : "start")])
        case "menu-back": return .object(["go": .text(menu == top ? "again" : "back")])
        case "menu-exit": return .object(["go": .text("hangup")])
        case "menu-play-sound", "menu-playsound":
            return .object(["for": label("information"), "say": sound(param, menu), "go": .text("again")])
        case "menu-exec-app", "menu-call-transfer":
            let words = (action == "menu-exec-app" ? param : "transfer \(param)").split(separator: " ", maxSplits: 1)
            if let item = application(
                words.first.map(String.init) ?? "", words.dropFirst().first.map(String.init) ?? "", key)
            {
                return item
            }
        default: break
        }
        draft.remark("\(menu): key \(key): \(action) \(param) has no counterpart; it leads to the operator")
        return .object(["for": label("the operator"), "go": .text("operator")])
    }

    private mutating func application(_ name: String, _ argument: String, _ key: String) -> Item? {
        switch name {
        case "hangup": return .object(["go": .text("hangup")])
        case "playback":
            return .object(["for": label("information"), "say": sound(argument, key), "go": .text("again")])
        case "transfer", "bridge":
            let first = String(argument.split(separator: " ").first ?? "")
            let address = first.split(separator: "/").last.map(String.init) ?? first
            let user = String(address.prefix { $0 != "@" })
            if user.contains("$") { return keyedIn(key) }
            guard let number = MenuDraft.number(user) else { return nil }
            if draft.operatorTarget == nil { draft.operatorTarget = number }
            if first.contains("@") { draft.remark("key \(key): \(first) is rung as \(number)") }
            return .object(["for": label("extension \(number)"), "ring": .text(number)])
        default: return nil
        }
    }

    private func keyedIn(_ key: String) -> Item? {
        guard let pattern = try? KeyPattern(key), pattern.length > 1, pattern.kind != .literal else { return nil }
        return .object(["ring": .text("{keys}"), "otherwise": .text("again")])
    }

    private func label(_ text: String) -> Item { .text(MenuDraft.spoken(text.replacing("_", with: " "))) }
}
