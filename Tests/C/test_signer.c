/* Logging in with a key whose private half the caller keeps: libcrypto signs here, and a real agent. */

#include "check.h"
#include "client.h"
#include "drive.h"
#include "fixture.h"
#include "scope.h"

#include <openssl/bn.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdlib.h>
#include <string.h>

/* A key of the fixture, and what became of the requests for its signatures. */
struct signer {
    uint8_t blob[2048];
    size_t blob_length;
    EVP_PKEY *key;
    const char *refused;            /* an algorithm that it does not sign with, "" for all, or NULL */
    int is_wrong, is_silent, is_named;
    int asked, finished;
    char algorithm[64];
    swiftssh_session *session;
};

static void free_key(void *key) {
    EVP_PKEY_free(key);
}

/* The bytes of a base64 text that ends with `end`; gives their number. */
static size_t decoded(const char *text, const char *end, uint8_t *bytes) {
    char joined[4096];
    size_t length = 0;
    for (; text < end; text++) if (*text != '\n') joined[length++] = *text;
    size_t padding = joined[length - 1] == '=' ? 1 + (joined[length - 2] == '=') : 0;
    return (size_t)EVP_DecodeBlock(bytes, (unsigned char *)joined, (int)length) - padding;
}

/* The key of an OpenSSH file that is not encrypted: its seed stands before its public half, in a string of 64 bytes. */
static EVP_PKEY *ed25519_key(const char *path) {
    static const uint8_t head[] = {0, 0, 0, 64};
    uint8_t bytes[2048];
    size_t length = 0;
    char *text = file_content(path, &length);
    char *start = strchr(text, '\n'), *end = strstr(text, "-----END");
    length = decoded(start, end, bytes);
    uint8_t *found = NULL;
    for (size_t index = 0; index + 68 <= length; index++) if (memcmp(bytes + index, head, 4) == 0) found = bytes + index;
    return found == NULL ? NULL : EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, found + 4, 32);
}

static struct signer signer_of(const char *name) {
    struct signer signer = {0};
    char file[64];
    snprintf(file, sizeof file, "%s.pub", name);
    size_t length = 0;
    char *line = file_content(key_path(file), &length), *start = strchr(line, ' ') + 1;
    signer.blob_length = decoded(start, strchr(start, ' '), signer.blob);
    if (strstr(name, "ed25519") != NULL) {
        signer.key = ed25519_key(key_path(name));
    } else {
        snprintf(file, sizeof file, "%s.pkcs8", name);
        FILE *stream = fopen(key_path(file), "r");
        signer.key = stream == NULL ? NULL : PEM_read_PrivateKey(stream, NULL, NULL, NULL);
        if (stream != NULL) fclose(stream);
    }
    CHECK(signer.key != NULL);
    scope_defer(free_key, signer.key);
    return signer;
}

/* The digest of a signature algorithm; NULL where the message itself is signed. */
static const EVP_MD *digest_of(const char *algorithm) {
    if (strcmp(algorithm, "ssh-ed25519") == 0) return NULL;
    if (strcmp(algorithm, "ssh-rsa") == 0) return EVP_sha1();
    if (strstr(algorithm, "512") != NULL || strstr(algorithm, "521") != NULL) return EVP_sha512();
    return strstr(algorithm, "384") != NULL ? EVP_sha384() : EVP_sha256();
}

/* Makes the signature as SSH has it after the algorithm's name; gives its length. */
static size_t make_signature(
    struct signer *signer, const char *algorithm, const uint8_t *data, size_t data_length, uint8_t *signature) {
    size_t length = 1024;
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    CHECK_NUMBER(1, EVP_DigestSignInit(context, NULL, digest_of(algorithm), NULL, signer->key));
    CHECK_NUMBER(1, EVP_DigestSign(context, signature, &length, data, data_length));
    EVP_MD_CTX_free(context);
    if (strncmp(algorithm, "ecdsa", 5) == 0) {
        const unsigned char *position = signature;
        ECDSA_SIG *pair = d2i_ECDSA_SIG(NULL, &position, (long)length);
        length = (size_t)BN_bn2mpi(ECDSA_SIG_get0_r(pair), signature);
        length += (size_t)BN_bn2mpi(ECDSA_SIG_get0_s(pair), signature + length);
        ECDSA_SIG_free(pair);
    }
    return length;
}

static size_t put_string(uint8_t *target, const void *bytes, size_t length) {
    for (int shift = 24; shift >= 0; shift -= 8) *target++ = (uint8_t)(length >> shift);
    memmove(target, bytes, length);
    return length + 4;
}

static int32_t sign(
    void *user_data, swiftssh_sign_request *request, const uint8_t *data, size_t data_length, const char *algorithm) {
    struct signer *signer = user_data;
    uint8_t signature[2048], named[2048];
    signer->asked++;
    snprintf(signer->algorithm, sizeof signer->algorithm, "%s", algorithm);
    FAILS(SWIFTSSH_ERROR_REENTERED, swiftssh_session_ping(signer->session, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_sign_request_answer(request, NULL, 1, &failure));
    OK(swiftssh_sign_request_answer(request, (const uint8_t *)"replaced", 8, &failure));
    /* The call that the callback is within has the same place for its error. */
    forget_failure();
    if (signer->refused != NULL && (*signer->refused == '\0' || strcmp(signer->refused, algorithm) == 0)) return 1;
    size_t length = make_signature(signer, algorithm, data, data_length, signature);
    if (signer->is_wrong) signature[length - 1] ^= 1;
    if (signer->is_silent) return swiftssh_sign_request_answer(request, NULL, 0, NULL);
    if (!signer->is_named) return swiftssh_sign_request_answer(request, signature, length, NULL);
    size_t name_length = put_string(named, algorithm, strlen(algorithm));
    return swiftssh_sign_request_answer(request, named, name_length + put_string(named + name_length, signature, length), NULL);
}

static void finish(void *user_data) {
    ((struct signer *)user_data)->finished++;
}

static swiftssh_status log_in_by(swiftssh_session *session, struct signer *signer) {
    signer->session = session;
    return swiftssh_session_userauth_publickey(
        session, fact("USER"), signer->blob, signer->blob_length, sign, signer, finish, &failure);
}

TEST(each_kind_of_key_logs_in) {
    BEHAVIOUR("session.signer-login");
    static const char *const kinds[] = {"client_ed25519", "client_ecdsa_256", "client_ecdsa_384", "client_ecdsa_521", "client_rsa"};
    for (int index = 0; index < 10; index++) {
        struct signer signer = signer_of(kinds[index / 2]);
        signer.is_named = index % 2;
        swiftssh_session *session = session_over(sshd(NULL)->socket);
        REQUIRE(session != NULL && signer.key != NULL);
        OK(log_in_by(session, &signer));
        CHECK_NUMBER(1, swiftssh_session_userauth_authenticated(session));
        CHECK_NUMBER(1, signer.asked);
        CHECK_NUMBER(1, signer.finished);
        if (index == 8) CHECK_TEXT("rsa-sha2-512", signer.algorithm);
    }
}

TEST(a_key_that_the_server_does_not_know_is_not_signed_for) {
    BEHAVIOUR("session.signer-is-not-asked-in-vain");
    struct signer signer = signer_of("stranger_ed25519");
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, log_in_by(session, &signer));
    CHECK_NUMBER(0, signer.asked);
    CHECK_NUMBER(1, signer.finished);
    static const uint8_t nonsense[] = {0, 0, 0, 9, 's', 'k', '-', 'x'};
    FAILS(SWIFTSSH_ERROR_ALGO_UNSUPPORTED, swiftssh_session_userauth_publickey(
        session, fact("USER"), nonsense, sizeof nonsense, sign, &signer, finish, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_userauth_publickey(
        session, fact("USER"), signer.blob, signer.blob_length, NULL, &signer, finish, &failure));
    FAILS(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_session_userauth_publickey(
        NULL, fact("USER"), signer.blob, signer.blob_length, sign, &signer, finish, &failure));
    CHECK_NUMBER(4, signer.finished);
    CHECK_NUMBER(0, log_in(session));
}

TEST(a_signer_that_gives_up_ends_the_login) {
    BEHAVIOUR("session.signer-gives-up");
    swiftssh_session *session = session_over(sshd("-o", "MaxAuthTries 2", NULL)->socket);
    REQUIRE(session != NULL);
    struct signer signer = signer_of("client_ecdsa_256");
    signer.refused = "";
    FAILS(SWIFTSSH_ERROR_CALLBACK, log_in_by(session, &signer));
    signer.refused = NULL;
    signer.is_silent = 1;
    FAILS(SWIFTSSH_ERROR_CALLBACK, log_in_by(session, &signer));
    CHECK_NUMBER(2, signer.asked);
    CHECK_NUMBER(2, signer.finished);
    signer.is_silent = 0;
    OK(log_in_by(session, &signer));
}

TEST(a_wrong_signature_is_refused) {
    BEHAVIOUR("session.signer-wrong-signature");
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    struct signer signer = signer_of("client_ed25519");
    signer.is_wrong = 1;
    FAILS(SWIFTSSH_ERROR_PUBLICKEY_UNVERIFIED, log_in_by(session, &signer));
    CHECK_NUMBER(0, swiftssh_session_userauth_authenticated(session));
    signer.is_wrong = 0;
    OK(log_in_by(session, &signer));
}

TEST(the_callers_poll_loop_drives_it) {
    BEHAVIOUR("session.signer-non-blocking");
    int64_t outcome;
    int calls = 1;
    struct server *server = sshd(NULL);
    swiftssh_session *session = session_over(server->socket);
    REQUIRE(session != NULL);
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    struct signer signer = signer_of("client_rsa");
    server_hold(server);
    FAILS(SWIFTSSH_ERROR_EAGAIN, log_in_by(session, &signer));
    server_go_on(server);
    DRIVE(session, server->socket, outcome, (calls++, log_in_by(session, &signer)));
    CHECK_NUMBER(0, outcome);
    CHECK_NUMBER(1, signer.asked);
    /* Each call that took the data lets go of it. */
    CHECK_NUMBER(calls, signer.finished);
}
