/* Runs a command, talks with another and forwards a port: client HOST PORT USER KNOWN_HOSTS KEY COMMAND */
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
    swiftssh_process *process;
    swiftssh_forward *forward;
    char text[4096];
    int64_t length;

    if (count != 7) return 64;
    uint16_t port = (uint16_t)atoi(arguments[2]);
    check(swiftssh_client_new(arguments[1], port, arguments[3], &client, &error));
    check(swiftssh_client_add_known_hosts_file(client, arguments[4], &error));
    check(swiftssh_client_add_key_file(client, arguments[5], &error));
    check(swiftssh_client_connect(client, 10000, &error)); /* also checks the host's key, and logs in */

    check(swiftssh_client_run(client, arguments[6], NULL, 0, NULL, 0, -1, 60000, &result, &error));
    check(swiftssh_command_result_check(result, &error));
    length = swiftssh_command_result_output(result, 0, NULL, 0);
    uint8_t *output = malloc((size_t)length + 1);
    if (output == NULL) return 1;
    swiftssh_command_result_output(result, 0, output, (size_t)length);
    fwrite(output, 1, (size_t)length, stdout);
    free(output);
    swiftssh_command_result_free(result);

    const char *command = "while read line; do echo \"<$line>\"; done";
    check(swiftssh_client_start(client, command, NULL, 0, NULL, 0, 0, 10000, &process, &error));
    check(swiftssh_process_write(process, "one\ntwo\n", 8, 10000, &error));
    check(swiftssh_process_send_eof(process, 10000, &error));
    while ((length = check(swiftssh_process_read(process, 0, 10000, text, sizeof text, &error))) > 0) {
        fwrite(text, 1, (size_t)length, stdout);
    }
    swiftssh_process_free(process);

    check(swiftssh_client_forward_local(client, "127.0.0.1", 0, "127.0.0.1", port, &forward, &error));
    printf("port %d leads to the server's own\n", (int)swiftssh_forward_bound_port(forward));
    check(swiftssh_forward_close(forward, &error));
    swiftssh_forward_free(forward);

    check(swiftssh_client_close(client, &error));
    swiftssh_client_free(client);
    return 0;
}
