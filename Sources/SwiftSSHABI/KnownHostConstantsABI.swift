// What the typemask of a known host is made of, by libssh2's numbers, and what a check may tell.

/// The bits that say how the name is given.
public let SWIFTSSH_KNOWNHOST_TYPE_MASK: Int32 = 0xFFFF
/// The name as it is.
public let SWIFTSSH_KNOWNHOST_TYPE_PLAIN: Int32 = 1
/// The HMAC-SHA1 of the name in base64, with its salt.
public let SWIFTSSH_KNOWNHOST_TYPE_SHA1: Int32 = 2
/// The same as SWIFTSSH_KNOWNHOST_TYPE_PLAIN.
public let SWIFTSSH_KNOWNHOST_TYPE_CUSTOM: Int32 = 3

/// The bits that say how the key is given.
public let SWIFTSSH_KNOWNHOST_KEYENC_MASK: Int32 = 3 << 16
/// The key's bytes.
public let SWIFTSSH_KNOWNHOST_KEYENC_RAW: Int32 = 1 << 16
/// The key in base64.
public let SWIFTSSH_KNOWNHOST_KEYENC_BASE64: Int32 = 2 << 16

/// The bits that say what type the key is of.
public let SWIFTSSH_KNOWNHOST_KEY_MASK: Int32 = 15 << 18
/// By how many bits the type is shifted.
public let SWIFTSSH_KNOWNHOST_KEY_SHIFT: Int32 = 18
/// An RSA key of SSH 1, which no line holds.
public let SWIFTSSH_KNOWNHOST_KEY_RSA1: Int32 = 1 << 18
/// RSA.
public let SWIFTSSH_KNOWNHOST_KEY_SSHRSA: Int32 = 2 << 18
/// DSA.
public let SWIFTSSH_KNOWNHOST_KEY_SSHDSS: Int32 = 3 << 18
/// ECDSA over nistp256.
public let SWIFTSSH_KNOWNHOST_KEY_ECDSA_256: Int32 = 4 << 18
/// ECDSA over nistp384.
public let SWIFTSSH_KNOWNHOST_KEY_ECDSA_384: Int32 = 5 << 18
/// ECDSA over nistp521.
public let SWIFTSSH_KNOWNHOST_KEY_ECDSA_521: Int32 = 6 << 18
/// Ed25519.
public let SWIFTSSH_KNOWNHOST_KEY_ED25519: Int32 = 7 << 18
/// A type that has no number; the key itself says which.
public let SWIFTSSH_KNOWNHOST_KEY_UNKNOWN: Int32 = 15 << 18

/// The form of OpenSSH's known_hosts, the only one.
public let SWIFTSSH_KNOWNHOST_FILE_OPENSSH: Int32 = 1

/// The key is the host's.
public let SWIFTSSH_KNOWNHOST_CHECK_MATCH: Int32 = 0
/// The host is known, but by other keys only.
public let SWIFTSSH_KNOWNHOST_CHECK_MISMATCH: Int32 = 1
/// The host is not known.
public let SWIFTSSH_KNOWNHOST_CHECK_NOTFOUND: Int32 = 2
/// The check failed. Functions of this library return a status instead; the number is libssh2's.
public let SWIFTSSH_KNOWNHOST_CHECK_FAILURE: Int32 = 3
/// The key, or the authority that signed it, is revoked.
public let SWIFTSSH_KNOWNHOST_CHECK_REVOKED: Int32 = 4

/// A line whose key is the hosts' own.
public let SWIFTSSH_KNOWNHOST_MARKER_NONE: Int32 = 0
/// A line that begins with `@cert-authority`: its key signs the certificates of hosts, and is no host's own.
public let SWIFTSSH_KNOWNHOST_MARKER_CERT_AUTHORITY: Int32 = 1
/// A line that begins with `@revoked`: its key must not be accepted.
public let SWIFTSSH_KNOWNHOST_MARKER_REVOKED: Int32 = 2
