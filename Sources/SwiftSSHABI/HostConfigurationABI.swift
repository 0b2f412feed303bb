internal import SwiftSSH

/// What swiftssh_host_configuration is a handle of.
final class HostConfigurationObject: Sendable {
    let configuration: HostConfiguration
    let texts = Texts()

    init(_ configuration: HostConfiguration) {
        self.configuration = configuration
    }
}

/// Reads what ssh_config files say of a host, for who only wants to know; clients read it by themselves.
/// - Parameter host: The host as a user names it, which may be an alias.
/// - Parameter port: The port, where it is not for the files to say; 0 where it is.
/// - Parameter username: The user's name on the server, where it is not for the files to say; NULL where it is.
/// - Parameter paths: The files, each path with a NUL after it, which must exist; NULL takes ~/.ssh/config and /etc/ssh/ssh_config as far as they exist, and
///   what is not NULL and has no bytes reads none.
/// - Parameter paths_length: The length of all of them in bytes.
/// - Parameter timeout_ms: The time that commands of `Match exec` may take in milliseconds; negative for no limit.
/// - Parameter out_configuration: Receives what they say, which the caller frees with swiftssh_host_configuration_free; NULL on failure.
/// - Parameter error: Receives the error, with the path, and the line in its message; may be NULL.
/// - Returns: SWIFTSSH_ERROR_NONE; SWIFTSSH_ERROR_FILE for a file that cannot be read, does not belong to its user, or has a line that is not understood;
///   SWIFTSSH_ERROR_INVAL for a NULL host or output; SWIFTSSH_ERROR_INVALID_TEXT; SWIFTSSH_ERROR_TIMEOUT.
/// - Blocks: While files are read, and commands run.
@_cdecl("swiftssh_host_configuration_new")
public func swiftssh_host_configuration_new(
    _ host: UnsafePointer<CChar>?, _ port: UInt16, _ username: UnsafePointer<CChar>?, _ paths: UnsafePointer<UInt8>?,
    _ paths_length: UInt, _ timeout_ms: Int64,
    _ out_configuration: UnsafeMutablePointer<swiftssh_host_configuration?>?,
    _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundaryObject(out_configuration, "out_configuration", error) { () throws(SSHError) in
        let user = username == nil ? nil : try text(username, "username")
        let files = paths == nil ? ConfigurationChoice.user : .files(try list(paths, paths_length, "paths"))
        return HostConfigurationObject(
            try HostConfiguration(
                of: text(host, "host"), port: port == 0 ? nil : port, user: user, files: files,
                timeout: duration(timeout_ms)))
    }
}

/// Frees what swiftssh_host_configuration_new made.
/// - Parameter configuration: What it made; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_host_configuration_free")
public func swiftssh_host_configuration_free(_ configuration: swiftssh_host_configuration?) {
    boundaryVoid { HandleTable.shared.remove(configuration, HostConfigurationObject.self) }
}

/// A keyword that has values, in small letters, as `ssh -G` shows it.
/// - Parameter configuration: What files say of a host.
/// - Parameter index: The keyword's number, from 0.
/// - Returns: The text, valid until the configuration is freed; empty beyond the last one.
@_cdecl("swiftssh_host_configuration_keyword")
public func swiftssh_host_configuration_keyword(
    _ configuration: swiftssh_host_configuration?, _ index: UInt64
) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let object = try configurationObject(configuration)
        return object.texts.text(object.configuration.keywords.dropFirst(Int(clamping: index)).first ?? "")
    }
}

/// How many values a keyword has: several for IdentityFile, CertificateFile and the lists of known hosts, one for others, 0 where it is not set.
/// - Parameter configuration: What files say of a host.
/// - Parameter keyword: The keyword, whatever the case of its letters.
/// - Returns: The number; SWIFTSSH_ERROR_INVALID_HANDLE, SWIFTSSH_ERROR_INVAL for NULL.
@_cdecl("swiftssh_host_configuration_count")
public func swiftssh_host_configuration_count(
    _ configuration: swiftssh_host_configuration?, _ keyword: UnsafePointer<CChar>?
) -> Int64 {
    boundaryNumber { () throws(SSHError) in
        let object = try configurationObject(configuration)
        return Int64(clamping: object.configuration.values(of: try text(keyword, "keyword")).count)
    }
}

/// A value of a keyword as `ssh -G` shows it, with tokens and home directories replaced.
/// - Parameter configuration: What files say of a host.
/// - Parameter keyword: The keyword, whatever the case of its letters.
/// - Parameter index: The value's number, from 0.
/// - Returns: The text, valid until the configuration is freed; empty beyond the last one.
@_cdecl("swiftssh_host_configuration_value")
public func swiftssh_host_configuration_value(
    _ configuration: swiftssh_host_configuration?, _ keyword: UnsafePointer<CChar>?, _ index: UInt64
) -> UnsafePointer<CChar> {
    boundaryText { () throws(SSHError) in
        let object = try configurationObject(configuration)
        let values = object.configuration.values(of: try text(keyword, "keyword"))
        return object.texts.text(values.dropFirst(Int(clamping: index)).first ?? "")
    }
}

private func configurationObject(
    _ handle: swiftssh_host_configuration?
) throws(SSHError) -> HostConfigurationObject {
    try HandleTable.shared.object(handle, HostConfigurationObject.self)
}

/// Texts that C handed in, each with a NUL after it.
/// - Throws: `invalidText` for what is not UTF-8.
private func list(_ pointer: UnsafePointer<UInt8>?, _ length: UInt, _ name: String) throws(SSHError) -> [String] {
    var texts: [String] = []
    for part in try bytes(pointer, length, name).split(separator: 0) {
        guard let text = String(validating: part, as: UTF8.self) else {
            throw SSHError(.invalidText, "\(name) is not valid UTF-8")
        }
        texts.append(text)
    }
    return texts
}
