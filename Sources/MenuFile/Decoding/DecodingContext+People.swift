extension DecodingContext {
    func people(_ reader: ObjectReader) -> [Person] {
        entries(reader, "people").map { member in
            checkName(member)
            keyPositions["people.\(member.key)"] = member.keyPosition
            path = "people.\(member.key)"
            guard case .object(let members) = member.value.content else {
                let targets = targets(member.value, of: "people", inPeople: true)
                return Person(id: member.key, targets: targets, name: nil, email: [], mailbox: nil, device: nil)
            }
            return person(member.key, members, at: member.value.position)
        }
    }

    private func person(_ id: String, _ members: [JSONMember], at position: Position) -> Person {
        let reader = ObjectReader(self, LanguageTables.person, members: members, at: position)
        let mailbox = reader.plainString("mailbox")
        if let mailbox, let value = reader.value("mailbox") { checkMailbox(mailbox, at: value.position) }
        let device = reader.plainString("device")
        if let device, let value = reader.value("device"), !device.contains("/") || device.contains("{") {
            report(.badValue, at: value.position, "\(Self.quoted(device)) is no device such as \"PJSIP/201\"")
        }
        return Person(
            id: id, targets: reader.value("ring").map { targets($0, of: "ring", inPeople: true) } ?? [],
            name: reader.value("name").map { text($0, for: .speech) }, email: addresses(reader), mailbox: mailbox,
            device: device)
    }

    private func addresses(_ reader: ObjectReader) -> [String] {
        reader.oneOrMany("email").compactMap { value in
            guard case .string(let address) = value.content else {
                reader.wrongType("email", value)
                return nil
            }
            return isAddress(address, at: value.position) ? address : nil
        }
    }

    /// "201@default", or "201" alone.
    private func checkMailbox(_ mailbox: String, at position: Position) {
        let parts = mailbox.split(separator: "@", omittingEmptySubsequences: false)
        let isGood =
            (1...2).contains(parts.count)
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy {
                        isDigit($0) || (65...90).contains($0) || (97...122).contains($0) || "-_".utf8.contains($0)
                    }
            }
        if !isGood { report(.badValue, at: position, "\(Self.quoted(mailbox)) is no mailbox such as \"201@default\"") }
    }
}
