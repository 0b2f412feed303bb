/* A proxy on the loopback interface that makes a server seem far away: delaying_proxy SERVER_PORT MILLISECONDS
 *
 * Everything is handed on so many milliseconds after it came, in both directions; how much is on its way is not limited, and neither is
 * the speed. Prints `PORT n` once it can be connected to, and ends when its standard input ends. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { PIECE = 128 * 1024, MOST_CONNECTIONS = 64 };

/* What came at one time. */
struct piece {
    struct piece *next;
    int64_t due;
    size_t start, end;
    char bytes[PIECE];
};

/* One direction of a connection: what is on its way, oldest first. */
struct direction {
    int from, to;
    struct piece *first, *last;
    int64_t end_due; /* when the end of the stream is handed on; 0 as long as it has not come */
    int is_done;
};

struct connection {
    int is_open;
    struct direction directions[2];
};

static struct connection connections[MOST_CONNECTIONS];
static struct piece *spare;
static int64_t delay;

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static struct piece *new_piece(void) {
    struct piece *piece = spare;
    if (piece != NULL) {
        spare = piece->next;
    } else if ((piece = malloc(sizeof *piece)) == NULL) {
        fail("memory");
    }
    piece->next = NULL;
    piece->start = piece->end = 0;
    return piece;
}

static void drop_first(struct direction *direction) {
    struct piece *piece = direction->first;
    direction->first = piece->next;
    if (direction->first == NULL) direction->last = NULL;
    piece->next = spare;
    spare = piece;
}

static void receive(struct direction *direction) {
    struct piece *piece = new_piece();
    ssize_t count = recv(direction->from, piece->bytes, PIECE, MSG_DONTWAIT);
    int64_t due = now() + delay;
    if (count <= 0) {
        piece->next = spare;
        spare = piece;
        if (count == 0 || (errno != EAGAIN && errno != EINTR)) direction->end_due = due;
        return;
    }
    piece->end = (size_t)count;
    piece->due = due;
    if (direction->last != NULL) direction->last->next = piece;
    else direction->first = piece;
    direction->last = piece;
}

/* Hands on what is due, as far as the other side takes it. */
static void hand_on(struct direction *direction, int64_t time) {
    struct piece *piece;
    while ((piece = direction->first) != NULL && piece->due <= time) {
        ssize_t count = send(direction->to, piece->bytes + piece->start, piece->end - piece->start,
            MSG_DONTWAIT | MSG_NOSIGNAL);
        if (count < 0) {
            if (errno == EAGAIN || errno == EINTR) return;
            while (direction->first != NULL) drop_first(direction);
            direction->end_due = direction->end_due ? direction->end_due : time;
            break;
        }
        piece->start += (size_t)count;
        if (piece->start < piece->end) return;
        drop_first(direction);
    }
    if (direction->first == NULL && direction->end_due != 0 && direction->end_due <= time) {
        shutdown(direction->to, SHUT_WR);
        direction->is_done = 1;
    }
}

static void accept_one(int listener, uint16_t server_port) {
    int client = accept(listener, NULL, NULL);
    if (client < 0) return;
    struct connection *connection = connections;
    while (connection < connections + MOST_CONNECTIONS && connection->is_open) connection++;
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_port = htons(server_port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int server = socket(AF_INET, SOCK_STREAM, 0);
    if (connection == connections + MOST_CONNECTIONS || server < 0 ||
        connect(server, (struct sockaddr *)&address, sizeof address) != 0) {
        close(client);
        if (server >= 0) close(server);
        return;
    }
    int on = 1;
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(server, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    memset(connection, 0, sizeof *connection);
    connection->is_open = 1;
    connection->directions[0] = (struct direction){.from = client, .to = server};
    connection->directions[1] = (struct direction){.from = server, .to = client};
}

/* What to wait for on behalf of one direction, and for how long: `wake` becomes the time at which it has something to do. */
static int add_polls(struct direction *direction, struct pollfd *polls, int64_t time, int64_t *wake) {
    int count = 0;
    int64_t due = direction->first != NULL ? direction->first->due : direction->end_due;
    if (direction->is_done) return 0;
    if (direction->end_due == 0) polls[count++] = (struct pollfd){.fd = direction->from, .events = POLLIN};
    if (due != 0 && due <= time) {
        polls[count++] = (struct pollfd){.fd = direction->to, .events = POLLOUT};
    } else if (due != 0 && (*wake == 0 || due < *wake)) {
        *wake = due;
    }
    return count;
}

static void turn(struct connection *connection, int64_t time) {
    for (int index = 0; index < 2; index++) {
        struct direction *direction = &connection->directions[index];
        if (direction->is_done) continue;
        if (direction->end_due == 0) receive(direction);
        hand_on(direction, delay == 0 ? now() : time);
    }
    if (!connection->directions[0].is_done || !connection->directions[1].is_done) return;
    close(connection->directions[0].from);
    close(connection->directions[0].to);
    connection->is_open = 0;
}

int main(int count, char **arguments) {
    if (count != 3) {
        fprintf(stderr, "usage: delaying_proxy SERVER_PORT MILLISECONDS\n");
        return 64;
    }
    uint16_t server_port = (uint16_t)atoi(arguments[1]);
    delay = (int64_t)(atof(arguments[2]) * 1e6);
    signal(SIGPIPE, SIG_IGN);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (listener < 0 || bind(listener, (struct sockaddr *)&address, length) != 0 || listen(listener, 128) != 0 ||
        getsockname(listener, (struct sockaddr *)&address, &length) != 0) {
        fail("listen");
    }
    printf("PORT %d\n", ntohs(address.sin_port));
    fflush(stdout);
    while (1) {
        struct pollfd polls[2 + 4 * MOST_CONNECTIONS] = {{.fd = 0, .events = POLLIN}, {.fd = listener, .events = POLLIN}};
        int64_t time = now(), wake = 0;
        nfds_t polled = 2;
        for (struct connection *connection = connections; connection < connections + MOST_CONNECTIONS; connection++) {
            if (!connection->is_open) continue;
            polled += (nfds_t)add_polls(&connection->directions[0], polls + polled, time, &wake);
            polled += (nfds_t)add_polls(&connection->directions[1], polls + polled, time, &wake);
        }
        int64_t left = wake > time ? wake - time : 0;
        struct timespec limit = {left / 1000000000, left % 1000000000};
        if (ppoll(polls, polled, wake != 0 ? &limit : NULL, NULL) < 0 && errno != EINTR) fail("poll");
        if (polls[0].revents != 0) {
            char bytes[64];
            if (read(0, bytes, sizeof bytes) <= 0) return 0;
        }
        if (polls[1].revents != 0) accept_one(listener, server_port);
        time = now();
        for (struct connection *connection = connections; connection < connections + MOST_CONNECTIONS; connection++) {
            if (connection->is_open) turn(connection, time);
        }
    }
}
