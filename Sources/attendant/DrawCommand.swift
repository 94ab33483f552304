public import ArgumentParser
public import Attendant

/// `attendant draw`
struct DrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Draw a menu as a picture that fits one page.",
        discussion: """
            Boxes say what happens, arrows say which key or outcome leads there. 0 and what happens when nobody answers
            hold everywhere and stand in boxes of their own.

                attendant draw heating.json --output heating.svg
                attendant draw heating --seconds --output heating.svg
                attendant draw heating --format mermaid

            SVG needs Graphviz (apt install graphviz); the other formats need nothing.
            """)

    @OptionGroup var target: MenuOptions

    @Flag(help: "Say on each arrow after how many seconds a newcomer goes that way.")
    var seconds = false

    @Option(help: "svg, dot or mermaid; else by the ending of the file, else svg where there is Graphviz.")
    var format: MenuPicture.Format?

    @Option(name: .shortAndLong, help: "The file to write; else the picture is printed.")
    var output: String?

    func run() async throws {
        let picture = try await MenuPicture(
            target.menu, try target.configuration(), format: format, output: output, seconds: seconds)
        if let remark = picture.remark { Output.error("attendant: \(target.menu): \(remark)") }
        guard let output else { return Output.line(picture.text) }
        try picture.write(to: output)
    }
}

extension MenuPicture.Format: ExpressibleByArgument {}
