/* Asks what an ssh_config file says of a host, and connects to it: configuration CONFIG HOST COMMAND */
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

int main(int count, char **arguments) {
    swiftssh_host_configuration *found;
    swiftssh_client *client;
    swiftssh_command_result *result;
    uint8_t text[4096];

    if (count != 4) return 64;
    const uint8_t *path = (const uint8_t *)arguments[1];
    check(swiftssh_host_configuration_new(arguments[2], 0, NULL, path, strlen(arguments[1]) + 1, -1, &found, &error));
    printf("%s is %s, keys are in %d file, its host key is %s's\n", arguments[2],
           swiftssh_host_configuration_value(found, "HostName", 0),
           (int)swiftssh_host_configuration_count(found, "IdentityFile"),
           swiftssh_host_configuration_value(found, "HostKeyAlias", 0));
    swiftssh_host_configuration_free(found);

    /* Without a file it is ~/.ssh/config and /etc/ssh/ssh_config. */
    check(swiftssh_client_new(arguments[2], 0, NULL, &client, &error));
    check(swiftssh_client_add_configuration_file(client, arguments[1], &error));
    check(swiftssh_client_connect(client, 10000, &error));
    printf("logged in  as %s\n", swiftssh_client_username(client));
    check(swiftssh_client_run(client, arguments[3], NULL, 0, NULL, 0, sizeof text, 60000, &result, &error));
    check(swiftssh_command_result_check(result, &error));
    fwrite(text, 1, (size_t)swiftssh_command_result_output(result, 0, text, sizeof text), stdout);
    swiftssh_command_result_free(result);
    check(swiftssh_client_close(client, &error));
    swiftssh_client_free(client);
    return 0;
}
