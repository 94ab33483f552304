/// Who calls back, and for which lists (§3.1, callbacks).
extension MenuDocument {
    /// Whom to ring for a request of a list, in order: the person who is the list; else the people whose mail the list
    /// is told by; else those whom the operator's step rings. Empty: nobody of this file has a telephone.
    public func agents(for list: String) -> [Target] {
        if let person = person(list), !person.targets.isEmpty { return [.person(person.id)] }
        let told = Set(callbackList(list)?.email ?? [list])
        let named = people.filter { !$0.targets.isEmpty && !told.isDisjoint(with: $0.email) }
        guard named.isEmpty else { return named.map { .person($0.id) } }
        for step in operatorStep.family {
            if case .ring(let ring) = step.verb { return ring.targets }
        }
        return []
    }

    /// The names of all lists on which this file can put somebody, those that it does not write out included.
    public var callbackListNames: [String] {
        let used = allSteps.compactMap { step -> String? in
            switch step.verb {
            case .callback(let callback): callback.list.listName
            case .queue(let queue): queue.offer?.callback.listName
            default: nil
            }
        }
        var seen: Set<String> = []
        return (callbackLists.map(\.id) + used + ["missed"]).filter { seen.insert($0).inserted }
    }
}
