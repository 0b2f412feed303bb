/// A reference that keeps nothing alive, for lists of what others keep.
package struct Weak<Object: AnyObject> {
    /// The object; nil when it has gone.
    package private(set) weak var object: Object?

    /// Refers to an object.
    package init(_ object: Object) {
        self.object = object
    }
}
