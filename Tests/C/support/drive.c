#include "drive.h"

#include "check.h"

#include <errno.h>
#include <poll.h>

int wait_for(swiftssh_session *session, int socket) {
    int directions = swiftssh_session_block_directions(session);
    struct pollfd waiting = {socket, 0, 0};
    if (directions & SWIFTSSH_BLOCK_INBOUND) waiting.events |= POLLIN;
    if (directions & SWIFTSSH_BLOCK_OUTBOUND) waiting.events |= POLLOUT;
    if (!CHECK(directions > 0)) return -1;
    int ready;
    do {
        ready = poll(&waiting, 1, 60000);
    } while (ready < 0 && errno == EINTR);
    return CHECK(ready == 1) ? 0 : -1;
}
