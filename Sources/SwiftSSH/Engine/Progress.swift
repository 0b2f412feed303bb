/// What one turn of an operation gave.
enum Progress<Value> {
    /// The operation ended with this value.
    case done(Value)
    /// The operation waits for bytes of the peer, or for room to send; it goes on when it is called again.
    case wouldBlock

    /// The same progress with another value.
    func map<Other>(_ transform: (Value) -> Other) -> Progress<Other> {
        switch self {
        case .done(let value): .done(transform(value))
        case .wouldBlock: .wouldBlock
        }
    }
}

/// An operation under way: each call is one turn; after `.done` or an error it is not called again.
typealias Step<Value> = () throws(SSHError) -> Progress<Value>
