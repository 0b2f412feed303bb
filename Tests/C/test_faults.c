/* Peers that misbehave before a user has logged in. */

#include "check.h"
#include "client.h"
#include "fixture.h"

#include <stdio.h>
#include <string.h>

/* Long enough that an error which waits for it is told from one that comes by itself. */
enum { LONG_DEADLINE = 60000 };

static void check_peer(const char *mode, swiftssh_status status) {
    struct peer *peer = peer_start(fact("SCRIPTED_PEER"), mode, NULL);
    swiftssh_session *session = new_session();
    OK(swiftssh_session_set_timeout(session, LONG_DEADLINE, &failure));
    int64_t begin = milliseconds();
    swiftssh_status outcome = swiftssh_session_connect(session, "127.0.0.1", peer->port, &failure);
    CHECK(outcome < 0 && outcome != SWIFTSSH_ERROR_TIMEOUT);
    CHECK(milliseconds() - begin < LONG_DEADLINE / 2);
    if (status != 0 && !CHECK_NUMBER(status, outcome)) printf("    with a peer that is %s\n", mode);
    CHECK(*swiftssh_error_message(failure) != '\0');
    CHECK_CONTAINS("127.0.0.1", swiftssh_error_description(failure));
    forget_failure();
    CHECK_NUMBER(outcome, swiftssh_session_last_errno(session));
    CHECK_NUMBER(0, swiftssh_session_userauth_authenticated(session));
    CHECK(swiftssh_session_ping(session, NULL) < 0);
}

TEST(a_peer_that_speaks_something_else_is_told) {
    BEHAVIOUR("session.peer-that-is-no-ssh-server");
    check_peer("garbage", SWIFTSSH_ERROR_BANNER_RECV);
    check_peer("http", SWIFTSSH_ERROR_BANNER_RECV);
    check_peer("ssh1", SWIFTSSH_ERROR_BANNER_RECV);
    check_peer("endless-banner", SWIFTSSH_ERROR_BANNER_RECV);
    check_peer("endless-line", SWIFTSSH_ERROR_BANNER_RECV);
    check_peer("endless-lines", SWIFTSSH_ERROR_BANNER_RECV);
}

TEST(a_peer_that_hangs_up_is_told) {
    BEHAVIOUR("session.peer-that-is-no-ssh-server");
    check_peer("close", SWIFTSSH_ERROR_SOCKET_DISCONNECT);
    check_peer("reset", 0);
}

TEST(the_words_of_a_peer_are_escaped) {
    BEHAVIOUR("session.peer-that-is-no-ssh-server");
    struct peer *peer = peer_start(fact("SCRIPTED_PEER"), "garbage", NULL);
    swiftssh_session *session = new_session();
    FAILS(SWIFTSSH_ERROR_BANNER_RECV, swiftssh_session_connect(session, "127.0.0.1", peer->port, &failure));
    for (const char *text = swiftssh_error_description(failure); *text != '\0'; text++) {
        CHECK((unsigned char)*text >= ' ' && *text != 0x7f);
    }
}

TEST(a_broken_key_exchange_is_told) {
    BEHAVIOUR("session.peer-that-breaks-the-key-exchange");
    check_peer("banner-then-close", SWIFTSSH_ERROR_SOCKET_DISCONNECT);
    check_peer("banner-then-garbage", 0);
    check_peer("huge-packet", 0);
}

static void check_deadline(struct peer *peer) {
    swiftssh_session *session = new_session();
    OK(swiftssh_session_set_timeout(session, 300, &failure));
    int64_t begin = milliseconds();
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_session_connect(session, "127.0.0.1", peer->port, &failure));
    CHECK(milliseconds() - begin >= 300);
    CHECK(milliseconds() - begin < LONG_DEADLINE / 2);
    CHECK(*swiftssh_error_phase(failure) != '\0');
    CHECK_NUMBER(SWIFTSSH_ERROR_TIMEOUT, swiftssh_session_last_errno(session));
}

TEST(a_silent_server_times_out) {
    BEHAVIOUR("session.silent-server-times-out");
    check_deadline(peer_start(fact("SCRIPTED_PEER"), "silent", NULL));
    check_deadline(peer_start(fact("SCRIPTED_PEER"), "banner-then-silent", NULL));
}

TEST(a_stalled_key_exchange_times_out) {
    BEHAVIOUR("session.stalled-key-exchange-times-out");
    check_deadline(peer_start(fact("SCRIPTED_PEER"), "stall", "600", "--", fact("SSHD_INETD"), NULL));
}

TEST(a_server_that_drips_times_out) {
    BEHAVIOUR("session.slow-server-meets-the-deadline");
    check_deadline(peer_start(fact("SCRIPTED_PEER"), "drip", "100", "--", fact("SSHD_INETD"), NULL));
}

TEST(a_session_of_its_own_is_not_hurt_by_another) {
    BEHAVIOUR("session.peer-that-is-no-ssh-server");
    swiftssh_session *session = logged_in(NULL);
    REQUIRE(session != NULL);
    check_peer("garbage", SWIFTSSH_ERROR_BANNER_RECV);
    CHECK_TEXT("alive\n", output_of(session, "echo alive"));
}
