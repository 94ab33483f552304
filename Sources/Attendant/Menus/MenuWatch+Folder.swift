import Dispatch
import Logging

extension MenuWatch {
    /// So often the files are compared where the system tells of changes: it tells nothing of network folders, of files
    /// changed behind links, and of a folder that took the place of another.
    static let seldom = Duration.seconds(30)
    /// So often where the system tells nothing.
    static let often = Duration.seconds(2)

    /// Watches a folder until its task is cancelled, and looks whenever something in it has changed.
    ///
    /// - Parameter notices: whether the system is asked to tell of changes; tests go without.
    func run(_ tree: FolderTree, notices: Bool = true) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.run() }
            group.addTask { await self.compare(tree, notices: notices) }
            await group.waitForAll()
        }
    }

    private func compare(_ tree: FolderTree, notices: Bool) async {
        let notice = notices ? FolderNotice(tree) { self.changed() } : nil
        var last = await Aside.run { tree.stamps() }
        if notice == nil {
            logger.info("changes of menus are looked for now and then", metadata: ["every": "\(Self.often)"])
        }
        // What changed between the start and now was told by nobody.
        changed()
        while (try? await clock.sleep(for: notice == nil ? Self.often : Self.seldom)) != nil {
            let now = await Aside.run { tree.stamps() }
            guard now != last else { continue }
            last = now
            notice?.renew()
            changed()
        }
    }
}

#if !canImport(Glibc)
    /// No system but Linux is asked; the files are compared.
    final class FolderNotice {
        init?(_ tree: FolderTree, onChange: @escaping @Sendable () -> Void) { return nil }

        func renew() {}
    }
#endif
