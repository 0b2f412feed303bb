#include "connecting.h"

#include "check.h"
#include "fixture.h"
#include "scope.h"

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

uint16_t sshd_port(const char *first, ...) {
    const char *words[12] = {fact("SSHD_INETD")};
    size_t count = 1;
    va_list arguments;
    va_start(arguments, first);
    for (const char *word = first; word != NULL && count < 11; word = va_arg(arguments, const char *)) words[count++] = word;
    va_end(arguments);
    struct peer *peer = peer_start(fact("SERVE"), "--", words[0], words[1], words[2], words[3], words[4], words[5],
                                   words[6], words[7], words[8], words[9], words[10], NULL);
    return peer == NULL ? 0 : peer->port;
}

static void free_client(void *client) {
    swiftssh_client_free(client);
}

swiftssh_client *new_client(uint16_t port) {
    swiftssh_client *client = NULL;
    if (OK(swiftssh_client_new("127.0.0.1", port, fact("USER"), &client, &failure)) < 0) return NULL;
    scope_defer(free_client, client);
    OK(swiftssh_client_set_user_configuration(client, 0, &failure));
    OK(swiftssh_client_set_agent(client, 0, NULL, &failure));
    OK(swiftssh_client_set_user_key_files(client, 0, &failure));
    return client;
}

swiftssh_client *ready_client(uint16_t port) {
    swiftssh_client *client = new_client(port);
    OK(swiftssh_client_add_known_hosts_file(client, fact("KNOWN_HOSTS"), &failure));
    OK(swiftssh_client_add_key_file(client, fact("CLIENT_KEY"), &failure));
    return client;
}

swiftssh_client *connected_client(void) {
    swiftssh_client *client = ready_client(sshd_port(NULL));
    OK(swiftssh_client_connect(client, PATIENCE, &failure));
    return client;
}
