/* The engines that a session can run on. */

#include "check.h"
#include "client.h"
#include "connecting.h"
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

/* A session on an engine, logged in over a server of its own; NULL when that failed. */
static swiftssh_session *session_on(int32_t engine) {
    swiftssh_session *session = NULL;
    if (swiftssh_session_new_with_engine(engine, &session, &failure) != SWIFTSSH_ERROR_NONE) {
        return NULL;
    }
    OK(swiftssh_session_set_timeout(session, 60000, &failure));
    if (swiftssh_session_handshake(session, sshd(NULL)->socket, &failure) != SWIFTSSH_ERROR_NONE ||
        log_in(session) != 0) {
        swiftssh_session_free(session);
        return NULL;
    }
    return session;
}

TEST(each_engine_runs_a_session) {
    BEHAVIOUR("session.chooses-its-engine");
    const int32_t engines[] = {SWIFTSSH_ENGINE_LIBSSH2, SWIFTSSH_ENGINE_NATIVE};
    for (size_t i = 0; i < 2; i++) {
        swiftssh_session *session = session_on(engines[i]);
        REQUIRE(session != NULL);
        CHECK_NUMBER(engines[i], swiftssh_session_engine(session));
        CHECK_TEXT("in\n", output_of(session, "echo in"));
        uint64_t capabilities = swiftssh_session_capabilities(session);
        CHECK((capabilities & SWIFTSSH_CAPABILITY_RSA_SHA2_USER_KEYS) != 0);
        if (engines[i] == SWIFTSSH_ENGINE_NATIVE) {
            CHECK((capabilities & SWIFTSSH_CAPABILITY_STRICT_KEY_EXCHANGE) != 0);
            CHECK((capabilities & SWIFTSSH_CAPABILITY_CHANNEL_SIGNAL) != 0);
        }
        swiftssh_session_free(session);
    }
}

TEST(an_engine_that_there_is_not_is_refused) {
    BEHAVIOUR("session.chooses-its-engine");
    swiftssh_session *session = NULL;
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_new_with_engine(99, &session, &failure));
    CHECK(session == NULL);
    CHECK_NUMBER(SWIFTSSH_ERROR_INVALID_HANDLE, swiftssh_session_engine(NULL));
    CHECK_NUMBER(0, swiftssh_session_capabilities(NULL));
}

TEST(each_engine_runs_a_client) {
    BEHAVIOUR("client.chooses-its-engine");
    const int32_t engines[] = {SWIFTSSH_ENGINE_LIBSSH2, SWIFTSSH_ENGINE_NATIVE};
    uint16_t port = sshd_port(NULL);
    for (size_t i = 0; i < 2; i++) {
        swiftssh_client *client = ready_client(port);
        swiftssh_session *session = NULL;
        OK(swiftssh_client_set_engine(client, engines[i], &failure));
        REQUIRE_OK(swiftssh_client_connect(client, PATIENCE, &failure));
        REQUIRE_OK(swiftssh_client_session(client, &session, &failure));
        CHECK_NUMBER(engines[i], swiftssh_session_engine(session));
        CHECK_TEXT("in\n", output_of(session, "echo in"));
        FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_client_set_engine(client, engines[i], &failure));
        swiftssh_session_free(session);
    }
    swiftssh_client *client = new_client(port);
    OK(swiftssh_client_set_engine(client, SWIFTSSH_ENGINE_DEFAULT, &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_client_set_engine(client, 99, &failure));
}

TEST(the_environment_chooses_for_sessions_that_name_none) {
    BEHAVIOUR("session.chooses-its-engine");
    const char *before = getenv("SWIFTSSH_ENGINE");
    char *kept = before == NULL ? NULL : strdup(before);
    swiftssh_session *session = NULL;

    setenv("SWIFTSSH_ENGINE", "native", 1);
    OK(swiftssh_session_new(&session, &failure));
    CHECK_NUMBER(SWIFTSSH_ENGINE_NATIVE, swiftssh_session_engine(session));
    CHECK_TEXT("native", swiftssh_engine_name());
    swiftssh_session_free(session);

    setenv("SWIFTSSH_ENGINE", "telnet", 1);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_session_new(&session, &failure));
    OK(swiftssh_session_new_with_engine(SWIFTSSH_ENGINE_LIBSSH2, &session, &failure));
    CHECK_NUMBER(SWIFTSSH_ENGINE_LIBSSH2, swiftssh_session_engine(session));
    swiftssh_session_free(session);

    unsetenv("SWIFTSSH_ENGINE");
    OK(swiftssh_session_new_with_engine(SWIFTSSH_ENGINE_DEFAULT, &session, &failure));
    CHECK_NUMBER(SWIFTSSH_ENGINE_LIBSSH2, swiftssh_session_engine(session));
    swiftssh_session_free(session);
    if (kept != NULL) {
        setenv("SWIFTSSH_ENGINE", kept, 1);
        free(kept);
    }
}
