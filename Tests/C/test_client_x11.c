/* The user's display, forwarded to what runs on a host. */

#include "check.h"
#include "client.h"
#include "connecting.h"
#include "directory.h"
#include "fixture.h"
#include "scope.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define GREETING 48

/* A display's own cookie. */
static const char own[] = "ABCDEFGHIJKLMNOP";

static void close_number(void *pointer) {
    close((int)(intptr_t)pointer);
}

static void free_process(void *process) {
    swiftssh_process_free(process);
}

static void free_listener(void *listener) {
    swiftssh_listener_free(listener);
}

static void free_channel(void *channel) {
    swiftssh_channel_free(channel);
}

/* A socket that is closed when the test case ends. */
static int kept(int socket) {
    scope_defer(close_number, (void *)(intptr_t)socket);
    return socket;
}

/* What an X client says first. */
static void greet(uint8_t *greeting, const void *cookie) {
    static const uint8_t head[] = {'B', 0, 0, 11, 0, 0, 0, 18, 0, 16, 0, 0};
    memset(greeting, 0, GREETING);
    memcpy(greeting, head, sizeof head);
    memcpy(greeting + 12, "MIT-MAGIC-COOKIE-1", 18);
    memcpy(greeting + 32, cookie, 16);
}

/* A display that listens; *out_name becomes its name. Its cookie is in the user's file. */
static int display(const char **out_name) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char host[256] = "", record[512];
    size_t length = 0;
    *out_name = scratch("X:4711");
    int listener = kept(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    snprintf(address.sun_path, sizeof address.sun_path, "%s", *out_name);
    CHECK_NUMBER(0, bind(listener, (struct sockaddr *)&address, sizeof address));
    CHECK_NUMBER(0, listen(listener, 16));
    gethostname(host, sizeof host - 1);
    const char *fields[] = {host, "4711", "MIT-MAGIC-COOKIE-1", own};
    record[length++] = 1;
    record[length++] = 0;
    for (size_t index = 0; index < 4; index++) {
        record[length++] = 0;
        record[length++] = (char)strlen(fields[index]);
        memcpy(record + length, fields[index], strlen(fields[index]));
        length += strlen(fields[index]);
    }
    setenv("XAUTHORITY", scratch_file("authority", record, length, 0600), 1);
    return listener;
}

/* The line of the server's configuration by which it writes down what it tells xauth. */
static const char *xauth(void) {
    static char option[512], script[256];
    snprintf(script, sizeof script, "#!/bin/sh\ncat >>%s\n", scratch("added"));
    snprintf(option, sizeof option, "XAuthLocation %s", scratch_file("xauth", script, strlen(script), 0700));
    return option;
}

/* The cookie that the server was given. */
static void given(uint8_t *cookie) {
    size_t length = 0;
    const char *text = file_content(scratch("added"), &length);
    REQUIRE(text != NULL && length > 33);
    const char *digits = text + length - 33;
    for (size_t index = 0; index < 16; index++) {
        unsigned byte = 0;
        CHECK_NUMBER(1, sscanf(digits + 2 * index, "%2x", &byte));
        cookie[index] = (uint8_t)byte;
    }
}

/* A connection to the display that a program on the server is told of. */
static int program(const char *name) {
    const char *number = strrchr(name, ':');
    CHECK(number != NULL);
    return kept(connected((uint16_t)(6000 + (number == NULL ? 0 : atoi(number + 1)))));
}

/* A client that forwards a display to a server, and a process there; *out_name becomes the display's name there. */
static swiftssh_client *forwarding(const char *there, char *out_name) {
    swiftssh_client *client = ready_client(sshd_port("-o", "X11Forwarding yes", "-o", xauth(), NULL));
    swiftssh_process *process = NULL;
    OK(swiftssh_client_set_x11_forwarding(client, 1, there, &failure));
    OK(swiftssh_client_connect(client, PATIENCE, &failure));
    OK(swiftssh_client_start(client, "echo $DISPLAY; read line", NULL, 0, NULL, 0, 0, PATIENCE, &process, &failure));
    scope_defer(free_process, process);
    int64_t length = OK(swiftssh_process_read(process, 0, PATIENCE, out_name, 63, &failure));
    out_name[length > 0 ? length : 0] = 0;
    return client;
}

TEST(a_program_reaches_the_display) {
    BEHAVIOUR("client.x11-forwarding");
    BEHAVIOUR("client.x11-forwarding-options");
    const char *here;
    char there[64];
    uint8_t cookie[16] = {0}, greeting[GREETING], heard[GREETING + 1];
    int listener = display(&here);
    setenv("DISPLAY", here, 1);
    forwarding(NULL, there);
    given(cookie);
    CHECK(memcmp(cookie, own, 16) != 0);
    int window = program(there);
    greet(greeting, cookie);
    CHECK_NUMBER(GREETING, send(window, greeting, GREETING, MSG_NOSIGNAL));
    CHECK_NUMBER(1, send(window, "x", 1, MSG_NOSIGNAL));
    int connection = kept(accept(listener, NULL, NULL));
    CHECK_NUMBER(GREETING + 1, recv(connection, heard, GREETING + 1, MSG_WAITALL));
    greet(greeting, own);
    CHECK(memcmp(greeting, heard, GREETING) == 0);
    CHECK_NUMBER('x', heard[GREETING]);
    CHECK_NUMBER(1, send(connection, "y", 1, MSG_NOSIGNAL));
    CHECK_NUMBER(1, recv(window, heard, 1, 0));
}

TEST(who_has_not_the_cookie_is_refused) {
    BEHAVIOUR("client.x11-forwarding-refused");
    const char *here;
    char there[64];
    uint8_t greeting[GREETING], byte;
    int listener = display(&here);
    swiftssh_client *client = forwarding(here, there);
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_client_set_x11_forwarding(client, 0, NULL, &failure));
    int window = program(there);
    greet(greeting, own);
    CHECK_NUMBER(GREETING, send(window, greeting, GREETING, MSG_NOSIGNAL));
    CHECK(recv(window, &byte, 1, 0) <= 0);
    fcntl(listener, F_SETFL, O_NONBLOCK);
    CHECK(accept(listener, NULL, NULL) < 0);
    client = ready_client(sshd_port("-o", "X11Forwarding no", NULL));
    OK(swiftssh_client_set_x11_forwarding(client, 1, "nowhere", &failure));
    FAILS(SWIFTSSH_ERROR_INVAL, swiftssh_client_connect(client, PATIENCE, &failure));
}

TEST(connections_are_accepted_without_a_client) {
    BEHAVIOUR("session.x11-listener");
    swiftssh_session *session = logged_in("-o", "X11Forwarding yes", "-o", xauth(), NULL);
    swiftssh_listener *listener = NULL, *second = NULL;
    swiftssh_channel *channel = opened(session), *connection = NULL;
    char there[64] = "", bytes[8] = "";
    REQUIRE(channel != NULL);
    REQUIRE_OK(swiftssh_session_listen_x11(session, 4, &listener, &failure));
    scope_defer(free_listener, listener);
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_session_listen_x11(session, 4, &second, &failure));
    OK(swiftssh_channel_x11_req(channel, 0, NULL, NULL, 0, &failure));
    OK(swiftssh_channel_exec(channel, "echo $DISPLAY; read line", &failure));
    CHECK(OK(swiftssh_channel_read(channel, 0, there, sizeof there - 1, &failure)) > 0);
    int window = program(there);
    CHECK_NUMBER(5, send(window, "hello", 5, MSG_NOSIGNAL));
    REQUIRE_OK(swiftssh_listener_accept(listener, &connection, &failure));
    scope_defer(free_channel, connection);
    CHECK_NUMBER(5, OK(swiftssh_channel_read(connection, 0, bytes, sizeof bytes, &failure)));
    CHECK_TEXT("hello", bytes);
}
