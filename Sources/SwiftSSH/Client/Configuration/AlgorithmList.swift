/// Which algorithms are to be offered, as ssh_config has it: names and patterns with commas between, in the place of those that are offered anyway, or with `+`
/// behind them, with `^` before them, or with `-` taken out of them.
public struct AlgorithmList: Sendable, Hashable {
    /// The list as it is written.
    public let text: String

    /// Makes a list.
    /// - Parameter text: The list as it is written.
    public init(_ text: String) {
        self.text = text
    }

    /// The algorithms to offer, favourite first.
    /// - Parameters:
    ///   - usual: What is offered anyway.
    ///   - supported: What there is. Names that are not among it are left out.
    /// - Returns: The names, each once; empty where there are none.
    public func names(usual: [String], supported: [String]) -> [String] {
        let patterns = text.drop { "+-^".contains($0) }.split(separator: ",").map { Array($0.utf8)[...] }
        let named = patterns.flatMap { pattern in
            supported.filter { HostPatterns.fits(pattern, Array($0.utf8), false) }
        }
        let all =
            switch text.first {
            case "+": usual + named
            case "-": usual.filter { !named.contains($0) }
            case "^": named + usual
            default: named
            }
        var seen: Set<String> = []
        return all.filter { seen.insert($0).inserted }
    }
}
