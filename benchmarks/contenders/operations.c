/* The operations, as far as they are the same for every contender in C, and the choice between them. */
#include "contender.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void download(void) {
    size_t block = (size_t)number("block");
    char *buffer = buffer_of(block);
    begin_sftp();
    start_clock();
    int output = local_output();
    receive_file(text("remote"), output, buffer, block);
    close(output);
    stop_clock();
    log_out();
}

static void upload(void) {
    size_t block = (size_t)number("block");
    char *buffer = buffer_of(block);
    begin_sftp();
    start_clock();
    int input = local_input();
    send_file(input, text("remote"), buffer, block);
    stop_clock();
    log_out();
}

static void read_channel(void) {
    size_t block = (size_t)number("block");
    char command[4096], *buffer = buffer_of(block);
    snprintf(command, sizeof command, "echo ready; read line; exec cat %s", text("remote"));
    log_in();
    int output = local_output();
    transfer(command, -1, output, buffer, block);
    close(output);
    stop_clock();
    log_out();
}

static void write_channel(void) {
    size_t block = (size_t)number("block");
    char command[4096], *buffer = buffer_of(block);
    snprintf(command, sizeof command, "echo ready; exec cat > %s", text("remote"));
    log_in();
    int input = local_input();
    transfer(command, input, STDERR_FILENO, buffer, block);
    close(input);
    stop_clock();
    log_out();
}

static void commands_side_by_side(void) {
    log_in();
    start_clock();
    int output = local_output();
    run_commands_side_by_side(number("count"), output);
    close(output);
    stop_clock();
    log_out();
}

static void commands(void) {
    char command[64], buffer[4096];
    long long count = number("count");
    log_in();
    start_clock();
    int output = local_output();
    for (long long index = 0; index < count; index++) {
        snprintf(command, sizeof command, "echo %lld", index);
        run_command(command, output, buffer, sizeof buffer);
    }
    close(output);
    stop_clock();
    log_out();
}

static void logins(void) {
    long long count = number("count");
    start_clock();
    for (long long index = 0; index < count; index++) {
        log_in();
        log_out();
    }
    stop_clock();
}

static void list_directory(void) {
    begin_sftp();
    start_clock();
    list();
    stop_clock();
    log_out();
}

static void get_directory(void) {
    begin_sftp();
    start_clock();
    get_tree();
    stop_clock();
    log_out();
}

static void put_directory(void) {
    begin_sftp();
    start_clock();
    put_tree();
    stop_clock();
    log_out();
}

int main(int count, char **arguments) {
    static const struct {
        const char *name;
        void (*run)(void);
    } operations[] = {{"version", version}, {"download", download}, {"upload", upload}, {"read", read_channel},
        {"write", write_channel}, {"commands", commands}, {"commands-side-by-side", commands_side_by_side},
        {"logins", logins}, {"list", list_directory}, {"get-tree", get_directory}, {"put-tree", put_directory}};
    argument_count = count;
    all_arguments = arguments;
    for (size_t index = 0; count > 1 && index < sizeof operations / sizeof *operations; index++) {
        if (strcmp(operations[index].name, arguments[1]) != 0) continue;
        operations[index].run();
        return 0;
    }
    fail("usage: %s OPERATION name=value...", arguments[0]);
}
