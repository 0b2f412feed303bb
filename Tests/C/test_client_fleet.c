/* A command on many hosts. */

#include "check.h"
#include "connecting.h"
#include "fixture.h"
#include "scope.h"

#include <errno.h>
#include <sys/resource.h>
#include <unistd.h>

static void free_fleet(void *fleet) {
    swiftssh_fleet_free(fleet);
}

/* A fleet whose hosts are reached with the fixture's key. */
static swiftssh_fleet *new_fleet(uint16_t port, uint32_t concurrency) {
    swiftssh_fleet *fleet = NULL;
    OK(swiftssh_fleet_new(ready_client(port), concurrency, &fleet, &failure));
    scope_defer(free_fleet, fleet);
    return fleet;
}

TEST(every_host_has_its_result) {
    BEHAVIOUR("fleet.results");
    uint16_t port = sshd_port(NULL);
    swiftssh_fleet *fleet = new_fleet(port, 2);
    swiftssh_command_result *result = NULL;
    for (int number = 0; number < 5; number++) {
        uint16_t chosen = number == 2 ? closed_port() : port;
        CHECK_NUMBER(number, OK(swiftssh_fleet_add(fleet, "127.0.0.1", chosen, fact("USER"), &failure)));
    }
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_fleet_next(fleet, 0, &failure));
    CHECK_NUMBER(SWIFTSSH_ERROR_BAD_USE, swiftssh_fleet_remaining(fleet));
    REQUIRE_OK(swiftssh_fleet_start(fleet, "cat", (const uint8_t *)"in", 2, NULL, 0, -1, PATIENCE, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_fleet_start(fleet, "cat", NULL, 0, NULL, 0, -1, PATIENCE, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_fleet_add(fleet, "127.0.0.1", port, NULL, &failure));
    int seen = 0;
    while (swiftssh_fleet_remaining(fleet) > 0) {
        int64_t index = OK(swiftssh_fleet_next(fleet, PATIENCE, &failure));
        if (index < 0) break;
        seen |= 1 << index;
        if (index == 2) {
            FAILS(SWIFTSSH_ERROR_CONNECT, swiftssh_fleet_result(fleet, 2, &result, &failure));
            CHECK(result == NULL);
        } else if (OK(swiftssh_fleet_result(fleet, (uint64_t)index, &result, &failure)) == 0) {
            CHECK_NUMBER(2, swiftssh_command_result_output(result, 0, NULL, 0));
            swiftssh_command_result_free(result);
        }
    }
    CHECK_NUMBER(31, seen);
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_fleet_next(fleet, 0, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_fleet_result(fleet, 99, &result, &failure));
}

TEST(a_command_need_not_be_utf_8) {
    BEHAVIOUR("client.command-bytes");
    uint16_t port = sshd_port(NULL);
    swiftssh_fleet *fleet = new_fleet(port, 1);
    swiftssh_command_result *result = NULL;
    uint8_t printed = 0;
    OK(swiftssh_fleet_add(fleet, "127.0.0.1", port, fact("USER"), &failure));
    REQUIRE_OK(swiftssh_fleet_start(fleet, "printf %s \xff", NULL, 0, NULL, 0, -1, PATIENCE, &failure));
    CHECK_NUMBER(0, OK(swiftssh_fleet_next(fleet, PATIENCE, &failure)));
    REQUIRE_OK(swiftssh_fleet_result(fleet, 0, &result, &failure));
    CHECK_NUMBER(1, swiftssh_command_result_output(result, 0, &printed, 1));
    CHECK_NUMBER(0xff, printed);
    swiftssh_command_result_free(result);
}

TEST(the_limit_of_open_files_holds) {
    BEHAVIOUR("process.limit-of-open-files");
    struct rlimit before, low;
    uint16_t port = sshd_port(NULL);
    swiftssh_fleet *fleet = new_fleet(port, 200);
    swiftssh_command_result *result = NULL;
    for (int number = 0; number < 40; number++) {
        OK(swiftssh_fleet_add(fleet, "127.0.0.1", port, fact("USER"), &failure));
    }
    CHECK_NUMBER(SWIFTSSH_ERROR_BAD_USE, swiftssh_fleet_concurrency(fleet));
    int first = dup(0);
    close(first);
    REQUIRE(getrlimit(RLIMIT_NOFILE, &before) == 0);
    low = before;
    low.rlim_cur = (rlim_t)first + 50;
    REQUIRE(setrlimit(RLIMIT_NOFILE, &low) == 0);
    if (OK(swiftssh_fleet_start(fleet, "true", NULL, 0, NULL, 0, -1, PATIENCE, &failure)) == 0) {
        CHECK(swiftssh_fleet_concurrency(fleet) >= 1);
        CHECK(swiftssh_fleet_concurrency(fleet) <= 50 / 6);
        for (int number = 0; number < 40; number++) {
            int64_t index = OK(swiftssh_fleet_next(fleet, PATIENCE, &failure));
            if (index < 0) break;
            if (OK(swiftssh_fleet_result(fleet, (uint64_t)index, &result, &failure)) == 0) {
                swiftssh_command_result_free(result);
            }
        }
    }
    /* With nothing left at all it is told. */
    int taken[512], count = 0;
    swiftssh_client *client = ready_client(port);
    while (count < 512 && (taken[count] = dup(0)) >= 0) count++;
    CHECK(swiftssh_client_connect(client, PATIENCE, &failure) < 0);
    while (count > 0) close(taken[--count]);
    setrlimit(RLIMIT_NOFILE, &before);
    CHECK_NUMBER(EMFILE, swiftssh_error_errno(failure));
    CHECK_CONTAINS("ulimit -n", swiftssh_error_message(failure));
    CHECK_NUMBER(0, swiftssh_client_connect(ready_client(port), PATIENCE, NULL));
}

TEST(a_run_is_cancelled) {
    BEHAVIOUR("fleet.cancel");
    uint16_t port = sshd_port(NULL);
    swiftssh_fleet *fleet = new_fleet(port, 1);
    swiftssh_command_result *result = NULL;
    for (int number = 0; number < 3; number++) {
        OK(swiftssh_fleet_add(fleet, "127.0.0.1", port, fact("USER"), &failure));
    }
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_fleet_cancel(fleet, &failure));
    REQUIRE_OK(swiftssh_fleet_start(fleet, "sleep 600", NULL, 0, NULL, 0, -1, -1, &failure));
    FAILS(SWIFTSSH_ERROR_TIMEOUT, swiftssh_fleet_next(fleet, 0, &failure));
    OK(swiftssh_fleet_cancel(fleet, &failure));
    for (int number = 0; number < 3; number++) {
        int64_t index = OK(swiftssh_fleet_next(fleet, PATIENCE, &failure));
        if (index < 0) return;
        FAILS(SWIFTSSH_ERROR_CANCELLED, swiftssh_fleet_result(fleet, (uint64_t)index, &result, &failure));
    }
}
