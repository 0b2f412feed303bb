// What a transfer has done. A report is a copy: it stays as it is until it is freed.

internal import SwiftSSH

/// How many files were copied whole.
public let SWIFTSSH_SFTP_REPORT_FILES: Int32 = 0
/// How many files were there already.
public let SWIFTSSH_SFTP_REPORT_UNCHANGED_FILES: Int32 = 1
/// How many directories were copied, or were there already.
public let SWIFTSSH_SFTP_REPORT_DIRECTORIES: Int32 = 2
/// How many symbolic links were made.
public let SWIFTSSH_SFTP_REPORT_LINKS: Int32 = 3
/// How many bytes of files were copied by the transfer.
public let SWIFTSSH_SFTP_REPORT_BYTES: Int32 = 4
/// How many problems swiftssh_sftp_report_problem tells: one for each file, directory and link that could not be copied. At most 10,000, of which the
/// last one's message then says how many more there were.
public let SWIFTSSH_SFTP_REPORT_PROBLEMS: Int32 = 5

/// Frees a report.
/// - Parameter report: A report; NULL, a freed or foreign handle does nothing.
@_cdecl("swiftssh_sftp_report_free")
public func swiftssh_sftp_report_free(_ report: swiftssh_sftp_report?) {
    boundaryVoid { HandleTable.shared.remove(report, SFTPReportObject.self) }
}

/// One number of a report.
/// - Parameter report: A report.
/// - Parameter field: One of SWIFTSSH_SFTP_REPORT_*.
/// - Returns: The number; 0 for a field that there is not and for a bad handle.
@_cdecl("swiftssh_sftp_report_value")
public func swiftssh_sftp_report_value(_ report: swiftssh_sftp_report?, _ field: Int32) -> UInt64 {
    boundaryUnsigned { () throws(SSHError) in
        let report = try HandleTable.shared.object(report, SFTPReportObject.self).report
        return switch field {
        case SWIFTSSH_SFTP_REPORT_FILES: UInt64(clamping: report.files)
        case SWIFTSSH_SFTP_REPORT_UNCHANGED_FILES: UInt64(clamping: report.unchangedFiles)
        case SWIFTSSH_SFTP_REPORT_DIRECTORIES: UInt64(clamping: report.directories)
        case SWIFTSSH_SFTP_REPORT_LINKS: UInt64(clamping: report.symbolicLinks)
        case SWIFTSSH_SFTP_REPORT_BYTES: report.bytes
        case SWIFTSSH_SFTP_REPORT_PROBLEMS: UInt64(clamping: report.problems.count)
        default: 0
        }
    }
}

/// Tells why something could not be copied, as the call that copies it alone would have: by its status and its error, which has the path.
/// - Parameter report: A report.
/// - Parameter index: The problem's place, from 0.
/// - Parameter error: Receives the problem, or what is wrong with the call; may be NULL.
/// - Returns: The problem's status, which is negative; SWIFTSSH_ERROR_OUT_OF_BOUNDARY when there is no such problem.
/// - Blocks: No.
@_cdecl("swiftssh_sftp_report_problem")
public func swiftssh_sftp_report_problem(
    _ report: swiftssh_sftp_report?, _ index: UInt64, _ error: UnsafeMutablePointer<swiftssh_error?>?
) -> swiftssh_status {
    boundary(error) { () throws(SSHError) in
        let report = try HandleTable.shared.object(report, SFTPReportObject.self).report
        guard let problem = report.problems[checked: Int(clamping: index)] else {
            throw SSHError(.outOfBoundary, "the report has no such problem")
        }
        throw problem
    }
}

/// What swiftssh_sftp_report is a handle of.
final class SFTPReportObject: Sendable {
    let report: TransferReport

    init(_ report: TransferReport) {
        self.report = report
    }
}
