/// What Asterisk takes for yes and no (`ast_true`, `ast_false` in utils.c).
enum Truth {
    /// `yes`, `true`, `y`, `t`, `1`, `on`.
    static func isTrue(_ text: String?) -> Bool { ["yes", "true", "y", "t", "1", "on"].contains(text?.lowercased()) }

    /// `no`, `false`, `n`, `f`, `0`, `off`.
    static func isFalse(_ text: String?) -> Bool { ["no", "false", "n", "f", "0", "off"].contains(text?.lowercased()) }
}
