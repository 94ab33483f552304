import Dispatch
import Foundation

#if canImport(Glibc)
    import Glibc

    /// Tells that something in a folder, or in the folders below it, was written, renamed, made or removed: Linux's
    /// inotify, read by a Dispatch source.
    final class FolderNotice {
        /// A tree of more folders than this is only watched in part; the looks now and then see the rest.
        static let mostFolders = 1_000

        private let descriptor: Int32
        private let source: any DispatchSourceRead
        private let queue = DispatchQueue(label: "attendant.menus.notice", qos: .utility)
        private let tree: FolderTree

        private static let kinds = UInt32(
            IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
                | IN_DELETE_SELF | IN_MOVE_SELF)

        /// Watches a tree from now on; nil where the system does not let us.
        ///
        /// - Parameter onChange: called on a Dispatch queue, often many times for one change.
        init?(_ tree: FolderTree, onChange: @escaping @Sendable () -> Void) {
            let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0 else { return nil }
            self.descriptor = descriptor
            self.tree = tree
            source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
            source.setCancelHandler { _ = close(descriptor) }
            source.setEventHandler {
                let events = Self.read(descriptor)
                // A new folder may have been filled before it was watched, so it counts as a change itself.
                if events.contains(where: \.isAboutFolders) { _ = Self.watch(tree, descriptor) }
                if events.contains(where: { $0.isAboutFolders || tree.concerns($0.name) }) { onChange() }
            }
            source.resume()
            guard Self.watch(tree, descriptor) else {
                source.cancel()
                return nil
            }
        }

        deinit { source.cancel() }

        /// Watches what has come meanwhile, also a folder that took the place of another. Returns at once.
        func renew() {
            queue.async { [tree, descriptor] in _ = Self.watch(tree, descriptor) }
        }

        /// A folder that is watched already stays so.
        ///
        /// - Returns: whether the tree's root is watched.
        private static func watch(_ tree: FolderTree, _ descriptor: Int32) -> Bool {
            guard inotify_add_watch(descriptor, tree.root, kinds | UInt32(IN_ONLYDIR)) >= 0 else { return false }
            for folder in tree.folders(atMost: mostFolders) {
                _ = inotify_add_watch(descriptor, folder, kinds | UInt32(IN_ONLYDIR | IN_DONT_FOLLOW))
            }
            return true
        }

        /// What inotify tells, as far as it matters here.
        private struct Event {
            let name: String
            /// A folder below has come or gone, the watched one itself has, or there was more than could be told.
            let isAboutFolders: Bool
        }

        private static func read(_ descriptor: Int32) -> [Event] {
            var events: [Event] = []
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = Glibc.read(descriptor, &bytes, bytes.count)
                guard count > 0 else { return events }
                events += self.events(in: bytes[..<count])
            }
        }

        /// A head of four numbers (watch, kind, cookie, length) and a name padded with zeros, again and again.
        private static func events(in bytes: ArraySlice<UInt8>) -> [Event] {
            let head = MemoryLayout<inotify_event>.size
            var events: [Event] = []
            var rest = bytes
            while rest.count >= head {
                let (kind, length) = rest.withUnsafeBytes { raw in
                    (
                        raw.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
                        Int(raw.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
                    )
                }
                let name = rest.dropFirst(head).prefix(length).prefix { $0 != 0 }
                let isAboutFolders =
                    kind & UInt32(IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF | IN_Q_OVERFLOW | IN_IGNORED) != 0
                events.append(Event(name: String(decoding: name, as: UTF8.self), isAboutFolders: isAboutFolders))
                rest = rest.dropFirst(head + length)
            }
            return events
        }
    }
#endif
