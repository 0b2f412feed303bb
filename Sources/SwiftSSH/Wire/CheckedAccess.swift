extension Array {
    /// The element at an index that may be out of bounds; setting one out of bounds does nothing.
    package subscript(checked index: Int) -> Element? {
        @inlinable get { index >= 0 && index < count ? self[index] : nil }
        @inlinable set {
            guard index >= 0, index < count, let newValue else { return }
            self[index] = newValue
        }
    }
}
