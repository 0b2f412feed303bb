/* Runs a command through a client: client HOST PORT USER KNOWN_HOSTS KEY COMMAND */
#include <stdio.h>
#include <stdlib.h>
#include <swiftssh.h>

static swiftssh_error *error;

static int64_t check(int64_t outcome) {
    if (outcome >= 0) return outcome;
    fprintf(stderr, "%s\n", swiftssh_error_description(error));
    exit(1);
}

int main(int count, char **arguments) {
    swiftssh_client *client;
    swiftssh_command_result *result;
    if (count != 7) return 64;
    check(swiftssh_client_new(arguments[1], (uint16_t)atoi(arguments[2]), arguments[3], &client, &error));
    check(swiftssh_client_add_known_hosts_file(client, arguments[4], &error));
    check(swiftssh_client_add_key_file(client, arguments[5], &error));
    check(swiftssh_client_connect(client, 10000, &error));

    check(swiftssh_client_run(client, arguments[6], NULL, 0, NULL, 0, -1, 60000, &result, &error));
    int64_t length = swiftssh_command_result_output(result, 0, NULL, 0);
    uint8_t *output = malloc((size_t)length + 1);
    swiftssh_command_result_output(result, 0, output, (size_t)length);
    fwrite(output, 1, (size_t)length, stdout);
    free(output);
    check(swiftssh_command_result_check(result, &error));
    swiftssh_command_result_free(result);
    check(swiftssh_client_close(client, &error));
    swiftssh_client_free(client);
    return 0;
}
