/* What the native engine has and the other one has not, or in another way. */

#include "check.h"
#include "client.h"
#include "fixture.h"
#include "scope.h"

#include <openssl/crypto.h>
#include <string.h>

static void free_session(void *session) {
    swiftssh_session_free(session);
}

/* A session on the native engine that is not connected; freed when the test case ends. */
static swiftssh_session *native_session(void) {
    swiftssh_session *session = NULL;
    OK(swiftssh_session_new_with_engine(SWIFTSSH_ENGINE_NATIVE, &session, &failure));
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    scope_defer(free_session, session);
    return session;
}

TEST(ml_kem_is_offered_where_libcrypto_has_it) {
    BEHAVIOUR("session.hybrid-key-exchange");
    static const char name[] = "mlkem768x25519-sha256";
    char names[2048], agreed[64];
    swiftssh_session *session = native_session();
    OK(swiftssh_session_supported_algs(session, SWIFTSSH_METHOD_KEX, names, sizeof names, &failure));
    int is_there = OpenSSL_version_num() >= 0x30500000;
    CHECK_NUMBER(is_there, strncmp(names, name, strlen(name)) == 0);
    CHECK_NUMBER(is_there, strstr(names, name) != NULL);
    CHECK_NUMBER(is_there ? 0 : SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED,
                 swiftssh_session_method_pref(session, SWIFTSSH_METHOD_KEX, name, NULL));

    session = native_session();
    REQUIRE_OK(swiftssh_session_handshake(session, sshd(NULL)->socket, &failure));
    OK(swiftssh_session_methods(session, SWIFTSSH_METHOD_KEX, agreed, sizeof agreed, &failure));
    CHECK(is_there ? strcmp(agreed, name) == 0 || strncmp(agreed, "curve25519", 10) == 0
                   : strncmp(agreed, "curve25519", 10) == 0);
}
