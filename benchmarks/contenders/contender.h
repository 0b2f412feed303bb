/* What the contenders in C share: their arguments, a connected socket, the clock, and the line that they print.
 *
 * A contender is run as `PROGRAM OPERATION name=value...`. It logs in, starts the clock, does the work, and prints one line of
 * JSON; benchmarks/README.md has the protocol. */
#ifndef CONTENDER_H
#define CONTENDER_H

#include <stddef.h>

/* What each contender has of its own. */

/* Connects and authenticates. */
void log_in(void);

/* Says goodbye and frees everything. */
void log_out(void);

/* Runs a command to its end, which must be an exit with 0, and writes its output. */
void run_command(const char *command, int output, char *buffer, size_t block);

/* The same for a command whose first line of output is "ready": the clock starts when that has come. Then sends a line, or all of `input`
 * where that is not -1, and the end of file. */
void transfer(const char *command, int input, int output, char *buffer, size_t block);

/* Runs the commands `echo 0` to `echo N - 1`, ten at a time on one session; their output, in whichever order, goes to `output`. */
enum { IN_FLIGHT = 10 };
void run_commands_side_by_side(long long count, int output);

/* Logs in and begins an SFTP session. */
void begin_sftp(void);

/* Copies a remote file, block by block, into a local one that is open. */
void receive_file(const char *path, int output, char *buffer, size_t block);

/* Copies a local file that is open, block by block, into a remote one. */
void send_file(int input, const char *path, char *buffer, size_t block);

/* The names in the remote directory, one a line, into the local file; all of its files into the local directory; and back. */
void list(void);
void get_tree(void);
void put_tree(void);

/* Prints the contender's version by print_version(). */
void version(void);

/* What they share. */

/* The command line. */
extern int argument_count;
extern char **all_arguments;

/* The value of the argument `name`; ends the program when it is missing. */
const char *text(const char *name);

/* The same as a number. */
long long number(const char *name);

/* A TCP socket that is connected to the server, without delay (TCP_NODELAY) unless all is to be as usual. */
int connected_socket(void);

/* Starts the clock: what comes before is not measured. */
void start_clock(void);

/* Stops the clock and prints the line of results. */
void stop_clock(void);

/* Prints the line {"version": "..."}. */
void print_version(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Prints what went wrong and ends the program. */
_Noreturn void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Opens the file `text("local")` for writing, empty, or for reading; ends the program when that fails. */
int local_output(void);
int local_input(void);

/* Writes all of the bytes; ends the program when that fails. */
void write_all(int descriptor, const void *bytes, size_t count);

/* A buffer of `size` bytes, or the end of the program. */
void *buffer_of(size_t size);

#endif
