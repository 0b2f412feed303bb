/* What clients and others read out of ssh_config files. */

#include "check.h"
#include "connecting.h"
#include "directory.h"
#include "fixture.h"
#include "scope.h"

#include <stdio.h>
#include <string.h>

static void free_configuration(void *configuration) {
    swiftssh_host_configuration_free(configuration);
}

static void free_client(void *client) {
    swiftssh_client_free(client);
}

/* A file of a configuration; its path. */
static const char *written(const char *name, const char *text) {
    return scratch_file(name, text, strlen(text), 0600);
}

/* What one file says of a host; NULL when it says nothing that can be understood. */
static swiftssh_host_configuration *look_up(const char *host, const char *path) {
    swiftssh_host_configuration *found = NULL;
    const uint8_t *paths = (const uint8_t *)path;
    if (OK(swiftssh_host_configuration_new(host, 0, NULL, paths, strlen(path) + 1, PATIENCE, &found, &failure)) < 0) {
        return NULL;
    }
    scope_defer(free_configuration, found);
    return found;
}

TEST(values_are_looked_up) {
    BEHAVIOUR("configuration.first-value-counts");
    BEHAVIOUR("configuration.tokens");
    const char *path = written("config", "Host work\n HostName %h.example.org\n User bob\n IdentityFile /k/%r\n"
                                         "Host *\n User eve\n Port 2022\n IdentityFile /k/two\n");
    swiftssh_host_configuration *found = look_up("work", path);
    CHECK_TEXT("host", swiftssh_host_configuration_keyword(found, 0));
    CHECK_TEXT("hostname", swiftssh_host_configuration_keyword(found, 1));
    CHECK_TEXT("", swiftssh_host_configuration_keyword(found, 1000));
    CHECK_TEXT("work.example.org", swiftssh_host_configuration_value(found, "HostName", 0));
    CHECK_TEXT("bob", swiftssh_host_configuration_value(found, "user", 0));
    CHECK_TEXT("2022", swiftssh_host_configuration_value(found, "port", 0));
    CHECK_NUMBER(2, swiftssh_host_configuration_count(found, "identityfile"));
    CHECK_TEXT("/k/bob", swiftssh_host_configuration_value(found, "identityfile", 0));
    CHECK_TEXT("/k/two", swiftssh_host_configuration_value(found, "identityfile", 1));
    CHECK_TEXT("", swiftssh_host_configuration_value(found, "identityfile", 2));
    CHECK_NUMBER(0, swiftssh_host_configuration_count(found, "proxyjump"));
    CHECK_NUMBER(SWIFTSSH_ERROR_INVAL, swiftssh_host_configuration_count(found, NULL));
    REQUIRE_OK(swiftssh_host_configuration_new("work", 7, "me", (const uint8_t *)path, strlen(path) + 1, -1, &found, &failure));
    CHECK_TEXT("7", swiftssh_host_configuration_value(found, "port", 0));
    CHECK_TEXT("/k/me", swiftssh_host_configuration_value(found, "identityfile", 0));
    swiftssh_host_configuration_free(found);
    REQUIRE_OK(swiftssh_host_configuration_new("work", 0, NULL, NULL, 0, -1, &found, &failure));
    CHECK_TEXT("work", swiftssh_host_configuration_value(found, "host", 0));
    swiftssh_host_configuration_free(found);
}

TEST(a_line_that_is_not_understood_is_named) {
    BEHAVIOUR("configuration.errors-name-the-line");
    swiftssh_host_configuration *found = NULL;
    const char *path = written("config", "User x\nPort y\n");
    FAILS(SWIFTSSH_ERROR_FILE, swiftssh_host_configuration_new("a", 0, NULL, (const uint8_t *)path, strlen(path) + 1,
                                                               -1, &found, &failure));
    CHECK_TEXT(path, swiftssh_error_path(failure));
    CHECK_CONTAINS("line 2", swiftssh_error_message(failure));
    CHECK(found == NULL);
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_host_configuration_new(NULL, 0, NULL, NULL, 0, -1, &found, &failure));
}

TEST(a_client_connects_to_an_alias) {
    BEHAVIOUR("configuration.alias");
    uint16_t port = sshd_port(NULL);
    char text[4096];
    snprintf(text, sizeof text,
             "Host work\n HostName 127.0.0.1\n Port %d\n User %s\n IdentityFile %s\n IdentityAgent none\n"
             " UserKnownHostsFile %s\n",
             port, fact("USER"), fact("CLIENT_KEY"), fact("KNOWN_HOSTS"));
    swiftssh_client *client = NULL;
    REQUIRE_OK(swiftssh_client_new("work", 0, NULL, &client, &failure));
    scope_defer(free_client, client);
    OK(swiftssh_client_add_configuration_file(client, written("other", "Host other\n Port 1\n"), &failure));
    OK(swiftssh_client_add_configuration_file(client, written("config", text), &failure));
    CHECK_TEXT("work", swiftssh_client_host(client));
    CHECK_NUMBER(22, swiftssh_client_port(client));
    CHECK_TEXT("", swiftssh_client_username(client));
    REQUIRE_OK(swiftssh_client_connect(client, PATIENCE, &failure));
    CHECK_TEXT("127.0.0.1", swiftssh_client_host(client));
    CHECK_NUMBER(port, swiftssh_client_port(client));
    CHECK_TEXT(fact("USER"), swiftssh_client_username(client));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_client_add_configuration_file(client, "x", &failure));
    OK(swiftssh_client_close(client, &failure));
    CHECK_NUMBER(port, swiftssh_client_port(client));
    FAILS(SWIFTSSH_ERROR_CLOSED, swiftssh_client_set_user_configuration(client, 1, &failure));
}

TEST(what_the_caller_says_goes_first) {
    BEHAVIOUR("configuration.caller-goes-first");
    char text[4096];
    snprintf(text, sizeof text, "Port 1\nUser nobody\nIdentityFile /none\nUserKnownHostsFile %s\n",
             fact("KNOWN_HOSTS_CHANGED"));
    const char *path = written("config", text);
    swiftssh_client *client = ready_client(sshd_port(NULL));
    OK(swiftssh_client_add_configuration_file(client, path, &failure));
    REQUIRE_OK(swiftssh_client_connect(client, PATIENCE, &failure));
    /* A file that is named must exist; one that is named and forgotten need not. */
    uint16_t port = sshd_port(NULL);
    client = ready_client(port);
    OK(swiftssh_client_add_configuration_file(client, scratch("missing"), &failure));
    FAILS(SWIFTSSH_ERROR_FILE, swiftssh_client_connect(client, PATIENCE, &failure));
    client = ready_client(port);
    OK(swiftssh_client_add_configuration_file(client, scratch("missing"), &failure));
    OK(swiftssh_client_set_user_configuration(client, 0, &failure));
    OK(swiftssh_client_connect(client, PATIENCE, &failure));
}
