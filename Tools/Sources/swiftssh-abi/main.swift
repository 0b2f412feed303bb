import Foundation
import SwiftSSHABIGenerator

var tool = CommandLineTool { print($0) }
exit(tool.run(Array(CommandLine.arguments.dropFirst())).rawValue)
