import ArgumentParser
import Attendant

/// `attendant schema`
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of menu files or call tests, for completion in editors.",
        discussion: """
            JSON Schema 2020-12, made from the tables that the program itself reads menus by. Put it beside the menus
            and name it in each:

                attendant schema > menu.schema.json
                { "$schema": "menu.schema.json", "attendant": 1, …

                attendant schema --tests > test.schema.json
                { "$schema": "test.schema.json", "calls": [ …

            An editor such as VS Code then completes and checks as you type. `attendant check` says more: names, ways
            through the menu and good practice are beyond a schema.
            """)

    @Flag(help: "Print the schema of call tests, NAME.test.json, instead.")
    var tests = false

    func run() { Output.line(tests ? LanguageText.testSchema : LanguageText.schema) }
}

/// `attendant language`
struct LanguageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language",
        abstract: "Print the reference of the menu language, as Markdown.",
        discussion: "Every key with its type, default and meaning, made from the tables that menus are read by.")

    func run() { Output.line(LanguageText.reference) }
}
