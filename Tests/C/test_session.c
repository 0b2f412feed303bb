/* The hand-shake, connecting by name, and what a session is and can be told. */

#include "check.h"
#include "client.h"
#include "fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

TEST(a_handshake_leaves_the_socket_to_its_owner) {
    BEHAVIOUR("session.handshake");
    int socket = sshd(NULL)->socket;
    int mode = fcntl(socket, F_GETFL);
    swiftssh_session *session = session_over(socket);
    REQUIRE(session != NULL);
    CHECK_NUMBER(socket, swiftssh_session_socket(session));
    CHECK_NUMBER(0, swiftssh_session_last_errno(session));
    OK(swiftssh_session_close(session, &failure));
    swiftssh_session_free(session);
    CHECK_NUMBER(mode, fcntl(socket, F_GETFL));
}

TEST(a_second_handshake_is_refused) {
    BEHAVIOUR("session.second-handshake-is-refused");
    int socket = sshd(NULL)->socket;
    swiftssh_session *session = session_over(socket);
    REQUIRE(session != NULL);
    CHECK(swiftssh_session_handshake(session, socket, NULL) < 0);
    CHECK(swiftssh_session_connect(session, "127.0.0.1", closed_port(), NULL) < 0);
    CHECK(log_in(session) == 0);
}

TEST(a_host_and_a_port_are_connected_to) {
    BEHAVIOUR("session.connect");
    struct peer *server = peer_start(fact("SERVE"), "--", fact("SSHD_INETD"), NULL);
    swiftssh_session *session = new_session();
    REQUIRE_OK(swiftssh_session_connect(session, "localhost", server->port, &failure));
    CHECK(swiftssh_session_socket(session) >= 0);
    REQUIRE(log_in(session) == 0);
    CHECK_TEXT("in\n", output_of(session, "echo in"));
}

TEST(an_ipv6_address_is_connected_to) {
    BEHAVIOUR("session.connect-ipv6");
    struct peer *server = peer_start(fact("SERVE"), "--ipv6", "--", fact("SSHD_INETD"), NULL);
    swiftssh_session *session = new_session();
    REQUIRE_OK(swiftssh_session_connect(session, "::1", server->port, &failure));
    REQUIRE(log_in(session) == 0);
    CHECK_TEXT("in\n", output_of(session, "echo in"));
}

TEST(a_refused_port_is_told) {
    BEHAVIOUR("session.refused-port-is-told");
    char number[16];
    uint16_t port = closed_port();
    FAILS(SWIFTSSH_ERROR_CONNECT, swiftssh_session_connect(new_session(), "127.0.0.1", port, &failure));
    CHECK_NUMBER(ECONNREFUSED, swiftssh_error_errno(failure));
    snprintf(number, sizeof number, "%u", (unsigned int)port);
    CHECK_CONTAINS(number, swiftssh_error_description(failure));
    CHECK_CONTAINS("127.0.0.1", swiftssh_error_description(failure));
}

TEST(a_name_without_an_address_is_told) {
    BEHAVIOUR("session.unresolvable-host-is-told");
    FAILS(SWIFTSSH_ERROR_ADDRESS_NOT_FOUND,
          swiftssh_session_connect(new_session(), "no-such-host.invalid", 22, &failure));
    CHECK_CONTAINS("no-such-host.invalid", swiftssh_error_description(failure));
}

TEST(a_descriptor_that_is_no_connection_is_told) {
    BEHAVIOUR("session.handshake-needs-a-connection");
    /* Made before: its own descriptors must not get the number that is closed. */
    swiftssh_session *session = new_session();
    int *ends = socket_pair();
    int closed = ends[0];
    close(ends[0]);
    ends[0] = -1;
    FAILS(SWIFTSSH_ERROR_SOCKET_RECV, swiftssh_session_handshake(session, closed, &failure));
    CHECK_NUMBER(EBADF, swiftssh_error_errno(failure));
    CHECK(swiftssh_session_handshake(new_session(), -1, NULL) < 0);
    CHECK(swiftssh_session_handshake(new_session(), INT32_MAX, NULL) < 0);
    FILE *file = tmpfile();
    REQUIRE(file != NULL);
    FAILS(SWIFTSSH_ERROR_BAD_SOCKET, swiftssh_session_handshake(new_session(), fileno(file), &failure));
    fclose(file);
    int unconnected = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    CHECK(swiftssh_session_handshake(new_session(), unconnected, NULL) < 0);
    close(unconnected);
}

TEST(the_servers_identification_is_told) {
    BEHAVIOUR("session.banner");
    char text[256];
    swiftssh_session *session = new_session();
    CHECK_NUMBER(0, swiftssh_session_banner(session, text, sizeof text, NULL));
    session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    OK(swiftssh_session_banner(session, text, sizeof text, &failure));
    CHECK(strncmp(text, "SSH-2.0-OpenSSH_", 16) == 0);
}

TEST(lines_before_the_identification_are_skipped) {
    BEHAVIOUR("session.lines-before-the-identification");
    char text[256];
    struct peer *peer = peer_start(fact("SCRIPTED_PEER"), "--line", "welcome", "--line", "to this host",
                                   "banner-prefix", "--", fact("SSHD_INETD"), NULL);
    swiftssh_session *session = session_over(connected(peer->port));
    REQUIRE(session != NULL);
    OK(swiftssh_session_banner(session, text, sizeof text, &failure));
    CHECK(strncmp(text, "SSH-2.0-OpenSSH_", 16) == 0);
}

TEST(a_timeout_is_kept) {
    BEHAVIOUR("session.timeout-is-kept");
    swiftssh_session *session = NULL;
    REQUIRE_OK(swiftssh_session_new(&session, &failure));
    CHECK_NUMBER(0, swiftssh_session_get_timeout(session));
    OK(swiftssh_session_set_timeout(session, 1500, &failure));
    CHECK_NUMBER(1500, swiftssh_session_get_timeout(session));
    OK(swiftssh_session_set_timeout(session, -5, &failure));
    CHECK_NUMBER(0, swiftssh_session_get_timeout(session));
    OK(swiftssh_session_set_timeout(session, INT64_MAX, &failure));
    CHECK(swiftssh_session_get_timeout(session) > 0);
    swiftssh_session_free(session);
}

TEST(the_blocking_mode_is_kept) {
    BEHAVIOUR("session.blocking-mode");
    swiftssh_session *session = new_session();
    CHECK_NUMBER(1, swiftssh_session_get_blocking(session));
    OK(swiftssh_session_set_blocking(session, 0, &failure));
    CHECK_NUMBER(0, swiftssh_session_get_blocking(session));
    OK(swiftssh_session_set_blocking(session, 7, &failure));
    CHECK_NUMBER(1, swiftssh_session_get_blocking(session));
}

TEST(buffers_that_are_too_small_are_left_alone) {
    BEHAVIOUR("abi.buffers");
    char text[64];
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    int64_t length = OK(swiftssh_session_hostkey_fingerprint(session, NULL, 0, &failure));
    CHECK_NUMBER(50, length);
    memset(text, '#', sizeof text);
    CHECK_NUMBER(length, OK(swiftssh_session_hostkey_fingerprint(session, text, (size_t)length - 1, &failure)));
    CHECK_NUMBER('#', text[0]);
    CHECK_NUMBER(length, OK(swiftssh_session_hostkey_fingerprint(session, text, (size_t)length, &failure)));
    CHECK_NUMBER('#', text[length]);
    CHECK_NUMBER(length, OK(swiftssh_session_hostkey_fingerprint(session, text, (size_t)length + 1, &failure)));
    CHECK_TEXT(fact("HOST_KEY_ED25519_FINGERPRINT"), text);
}
