/* Servers that are not OpenSSH. */

#include "check.h"
#include "client.h"
#include "fixture.h"

#include <string.h>

static const char *const keys[] = {"client_ed25519", "client_ecdsa_256", "client_ecdsa_521", "client_rsa"};

/* Logs in by a key, and by password when it is NULL, and runs a command. */
static void use(swiftssh_session *session, const char *user, const char *key) {
    const char *password = fact("PASSWORD");
    if (key != NULL) {
        REQUIRE_OK(swiftssh_session_userauth_publickey_fromfile(
            session, user, NULL, key_path(key), NULL, 0, &failure));
    } else {
        REQUIRE_OK(swiftssh_session_userauth_password(
            session, user, (const uint8_t *)password, strlen(password), &failure));
    }
    swiftssh_channel *channel = started(session, "echo in; exit 3");
    CHECK_TEXT("in\n", read_all(channel, 0).data);
    check_exit(channel, SWIFTSSH_EXIT_EXITED, 3);
}

static void use_all(const struct peer *server) {
    for (size_t index = 0; index <= sizeof keys / sizeof keys[0]; index++) {
        swiftssh_session *session = new_session();
        REQUIRE_OK(swiftssh_session_connect(session, "127.0.0.1", server->port, &failure));
        use(session, fact("USER"), index < sizeof keys / sizeof keys[0] ? keys[index] : NULL);
    }
}

TEST(asyncssh) {
    BEHAVIOUR("session.other-servers");
    use_all(peer_start(fact("ASYNCSSH_SERVER"), fact("DIRECTORY"), NULL));
}

TEST(paramiko) {
    BEHAVIOUR("session.other-servers");
    use_all(peer_start(fact("PARAMIKO_SERVER"), fact("DIRECTORY"), NULL));
}

TEST(dropbear) {
    BEHAVIOUR("session.other-servers");
    REQUIRE(*fact("DROPBEAR_INETD") != '\0');
    const char *arguments[] = {fact("DROPBEAR_INETD"), NULL};
    for (size_t index = 0; index < sizeof keys / sizeof keys[0]; index++) {
        swiftssh_session *session = session_over(serve_once(arguments)->socket);
        REQUIRE(session != NULL);
        use(session, fact("USER"), keys[index]);
    }
}
