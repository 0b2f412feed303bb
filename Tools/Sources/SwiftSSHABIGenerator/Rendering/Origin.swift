/// What every generated file begins with.
enum Origin {
    /// The command, which the first line names; a file whose first line does not is not replaced.
    static let command = "by scripts/generate"
    static let sentence = "Generated from Sources/SwiftSSHABI \(command)."
    static let advice = "Do not edit: change the Swift sources and run scripts/generate."

    static let cComment = "/* \(sentence)\n   \(advice) */\n"
    static let hashComment = "# \(sentence)\n# \(advice)\n"
    static let swiftComment =
        "// Generated from VERSION \(command).\n// Do not edit: change VERSION and run scripts/generate.\n"
}
