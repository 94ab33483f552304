import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The `<menu>` elements of a FreeSWITCH file, as they stand in it.
struct FreeSwitchMenus {
    /// One `<menu>`.
    struct Menu {
        let attributes: [String: String]
        var entries: [[String: String]] = []

        var name: String { attributes["name"] ?? "" }
    }

    let menus: [Menu]

    /// The largest file, and the most elements of it.
    static let mostBytes = 4 << 20
    static let mostElements = 20_000

    /// - Throws: `tooLarge`, or `notUnderstood` with the line. A file that declares a document type is refused: entities
    ///   could make it as large as they like, or read other files.
    init(_ data: Data) throws(ImportError) {
        guard data.count <= Self.mostBytes else { throw .tooLarge(limit: Self.mostBytes) }
        guard data.range(of: Data("<!DOCTYPE".utf8)) == nil, data.range(of: Data("<!ENTITY".utf8)) == nil,
            !data.contains(0)
        else {
            throw .notUnderstood("XML with a document type is not read; expected <menu> elements as in ivr.conf.xml")
        }
        // XMLParser on Linux traps on a name that is no UTF-8, which libxml2 lets pass.
        guard String(validating: data, as: UTF8.self) != nil else {
            throw .notUnderstood("this is no UTF-8 text; `iconv -f ISO-8859-1 -t UTF-8` makes one of an older file")
        }
        let reader = Reader()
        let parser = XMLParser(data: data)
        parser.shouldResolveExternalEntities = false
        parser.delegate = reader
        // On Linux a file that is cut off can count as parsed.
        let isWhole = parser.parse() && parser.parserError == nil && reader.depth == 0
        guard isWhole, !reader.isTooLong else {
            let why = reader.isTooLong ? "more than \(Self.mostElements) elements" : "this is no well-formed XML"
            throw .notUnderstood("line \(max(1, parser.lineNumber)): \(why)")
        }
        menus = reader.menus
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var menus: [Menu] = []
        var isTooLong = false
        var depth = 0
        private var elements = 0

        func parser(
            _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements += 1
            depth += 1
            if elements > FreeSwitchMenus.mostElements {
                isTooLong = true
                parser.abortParsing()
            } else if element == "menu" {
                menus.append(Menu(attributes: attributes))
            } else if element == "entry", !menus.isEmpty {
                menus[menus.count - 1].entries.append(attributes)
            }
        }

        func parser(
            _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
        ) {
            depth -= 1
        }
    }
}
