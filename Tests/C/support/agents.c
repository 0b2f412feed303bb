#include "agents.h"

#include "check.h"
#include "fixture.h"
#include "scope.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct socket_path {
    char directory[64];
    char path[80];
};

static void remove_path(void *pointer) {
    struct socket_path *socket_path = pointer;
    unlink(socket_path->path);
    rmdir(socket_path->directory);
    free(socket_path);
}

const char *new_socket_path(void) {
    struct socket_path *socket_path = calloc(1, sizeof *socket_path);
    if (socket_path == NULL) abort();
    strcpy(socket_path->directory, "/tmp/swiftssh-test-XXXXXX");
    CHECK(mkdtemp(socket_path->directory) != NULL);
    snprintf(socket_path->path, sizeof socket_path->path, "%s/agent", socket_path->directory);
    scope_defer(remove_path, socket_path);
    return socket_path->path;
}

const char *ssh_agent(const char *const *keys) {
    const char *path = new_socket_path();
    char variable[128], line[256] = "";
    const char *start[] = {"/usr/bin/env", "ssh-agent", "-D", "-a", path, NULL};
    struct server *agent = serve_once(start);
    /* It says where its socket is as soon as that is there. */
    CHECK(read(agent->socket, line, sizeof line - 1) > 0);
    CHECK_CONTAINS(path, line);
    snprintf(variable, sizeof variable, "SSH_AUTH_SOCK=%s", path);
    for (; *keys != NULL; keys++) {
        const char *add[] = {"/usr/bin/env", variable, "ssh-add", "-q", key_path(*keys), NULL};
        struct server *program = serve_once(add);
        int status = -1;
        while (waitpid(program->process, &status, 0) < 0 && errno == EINTR) {}
        program->process = -1;
        CHECK_NUMBER(0, status);
    }
    return path;
}
