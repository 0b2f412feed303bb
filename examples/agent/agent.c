#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <swiftssh.h>

static void stop(swiftssh_error *error) {
    fprintf(stderr, "%s\n", swiftssh_error_description(error));
    exit(1);
}

static void list(void) {
    swiftssh_error *error = NULL;
    swiftssh_session *session = NULL;
    swiftssh_agent *agent = NULL;
    char comment[256];
    if (swiftssh_session_new(&session, &error) != 0) stop(error);
    if (swiftssh_agent_new(session, &agent, &error) != 0 || swiftssh_agent_connect(agent, &error) != 0) stop(error);
    int64_t count = swiftssh_agent_list_identities(agent, &error);
    if (count < 0) stop(error);
    for (uint32_t index = 0; index < count; index++) {
        int64_t length = swiftssh_agent_identity_comment(agent, index, (uint8_t *)comment, sizeof comment, NULL);
        printf("key        %.*s\n", length > 0 && (size_t)length <= sizeof comment ? (int)length : 0, comment);
    }
    swiftssh_agent_free(agent);
    swiftssh_session_free(session);
}

int main(int count, char **arguments) {
    if (count == 2 && strcmp(arguments[1], "list") == 0) return list(), 0;
    if (count != 5) return 64;
    swiftssh_error *error = NULL;
    swiftssh_session *session = NULL;
    char fingerprint[64] = "";
    if (swiftssh_session_new(&session, &error) != 0) stop(error);
    if (swiftssh_session_set_timeout(session, 10000, &error) != 0) stop(error);
    if (swiftssh_session_connect(session, arguments[1], (uint16_t)atoi(arguments[2]), &error) != 0) stop(error);
    if (swiftssh_session_hostkey_fingerprint(session, fingerprint, sizeof fingerprint, &error) < 0) stop(error);
    if (strcmp(fingerprint, arguments[4]) != 0) return fprintf(stderr, "another host key: %s\n", fingerprint), 1;
    if (swiftssh_session_userauth_agent(session, arguments[3], NULL, &error) != 0) stop(error);
    printf("logged in  as %s\n", arguments[3]);
    swiftssh_session_free(session);
}
