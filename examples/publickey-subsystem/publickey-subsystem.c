#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <swiftssh.h>

static swiftssh_error *error;

static int64_t check(int64_t outcome) {
    if (outcome >= 0) return outcome;
    fprintf(stderr, "%s\n", swiftssh_error_description(error));
    exit(1);
}

int main(int count, char **arguments) { /* HOST PORT USER KEY FINGERPRINT */
    static const uint8_t blob[51] = "\0\0\0\013ssh-ed25519\0\0\0\040";
    swiftssh_session *session;
    swiftssh_publickey *system;
    swiftssh_publickey_attributes *attributes;
    swiftssh_publickey_list *list;
    char text[64];

    if (count != 6) return 64;
    check(swiftssh_session_new(&session, &error));
    check(swiftssh_session_set_timeout(session, 10000, &error));
    check(swiftssh_session_connect(session, arguments[1], (uint16_t)atoi(arguments[2]), &error));
    check(swiftssh_session_hostkey_fingerprint(session, text, sizeof text, &error));
    if (strcmp(text, arguments[5]) != 0) return 1;
    check(swiftssh_session_userauth_publickey_fromfile(session, arguments[3], NULL, arguments[4], NULL, 0, &error));

    check(swiftssh_session_publickey_init(session, &system, &error));
    check(swiftssh_publickey_attributes_new(&attributes, &error));
    check(swiftssh_publickey_attributes_append(attributes, "comment", (const uint8_t *)"from C", 6, 0, &error));
    check(swiftssh_publickey_add(system, "ssh-ed25519", blob, sizeof blob, 1, attributes, &error));
    swiftssh_publickey_attributes_free(attributes);

    check(swiftssh_publickey_list_fetch(system, &list, &error));
    for (int64_t index = 0; index < swiftssh_publickey_list_count(list); index++) {
        swiftssh_publickey_list_name(list, (uint64_t)index, text, sizeof text);
        printf("%s, %d bytes, %d attributes\n", text, (int)swiftssh_publickey_list_blob(list, (uint64_t)index, NULL, 0),
               (int)swiftssh_publickey_list_attribute_count(list, (uint64_t)index));
    }
    swiftssh_publickey_list_free(list);
    check(swiftssh_publickey_remove(system, "ssh-ed25519", blob, sizeof blob, &error));
    swiftssh_publickey_free(system);
    swiftssh_session_free(session);
    return 0;
}
