@testable import SwiftSSH

/// The algorithms of one connection.
struct AlgorithmChoice: Hashable, Sendable, CustomStringConvertible {
    /// Key exchange, host key, cipher and MAC; the MAC is empty where the cipher needs none.
    let names: [String]

    /// What the names are of.
    static let purposes: [AlgorithmPurpose] = [.keyExchange, .hostKey, .cipherClientToServer, .macClientToServer]

    var description: String { names.filter { !$0.isEmpty }.joined(separator: " ") }

    /// Every combination of what both sides have.
    /// - Parameter common: The names for each of ``purposes``.
    static func all(_ common: [[String]]) -> [AlgorithmChoice] {
        guard common.count == purposes.count else { return [] }
        return common[0].flatMap { method in
            common[1].flatMap { hostKey in
                common[2].flatMap { cipher in
                    let authenticates = PacketCipherAlgorithm(rawValue: cipher)?.authenticates == true
                    return (authenticates ? [""] : common[3]).map { mac in
                        AlgorithmChoice(names: [method, hostKey, cipher, mac])
                    }
                }
            }
        }
    }

    /// So few of them that every two algorithms which may meet do: each one is that which has most new pairs.
    static func pairwise(_ common: [[String]]) -> [AlgorithmChoice] {
        var rest = all(common).map { ($0, $0.pairs) }
        var chosen: [AlgorithmChoice] = []
        while let best = rest.max(by: { $0.1.count < $1.1.count }), !best.1.isEmpty {
            chosen.append(best.0)
            rest = rest.map { ($0.0, $0.1.subtracting(best.1)) }.filter { !$0.1.isEmpty }
        }
        return chosen
    }

    /// One for each of some host keys; what stands beside them are the common ones of every other purpose, in turn.
    static func each(_ hostKeys: [String], _ common: [[String]]) -> [AlgorithmChoice] {
        hostKeys.enumerated().compactMap { number, hostKey in
            var common = common
            common[1] = [hostKey]
            let choices = all(common)
            // So far apart that all else differs too.
            return choices.isEmpty ? nil : choices[number * (choices.count / hostKeys.count + 1) % choices.count]
        }
    }

    /// Two algorithms that it has for two purposes.
    private struct Pair: Hashable {
        let purposes: [Int]
        let names: [String]
    }

    private var pairs: Set<Pair> {
        var pairs: Set<Pair> = []
        for first in names.indices {
            for second in names.indices where first < second && !names[second].isEmpty {
                pairs.insert(Pair(purposes: [first, second], names: [names[first], names[second]]))
            }
        }
        return pairs
    }
}
