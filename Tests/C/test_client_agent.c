/* The user's agent, forwarded to what runs on a host. */

#include "agents.h"
#include "check.h"
#include "client.h"
#include "connecting.h"
#include "fixture.h"
#include "scope.h"

#include <string.h>

static int forwards(void) {
    return (swiftssh_capabilities() & SWIFTSSH_CAPABILITY_AGENT_FORWARDING) != 0;
}

static void free_result(void *result) {
    swiftssh_command_result_free(result);
}

static void free_listener(void *listener) {
    swiftssh_listener_free(listener);
}

static void free_channel(void *channel) {
    swiftssh_channel_free(channel);
}

/* A client that is not connected, of a server that takes agents, and forwards one. */
static swiftssh_client *forwarding(const char *path) {
    swiftssh_client *client = ready_client(sshd_port("-o", "AllowAgentForwarding yes", NULL));
    OK(swiftssh_client_set_agent_forwarding(client, 1, path, &failure));
    return client;
}

/* What a command writes to standard output, and its exit status; valid until the next call. */
static const char *output(swiftssh_client *client, const char *command, int32_t *out_status) {
    static char text[8192];
    swiftssh_command_result *result = NULL;
    text[0] = 0;
    *out_status = -1;
    if (OK(swiftssh_client_run(client, command, NULL, 0, NULL, 0, -1, PATIENCE, &result, &failure)) < 0) return text;
    scope_defer(free_result, result);
    int64_t length = swiftssh_command_result_output(result, 0, (uint8_t *)text, sizeof text - 1);
    CHECK(length >= 0 && length < (int64_t)sizeof text);
    text[length > 0 && length < (int64_t)sizeof text ? length : 0] = 0;
    *out_status = swiftssh_command_result_exit_status(result);
    return text;
}

TEST(the_agent_is_used_on_the_host) {
    BEHAVIOUR("client.agent-forwarding");
    BEHAVIOUR("client.agent-forwarding-many");
    int32_t status;
    const char *keys[] = {"client_ed25519", "client_ecdsa_256", NULL};
    swiftssh_client *client = forwarding(ssh_agent(keys));
    if (!forwards()) {
        FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_client_connect(client, PATIENCE, &failure));
        CHECK_CONTAINS("1.11 or newer can, and the native engine", swiftssh_error_message(failure));
        return;
    }
    REQUIRE_OK(swiftssh_client_connect(client, PATIENCE, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_client_set_agent_forwarding(client, 0, NULL, &failure));
    for (int round = 0; round < 2; round++) {
        const char *listed = output(client, "ssh-add -l", &status);
        CHECK_CONTAINS("client_ed25519", listed);
        CHECK_CONTAINS("client_ecdsa_256", listed);
    }
    CHECK_CONTAINS("40", output(client, "for i in $(seq 20); do ssh-add -l & done | wc -l", &status));
}

TEST(nothing_is_forwarded_unasked) {
    BEHAVIOUR("client.agent-forwarding-off");
    int32_t status;
    CHECK_TEXT("[]\n", output(connected_client(), "echo \"[$SSH_AUTH_SOCK]\"", &status));
    swiftssh_client *client = forwarding("/nowhere");
    OK(swiftssh_client_set_agent_forwarding(client, 0, NULL, &failure));
    REQUIRE_OK(swiftssh_client_connect(client, PATIENCE, &failure));
    CHECK_TEXT("[]\n", output(client, "echo \"[$SSH_AUTH_SOCK]\"", &status));
}

TEST(who_cannot_forward_is_told) {
    BEHAVIOUR("client.agent-forwarding-refused");
    if (!forwards()) return;
    const char *keys[] = {NULL};
    swiftssh_command_result *result = NULL;
    FAILS(SWIFTSSH_ERROR_AGENT_PROTOCOL, swiftssh_client_connect(forwarding(new_socket_path()), PATIENCE, &failure));
    CHECK_CONTAINS("no agent can be forwarded", swiftssh_error_message(failure));
    swiftssh_client *client = ready_client(sshd_port("-o", "AllowAgentForwarding no", NULL));
    OK(swiftssh_client_set_agent_forwarding(client, 1, ssh_agent(keys), &failure));
    REQUIRE_OK(swiftssh_client_connect(client, PATIENCE, &failure));
    FAILS(SWIFTSSH_ERROR_CHANNEL_REQUEST_DENIED,
          swiftssh_client_run(client, "true", NULL, 0, NULL, 0, -1, PATIENCE, &result, &failure));
    CHECK_CONTAINS("AllowAgentForwarding", swiftssh_error_message(failure));
}

TEST(connections_are_accepted_without_a_client) {
    BEHAVIOUR("session.agent-listener");
    swiftssh_session *session = logged_in("-o", "AllowAgentForwarding yes", NULL);
    swiftssh_listener *listener = NULL, *second = NULL;
    swiftssh_channel *channel = opened(session), *agent = NULL;
    char bytes[8] = "";
    REQUIRE(channel != NULL);
    if (!forwards()) {
        FAILS(SWIFTSSH_ERROR_METHOD_NOT_SUPPORTED, swiftssh_session_listen_agent(session, 16, &listener, &failure));
        CHECK(listener == NULL);
        return;
    }
    REQUIRE_OK(swiftssh_session_listen_agent(session, 16, &listener, &failure));
    scope_defer(free_listener, listener);
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_session_listen_agent(session, 16, &second, &failure));
    OK(swiftssh_channel_request_auth_agent(channel, &failure));
    OK(swiftssh_channel_exec(channel, "ssh-add -l; ssh-add -l 2>/dev/null || echo none", &failure));
    REQUIRE_OK(swiftssh_listener_accept(listener, &agent, &failure));
    scope_defer(free_channel, agent);
    int64_t length = 0;
    while (length < 5) {
        int64_t more = OK(swiftssh_channel_read(agent, 0, bytes + length, (size_t)(5 - length), &failure));
        REQUIRE(more > 0);
        length += more;
    }
    CHECK(memcmp(bytes, "\0\0\0\1\13", 5) == 0);
    OK(swiftssh_listener_cancel(listener, &failure));
    OK(swiftssh_channel_write(agent, 0, "\0\0\0\5\14\0\0\0\0", 9, &failure));
    CHECK_TEXT("The agent has no identities.\nnone\n", read_all(channel, 0).data);
}
