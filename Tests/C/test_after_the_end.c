/* Objects of every kind when their session has ended, when it was freed first, and when they are ended twice. */

#include "check.h"
#include "client.h"
#include "directory.h"
#include "fixture.h"
#include "scope.h"

#include <stdlib.h>
#include <string.h>

/* One of each kind that a session hands out, in use. */
struct objects {
    swiftssh_session *session;
    swiftssh_channel *channel, *source, *sink;
    swiftssh_listener *listener;
    swiftssh_publickey *system;
    swiftssh_agent *agent;
};

static void free_objects(void *pointer) {
    struct objects *objects = pointer;
    swiftssh_agent_free(objects->agent);
    swiftssh_publickey_free(objects->system);
    swiftssh_listener_free(objects->listener);
    swiftssh_channel_free(objects->sink);
    swiftssh_channel_free(objects->source);
    free(objects);
}

/* Makes them; they are freed when the test case ends, unless they were before. NULL when one could not be made. */
static struct objects *made(void) {
    char *option = NULL;
    int64_t size = 0;
    struct objects *objects = calloc(1, sizeof *objects);
    if (objects == NULL) abort();
    if (asprintf(&option, "Subsystem publickey %s honest %s", PUBLICKEY_SERVER, scratch("store")) < 0) abort();
    objects->session = logged_in("-o", option, NULL);
    free(option);
    scope_defer(free_objects, objects);
    swiftssh_session *session = objects->session;
    objects->channel = session == NULL ? NULL : started(session, "cat");
    if (objects->channel == NULL) return NULL;
    const char *file = scratch_file("file", "content", 7, 0600);
    OK(swiftssh_session_scp_recv(session, file, &objects->source, &size, NULL, NULL, NULL, &failure));
    OK(swiftssh_session_scp_send(session, scratch("copy"), 0644, 7, 0, 0, &objects->sink, &failure));
    OK(swiftssh_session_forward_listen(session, "127.0.0.1", 0, 2, &objects->listener, NULL, &failure));
    OK(swiftssh_session_publickey_init(session, &objects->system, &failure));
    OK(swiftssh_agent_new(session, &objects->agent, &failure));
    return objects;
}

/* Checks that a call failed, and not because its time was over. */
static void check_failed(const char *what, int64_t outcome) {
    if (!CHECK(outcome < 0 && outcome != SWIFTSSH_ERROR_TIMEOUT && outcome != SWIFTSSH_ERROR_EAGAIN)) {
        printf("    %s: %lld\n", what, (long long)outcome);
    }
}

/* Checks that whatever needs the connection fails. */
static void check_all_fail(const struct objects *objects) {
    swiftssh_channel *channel = NULL;
    swiftssh_listener *listener = NULL;
    swiftssh_publickey *system = NULL;
    swiftssh_publickey_list *list = NULL;
    const uint8_t *blob = (const uint8_t *)"x";
    swiftssh_session *session = objects->session;
    char byte;
    check_failed("open_session", swiftssh_session_open_session(session, &channel, NULL));
    check_failed("direct_tcpip", swiftssh_session_direct_tcpip(session, "127.0.0.1", 1, "127.0.0.1", 1, &channel, NULL));
    check_failed("forward_listen", swiftssh_session_forward_listen(session, NULL, 0, 1, &listener, NULL, NULL));
    check_failed("scp_recv", swiftssh_session_scp_recv(session, "x", &channel, NULL, NULL, NULL, NULL, NULL));
    check_failed("scp_send", swiftssh_session_scp_send(session, "x", 0644, 1, 0, 0, &channel, NULL));
    check_failed("publickey_init", swiftssh_session_publickey_init(session, &system, NULL));
    check_failed("ping", swiftssh_session_ping(session, NULL));
    check_failed("read", swiftssh_channel_read(objects->channel, 0, &byte, 1, NULL));
    check_failed("write", swiftssh_channel_write(objects->channel, 0, "x", 1, NULL));
    check_failed("exec", swiftssh_channel_exec(objects->channel, "true", NULL));
    check_failed("accept", swiftssh_listener_accept(objects->listener, &channel, NULL));
    check_failed("write a file", swiftssh_channel_write(objects->sink, 0, "x", 1, NULL));
    check_failed("list_fetch", swiftssh_publickey_list_fetch(objects->system, &list, NULL));
    check_failed("remove", swiftssh_publickey_remove(objects->system, "ssh-ed25519", blob, 1, NULL));
    check_failed("agent", swiftssh_agent_userauth(objects->agent, fact("USER"), blob, 1, NULL));
    CHECK(channel == NULL && listener == NULL && system == NULL && list == NULL);
}

/* Ends everything; whether that is an error depends on how the session ended, but it never waits. */
static void end_all(const struct objects *objects) {
    int64_t outcomes[] = {
        swiftssh_channel_close(objects->channel, NULL), swiftssh_channel_close(objects->source, NULL),
        swiftssh_channel_close(objects->sink, NULL),    swiftssh_listener_cancel(objects->listener, NULL),
        swiftssh_publickey_shutdown(objects->system, NULL), swiftssh_agent_disconnect(objects->agent, NULL),
        swiftssh_session_disconnect(objects->session, 11, "end", NULL, NULL)};
    for (size_t index = 0; index < sizeof outcomes / sizeof outcomes[0]; index++) {
        CHECK(outcomes[index] <= 0 && outcomes[index] != SWIFTSSH_ERROR_TIMEOUT && outcomes[index] != SWIFTSSH_ERROR_EAGAIN);
    }
}

TEST(all_fail_after_a_goodbye) {
    BEHAVIOUR("session.ended-for-all");
    struct objects *objects = made();
    REQUIRE(objects != NULL);
    OK(swiftssh_session_disconnect(objects->session, 11, "end", NULL, &failure));
    check_all_fail(objects);
    end_all(objects);
    end_all(objects);
}

TEST(all_fail_after_a_close) {
    BEHAVIOUR("session.ended-for-all");
    struct objects *objects = made();
    REQUIRE(objects != NULL);
    OK(swiftssh_session_close(objects->session, &failure));
    check_all_fail(objects);
    end_all(objects);
    end_all(objects);
}

TEST(ending_twice_does_no_harm) {
    BEHAVIOUR("session.ended-twice");
    struct objects *objects = made();
    REQUIRE(objects != NULL);
    char text[8];
    CHECK_NUMBER(7, OK(swiftssh_channel_write(objects->sink, 0, "content", 7, &failure)));
    CHECK_NUMBER(7, OK(swiftssh_channel_read(objects->source, 0, text, sizeof text, &failure)));
    for (int time = 0; time < 2; time++) {
        OK(swiftssh_channel_close(objects->channel, &failure));
        OK(swiftssh_channel_close(objects->source, &failure));
        OK(swiftssh_channel_close(objects->sink, &failure));
        OK(swiftssh_listener_cancel(objects->listener, &failure));
        OK(swiftssh_publickey_shutdown(objects->system, &failure));
        OK(swiftssh_agent_disconnect(objects->agent, &failure));
    }
    swiftssh_channel *channel = NULL;
    swiftssh_publickey_list *list = NULL;
    check_failed("write", swiftssh_channel_write(objects->channel, 0, "x", 1, NULL));
    check_failed("write a file", swiftssh_channel_write(objects->sink, 0, "x", 1, NULL));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_listener_accept(objects->listener, &channel, &failure));
    FAILS(SWIFTSSH_ERROR_BAD_USE, swiftssh_publickey_list_fetch(objects->system, &list, &failure));
    CHECK(file_holds(scratch("copy"), "content", 7));
    CHECK_TEXT("goes on\n", output_of(objects->session, "echo goes on"));
}

TEST(objects_outlive_their_session) {
    BEHAVIOUR("abi.freed-in-any-order");
    struct objects *objects = made();
    REQUIRE(objects != NULL);
    char text[8];
    swiftssh_publickey_list *list = NULL;
    swiftssh_session_free(objects->session);
    CHECK_NUMBER(1, OK(swiftssh_channel_write(objects->channel, 0, "x", 1, &failure)));
    CHECK_NUMBER(1, OK(swiftssh_channel_read(objects->channel, 0, text, sizeof text, &failure)));
    CHECK_NUMBER(7, OK(swiftssh_channel_read(objects->source, 0, text, sizeof text, &failure)));
    OK(swiftssh_publickey_list_fetch(objects->system, &list, &failure));
    swiftssh_publickey_list_free(list);
    OK(swiftssh_listener_cancel(objects->listener, &failure));
    check_failed("open_session", swiftssh_session_open_session(objects->session, &objects->channel, NULL));
}

TEST(entries_outlive_their_list) {
    BEHAVIOUR("knownhost.delete");
    static const char line[] = "example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g";
    swiftssh_knownhost *hosts = NULL;
    swiftssh_knownhost_entry *entry = NULL;
    uint8_t text[32];
    REQUIRE_OK(swiftssh_knownhost_new(&hosts, &failure));
    OK(swiftssh_knownhost_readline(hosts, (const uint8_t *)line, sizeof line - 1, SWIFTSSH_KNOWNHOST_FILE_OPENSSH, &failure));
    OK(swiftssh_knownhost_get(hosts, NULL, &entry, &failure));
    OK(swiftssh_knownhost_delete(hosts, entry, &failure));
    check_failed("delete", swiftssh_knownhost_delete(hosts, entry, NULL));
    swiftssh_knownhost_free(hosts);
    swiftssh_knownhost_free(hosts);
    check_failed("delete", swiftssh_knownhost_delete(hosts, entry, NULL));
    CHECK_NUMBER(11, OK(swiftssh_knownhost_entry_name(entry, text, sizeof text, &failure)));
    swiftssh_knownhost_entry_free(entry);
    swiftssh_knownhost_entry_free(entry);
    check_failed("name", swiftssh_knownhost_entry_name(entry, text, sizeof text, NULL));
}
