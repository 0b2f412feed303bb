import SwiftSyntax

/// Computes the value of a constant: a literal, `-literal`, shifts, unions and the constants before it.
struct ConstantParser {
    /// The values of the constants read so far.
    var known: [String: Int128] = [:]

    /// The value of an expression; nil when it is none of the simple ones.
    func value(of expression: ExprSyntax) -> Int128? {
        if let literal = expression.as(IntegerLiteralExprSyntax.self) {
            return Self.value(ofLiteral: literal.literal.text)
        }
        if let prefix = expression.as(PrefixOperatorExprSyntax.self), prefix.operator.text == "-" {
            return value(of: prefix.expression).map { -$0 }
        }
        if let reference = expression.as(DeclReferenceExprSyntax.self) {
            return known[reference.baseName.text]
        }
        if let tuple = expression.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first {
            return value(of: only.expression)
        }
        if let sequence = expression.as(SequenceExprSyntax.self) {
            return value(of: Array(sequence.elements))
        }
        return nil
    }

    /// `a << b | c`: a shift binds more tightly than a union.
    private func value(of elements: [ExprSyntax]) -> Int128? {
        guard let first = elements.first, var term = value(of: first) else { return nil }
        var union: Int128 = 0
        for index in stride(from: 1, to: elements.count - 1, by: 2) {
            guard let operation = elements[index].as(BinaryOperatorExprSyntax.self)?.operator.text,
                let operand = value(of: elements[index + 1])
            else { return nil }
            switch operation {
            case "<<":
                guard (0..<64).contains(operand), (0...Int128(UInt64.max)).contains(term) else { return nil }
                term <<= operand
            case "|":
                union |= term
                term = operand
            default: return nil
            }
        }
        return union | term
    }

    /// Whether the source spells the value as a mask rather than as a number.
    func isMask(_ expression: ExprSyntax) -> Bool {
        if let literal = expression.as(IntegerLiteralExprSyntax.self) { return literal.literal.text.hasPrefix("0x") }
        return expression.is(SequenceExprSyntax.self)
    }

    private static func value(ofLiteral text: String) -> Int128? {
        let digits = text.filter { $0 != "_" }
        for (prefix, radix) in [("0x", 16), ("0b", 2), ("0o", 8)] where digits.hasPrefix(prefix) {
            return Int128(digits.dropFirst(2), radix: radix)
        }
        return Int128(digits)
    }
}
