/* What is left of a secret in this process when it has been used: a random one, which the server refuses. */

#include "check.h"
#include "client.h"
#include "connecting.h"
#include "fixture.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

/* The secret with each of its bits turned over: the test itself has no copy of it. */
static uint8_t turned[24];
static const size_t length = sizeof turned;

static void choose(void) {
    REQUIRE(getrandom(turned, length, 0) == (ssize_t)length);
    /* Turned over again these are letters and marks, which every server takes in a password. */
    for (size_t index = 0; index < length; index++) turned[index] = (uint8_t)(0x81 + turned[index] % 63);
}

static void give(uint8_t *secret) {
    for (size_t index = 0; index < length; index++) secret[index] = (uint8_t)~turned[index];
}

static int is_secret(const uint8_t *bytes) {
    for (size_t index = 0; index < length; index++) {
        if ((bytes[index] ^ turned[index]) != 0xff) return 0;
    }
    return 1;
}

/* How often memory that may be written, stacks apart, holds the secret; what sanitizers keep for themselves is larger than all else. */
static int copies(void) {
    FILE *maps = fopen("/proc/self/maps", "r");
    int memory = open("/proc/self/mem", O_RDONLY);
    char line[512], access[8];
    unsigned long start, end;
    int found = 0;
    /* One room for all, with as much of the last piece as a copy may begin in. */
    static uint8_t room[65536 + sizeof turned];
    while (maps != NULL && fgets(line, sizeof line, maps) != NULL) {
        if (sscanf(line, "%lx-%lx %7s", &start, &end, access) != 3 || access[1] != 'w') continue;
        if (strstr(line, "[stack]") != NULL || strstr(line, "[v") != NULL || end - start > 1UL << 30) continue;
        size_t left = 0;
        for (unsigned long at = start; at < end;) {
            ssize_t count = pread(memory, room + left, 65536, (off_t)at);
            if (count <= 0) break;
            size_t held = left + (size_t)count;
            for (size_t index = 0; index + length <= held; index++) {
                unsigned long place = at + index - left;
                int is_own = place >= (unsigned long)room && place < (unsigned long)(room + sizeof room);
                if (!is_own && is_secret(room + index)) found++;
            }
            left = held < length - 1 ? held : length - 1;
            memmove(room, room + held - left, left);
            at += (unsigned long)count;
        }
        explicit_bzero(room, sizeof room);
    }
    if (maps != NULL) fclose(maps);
    close(memory);
    return found;
}

static int32_t answer(void *user_data, swiftssh_keyboard_interactive *request) {
    (void)user_data;
    uint8_t secret[sizeof turned];
    give(secret);
    for (uint32_t index = 0; index < swiftssh_keyboard_interactive_prompt_count(request); index++) {
        OK(swiftssh_keyboard_interactive_answer(request, index, secret, length, &failure));
    }
    explicit_bzero(secret, sizeof secret);
    return 0;
}

TEST(what_there_is_is_found) {
    choose();
    CHECK_NUMBER(0, copies());
    uint8_t *secret = malloc(length + 3);
    REQUIRE(secret != NULL);
    give(secret + 3);
    CHECK_NUMBER(1, copies());
    explicit_bzero(secret, length + 3);
    free(secret);
    CHECK_NUMBER(0, copies());
}

TEST(no_password_is_left) {
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    choose();
    uint8_t secret[sizeof turned];
    give(secret);
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, swiftssh_session_userauth_password(
        session, fact("USER"), secret, length, &failure));
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, swiftssh_session_userauth_password_change(
        session, fact("USER"), secret, length, secret, length, &failure));
    explicit_bzero(secret, sizeof secret);
    CHECK_NUMBER(0, copies());
}

TEST(no_new_password_is_left) {
    const char *old = fact("PASSWORD");
    struct peer *server = peer_start(fact("ASYNCSSH_SERVER"), "--expired", fact("DIRECTORY"), NULL);
    swiftssh_session *session = session_over(connected(server->port));
    REQUIRE(session != NULL);
    choose();
    uint8_t secret[sizeof turned];
    give(secret);
    OK(swiftssh_session_userauth_password_change(
        session, fact("USER"), (const uint8_t *)old, strlen(old), secret, length, &failure));
    explicit_bzero(secret, sizeof secret);
    CHECK_NUMBER(0, copies());
}

/* Logs a client in by a key, or not at all, with a password at hand that it does not need, or that is refused. */
static void connect_with_password(int has_key) {
    swiftssh_client *client = new_client(sshd_port(NULL));
    OK(swiftssh_client_add_known_hosts_file(client, fact("KNOWN_HOSTS"), &failure));
    if (has_key) OK(swiftssh_client_add_key_file(client, fact("CLIENT_KEY"), &failure));
    choose();
    uint8_t secret[sizeof turned];
    give(secret);
    OK(swiftssh_client_set_password(client, secret, length, &failure));
    explicit_bzero(secret, sizeof secret);
    CHECK_NUMBER(1, copies());
    if (has_key) {
        OK(swiftssh_client_connect(client, PATIENCE, &failure));
    } else {
        FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, swiftssh_client_connect(client, PATIENCE, &failure));
    }
    CHECK_NUMBER(0, copies());
}

TEST(no_clients_password_is_left) {
    BEHAVIOUR("client.forgets-its-password");
    connect_with_password(1);
    connect_with_password(0);
}

TEST(no_answer_is_left) {
    swiftssh_session *session = session_over(sshd("--pam", "password", NULL)->socket);
    REQUIRE(session != NULL);
    choose();
    FAILS(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, swiftssh_session_userauth_keyboard_interactive(
        session, fact("USER"), answer, NULL, NULL, &failure));
    CHECK_NUMBER(0, copies());
}

TEST(no_passphrase_is_left) {
    swiftssh_session *session = session_over(sshd(NULL)->socket);
    REQUIRE(session != NULL);
    choose();
    uint8_t secret[sizeof turned];
    for (int index = 0; index < 2; index++) {
        const char *path = key_path(index == 0 ? "client_ed25519_encrypted" : "client_rsa_encrypted.pem");
        give(secret);
        FAILS(SWIFTSSH_ERROR_KEYFILE_AUTH_FAILED, swiftssh_session_userauth_publickey_fromfile(
            session, fact("USER"), NULL, path, secret, length, &failure));
        explicit_bzero(secret, sizeof secret);
        CHECK_NUMBER(0, copies());
    }
}
