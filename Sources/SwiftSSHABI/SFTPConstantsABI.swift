// Numbers of SFTP, by libssh2's and the protocol's.

/// For reading.
public let SWIFTSSH_FXF_READ: UInt32 = 0x1
/// For writing.
public let SWIFTSSH_FXF_WRITE: UInt32 = 0x2
/// What is written goes to the end of the file, whatever the position.
public let SWIFTSSH_FXF_APPEND: UInt32 = 0x4
/// A file that is not there is made.
public let SWIFTSSH_FXF_CREAT: UInt32 = 0x8
/// A file that is there is emptied.
public let SWIFTSSH_FXF_TRUNC: UInt32 = 0x10
/// With SWIFTSSH_FXF_CREAT: a file that is there is an error.
public let SWIFTSSH_FXF_EXCL: UInt32 = 0x20

/// It was done.
public let SWIFTSSH_FX_OK: Int32 = 0
/// The end of the file or of the listing.
public let SWIFTSSH_FX_EOF: Int32 = 1
/// There is no such file.
public let SWIFTSSH_FX_NO_SUCH_FILE: Int32 = 2
/// The user may not do that.
public let SWIFTSSH_FX_PERMISSION_DENIED: Int32 = 3
/// It failed, for a reason that has no number of its own: in version 3 most have none.
public let SWIFTSSH_FX_FAILURE: Int32 = 4
/// The server could not read the request.
public let SWIFTSSH_FX_BAD_MESSAGE: Int32 = 5
/// There is no connection.
public let SWIFTSSH_FX_NO_CONNECTION: Int32 = 6
/// The connection was lost.
public let SWIFTSSH_FX_CONNECTION_LOST: Int32 = 7
/// The server cannot do that.
public let SWIFTSSH_FX_OP_UNSUPPORTED: Int32 = 8

/// The size is known.
public let SWIFTSSH_SFTP_ATTR_SIZE: UInt32 = 0x1
/// The owner is known.
public let SWIFTSSH_SFTP_ATTR_UIDGID: UInt32 = 0x2
/// The kind of file and its permission bits are known.
public let SWIFTSSH_SFTP_ATTR_PERMISSIONS: UInt32 = 0x4
/// The times are known.
public let SWIFTSSH_SFTP_ATTR_ACMODTIME: UInt32 = 0x8
/// There are attributes that have no field of their own.
public let SWIFTSSH_SFTP_ATTR_EXTENDED: UInt32 = 0x8000_0000

/// The bits of the permissions that say what kind of file it is.
public let SWIFTSSH_SFTP_S_IFMT: UInt32 = 0xF000
/// A named pipe.
public let SWIFTSSH_SFTP_S_IFIFO: UInt32 = 0x1000
/// A character device.
public let SWIFTSSH_SFTP_S_IFCHR: UInt32 = 0x2000
/// A directory.
public let SWIFTSSH_SFTP_S_IFDIR: UInt32 = 0x4000
/// A block device.
public let SWIFTSSH_SFTP_S_IFBLK: UInt32 = 0x6000
/// A regular file.
public let SWIFTSSH_SFTP_S_IFREG: UInt32 = 0x8000
/// A symbolic link.
public let SWIFTSSH_SFTP_S_IFLNK: UInt32 = 0xA000
/// A socket.
public let SWIFTSSH_SFTP_S_IFSOCK: UInt32 = 0xC000

/// The owner may do all of it.
public let SWIFTSSH_SFTP_S_IRWXU: UInt32 = 0x1C0
/// The owner may read.
public let SWIFTSSH_SFTP_S_IRUSR: UInt32 = 0x100
/// The owner may write.
public let SWIFTSSH_SFTP_S_IWUSR: UInt32 = 0x80
/// The owner may run it, or go through it.
public let SWIFTSSH_SFTP_S_IXUSR: UInt32 = 0x40
/// The group may do all of it.
public let SWIFTSSH_SFTP_S_IRWXG: UInt32 = 0x38
/// The group may read.
public let SWIFTSSH_SFTP_S_IRGRP: UInt32 = 0x20
/// The group may write.
public let SWIFTSSH_SFTP_S_IWGRP: UInt32 = 0x10
/// The group may run it, or go through it.
public let SWIFTSSH_SFTP_S_IXGRP: UInt32 = 0x8
/// The others may do all of it.
public let SWIFTSSH_SFTP_S_IRWXO: UInt32 = 0x7
/// The others may read.
public let SWIFTSSH_SFTP_S_IROTH: UInt32 = 0x4
/// The others may write.
public let SWIFTSSH_SFTP_S_IWOTH: UInt32 = 0x2
/// The others may run it, or go through it.
public let SWIFTSSH_SFTP_S_IXOTH: UInt32 = 0x1

/// A file that has the new name is replaced.
public let SWIFTSSH_SFTP_RENAME_OVERWRITE: UInt32 = 0x1
/// No other sees a state between.
public let SWIFTSSH_SFTP_RENAME_ATOMIC: UInt32 = 0x2
/// The server may do it in its own way.
public let SWIFTSSH_SFTP_RENAME_NATIVE: UInt32 = 0x4

/// Nothing can be written.
public let SWIFTSSH_SFTP_ST_RDONLY: UInt64 = 0x1
/// Programs do not run with the rights of their owner.
public let SWIFTSSH_SFTP_ST_NOSUID: UInt64 = 0x2
