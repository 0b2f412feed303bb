/* Every kind and form of key logs in, from a file and from memory. */

#include "check.h"
#include "client.h"
#include "fixture.h"

#include <stdio.h>
#include <string.h>

static const char *const kinds[] = {"ed25519", "ecdsa_256", "ecdsa_384", "ecdsa_521", "rsa"};
static const char *const forms[] = {"", ".pem", ".pkcs8"};

/* Logs in with a key on an sshd of its own. */
static void log_in_with(const char *name, int in_memory) {
    int is_encrypted = strstr(name, "_encrypted") != NULL;
    const uint8_t *passphrase = is_encrypted ? (const uint8_t *)fact("PASSPHRASE") : NULL;
    size_t passphrase_length = is_encrypted ? strlen(fact("PASSPHRASE")) : 0, length = 0;
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    if (in_memory) {
        char *key = file_content(key_path(name), &length);
        OK(swiftssh_session_userauth_publickey_frommemory(
            session, fact("USER"), NULL, 0, (uint8_t *)key, length, passphrase, passphrase_length, &failure));
    } else {
        OK(swiftssh_session_userauth_publickey_fromfile(
            session, fact("USER"), NULL, key_path(name), passphrase, passphrase_length, &failure));
    }
    if (!CHECK_NUMBER(1, swiftssh_session_userauth_authenticated(session))) printf("    with %s\n", name);
}

static void log_in_with_all(int in_memory) {
    char name[64];
    for (size_t kind = 0; kind < 5; kind++) {
        for (size_t form = 0; form < (kind == 0 ? 1 : 3); form++) {
            snprintf(name, sizeof name, "client_%s%s", kinds[kind], forms[form]);
            log_in_with(name, in_memory);
            snprintf(name, sizeof name, "client_%s_encrypted%s", kinds[kind], forms[form]);
            log_in_with(name, in_memory);
        }
    }
}

TEST(keys_in_files_log_in) {
    BEHAVIOUR("session.key-file-login");
    log_in_with_all(0);
}

TEST(keys_in_memory_log_in) {
    BEHAVIOUR("session.key-in-memory-login");
    log_in_with_all(1);
}

TEST(the_public_key_may_be_given_along) {
    BEHAVIOUR("session.key-in-memory-login");
    size_t length = 0, public_length = 0;
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    OK(swiftssh_session_userauth_publickey_fromfile(
        session, fact("USER"), key_path("client_rsa.pub"), key_path("client_rsa"), NULL, 0, &failure));
    session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    char *key = file_content(key_path("client_rsa"), &length);
    char *public_key = file_content(key_path("client_rsa.pub"), &public_length);
    OK(swiftssh_session_userauth_publickey_frommemory(
        session, fact("USER"), (uint8_t *)public_key, public_length, (uint8_t *)key, length, NULL, 0, &failure));
}
