extension Array {
    /// The element at an index that may be out of bounds; setting one out of bounds does nothing.
    package subscript(checked index: Int) -> Element? {
        get { indices.contains(index) ? self[index] : nil }
        set {
            guard indices.contains(index), let newValue else { return }
            self[index] = newValue
        }
    }
}
