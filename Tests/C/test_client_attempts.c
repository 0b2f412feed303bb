/* Servers that drop connections before they have said who they are, and how often they are tried. */

#include "check.h"
#include "connecting.h"
#include "directory.h"
#include "fixture.h"
#include "scope.h"

#include <pthread.h>
#include <string.h>

/* A server that refuses its first connections, and serves the others. */
static struct peer *refusing(const char *count) {
    return peer_start(fact("SCRIPTED_PEER"), "refuse", "--faulty", count, "--", fact("SSHD_INETD"), NULL);
}

static swiftssh_client *trying(uint16_t port, uint32_t attempts) {
    swiftssh_client *client = ready_client(port);
    OK(swiftssh_client_set_connection_attempts(client, attempts, &failure));
    return client;
}

static int tells_attempts(void) {
    return strstr(swiftssh_error_message(failure), "tried ") != NULL;
}

TEST(a_server_that_drops_is_tried_again) {
    BEHAVIOUR("client.tried-again");
    swiftssh_client *client = trying(refusing("1")->port, 3);
    REQUIRE_OK(swiftssh_client_connect(client, PATIENCE, &failure));
    CHECK_NUMBER(1, swiftssh_client_is_connected(client));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_client_set_connection_attempts(client, 1, &failure));
}

TEST(attempts_are_used_up) {
    BEHAVIOUR("client.tried-again-and-given-up");
    struct peer *closes = peer_start(fact("SCRIPTED_PEER"), "close", NULL);
    FAILS(SWIFTSSH_ERROR_SOCKET_DISCONNECT, swiftssh_client_connect(trying(closes->port, 2), PATIENCE, &failure));
    CHECK_CONTAINS("(tried 2 times in ", swiftssh_error_message(failure));
    FAILS(SWIFTSSH_ERROR_CONNECT, swiftssh_client_connect(trying(closed_port(), 2), PATIENCE, &failure));
    CHECK_CONTAINS("(tried 2 times in ", swiftssh_error_message(failure));
    FAILS(SWIFTSSH_ERROR_SOCKET_DISCONNECT, swiftssh_client_connect(trying(closes->port, 0), PATIENCE, &failure));
    CHECK(!tells_attempts());
}

TEST(the_time_for_all_of_it_holds) {
    BEHAVIOUR("client.tried-again-in-time");
    struct peer *closes = peer_start(fact("SCRIPTED_PEER"), "close", NULL);
    int32_t timeout = 500;
    do {
        forget_failure();
        int32_t status = swiftssh_client_connect(trying(closes->port, 1000000), timeout *= 2, &failure);
        /* The last attempt may have begun a moment before the end, and with a slow server that is the first one. */
        CHECK(status == SWIFTSSH_ERROR_SOCKET_DISCONNECT || status == SWIFTSSH_ERROR_TIMEOUT);
    } while (!tells_attempts() && timeout < PATIENCE);
    CHECK(tells_attempts());
}

static void *connects(void *client) {
    CHECK_NUMBER(SWIFTSSH_ERROR_CANCELLED, swiftssh_client_connect(client, -1, NULL));
    return NULL;
}

TEST(closing_ends_the_wait) {
    BEHAVIOUR("client.tried-again-cancelled");
    struct peer *closes = peer_start(fact("SCRIPTED_PEER"), "close", NULL);
    swiftssh_client *client = trying(closes->port, 1000000);
    pthread_t thread;
    REQUIRE(pthread_create(&thread, NULL, connects, client) == 0);
    CHECK(peer_has_said(closes, "CONNECTED", PATIENCE));
    OK(swiftssh_client_close(client, &failure));
    pthread_join(thread, NULL);
}

TEST(what_has_begun_is_not_tried_again) {
    BEHAVIOUR("client.tried-once");
    struct peer *identified = peer_start(fact("SCRIPTED_PEER"), "banner-then-close", NULL);
    FAILS(SWIFTSSH_ERROR_SOCKET_DISCONNECT, swiftssh_client_connect(trying(identified->port, 5), PATIENCE, &failure));
    CHECK(!tells_attempts());
    swiftssh_client *stranger = new_client(sshd_port(NULL));
    OK(swiftssh_client_set_connection_attempts(stranger, 5, &failure));
    OK(swiftssh_client_add_known_hosts_file(stranger, "/dev/null", &failure));
    FAILS(SWIFTSSH_ERROR_HOST_KEY_UNKNOWN, swiftssh_client_connect(stranger, PATIENCE, &failure));
    CHECK(!tells_attempts());
}

TEST(behind_a_jump_host) {
    BEHAVIOUR("client.tried-again-behind-a-jump-host");
    swiftssh_client *inner = trying(refusing("1")->port, 3);
    OK(swiftssh_client_set_jump_host(inner, connected_client(), &failure));
    OK(swiftssh_client_connect(inner, PATIENCE, &failure));
}

TEST(ssh_config_says_how_often) {
    BEHAVIOUR("client.attempts-as-ssh-config-says");
    struct peer *closes = peer_start(fact("SCRIPTED_PEER"), "close", NULL);
    const char *lines = "Host *\n  ConnectionAttempts 2\n";
    const char *path = scratch_file("config", lines, strlen(lines), 0600);
    for (uint32_t said = 0; said <= 1; said++) {
        swiftssh_client *client = trying(closes->port, said);
        OK(swiftssh_client_add_configuration_file(client, path, &failure));
        FAILS(SWIFTSSH_ERROR_SOCKET_DISCONNECT, swiftssh_client_connect(client, PATIENCE, &failure));
        CHECK_NUMBER(said == 0, strstr(swiftssh_error_message(failure), "(tried 2 times in ") != NULL);
    }
}

static void free_fleet(void *fleet) {
    swiftssh_fleet_free(fleet);
}

/* Checks that a command ends well on every host of a fleet. */
static void check_fleet(uint16_t port, uint32_t attempts, int hosts) {
    swiftssh_fleet *fleet = NULL;
    swiftssh_command_result *result = NULL;
    REQUIRE_OK(swiftssh_fleet_new(trying(port, attempts), 6, &fleet, &failure));
    scope_defer(free_fleet, fleet);
    for (int number = 0; number < hosts; number++) OK(swiftssh_fleet_add(fleet, "127.0.0.1", port, fact("USER"), &failure));
    REQUIRE_OK(swiftssh_fleet_start(fleet, "true", NULL, 0, NULL, 0, -1, -1, &failure));
    for (int number = 0; number < hosts; number++) {
        int64_t index = OK(swiftssh_fleet_next(fleet, -1, &failure));
        if (index < 0) return;
        if (OK(swiftssh_fleet_result(fleet, (uint64_t)index, &result, &failure)) == 0) swiftssh_command_result_free(result);
    }
    CHECK_NUMBER(0, swiftssh_fleet_remaining(fleet));
}

TEST(fleets_try_again) {
    BEHAVIOUR("fleet.tried-again");
    check_fleet(peer_start(fact("SSHD_SERVER"), fact("DIRECTORY"), "-o", "MaxStartups 1:100:1", NULL)->port, 100, 12);
    /* By themselves too. */
    check_fleet(refusing("1")->port, 0, 1);
}
