/* What the native engine has and the other one has not, or in another way. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "fixture.h"
#include "scope.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdio.h>
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

/* A security key of software (OpenSSH's PROTOCOL.u2f). */
struct security_key {
    EVP_PKEY *key;
    uint8_t blob[128];
    size_t blob_length;
    uint8_t flags;
    int asked, is_bare;
};

static const char key_type[] = "sk-ssh-ed25519@openssh.com";

/* Appends bytes behind their length. */
static size_t put(uint8_t *bytes, size_t length, const void *content, size_t count) {
    bytes[length] = bytes[length + 1] = bytes[length + 2] = 0;
    bytes[length + 3] = (uint8_t)count;
    memcpy(bytes + length + 4, content, count);
    return length + 4 + count;
}

static void free_key(void *key) {
    EVP_PKEY_free(key);
}

static struct security_key new_security_key(void) {
    struct security_key made = {EVP_PKEY_Q_keygen(NULL, NULL, "ED25519"), {0}, 0, 1, 0, 0};
    uint8_t public_half[32];
    size_t length = sizeof public_half;
    scope_defer(free_key, made.key);
    CHECK_NUMBER(1, EVP_PKEY_get_raw_public_key(made.key, public_half, &length));
    made.blob_length = put(made.blob, 0, key_type, strlen(key_type));
    made.blob_length = put(made.blob, made.blob_length, public_half, length);
    made.blob_length = put(made.blob, made.blob_length, "ssh:", 4);
    return made;
}

static int32_t sign(void *user_data, swiftssh_sign_request *request, const uint8_t *data, size_t length,
                    const char *algorithm) {
    struct security_key *key = user_data;
    const uint8_t presence[] = {key->flags, 0, 0, 1, 7};
    uint8_t signed_data[69], signature[64], answer[128];
    size_t signature_length = sizeof signature;
    key->asked++;
    CHECK_TEXT(key_type, algorithm);
    SHA256((const uint8_t *)"ssh:", 4, signed_data);
    memcpy(signed_data + 32, presence, sizeof presence);
    SHA256(data, length, signed_data + 37);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    CHECK_NUMBER(1, EVP_DigestSignInit(context, NULL, NULL, NULL, key->key));
    CHECK_NUMBER(1, EVP_DigestSign(context, signature, &signature_length, signed_data, sizeof signed_data));
    EVP_MD_CTX_free(context);
    if (key->is_bare) return swiftssh_sign_request_answer(request, signature, signature_length, NULL);
    size_t count = put(answer, 0, key_type, strlen(key_type));
    count = put(answer, count, signature, signature_length);
    memcpy(answer + count, presence, sizeof presence);
    return swiftssh_sign_request_answer(request, answer, count + sizeof presence, NULL);
}

static int32_t log_in_with(swiftssh_session *session, struct security_key *key) {
    return swiftssh_session_userauth_publickey(session, fact("USER"), key->blob, key->blob_length, sign, key, NULL,
                                               &failure);
}

TEST(security_keys_log_in) {
    BEHAVIOUR("session.security-key-login");
    struct security_key key = new_security_key();
    char option[512], line[512];
    uint8_t encoded[256];
    EVP_EncodeBlock(encoded, key.blob, (int)key.blob_length);
    int length = snprintf(line, sizeof line, "%s %s\n", key_type, encoded);
    snprintf(option, sizeof option, "AuthorizedKeysFile %s",
             scratch_file("authorized_keys", line, (size_t)length, 0600));

    swiftssh_session *session = native_session();
    CHECK((swiftssh_session_capabilities(session) & SWIFTSSH_CAPABILITY_SECURITY_KEYS) != 0);
    REQUIRE_OK(swiftssh_session_handshake(session, sshd("-o", option, NULL)->socket, &failure));
    key.flags = 0;
    FAILS(SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED, log_in_with(session, &key));
    key.flags = 1;
    key.is_bare = 1;
    FAILS(SWIFTSSH_ERROR_CALLBACK, log_in_with(session, &key));
    key.is_bare = 0;
    OK(log_in_with(session, &key));
    CHECK_NUMBER(3, key.asked);
    CHECK_TEXT("in\n", output_of(session, "echo in"));

    OK(swiftssh_session_new_with_engine(SWIFTSSH_ENGINE_LIBSSH2, &session, &failure));
    scope_defer(free_session, session);
    CHECK((swiftssh_session_capabilities(session) & SWIFTSSH_CAPABILITY_SECURITY_KEYS) == 0);
    REQUIRE_OK(swiftssh_session_handshake(session, sshd("-o", option, NULL)->socket, &failure));
    FAILS(SWIFTSSH_ERROR_ALGO_UNSUPPORTED, log_in_with(session, &key));
    CHECK_NUMBER(3, key.asked);
}

/* A session that has logged in on an engine, over an sshd with a line more; NULL when that failed. */
static swiftssh_session *logged_in_on(int32_t engine, const char *option) {
    swiftssh_session *session = NULL;
    OK(swiftssh_session_new_with_engine(engine, &session, &failure));
    scope_defer(free_session, session);
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    struct server *server = option == NULL ? sshd(NULL) : sshd("-o", option, NULL);
    if (OK(swiftssh_session_handshake(session, server->socket, &failure)) != 0 || log_in(session) != 0) return NULL;
    return session;
}

TEST(keys_are_exchanged_anew_when_asked_for) {
    BEHAVIOUR("session.rekey");
    swiftssh_session *session = native_session();
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_rekey(session, &failure));
    session = logged_in_on(SWIFTSSH_ENGINE_NATIVE, NULL);
    REQUIRE(session != NULL);
    CHECK((swiftssh_session_capabilities(session) & SWIFTSSH_CAPABILITY_REKEYING) != 0);
    swiftssh_channel *channel = started(session, "seq 1 100000");
    for (int count = 0; count < 3; count++) OK(swiftssh_session_rekey(session, &failure));
    CHECK_NUMBER(588895, read_all(channel, 0).length);
    OK(swiftssh_session_rekey(session, &failure));
    CHECK_TEXT("in\n", output_of(session, "echo in"));
    session = logged_in_on(SWIFTSSH_ENGINE_LIBSSH2, NULL);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_session_rekey(session, &failure));
    CHECK_CONTAINS("native", swiftssh_error_message(failure));
    CHECK_TEXT("in\n", output_of(session, "echo in"));
}

TEST(a_unix_socket_is_listened_on) {
    BEHAVIOUR("session.forward-listen-streamlocal");
    char buffer[16] = "";
    swiftssh_listener *listener = NULL;
    swiftssh_channel *from = NULL, *to = NULL;
    const char *path = scratch("socket");
    swiftssh_session *session = logged_in_on(SWIFTSSH_ENGINE_NATIVE, NULL);
    REQUIRE(session != NULL);
    CHECK((swiftssh_session_capabilities(session) & SWIFTSSH_CAPABILITY_STREAMLOCAL_LISTENING) != 0);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_forward_listen_streamlocal(session, "", 16, &listener, &failure));
    REQUIRE_OK(swiftssh_session_forward_listen_streamlocal(session, path, 16, &listener, &failure));
    REQUIRE_OK(swiftssh_session_direct_streamlocal(session, path, "", 0, &from, &failure));
    REQUIRE_OK(swiftssh_listener_accept(listener, &to, &failure));
    CHECK_NUMBER(4, OK(swiftssh_channel_write(from, 0, "ping", 4, &failure)));
    CHECK_NUMBER(4, OK(swiftssh_channel_read(to, 0, buffer, sizeof buffer, &failure)));
    CHECK_TEXT("ping", buffer);
    swiftssh_channel_free(from);
    swiftssh_channel_free(to);
    OK(swiftssh_listener_cancel(listener, &failure));
    swiftssh_listener_free(listener);

    session = logged_in_on(SWIFTSSH_ENGINE_NATIVE, "AllowStreamLocalForwarding no");
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_REQUEST_DENIED,
          swiftssh_session_forward_listen_streamlocal(session, scratch("other"), 16, &listener, &failure));
    session = logged_in_on(SWIFTSSH_ENGINE_LIBSSH2, NULL);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED,
          swiftssh_session_forward_listen_streamlocal(session, scratch("other"), 16, &listener, &failure));
    CHECK(listener == NULL);
}

TEST(a_break_is_sent) {
    BEHAVIOUR("channel.break");
    swiftssh_session *session = logged_in_on(SWIFTSSH_ENGINE_NATIVE, NULL);
    REQUIRE(session != NULL);
    CHECK((swiftssh_session_capabilities(session) & SWIFTSSH_CAPABILITY_CHANNEL_BREAK) != 0);
    swiftssh_channel *channel = opened(session);
    REQUIRE_OK(swiftssh_channel_request_pty(channel, "vt100", NULL, 0, 80, 24, 0, 0, &failure));
    OK(swiftssh_channel_exec(channel, "cat", &failure));
    OK(swiftssh_channel_send_break(channel, 0, &failure));
    OK(swiftssh_channel_send_break(channel, 500, &failure));
    channel = started(session, "cat");
    FAILS(SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED, swiftssh_channel_send_break(channel, 0, &failure));
    session = logged_in_on(SWIFTSSH_ENGINE_LIBSSH2, NULL);
    REQUIRE(session != NULL);
    channel = started(session, "cat");
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_channel_send_break(channel, 0, &failure));
}
