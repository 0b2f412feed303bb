/// A reference that keeps nothing alive, for lists of what others keep.
struct Weak<Object: AnyObject> {
    /// The object; nil when it has gone.
    private(set) weak var object: Object?

    /// Refers to an object.
    init(_ object: Object) {
        self.object = object
    }
}
