import Foundation
import Testing

@testable import SwiftSSHABIGenerator

/// Compares what the generator makes with what it made when somebody last looked at it.
///
/// After a change that is meant: `SWIFTSSH_UPDATE_GOLDENS=1 swift test --package-path Tools`, then read the difference.
@Suite(.serialized) struct GoldenTests {
    @Test(arguments: Fixture.names)
    func outputsAreTheGoldens(name: String) throws {
        let fixture = Fixture(name: name)
        for output in try fixture.outputs() {
            let file = try #require(output.path.split(separator: "/").last)
            let golden = fixture.goldens.appendingPathComponent(String(file))
            if ProcessInfo.processInfo.environment["SWIFTSSH_UPDATE_GOLDENS"] != nil {
                try FileManager.default.createDirectory(at: fixture.goldens, withIntermediateDirectories: true)
                try Data(output.contents.utf8).write(to: golden)
            }
            let expected = try String(contentsOf: golden, encoding: .utf8)
            #expect(output.contents == expected, "\(name)/\(file)")
        }
    }

    @Test func everyFixtureIsTested() throws {
        let folder = Fixture.folder.appendingPathComponent("Fixtures").path
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == Fixture.names)
    }

    static let warnings = ["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only"]

    @Test(arguments: Fixture.names, [["cc", "-std=c99", "-xc"], ["c++", "-std=c++17", "-xc++"]])
    func headersCompile(name: String, compiler: [String]) throws {
        let include = "-I" + Fixture(name: name).goldens.path
        let program = """
            #include "swiftssh.h"
            #include "swiftssh.h"
            #include "abuse_calls.h"
            int main(void) {
                struct abuse_result result;
                struct abuse_arguments arguments = {NULL, NULL, NULL, 0, 0, NULL, 0, 0, 0, NULL};
                size_t index;
                arguments.result = &result;
                for (index = 0; index < ABUSE_COUNT; index++) {
            #ifdef ABUSE_EMPTY
                    (void)arguments;
            #else
                    abuse_table[index].call(&arguments);
            #endif
                }
                return 0;
            }

            """
        let empty = name == "constants" || name == "empty" ? ["-DABUSE_EMPTY", "-Wno-type-limits"] : []
        let result = try run(compiler + Self.warnings + empty + [include, "-"], input: program)
        #expect(result.status == 0, "\(result.output)")
        let alone = try run(compiler + Self.warnings + [include, "-"], input: "#include \"swiftssh.h\"\n")
        #expect(alone.status == 0, "\(alone.output)")
    }

    /// The preprocessor can compare the constants, and the compiler agrees about their values and types.
    @Test func constantsHaveTheirValues() throws {
        let program = """
            #include "swiftssh.h"
            #if SWIFTSSH_ERROR_TIMEOUT != -9 || SWIFTSSH_VERSION_NUMBER != 0x10203
            #error "constants"
            #endif
            #if SWIFTSSH_CAPABILITY_LAST != 0x8000000000000000 || SWIFTSSH_LONG != -5000000000
            #error "long constants"
            #endif
            #define CHECK(name, condition) typedef char check_##name[(condition) ? 1 : -1]
            CHECK(lowest, SWIFTSSH_LOWEST == INT32_MIN && sizeof(SWIFTSSH_LOWEST) == 4);
            CHECK(lowest_long, SWIFTSSH_LOWEST_LONG == INT64_MIN && sizeof(SWIFTSSH_LOWEST_LONG) == 8);
            CHECK(both, SWIFTSSH_CAPABILITY_BOTH == (UINT64_C(1) << 63 | 1));
            CHECK(abi, SWIFTSSH_ABI_VERSION == 7);

            """
        let include = "-I" + Fixture(name: "constants").goldens.path
        let result = try run(["cc", "-std=c99", "-xc"] + Self.warnings + [include, "-"], input: program)
        #expect(result.status == 0, "\(result.output)")
    }

    @Test(arguments: Fixture.names)
    func pythonCompilesAndLoads(name: String) throws {
        let golden = Fixture(name: name).goldens.appendingPathComponent("_abi.py")
        let program = """
            import sys
            text = open(sys.argv[1], encoding="utf-8").read()
            names = {"__name__": "_abi"}
            exec(compile(text, sys.argv[1], "exec"), names)
            assert names["VERSION"] == "1.2.3" and names["SWIFTSSH_VERSION_NUMBER"] == 0x10203
            assert max(map(len, text.splitlines())) <= 110
            for name, (result, parameters) in names["FUNCTIONS"].items():
                assert name.startswith("swiftssh_") and isinstance(parameters, tuple), name
            assert names["FALLIBLE"] <= set(names["FUNCTIONS"])
            """
        let result = try run(["python3", "-c", program, golden.path])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test func versionScriptLinks() throws {
        let script = Fixture(name: "errors").goldens.appendingPathComponent("swiftssh.map").path
        let program = "void swiftssh_session_free(void *s) { (void)s; }\nvoid other(void) {}\n"
        let library = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).so").path
        defer { try? FileManager.default.removeItem(atPath: library) }
        let link = try run(
            ["cc", "-shared", "-fPIC", "-xc", "-Wl,--version-script=\(script)", "-o", library, "-"], input: program)
        #expect(link.status == 0, "\(link.output)")
        let symbols = try run(["nm", "-D", "--defined-only", library])
        #expect(symbols.output.contains("swiftssh_session_free@@SWIFTSSH_1"))
        #expect(!symbols.output.contains("other"))
    }
}
