/// A place in a menu file: 1-based line and column, counted in Unicode scalars; a tab is one column, a leading byte
/// order mark is not counted, and LF or CRLF ends a line (menu-format, part 10).
public struct Position: Sendable, Hashable, Comparable {
    /// The line, from 1.
    public let line: Int
    /// The column, from 1, in Unicode scalars.
    public let column: Int

    /// A place at a line and a column, both from 1.
    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// Orders by line, then by column.
    public static func < (left: Position, right: Position) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
