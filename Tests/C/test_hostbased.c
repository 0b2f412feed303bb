/* Logging in by the key of the client's host. */

#include "check.h"
#include "client.h"
#include "fixture.h"
#include "scope.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define HOST "client.example"

static void remove_file(void *path) {
    unlink(path);
    free(path);
}

/* Writes a text into the user's home, where it stays until the test case ends. */
static void leave(const char *name, const char *text) {
    char *path = malloc(4096);
    if (path == NULL) abort();
    snprintf(path, 4096, "%s/%s", fact("HOME"), name);
    FILE *file = fopen(path, "w");
    scope_defer(remove_file, path);
    if (!CHECK(file != NULL)) return;
    fputs(text, file);
    fclose(file);
}

/* A session with an sshd that trusts the user of a host, whose key is the client's; NULL when there is none. */
static swiftssh_session *trusted(void) {
    char text[4096];
    size_t length = 0;
    char *key = file_content(key_path("client_ecdsa_256.pub"), &length);
    if (key == NULL) return NULL;
    snprintf(text, sizeof text, HOST " %s\n", fact("USER"));
    leave(".shosts", text);
    snprintf(text, sizeof text, HOST " %s", key);
    leave(".ssh/known_hosts", text);
    return session_over(sshd("-o", "HostbasedAuthentication yes", "-o", "IgnoreRhosts no", "-o",
                             "HostbasedUsesNameFromPacketOnly yes", "-o", "AuthenticationMethods hostbased", NULL)
                            ->socket);
}

static swiftssh_status log_in_by(swiftssh_session *session, const char *key, const char *host) {
    return swiftssh_session_userauth_hostbased_fromfile(
        session, fact("USER"), NULL, key_path(key), NULL, 0, host, NULL, &failure);
}

TEST(the_hosts_key_logs_in) {
    BEHAVIOUR("session.hostbased-login");
    /* Without the wrapper the user's home would be a real one. */
    if (*fact("GUEST") == '\0') return;
    swiftssh_session *session = trusted();
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED, log_in_by(session, "client_ecdsa_256", "other.example"));
    FAILS(SWIFTSSH_ERROR_FILE, log_in_by(session, "missing", HOST));
    FAILS(SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED, log_in_by(session, "client_ecdsa_384_encrypted", HOST));
    int has_ed25519 = swiftssh_session_engine(session) == SWIFTSSH_ENGINE_NATIVE;
    FAILS(has_ed25519 ? SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED : SWIFTSSH_ERROR_ALGO_UNSUPPORTED,
          log_in_by(session, "client_ed25519", HOST));
    OK(log_in_by(session, "client_ecdsa_256", HOST));
    CHECK_NUMBER(1, swiftssh_session_userauth_authenticated(session));
    CHECK_TEXT("in\n", output_of(session, "echo in"));
}
