import Foundation
import Testing

@testable import SwiftSSHABIGenerator

/// Runs the wrappers against a stand-in for the library.
@Suite struct AbuseTests {
    private static let program = #"""
        #include "swiftssh.h"
        #include "abuse_calls.h"
        #include <assert.h>
        #include <stdlib.h>
        #include <string.h>

        static int live_sessions, live_errors, silent;

        struct swiftssh_session { int unused; };
        struct swiftssh_error { int code; };

        void swiftssh_error_free(swiftssh_error *error) { if (error != NULL) live_errors--; free(error); }
        swiftssh_status swiftssh_error_code(swiftssh_error *error) { return error == NULL ? -1002 : error->code; }
        const char *swiftssh_error_message(swiftssh_error *error) { (void)error; return ""; }

        swiftssh_status swiftssh_session_new(swiftssh_session **out_session, swiftssh_error **error) {
            if (silent) return 0;
            if (error != NULL) *error = NULL;
            if (out_session == NULL) return -34;
            *out_session = calloc(1, sizeof(**out_session));
            live_sessions++;
            return 0;
        }
        void swiftssh_session_free(swiftssh_session *session) { if (session != NULL) live_sessions--; free(session); }
        int64_t swiftssh_session_keepalive_send(swiftssh_session *session, int32_t *out_seconds, swiftssh_error **error) {
            (void)session;
            if (out_seconds != NULL) *out_seconds = 0;
            if (error != NULL) {
                *error = calloc(1, sizeof(**error));
                (*error)->code = -1002;
                live_errors++;
            }
            return -1002;
        }

        static struct abuse_result call(const char *name, struct abuse_arguments arguments) {
            struct abuse_result result;
            size_t index;
            memset(&result, 7, sizeof result);
            arguments.result = &result;
            for (index = 0; index < ABUSE_COUNT; index++) {
                if (strcmp(abuse_table[index].name, name) == 0) {
                    abuse_table[index].call(&arguments);
                    return result;
                }
            }
            abort();
        }

        int main(void) {
            struct abuse_arguments arguments = {0};
            struct abuse_result result;
            size_t index;

            for (index = 0; index < ABUSE_COUNT; index++) abuse_table[index].call(&arguments);

            result = call("swiftssh_session_new", arguments);
            assert(result.value == 0 && result.outputs_set == 1 && result.error_set == 0);
            result = call("swiftssh_session_keepalive_send", arguments);
            assert(result.value == -1002 && result.outputs_set == 0 && result.error_set == 1 && result.error_code == -1002);
            result = call("swiftssh_error_message", arguments);
            assert(result.text != NULL);

            arguments.null_outputs = arguments.null_error = 1;
            result = call("swiftssh_session_new", arguments);
            assert(result.value == -34 && result.outputs_set == 0 && result.error_set == 0);

            silent = 1;
            arguments.null_outputs = arguments.null_error = 0;
            result = call("swiftssh_session_new", arguments);
            assert(result.outputs_set == 1 && result.error_set == ABUSE_ERROR_UNWRITTEN);

            assert(strcmp(abuse_table[0].handle, "swiftssh_error") == 0 && abuse_table[3].handle == NULL);
            assert(abuse_table[5].returns == ABUSE_RETURNS_COUNT && abuse_table[5].has_error);
            assert(live_sessions == 0 && live_errors == 0);
            return 0;
        }

        """#

    @Test func wrappersReportTheOutcomeAndFreeWhatTheyGet() throws {
        let include = "-I" + Fixture(name: "errors").goldens.path
        let binary = FileManager.default.temporaryDirectory.appendingPathComponent("abuse-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: binary) }
        let compiled = try run(
            ["cc", "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wno-missing-field-initializers", "-xc"]
                + [include, "-o", binary, "-"], input: Self.program)
        #expect(compiled.status == 0, "\(compiled.output)")
        let result = try run([binary])
        #expect(result.status == 0, "\(result.output)")
    }
}
