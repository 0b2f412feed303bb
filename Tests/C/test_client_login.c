/* Clients: whom they trust, and how they log in. */

#include "check.h"
#include "connecting.h"
#include "directory.h"
#include "fixture.h"
#include "scope.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

/* Connects, and gives the status. */
static int64_t connect_status(swiftssh_client *client) {
    forget_failure();
    return swiftssh_client_connect(client, PATIENCE, &failure);
}

static swiftssh_client *knowing(uint16_t port, const char *known_hosts) {
    swiftssh_client *client = new_client(port);
    OK(swiftssh_client_add_known_hosts_file(client, known_hosts, &failure));
    OK(swiftssh_client_add_key_file(client, fact("CLIENT_KEY"), &failure));
    return client;
}

TEST(known_hosts_decide) {
    BEHAVIOUR("client.host-key-known");
    BEHAVIOUR("client.host-key-unknown");
    BEHAVIOUR("client.host-key-mismatch");
    BEHAVIOUR("client.host-key-trouble-is-refusal");
    uint16_t port = sshd_port(NULL);
    CHECK_NUMBER(0, connect_status(ready_client(port)));
    CHECK_NUMBER(SWIFTSSH_ERROR_HOST_KEY_UNKNOWN, connect_status(knowing(port, scratch("missing"))));
    CHECK_TEXT(fact("HOST_KEY_ED25519_FINGERPRINT"), swiftssh_error_host_key_fingerprint(failure));
    CHECK_TEXT("ssh-ed25519", swiftssh_error_host_key_type(failure));
    CHECK_TEXT("", swiftssh_error_expected_fingerprint(failure));
    CHECK_TEXT("host key", swiftssh_error_phase(failure));
    CHECK_CONTAINS("ssh-keyscan", swiftssh_error_message(failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_HOST_KEY_MISMATCH, connect_status(knowing(port, fact("KNOWN_HOSTS_CHANGED"))));
    CHECK_CONTAINS("SHA256:", swiftssh_error_expected_fingerprint(failure));
    CHECK_TEXT(fact("KNOWN_HOSTS_CHANGED"), swiftssh_error_path(failure));
    CHECK_NUMBER(1, swiftssh_error_line(failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_FILE, connect_status(knowing(port, fact("DIRECTORY"))));
}

TEST(a_list_decides) {
    BEHAVIOUR("client.host-key-revoked");
    uint16_t port = sshd_port(NULL);
    swiftssh_knownhost *hosts = NULL;
    char key[1024], line[1100];
    snprintf(key, sizeof key, "%s.pub", key_path("host_ed25519"));
    size_t length = 0;
    const char *content = file_content(key, &length);
    REQUIRE(content != NULL);
    snprintf(line, sizeof line, "@revoked * %s", content);
    REQUIRE_OK(swiftssh_knownhost_new(&hosts, &failure));
    swiftssh_client *client = ready_client(port);
    OK(swiftssh_client_set_known_hosts(client, hosts, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_HOST_KEY_UNKNOWN, connect_status(client));
    const char *file = scratch_file("revoked", line, strlen(line), 0600);
    CHECK_NUMBER(SWIFTSSH_ERROR_HOST_KEY_REVOKED, connect_status(knowing(port, file)));
    client = ready_client(port);
    OK(swiftssh_knownhost_readfile(hosts, fact("KNOWN_HOSTS"), SWIFTSSH_KNOWNHOST_FILE_OPENSSH, &failure));
    OK(swiftssh_client_set_known_hosts(client, hosts, &failure));
    CHECK_NUMBER(0, connect_status(client));
    swiftssh_knownhost_free(hosts);
}

TEST(a_new_host_is_written) {
    BEHAVIOUR("client.host-key-accept-new");
    uint16_t port = sshd_port(NULL);
    const char *file = scratch("accepted");
    char beginning[64];
    for (int again = 0; again < 2; again++) {
        swiftssh_client *client = knowing(port, file);
        OK(swiftssh_client_set_host_key_policy(client, SWIFTSSH_HOST_KEYS_ACCEPT_NEW, &failure));
        CHECK_NUMBER(0, connect_status(client));
    }
    size_t length = 0;
    const char *written = file_content(file, &length);
    REQUIRE(written != NULL);
    snprintf(beginning, sizeof beginning, "[127.0.0.1]:%d ssh-ed25519 ", port);
    CHECK(strncmp(written, beginning, strlen(beginning)) == 0);
    CHECK(strchr(written, '\n') == written + strlen(written) - 1);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_client_set_host_key_policy(new_client(port), 99, &failure));
}

TEST(pins_and_the_insecure) {
    BEHAVIOUR("client.host-key-pinned");
    BEHAVIOUR("client.host-key-insecure");
    uint16_t port = sshd_port(NULL);
    swiftssh_client *client = ready_client(port);
    OK(swiftssh_client_set_fingerprint(client, fact("HOST_KEY_ED25519_FINGERPRINT"), &failure));
    CHECK_NUMBER(0, connect_status(client));
    client = ready_client(port);
    OK(swiftssh_client_set_fingerprint(client, "SHA256:AAAA", &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_HOST_KEY_MISMATCH, connect_status(client));
    client = knowing(port, scratch("missing"));
    OK(swiftssh_client_set_host_key_policy(client, SWIFTSSH_HOST_KEYS_INSECURE_ACCEPT_ANYTHING, &failure));
    CHECK_NUMBER(0, connect_status(client));
}

struct asked {
    int answer;
    int count;
    int finalized;
    char text[1024];
};

static int32_t accept_key(void *user_data, swiftssh_presented_host_key *presented) {
    struct asked *asked = user_data;
    uint8_t blob[1024];
    asked->count++;
    int64_t length = swiftssh_presented_host_key_blob(presented, blob, sizeof blob);
    snprintf(asked->text, sizeof asked->text, "%s:%d %s %s %d", swiftssh_presented_host_key_host(presented),
             swiftssh_presented_host_key_port(presented), swiftssh_presented_host_key_type(presented),
             swiftssh_presented_host_key_fingerprint(presented), length > 15 && memcmp(blob + 4, "ssh-ed25519", 11) == 0);
    return asked->answer;
}

static void finalize(void *user_data) {
    ((struct asked *)user_data)->finalized++;
}

TEST(a_callback_decides) {
    BEHAVIOUR("client.host-key-callback");
    uint16_t port = sshd_port(NULL);
    for (int answer = 0; answer < 2; answer++) {
        struct asked asked = {answer, 0, 0, ""};
        char expected[1024];
        swiftssh_client *client = NULL;
        REQUIRE_OK(swiftssh_client_new("127.0.0.1", port, fact("USER"), &client, &failure));
        OK(swiftssh_client_set_agent(client, 0, NULL, &failure));
        OK(swiftssh_client_add_key_file(client, fact("CLIENT_KEY"), &failure));
        OK(swiftssh_client_set_host_key_callback(client, accept_key, &asked, finalize, &failure));
        CHECK_NUMBER(answer == 1 ? 0 : SWIFTSSH_ERROR_HOST_KEY_REFUSED, connect_status(client));
        snprintf(expected, sizeof expected, "127.0.0.1:%d ssh-ed25519 %s 1", port, fact("HOST_KEY_ED25519_FINGERPRINT"));
        CHECK_TEXT(expected, asked.text);
        CHECK_NUMBER(1, asked.count);
        swiftssh_client_free(client);
        CHECK_NUMBER(1, asked.finalized);
    }
    struct asked asked = {0, 0, 0, ""};
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_client_set_host_key_callback(new_client(port), NULL, &asked, finalize, &failure));
    CHECK_NUMBER(1, asked.finalized);
}

TEST(credentials_in_order) {
    BEHAVIOUR("client.login-order");
    BEHAVIOUR("client.login-refused");
    uint16_t port = sshd_port(NULL);
    swiftssh_client *client = new_client(port);
    const uint8_t *password = (const uint8_t *)fact("PASSWORD");
    OK(swiftssh_client_add_known_hosts_file(client, fact("KNOWN_HOSTS"), &failure));
    OK(swiftssh_client_add_key_file(client, fact("STRANGER_KEY"), &failure));
    OK(swiftssh_client_set_password(client, password, strlen((const char *)password), &failure));
    CHECK_NUMBER(0, connect_status(client));
    client = new_client(port);
    OK(swiftssh_client_add_known_hosts_file(client, fact("KNOWN_HOSTS"), &failure));
    OK(swiftssh_client_add_key_file(client, fact("STRANGER_KEY"), &failure));
    OK(swiftssh_client_set_password(client, (const uint8_t *)"not it", 6, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_AUTHENTICATION_FAILED, connect_status(client));
    CHECK_CONTAINS("stranger_ed25519 was refused, the password was refused", swiftssh_error_message(failure));
    CHECK_CONTAINS("the server takes publickey, password", swiftssh_error_message(failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_client_set_password(new_client(port), password, 65537, &failure));
}

TEST(several_credentials) {
    BEHAVIOUR("client.login-steps");
    BEHAVIOUR("client.login-attempts");
    swiftssh_client *client = ready_client(sshd_port("-o", "AuthenticationMethods publickey,password", "-o", "MaxAuthTries 3", NULL));
    const char *password = fact("PASSWORD");
    OK(swiftssh_client_set_password(client, (const uint8_t *)password, strlen(password), &failure));
    OK(swiftssh_client_set_attempts(client, 3, &failure));
    CHECK_NUMBER(0, connect_status(client));
}

static int32_t give_passphrase(void *user_data, swiftssh_passphrase_request *request) {
    struct asked *asked = user_data;
    const char *passphrase = fact("PASSPHRASE");
    asked->count++;
    snprintf(asked->text, sizeof asked->text, "%s", swiftssh_passphrase_request_path(request));
    if (asked->answer == 1) swiftssh_passphrase_answer(request, (const uint8_t *)passphrase, strlen(passphrase), NULL);
    return asked->answer == 2;
}

TEST(a_passphrase_is_asked_for) {
    BEHAVIOUR("client.login-passphrase");
    uint16_t port = sshd_port(NULL);
    const int32_t outcomes[] = {SWIFTSSH_ERROR_AUTHENTICATION_FAILED, SWIFTSSH_ERROR_NONE, SWIFTSSH_ERROR_CANCELLED};
    for (int answer = 0; answer < 3; answer++) {
        struct asked asked = {answer, 0, 0, ""};
        swiftssh_client *client = new_client(port);
        OK(swiftssh_client_add_known_hosts_file(client, fact("KNOWN_HOSTS"), &failure));
        OK(swiftssh_client_add_key_file(client, fact("STRANGER_KEY"), &failure));
        OK(swiftssh_client_add_key_file(client, fact("CLIENT_KEY_ED25519_ENCRYPTED"), &failure));
        OK(swiftssh_client_set_passphrase_callback(client, give_passphrase, &asked, finalize, &failure));
        CHECK_NUMBER(outcomes[answer], connect_status(client));
        CHECK_NUMBER(1, asked.count);
        CHECK_TEXT(fact("CLIENT_KEY_ED25519_ENCRYPTED"), asked.text);
        swiftssh_client_free(client);
        CHECK_NUMBER(1, asked.finalized);
    }
}

static int32_t answer_round(void *user_data, swiftssh_keyboard_interactive *request) {
    struct asked *asked = user_data;
    for (uint32_t index = 0; index < swiftssh_keyboard_interactive_prompt_count(request); index++) {
        const char *answer = swiftssh_keyboard_interactive_echo(request, index) == 1 ? fact("TOKEN") : fact("PASSWORD");
        swiftssh_keyboard_interactive_answer(request, index, (const uint8_t *)answer, strlen(answer), NULL);
        asked->count++;
    }
    return 0;
}

TEST(questions_are_answered) {
    BEHAVIOUR("client.login-questions");
    if (*fact("PAM_STACKS") == 0) return;
    struct asked asked = {0, 0, 0, ""};
    swiftssh_client *client = new_client(sshd_port("--pam", "two", "-o", "AuthenticationMethods keyboard-interactive", NULL));
    OK(swiftssh_client_add_known_hosts_file(client, fact("KNOWN_HOSTS"), &failure));
    OK(swiftssh_client_set_keyboard_interactive_callback(client, answer_round, &asked, finalize, &failure));
    CHECK_NUMBER(0, connect_status(client));
    CHECK_NUMBER(2, asked.count);
    swiftssh_client_free(client);
    CHECK_NUMBER(1, asked.finalized);
}

static void *connect_in_thread(void *client) {
    return (void *)(intptr_t)swiftssh_client_connect(client, PATIENCE, NULL);
}

TEST(a_deadline_and_a_close) {
    BEHAVIOUR("client.login-deadline");
    struct peer *silent = peer_start(fact("SCRIPTED_PEER"), "silent", NULL);
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_client_connect(ready_client(silent->port), 300, &failure));
    swiftssh_client *client = ready_client(silent->port);
    pthread_t thread;
    void *status = NULL;
    REQUIRE(pthread_create(&thread, NULL, connect_in_thread, client) == 0);
    OK(swiftssh_client_close(client, &failure));
    pthread_join(thread, &status);
    CHECK((intptr_t)status == SWIFTSSH_ERROR_CANCELLED || (intptr_t)status == SWIFTSSH_ERROR_CLOSED);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_client_new(NULL, 22, NULL, &client, &failure));
    CHECK(client == NULL);
}

static int32_t no_passphrase(void *user_data, swiftssh_passphrase_request *request) {
    (void)user_data, (void)request;
    return 1;
}

/* Uses the client that lets go of what belongs to a callback of its. */
static void use_client(void *user_data) {
    swiftssh_client *client = *(swiftssh_client **)user_data;
    swiftssh_client_set_attempts(client, 3, NULL);
    swiftssh_client_close(client, NULL);
    *(swiftssh_client **)user_data = NULL;
}

TEST(what_belongs_to_a_callback_may_use_the_client_as_it_goes) {
    BEHAVIOUR("abi.finalizer-may-call");
    for (int way = 0; way < 2; way++) {
        swiftssh_client *client = NULL, *used;
        REQUIRE_OK(swiftssh_client_new("127.0.0.1", 22, "user", &client, &failure));
        used = client;
        OK(swiftssh_client_set_passphrase_callback(client, no_passphrase, &used, use_client, &failure));
        if (way == 0) {
            OK(swiftssh_client_set_passphrase_callback(client, no_passphrase, NULL, NULL, &failure));
        } else {
            OK(swiftssh_client_close(client, &failure));
        }
        CHECK(used == NULL);
        FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_client_set_attempts(client, 3, &failure));
        swiftssh_client_free(client);
    }
}

TEST(a_key_in_memory_logs_in) {
    BEHAVIOUR("client.login-key-in-memory");
    uint16_t port = sshd_port(NULL);
    size_t length = 0;
    const uint8_t *key = (const uint8_t *)file_content(fact("CLIENT_KEY"), &length);
    swiftssh_client *client = new_client(port);
    OK(swiftssh_client_add_known_hosts_file(client, fact("KNOWN_HOSTS"), &failure));
    OK(swiftssh_client_add_key(client, key, length, NULL, 0, &failure));
    CHECK_NUMBER(0, connect_status(client));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_client_add_key(client, key, length, NULL, 0, &failure));
    const char *passphrase = fact("PASSPHRASE");
    key = (const uint8_t *)file_content(fact("CLIENT_KEY_ECDSA_256_ENCRYPTED"), &length);
    client = new_client(port);
    OK(swiftssh_client_add_known_hosts_file(client, fact("KNOWN_HOSTS"), &failure));
    OK(swiftssh_client_add_key(client, key, length, (const uint8_t *)passphrase, strlen(passphrase), &failure));
    CHECK_NUMBER(0, connect_status(client));
}

TEST(a_key_file_that_others_may_use_is_refused) {
    BEHAVIOUR("client.login-key-mode");
    size_t length = 0;
    const char *key = file_content(fact("CLIENT_KEY"), &length);
    REQUIRE(key != NULL);
    const char *path = scratch_file("loose", key, length, 0644);
    swiftssh_client *client = new_client(sshd_port(NULL));
    OK(swiftssh_client_add_known_hosts_file(client, fact("KNOWN_HOSTS"), &failure));
    OK(swiftssh_client_add_key_file(client, path, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_FILE, connect_status(client));
    CHECK_CONTAINS("chmod 600", swiftssh_error_message(failure));
    CHECK_TEXT(path, swiftssh_error_path(failure));
}
