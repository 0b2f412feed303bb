/* The host key, and the algorithms that are offered and agreed on. */

#include "check.h"
#include "client.h"
#include "connecting.h"
#include "fixture.h"

#include <stdio.h>
#include <string.h>

static void check_host_key(const char *kind, const char *algorithm, int32_t number) {
    char option[128], name[128], fingerprint[64], expected[64], agreed[64];
    uint8_t key[2048], digest[64];
    int32_t type = -1;
    snprintf(option, sizeof option, "HostKeyAlgorithms %s", algorithm);
    snprintf(name, sizeof name, "HOST_KEY_%s_FINGERPRINT", kind);
    swiftssh_session *session = session_over(sshd("-o", option, NULL)->socket);
    REQUIRE(session != NULL);
    OK(swiftssh_session_hostkey_fingerprint(session, fingerprint, sizeof fingerprint, &failure));
    CHECK_TEXT(fact(name), fingerprint);
    int64_t length = OK(swiftssh_session_hostkey(session, key, sizeof key, &type, &failure));
    CHECK_NUMBER(number, type);
    /* RFC 4253, 6.6: the key begins with the length and the name of its format. */
    CHECK(length > 4 && key[3] == strlen(algorithm) && memcmp(key + 4, algorithm, strlen(algorithm)) == 0);
    CHECK_NUMBER(length, OK(swiftssh_session_hostkey(session, NULL, 0, NULL, &failure)));
    CHECK_NUMBER(16, swiftssh_session_hostkey_hash(session, SWIFTSSH_HOSTKEY_HASH_MD5, digest, sizeof digest, NULL));
    CHECK_NUMBER(20, swiftssh_session_hostkey_hash(session, SWIFTSSH_HOSTKEY_HASH_SHA1, digest, sizeof digest, NULL));
    CHECK_NUMBER(32, swiftssh_session_hostkey_hash(session, SWIFTSSH_HOSTKEY_HASH_SHA256, digest, sizeof digest, NULL));
    CHECK_NUMBER(0, swiftssh_session_hostkey_hash(session, 99, digest, sizeof digest, NULL));
    /* The fingerprint is the same digest in base64: its first character is the first six bits. */
    snprintf(expected, sizeof expected, "SHA256:%c",
             "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"[digest[0] >> 2]);
    CHECK(strncmp(expected, fingerprint, 8) == 0);
    OK(swiftssh_session_methods(session, SWIFTSSH_METHOD_HOSTKEY, agreed, sizeof agreed, &failure));
    CHECK_TEXT(algorithm, agreed);
}

TEST(host_keys_are_those_of_the_server) {
    BEHAVIOUR("session.host-key");
    check_host_key("ED25519", "ssh-ed25519", SWIFTSSH_HOSTKEY_TYPE_ED25519);
    check_host_key("ECDSA", "ecdsa-sha2-nistp256", SWIFTSSH_HOSTKEY_TYPE_ECDSA_256);
}

TEST(an_rsa_host_key_works_or_is_explained) {
    BEHAVIOUR("session.rsa-only-host-key-is-explained");
    int socket = sshd("-o", "HostKeyAlgorithms rsa-sha2-512,rsa-sha2-256", NULL)->socket;
    swiftssh_session *session = new_session();
    if (swiftssh_capabilities() & SWIFTSSH_CAPABILITY_RSA_SHA2_HOST_KEYS) {
        char fingerprint[64];
        REQUIRE_OK(swiftssh_session_handshake(session, socket, &failure));
        OK(swiftssh_session_hostkey_fingerprint(session, fingerprint, sizeof fingerprint, &failure));
        CHECK_TEXT(fact("HOST_KEY_RSA_FINGERPRINT"), fingerprint);
    } else {
        FAILS(SWIFTSSH_ERROR_KEX_FAILURE, swiftssh_session_handshake(session, socket, &failure));
        CHECK_CONTAINS("1.11", swiftssh_error_message(failure));
        CHECK_CONTAINS("RSA", swiftssh_error_message(failure));
    }
}

TEST(a_profile_says_how_old_the_server_may_be) {
    BEHAVIOUR("session.algorithm-profile");
    const int32_t profiles[] = {SWIFTSSH_ALGORITHM_PROFILE_MODERN, SWIFTSSH_ALGORITHM_PROFILE_COMPATIBLE,
                                SWIFTSSH_ALGORITHM_PROFILE_LEGACY};
    for (size_t i = 0; i < 3; i++) {
        swiftssh_session *session = NULL;
        REQUIRE_OK(swiftssh_session_new_with_engine(SWIFTSSH_ENGINE_LIBSSH2, &session, &failure));
        OK(swiftssh_session_set_timeout(session, PATIENCE, &failure));
        OK(swiftssh_session_set_algorithm_profile(session, profiles[i], &failure));
        int socket = sshd("-o", "Ciphers aes128-cbc", NULL)->socket;
        if (profiles[i] == SWIFTSSH_ALGORITHM_PROFILE_LEGACY) {
            REQUIRE_OK(swiftssh_session_handshake(session, socket, &failure));
            CHECK_NUMBER(0, log_in(session));
            CHECK_TEXT("in\n", output_of(session, "echo in"));
            FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_session_set_algorithm_profile(session, profiles[i], &failure));
        } else {
            FAILS(SWIFTSSH_ERROR_KEX_FAILURE, swiftssh_session_handshake(session, socket, &failure));
            CHECK_CONTAINS("the profile \"legacy\" offers aes128-cbc", swiftssh_error_message(failure));
        }
        swiftssh_session_free(session);
    }
    swiftssh_session *session = new_session();
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_set_algorithm_profile(session, 0, &failure));

    uint16_t port = sshd_port("-o", "Ciphers aes128-cbc", NULL);
    swiftssh_client *client = ready_client(port);
    OK(swiftssh_client_set_engine(client, SWIFTSSH_ENGINE_LIBSSH2, &failure));
    OK(swiftssh_client_set_algorithm_profile(client, SWIFTSSH_ALGORITHM_PROFILE_LEGACY, &failure));
    OK(swiftssh_client_connect(client, PATIENCE, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_client_set_algorithm_profile(client, 4, &failure));
}

TEST(a_session_that_is_not_connected_knows_nothing) {
    BEHAVIOUR("session.facts-before-the-handshake");
    uint8_t bytes[64];
    char text[64];
    int32_t type = -1;
    swiftssh_session *session = new_session();
    CHECK_NUMBER(0, OK(swiftssh_session_hostkey(session, bytes, sizeof bytes, &type, &failure)));
    CHECK_NUMBER(SWIFTSSH_HOSTKEY_TYPE_UNKNOWN, type);
    CHECK_NUMBER(0, OK(swiftssh_session_hostkey_hash(session, 3, bytes, sizeof bytes, &failure)));
    CHECK_NUMBER(0, OK(swiftssh_session_hostkey_fingerprint(session, text, sizeof text, &failure)));
    CHECK_NUMBER(0, OK(swiftssh_session_methods(session, SWIFTSSH_METHOD_KEX, text, sizeof text, &failure)));
    CHECK_NUMBER(0, swiftssh_session_userauth_authenticated(session));
    CHECK_NUMBER(0, swiftssh_session_block_directions(session));
    CHECK_NUMBER(-1, swiftssh_session_socket(session));
}

TEST(agreed_algorithms_are_told) {
    BEHAVIOUR("session.methods");
    char name[64];
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    for (int32_t type = SWIFTSSH_METHOD_KEX; type <= SWIFTSSH_METHOD_COMP_SC; type++) {
        CHECK(OK(swiftssh_session_methods(session, type, name, sizeof name, &failure)) > 0);
    }
    OK(swiftssh_session_methods(session, SWIFTSSH_METHOD_COMP_CS, name, sizeof name, &failure));
    CHECK_TEXT("none", name);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_methods(session, 10, name, sizeof name, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_methods(session, -1, name, sizeof name, &failure));
}

TEST(a_preference_is_agreed_on_in_both_directions) {
    BEHAVIOUR("session.method-preference");
    char name[64];
    swiftssh_session *session = new_session();
    OK(swiftssh_session_method_pref(session, SWIFTSSH_METHOD_CRYPT_CS, "no-such-cipher,aes192-ctr", &failure));
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED,
          swiftssh_session_method_pref(session, SWIFTSSH_METHOD_CRYPT_CS, "no-such-cipher", &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_method_pref(session, 77, "aes192-ctr", &failure));
    REQUIRE_OK(swiftssh_session_handshake(session, sshd(NULL)->socket, &failure));
    OK(swiftssh_session_methods(session, SWIFTSSH_METHOD_CRYPT_CS, name, sizeof name, &failure));
    CHECK_TEXT("aes192-ctr", name);
    OK(swiftssh_session_methods(session, SWIFTSSH_METHOD_CRYPT_SC, name, sizeof name, &failure));
    CHECK_TEXT("aes192-ctr", name);
    FAILS(SWIFTSSH_ERROR_BAD_USE,
          swiftssh_session_method_pref(session, SWIFTSSH_METHOD_CRYPT_CS, "aes128-ctr", &failure));
}

TEST(supported_algorithms_are_listed) {
    BEHAVIOUR("session.supported-algorithms");
    char names[2048];
    swiftssh_session *session = new_session();
    for (int32_t type = SWIFTSSH_METHOD_KEX; type <= SWIFTSSH_METHOD_COMP_SC; type++) {
        CHECK(OK(swiftssh_session_supported_algs(session, type, names, sizeof names, &failure)) > 0);
    }
    OK(swiftssh_session_supported_algs(session, SWIFTSSH_METHOD_HOSTKEY, names, sizeof names, &failure));
    CHECK_CONTAINS("ssh-ed25519", names);
    FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED,
          swiftssh_session_supported_algs(session, SWIFTSSH_METHOD_LANG_CS, names, sizeof names, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_supported_algs(session, 10, names, sizeof names, &failure));
}

TEST(compression_is_offered_after_its_flag) {
    BEHAVIOUR("session.compression-flag");
    char name[64];
    swiftssh_session *session = new_session();
    OK(swiftssh_session_flag(session, SWIFTSSH_FLAG_COMPRESS, 1, &failure));
    OK(swiftssh_session_flag(session, SWIFTSSH_FLAG_SIGPIPE, 0, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_flag(session, 99, 1, &failure));
    REQUIRE_OK(swiftssh_session_handshake(session, sshd(NULL)->socket, &failure));
    OK(swiftssh_session_methods(session, SWIFTSSH_METHOD_COMP_CS, name, sizeof name, &failure));
    CHECK_TEXT("zlib@openssh.com", name);
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_session_flag(session, SWIFTSSH_FLAG_COMPRESS, 0, &failure));
    REQUIRE(log_in(session) == 0);
    CHECK_TEXT("588895\n", output_of(session, "seq 1 100000 > /dev/null; seq 1 100000 | wc -c | tr -d ' '"));
    struct bytes output = read_all(started(session, "seq 1 100000"), 0);
    CHECK_NUMBER(0, output.outcome);
    CHECK_NUMBER(588895, output.length);
}
