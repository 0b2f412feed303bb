/* What the library tells of itself, without a session. */

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

TEST(the_header_is_that_of_the_library) {
    BEHAVIOUR("abi.header-matches-the-library");
    char text[32];
    CHECK_TEXT(SWIFTSSH_VERSION_STRING, swiftssh_version());
    CHECK_NUMBER(SWIFTSSH_ABI_VERSION, swiftssh_abi_version());
    snprintf(text, sizeof text, "%d.%d.%d", SWIFTSSH_VERSION_MAJOR, SWIFTSSH_VERSION_MINOR, SWIFTSSH_VERSION_PATCH);
    CHECK_TEXT(text, swiftssh_version());
    CHECK_NUMBER(SWIFTSSH_VERSION_MAJOR << 16 | SWIFTSSH_VERSION_MINOR << 8 | SWIFTSSH_VERSION_PATCH,
                 SWIFTSSH_VERSION_NUMBER);
}

TEST(the_engine_tells_its_name_version_and_capabilities) {
    BEHAVIOUR("library.tells-versions-and-capabilities");
    unsigned int major = 0, minor = 0;
    const char *wanted = getenv("SWIFTSSH_ENGINE");
    int is_native = wanted != NULL && strcmp(wanted, "native") == 0;
    CHECK_TEXT(is_native ? "native" : "libssh2", swiftssh_engine_name());
    REQUIRE(sscanf(swiftssh_engine_version(), "%u.%u", &major, &minor) == 2);
    CHECK(is_native || major > 1 || minor >= 10);
    uint64_t capabilities = swiftssh_capabilities();
    CHECK((capabilities & SWIFTSSH_CAPABILITY_RSA_SHA2_USER_KEYS) != 0);
    int has_signals = is_native || major > 1 || minor >= 11;
    CHECK_NUMBER(has_signals, (capabilities & SWIFTSSH_CAPABILITY_CHANNEL_SIGNAL) != 0);
    CHECK_NUMBER(has_signals, (capabilities & SWIFTSSH_CAPABILITY_RSA_SHA2_HOST_KEYS) != 0);
    /* The same text each time: it is never freed. */
    CHECK(swiftssh_engine_version() == swiftssh_engine_version());
}

TEST(statuses_have_names) {
    BEHAVIOUR("abi.names-statuses");
    CHECK_TEXT("NONE", swiftssh_status_name(SWIFTSSH_ERROR_NONE));
    CHECK_TEXT("TIMEOUT", swiftssh_status_name(SWIFTSSH_ERROR_TIMEOUT));
    CHECK_TEXT("EAGAIN", swiftssh_status_name(SWIFTSSH_ERROR_EAGAIN));
    CHECK_TEXT("STORE_OVERFLOW", swiftssh_status_name(SWIFTSSH_ERROR_STORE_OVERFLOW));
    CHECK_TEXT("INVALID_HANDLE", swiftssh_status_name(SWIFTSSH_ERROR_INVALID_HANDLE));
    CHECK_TEXT("INVALID_TEXT", swiftssh_status_name(SWIFTSSH_ERROR_INVALID_TEXT));
    for (swiftssh_status status = SWIFTSSH_ERROR_STORE_OVERFLOW; status <= SWIFTSSH_ERROR_NONE; status++) {
        CHECK(strcmp(swiftssh_status_name(status), "UNKNOWN") != 0);
    }
    CHECK_TEXT("UNKNOWN", swiftssh_status_name(1));
    CHECK_TEXT("UNKNOWN", swiftssh_status_name(-500));
    CHECK_TEXT("UNKNOWN", swiftssh_status_name(INT32_MIN));
}
