#ifndef SWIFTSSH_COPENSSL_SHIM_H
#define SWIFTSSH_COPENSSL_SHIM_H

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/dh.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/param_build.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rand.h>
#include <openssl/x509.h>

#if OPENSSL_VERSION_NUMBER < 0x30000000L
#error "SwiftSSH needs OpenSSL 3.0 or newer"
#endif

/* The names of RSA parameters that OpenSSL's header builds by joining two literals, which Swift cannot import. */
#define SWIFTSSH_OPENSSL_RSA_FACTOR1 "rsa-factor1"
#define SWIFTSSH_OPENSSL_RSA_FACTOR2 "rsa-factor2"
#define SWIFTSSH_OPENSSL_RSA_EXPONENT1 "rsa-exponent1"
#define SWIFTSSH_OPENSSL_RSA_EXPONENT2 "rsa-exponent2"
#define SWIFTSSH_OPENSSL_RSA_COEFFICIENT1 "rsa-coefficient1"

/* Wrappers for what Swift cannot import: macros with arguments. */

/** Whether an error code of libcrypto's queue means that memory ran out. */
static inline int swiftssh_openssl_error_is_out_of_memory(unsigned long code) {
    return ERR_GET_REASON(code) == ERR_R_MALLOC_FAILURE;
}

/** Whether an error code of libcrypto's queue means that an algorithm is not known or not offered. */
static inline int swiftssh_openssl_error_is_unsupported(unsigned long code) {
    int reason = ERR_GET_REASON(code);
    if (reason == ERR_R_UNSUPPORTED) {
        return 1;
    }
    return ERR_GET_LIB(code) == ERR_LIB_EVP &&
           (reason == EVP_R_UNSUPPORTED_ALGORITHM || reason == EVP_R_UNKNOWN_PBE_ALGORITHM ||
            reason == EVP_R_UNSUPPORTED_CIPHER || reason == EVP_R_UNSUPPORTED_PRF ||
            reason == EVP_R_UNSUPPORTED_KEY_DERIVATION_FUNCTION || reason == EVP_R_UNKNOWN_CIPHER ||
            reason == EVP_R_UNKNOWN_DIGEST);
}

/** The selection EVP_PKEY_KEYPAIR. */
static inline int swiftssh_openssl_key_pair(void) {
    return EVP_PKEY_KEYPAIR;
}

/** The selection EVP_PKEY_PUBLIC_KEY. */
static inline int swiftssh_openssl_public_key(void) {
    return EVP_PKEY_PUBLIC_KEY;
}

/** The selection EVP_PKEY_KEY_PARAMETERS. */
static inline int swiftssh_openssl_key_parameters(void) {
    return EVP_PKEY_KEY_PARAMETERS;
}

#endif
